/*
 * Vietnamese text: one form to store, one form to search. Nothing here "corrects" spelling:
 * uỷ and ủy, hoà and hòa stay as their author wrote them, and are found by either.
 */

// Zero-width and direction marks, soft hyphen, byte order mark: invisible, and they break equality.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const lineEnd = /\r\n?|\u2028|\u2029|\u0085/g;
const spaces = /[^\S\n]+/g;
/** What is in its stored form already: plain and Vietnamese letters, composed, with single spaces between them. Most values of most records. */
const settled =
  /^(?:[!-~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]+(?: (?! |$)|$))*$/;
const combining = /[\u0300-\u036f]/g;
/** Letters that look like Đ/đ but are Icelandic or African: they come from old fonts and OCR. */
const lookAlike = /[ÐƉðɖ]/g;

/**
 * The one stored form of text from outside (typed, pasted, file name, Excel, OCR): Unicode NFC, no invisible
 * or control characters, any run of odd spaces as one space, `\n` line ends, look-alikes of Đ as Đ, trimmed.
 * Line breaks stay. Do this when a value is taken over, not at each key press (it trims).
 */
export function normalizeText(text: string): string {
  return normalizeStretch(text).trim();
}

/** As `normalizeText` for a stretch of a longer text (a run of one style): the spaces at its edges stand between words and stay. */
export function normalizeStretch(text: string): string {
  if (settled.test(text)) return text;
  return text
    .replace(lineEnd, '\n')
    .replace(invisible, '')
    .replace(control, '')
    .normalize('NFC')
    .replace(lookAlike, toRealD)
    .replace(spaces, ' ')
    .replace(/ ?\n ?/g, '\n');
}

/** As `normalizeText` for a field of one line: line breaks become spaces. */
export function normalizeLine(text: string): string {
  return normalizeText(text.replace(/[\r\n\u2028\u2029\u0085]+/g, ' '));
}

/**
 * The search form: lower case, no marks, đ as d, any white space as one space, trimmed.
 * `Đảng uỷ xã Đồng Đăng` becomes `dang uy xa dong dang`; hoà and hòa become equal. Doing it twice changes nothing.
 */
export function foldForSearch(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFD')
    .replace(combining, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(combining, '')
    .replace(/[đðɖ]/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The folded words (letters and digits) of a text, in order, repeats kept. */
export function foldedWords(text: string): readonly string[] {
  return foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a text carries any Vietnamese mark (tone, hat, horn, breve or đ): such a query ranks exact hits first. */
export function hasMarks(text: string): boolean {
  return /[\u0300-\u036fđĐ]/.test(text.normalize('NFD'));
}

/** Upper case by Vietnamese rules: `đảng uỷ` becomes `ĐẢNG UỶ`. */
export function toUpperVietnamese(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi');
}

function toRealD(letter: string): string {
  return letter === 'Ð' || letter === 'Ɖ' ? 'Đ' : 'đ';
}
