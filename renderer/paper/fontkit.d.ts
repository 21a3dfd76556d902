declare module 'fontkit' {
  import type { FontkitCreateResult } from 'pdf-lib';
  /** Reads a font from its bytes. */
  export function create(buffer: Uint8Array, postscriptName?: string): FontkitCreateResult;
}
