import { officeKindOf, plainKindOf, SIGNATURE_BYTES, signatureOf } from '#shared/domain/attachment/file-kind.ts';
import { readZipDirectory } from '#shared/domain/attachment/zip-directory.ts';
import type { ViewerMode, ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { FlowView } from './flow-view.ts';
import { ImageView } from './image-view.ts';
import { openPdf } from './open-pdf.ts';
import { PageStack } from './page-stack.ts';
import type { PaperView, ViewEvents } from './paper-view.ts';
import { ViewFailure } from './view-failure.ts';
import { SheetView } from './workbook/sheet-view.ts';

/** Opens the view that fits a file, by its content; throws a `ViewFailure` or what PDF.js throws. */
export async function openView(
  place: HTMLElement,
  source: ViewerSource,
  mode: ViewerMode,
  events: ViewEvents,
): Promise<PaperView> {
  const file = fileOf(source);
  const signature = signatureOf(new Uint8Array(await file.read(SIGNATURE_BYTES)));
  if (signature === 'pdf') return new PageStack(place, await openPdf(await file.forPdf()), mode, events);
  const mime = plainKindOf(signature);
  if (mime !== undefined) return new ImageView(place, new Blob([await file.read()], { type: mime }), events);
  if (signature !== 'zip') throw new ViewFailure('file-kind-unknown');
  const bytes = await file.read();
  const directory = readZipDirectory(new Uint8Array(bytes));
  if (!directory.ok) throw new ViewFailure(directory.error.code);
  const kind = officeKindOf(directory.value.map(({ name }) => name));
  if (kind === undefined) throw new ViewFailure('file-kind-unknown');
  return kind.endsWith('.sheet') ? new SheetView(place, bytes, events) : new FlowView(place, bytes, events);
}

type SourceFile = {
  /** The first bytes, or all. */
  readonly read: (most?: number) => Promise<ArrayBuffer>;
  readonly forPdf: () => Promise<{ readonly url: string } | { readonly data: Uint8Array }>;
};

function fileOf(source: ViewerSource): SourceFile {
  if (source.kind === 'bytes')
    return {
      read: (most) => (most === undefined ? source.bytes : source.bytes.slice(0, most)).arrayBuffer(),
      forPdf: async () => ({ data: new Uint8Array(await source.bytes.arrayBuffer()) }),
    };
  const url = new URL(`/file/${source.hash}`, window.location.href).href;
  return {
    read: async (most) => {
      const headers = most === undefined ? {} : { range: `bytes=0-${String(most - 1)}` };
      const response = await fetch(url, { headers });
      if (!response.ok) throw new ViewFailure('file-not-here-yet');
      return response.arrayBuffer();
    },
    forPdf: () => Promise.resolve({ url }),
  };
}
