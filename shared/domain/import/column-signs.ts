import { detectLegacyEncoding, fromLegacyEncoding } from '#shared/base/legacy-encoding.ts';
import { foldForSearch, normalizeLine } from '#shared/base/vietnamese.ts';
import { genderWordTable, markWords } from './import-word-table.ts';
import { isEmptyCell, type ImportSheet, type SheetCell } from './sheet-cell.ts';

/** What the cells of a column look like, as shares (0 to 1) of those that are not empty. `words`: how many words they have on average. */
export type ColumnSigns = {
  readonly filled: number;
  readonly date: number;
  readonly year: number;
  readonly citizenId: number;
  readonly cardNumber: number;
  readonly fileNumber: number;
  readonly phone: number;
  readonly gender: number;
  readonly mark: number;
  readonly personName: number;
  readonly unitName: number;
  readonly sequence: number;
  readonly words: number;
  /** A few of the values, as they are written. */
  readonly samples: readonly string[];
};

const SAMPLE_ROWS = 300;
const SAMPLES = 4;
const dateText = /^(?:ngày\s*)?\d{1,2}\s*[-/.\s]\s*\d{1,2}\s*[-/.\s]\s*\d{2,4}$|^\d{4}-\d{2}-\d{2}/u;
const partText = /^(?:0{1,2}[-/.])?(?:\d{1,2}[-/.])?(?:1[89]|20)\d{2}$/u;

/** Looks at the cells of a column below the head. `unitNames`: names of the office's units, searched without marks. */
export function readColumnSigns(
  sheet: ImportSheet,
  column: number,
  firstRow: number,
  unitNames: ReadonlySet<string>,
): ColumnSigns {
  const cells = sampleOf(sheet, column, firstRow);
  const texts = readable(cells);
  const share = (is: (text: string, cell: SheetCell) => boolean): number => {
    const hits = texts.filter((text, at) => is(text, cells[at] ?? '')).length;
    return texts.length === 0 ? 0 : hits / texts.length;
  };
  const bare = (text: string): string => text.replace(/[\s.'’-]/gu, '');
  const counted = texts.filter((text, at) => Number(text) === at + 1).length;
  return {
    filled: texts.length,
    date: share((text, cell) => (typeof cell === 'object' && cell.kind === 'date') || dateText.test(text)),
    year: share((text) => partText.test(text)),
    citizenId: share((text) => /^(?:\d{11,12}|\d{9})$/u.test(bare(text)) && !/^0?[35789]\d{8}$/u.test(bare(text))),
    cardNumber: share((text) => /^\d{7,8}$/u.test(bare(text))),
    fileNumber: share((text) => /^\d{4,6}[A-ZĐ]{1,3}$/iu.test(bare(text))),
    phone: share((text) => /^(?:\+?84|0)?[35789]\d{8}$/u.test(bare(text))),
    gender: share((text) => foldForSearch(text) in genderWordTable),
    mark: share((text) => markWords.has(text.toLowerCase())),
    personName: share(isNameLike),
    unitName: share((text) => unitNames.has(foldForSearch(text)) || /^(?:chi bộ|cb) /iu.test(text)),
    sequence: texts.length < 2 ? 0 : counted / texts.length,
    words: texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.split(' ').length, 0) / texts.length,
    samples: [...new Set(texts)].slice(0, SAMPLES),
  };
}

function sampleOf(sheet: ImportSheet, column: number, firstRow: number): readonly SheetCell[] {
  const cells: SheetCell[] = [];
  for (let at = firstRow; at < sheet.rows.length && cells.length < SAMPLE_ROWS; at += 1) {
    const cell = sheet.rows[at]?.[column];
    if (cell !== undefined && !isEmptyCell(cell)) cells.push(cell);
  }
  return cells;
}

/** The texts in Unicode, as well as can be told for looking at them. */
function readable(cells: readonly SheetCell[]): readonly string[] {
  const raw = cells.map((cell) => (typeof cell === 'string' ? cell : (cell.converted ?? cell.text)));
  const encoding = detectLegacyEncoding(raw.join(' '));
  return raw.map((text) => normalizeLine(encoding === undefined ? text : fromLegacyEncoding(text, encoding)));
}

/** Two to six words of letters, each with a capital in front, or all in capitals. */
function isNameLike(text: string): boolean {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 6 || /[\d,;:/()]/u.test(text)) return false;
  return words.every((word) => /^\p{Lu}/u.test(word));
}
