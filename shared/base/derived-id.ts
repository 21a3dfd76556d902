/**
 * Id of a record that two PCs may make without knowing of each other and that must be one (who was at a meeting, a cell's meeting of a month): the same
 * parts give the same id everywhere. It has the shape of `recordIdSchema`; its time is that of the record id `of`.
 */
export function derivedId(of: string, ...parts: readonly string[]): string {
  const text = [of, ...parts].join('\n');
  const head = of.replaceAll('-', '').slice(0, 12);
  const [a, b, c] = [hash53(text, 0x9e37), hash53(text, 0x79b9), hash53(text, 0x7f4a)];
  const rand = `${hex(a, 13)}${hex(b, 13)}${hex(c, 13)}`;
  const variant = hex(8 + (Number.parseInt(rand.charAt(3), 16) & 3), 1);
  return [
    head.slice(0, 8),
    head.slice(8, 12),
    `7${rand.slice(0, 3)}`,
    `${variant}${rand.slice(4, 7)}`,
    rand.slice(7, 19),
  ].join('-');
}

/**
 * So many decimal digits that stand for a text, for codes that are typed or scanned: digits alone pass every keyboard and every way of typing Vietnamese.
 * At most 15.
 */
export function derivedDigits(text: string, digits: number): string {
  return String(hash53(text, 0x51ed) % 10 ** digits).padStart(digits, '0');
}

/** 53 well-mixed bits of a text (cyrb53 by bryc, public domain); no fence against forgery. */
function hash53(text: string, seed: number): number {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return 4294967296 * (2097151 & h2) + (h1 >>> 0);
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, '0').slice(-length);
}
