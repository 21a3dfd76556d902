import {
  tcvn3HighLetters,
  tcvn3LowLetters,
  visciiHighLetters,
  visciiLowLetters,
  vniPairs,
  vniSingles,
  windows1252Characters,
  windows1258Differences,
} from './legacy-encoding-table.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/** Old ways to write Vietnamese that still come by copy and paste from old Word and Excel files. */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'viscii' | 'windows-1258';

type LetterTable = ReadonlyMap<string, string>;

/** Detection looks at this much of a text. */
const sampleLength = 4000;
const words = /[^\s\d!-/:-@[-`{-~“”‘’–—…]+/g;
// Letters only Unicode has: their presence means the text is already Unicode (composed or not).
const unicodeVietnamese =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1ea0-\u1ef9]/;

/**
 * Guesses whether a pasted text is in an old encoding, given as the Western letters it shows up as
 * (`NguyÔn V¨n` is TCVN3). Undefined for Unicode text, for other languages, and when it could be either.
 * A guess is offered with a preview, never applied in silence to names already stored.
 */
export function detectLegacyEncoding(text: string): LegacyEncoding | undefined {
  const sample = text.slice(0, sampleLength);
  if (hasUnicodeVietnamese(sample)) return undefined;
  const marked = (sample.match(words) ?? []).filter(hasForeignAndPlainLetters);
  const broken = marked.filter((word) => !isVietnameseSyllable(word));
  if (broken.length < marked.length * 0.3) return undefined;
  let best: { readonly encoding: LegacyEncoding; readonly score: number } | undefined;
  for (const encoding of encodings) {
    const score = scoreOf(encoding, marked, broken);
    if (score > (best?.score ?? 0)) best = { encoding, score };
  }
  return best?.encoding;
}

/** Whether a text holds letters only Unicode has: then it is in no old encoding, whatever its font or its neighbours. */
export function hasUnicodeVietnamese(text: string): boolean {
  return unicodeVietnamese.test(text);
}

/** How many words of a text no Vietnamese writes: impossible syllables, and capitals inside a word that begins a small one (`TÊn`). */
export function countOddWords(text: string): number {
  return (text.match(words) ?? []).filter(
    (word) =>
      hasForeignAndPlainLetters(word) && (!isVietnameseSyllable(word) || /\p{L}\p{Lu}\P{Lu}|\p{Ll}\p{Lu}/u.test(word)),
  ).length;
}

/** Turns text in an old encoding into Unicode NFC. Characters the encoding does not know stay as they are. */
export function fromLegacyEncoding(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'vni') return fromVni(text);
  const table = tables[encoding];
  return [...text]
    .map((letter) => table.get(letter) ?? letter)
    .join('')
    .normalize('NFC');
}

/**
 * TCVN3 to Unicode. Capitals written with a `.Vn…H` font are lower-case codes and come out as lower case:
 * whoever knows the font upper-cases afterwards. Curly quotes and dashes of Windows stay.
 */
export function fromTcvn3(text: string): string {
  return fromLegacyEncoding(text, 'tcvn3');
}

/** VNI for Windows to Unicode. */
export function fromVni(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const pair = vniTable.get(text.slice(at, at + 2));
    if (pair !== undefined) at += 1;
    out += pair ?? vniTable.get(text.charAt(at)) ?? text.charAt(at);
  }
  return out.normalize('NFC');
}

const encodings: readonly LegacyEncoding[] = ['tcvn3', 'vni', 'viscii', 'windows-1258'];

/** How many marked words turn from impossible to Vietnamese; 0 when the conversion does not explain the text. */
function scoreOf(encoding: LegacyEncoding, marked: readonly string[], broken: readonly string[]): number {
  const isRight = (word: string): boolean => isVietnameseSyllable(fromLegacyEncoding(word, encoding));
  const right = marked.filter(isRight).length;
  const mended = broken.filter(isRight);
  const isClear = mended.length > 1 || mended.some((word) => word.length > 2);
  return isClear && right >= marked.length * 0.85 ? mended.length : 0;
}

function hasForeignAndPlainLetters(word: string): boolean {
  return /[a-z]/i.test(word) && /[^a-z]/i.test(word);
}

function highTable(letters: string): [string, string][] {
  return [...letters].flatMap((letter, index) =>
    letter === '·' ? [] : [[String.fromCharCode(0x80 + index), letter] as [string, string]],
  );
}

function lowTable(letters: Readonly<Record<string, number>>): [string, string][] {
  return Object.entries(letters).map(([letter, code]) => [String.fromCharCode(code), letter]);
}

/** The same letters reached through the Windows characters shown for bytes 0x80 to 0x9F. */
function windowsAliases(letters: string): [string, string][] {
  return Array.from(windows1252Characters).flatMap((shown, index) =>
    shown === '·' ? [] : [[shown, letters.charAt(index)] as [string, string]],
  );
}

function createVniTable(): LetterTable {
  const table = new Map<string, string>();
  const add = (from: string, to: string): void => {
    table.set(from, to);
    table.set(from.toUpperCase(), to.toUpperCase());
    table.set(from.charAt(0).toUpperCase() + from.slice(1), to.toUpperCase());
  };
  for (const [from, to] of Object.entries(vniSingles)) add(from, to);
  for (const [base, pairs] of Object.entries(vniPairs)) {
    for (let at = 0; at < pairs.length; at += 2) add(base + pairs.charAt(at), pairs.charAt(at + 1));
  }
  return table;
}

const vniTable = createVniTable();

const tables: Readonly<Record<Exclude<LegacyEncoding, 'vni'>, LetterTable>> = {
  tcvn3: new Map([...highTable(tcvn3HighLetters), ...lowTable(tcvn3LowLetters)]),
  viscii: new Map([
    ...windowsAliases(visciiHighLetters),
    ...highTable(visciiHighLetters),
    ...lowTable(visciiLowLetters),
  ]),
  'windows-1258': new Map(Object.entries(windows1258Differences)),
};
