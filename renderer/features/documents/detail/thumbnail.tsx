import { useMemo, type ReactNode } from 'react';
import { viewerText } from '#renderer/messages/viewer.ts';
import { PdfFrame } from '#renderer/ui/pdf-frame/pdf-frame.tsx';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';

/** The first page, small. */
export function Thumbnail({ hash }: { readonly hash: string }): ReactNode {
  const source = useMemo((): ViewerSource => ({ kind: 'file', hash }), [hash]);
  return <PdfFrame source={source} mode="thumbnail" title={viewerText.thumbnail} />;
}
