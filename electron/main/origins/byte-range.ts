/** A slice of a file: first and last byte, both included. */
export type ByteRange = { readonly start: number; readonly end: number };

/**
 * Parses one `Range` header against a file of `size` bytes. `undefined`: no (usable) range is asked, send all;
 * `'unsatisfiable'`: a range outside the file. Several ranges at once are treated as none, which HTTP permits.
 */
export function parseByteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : 'unsatisfiable';
}
