import { createHash } from 'node:crypto';

/**
 * Id of a record the server makes out of another one: the same parts give the same id whenever it is made, so that made twice it is one record. It has
 * the shape of every record id and the time of the id `of`; of one time, those of a lower `rank` (0 to 15) come first.
 */
export function derivedRecordId(of: string, rank: number, ...parts: readonly string[]): string {
  const digest = createHash('sha256')
    .update([of, ...parts].join('\n'))
    .digest('hex');
  const time = of.replaceAll('-', '').slice(0, 12);
  const variant = (8 + (Number.parseInt(digest.charAt(3), 16) & 3)).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${rank.toString(16)}${digest.slice(1, 3)}`,
    `${variant}${digest.slice(4, 7)}`,
    digest.slice(7, 19),
  ].join('-');
}
