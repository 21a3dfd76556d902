import { foldForSearch } from '#shared/base/vietnamese.ts';
import { importFieldOf, importFields, type ImportField } from './import-field-table.ts';
import { passedHeaderWords } from './import-word-table.ts';

/** How well the words over a column fit the fields, 0 to 100; fields that do not fit at all are left out. */
export type HeaderFit = ReadonlyMap<ImportField, number>;

/** Words over a column as they are compared: without marks, digits in brackets, and what is neither letter nor digit. */
export function foldHeader(text: string): string {
  return foldForSearch(text.replace(/\(\s*[0-9]+\s*\)/gu, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Phrase = { readonly field: ImportField; readonly word: string; readonly padded: string; readonly length: number };

const phrases: readonly Phrase[] = importFields.flatMap((field) =>
  importFieldOf(field)
    .words.split('|')
    .map((word) => ({ field, word, padded: ` ${word} `, length: word.split(' ').length })),
);
/** Longer words are a remark. */
const LONGEST = 80;
const nothing: HeaderFit = new Map();
const known = new Map<string, HeaderFit>();

/**
 * What the words over a column may mean. `pieces`: the words of each row of the head, from above (`Ngày, tháng, năm` over `Vào Đảng`). Short words count only
 * when they stand alone.
 */
export function fitHeader(pieces: readonly string[]): HeaderFit {
  const key = pieces.join('\u0000');
  const held = known.get(key);
  if (held !== undefined) return held;
  const fit = measure(pieces);
  if (known.size > 5000) known.clear();
  known.set(key, fit);
  return fit;
}

/** Whether the words say that the column only numbers the lines, or is for signing. */
export function isPassedHeader(pieces: readonly string[]): boolean {
  return passedHeaderWords.includes(foldHeader(pieces.at(-1) ?? ''));
}

function measure(pieces: readonly string[]): HeaderFit {
  const raw = (pieces.at(-1) ?? '').normalize('NFC').trim().toLowerCase();
  const last = foldHeader(raw);
  const whole = foldHeader(pieces.join(' '));
  // Numbers, dates and long remarks are no words over a column.
  if (whole === '' || whole.length > LONGEST || /\d{4}/u.test(whole) || isPassedHeader(pieces)) return nothing;
  if ((last === 'nam' && !/^n\u0103m$/u.test(raw)) || last === 'nu')
    return new Map([[last === 'nam' ? 'isMale' : 'isFemale', 95]]);
  if (last === 'dt') return new Map([[/\u0111/u.test(raw) ? 'phone' : 'ethnicity', 80]]);
  const fit = new Map<ImportField, number>();
  const heard = { whole: toWords(whole), last: toWords(last) };
  for (const phrase of phrases) {
    const score = scoreOf(phrase, heard);
    if (score > (fit.get(phrase.field) ?? 0)) fit.set(phrase.field, score);
  }
  return fit;
}

type Words = { readonly text: string; readonly padded: string; readonly length: number };

function toWords(text: string): Words {
  return { text, padded: ` ${text} `, length: text.split(' ').length };
}

function scoreOf(
  { word, padded, length }: Phrase,
  { whole, last }: { readonly whole: Words; readonly last: Words },
): number {
  if (word === whole.text) return 100;
  if (word === last.text) return 95;
  if (length === 1) return 0;
  const ofWhole = whole.padded.includes(padded) ? 50 + (45 * length) / whole.length : 0;
  const ofLast = last.padded.includes(padded) ? 48 + (45 * length) / last.length : 0;
  return Math.min(94, Math.max(ofWhole, ofLast));
}
