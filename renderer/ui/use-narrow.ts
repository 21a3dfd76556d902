import { useElementSize } from '@mantine/hooks';
import type { RefCallback } from 'react';
import { rootFontSize } from './root-font-size.ts';

/** Below this some column gives way. */
const NARROW_REM = 36;

/** Whether the room for a table is narrow; the ref goes to the room. */
export function useNarrow(): { readonly ref: RefCallback<HTMLDivElement | null>; readonly isNarrow: boolean } {
  const { ref, width } = useElementSize();
  return { ref, isNarrow: width > 0 && width / rootFontSize() < NARROW_REM };
}
