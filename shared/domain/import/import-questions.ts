import { countOddWords, detectLegacyEncoding, hasUnicodeVietnamese } from '#shared/base/legacy-encoding.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { CheckedRow, ImportCheck } from './check-import.ts';
import { importFieldOf } from './import-field-table.ts';
import { choiceOf, cellKey, type ImportSettings } from './import-settings.ts';
import { foldUnitWords } from './match-unit.ts';
import type { ImportProblem } from './import-problem.ts';
import { cellText, convertLegacy } from './read-cell.ts';
import { dateOrderQuestion, readDateOrder } from './read-date.ts';
import { isEmptyCell, textOfCell, type ImportSheet, type SheetCell } from './sheet-cell.ts';

/** A cell as it stands, and as it would be. */
export type Sample = { readonly row: number; readonly before: string; readonly after: string };

/** Kinds of cells that are asked about once for their column. */
export type ColumnQuestionKind = 'two-digit-year' | 'serial-number' | 'lost-zeros' | 'date-for-schooling';

/** What a person has to settle before the sheet can be taken in. `count`: cells or rows it is about; `samples`: some of them. */
export type ImportQuestion =
  | { readonly kind: 'hidden-rows'; readonly rows: readonly number[] }
  | {
      readonly kind: 'old-encoding';
      readonly column: number;
      readonly by: 'font' | 'tcvn3' | 'vni';
      readonly count: number;
      readonly samples: readonly Sample[];
    }
  | { readonly kind: 'date-order' | 'date-swapped'; readonly column: number; readonly samples: readonly string[] }
  | {
      readonly kind: ColumnQuestionKind;
      readonly column: number;
      readonly count: number;
      readonly samples: readonly Sample[];
    }
  | {
      readonly kind: 'unit';
      readonly words: string;
      readonly folded: string;
      readonly column: number | null;
      readonly rows: readonly number[];
      readonly suggestions: readonly string[];
    }
  | { readonly kind: 'gender'; readonly rows: readonly { readonly row: number; readonly name: string }[] };

const SAMPLES = 6;
const columnKinds: ReadonlySet<string> = new Set([
  'two-digit-year',
  'serial-number',
  'lost-zeros',
  'date-for-schooling',
]);

/** Questions about the sheet as a whole, its columns and its words, in the order they are best answered. Questions about one row stay with their row. */
export function listQuestions(
  sheet: ImportSheet,
  settings: ImportSettings,
  { rows }: ImportCheck,
): readonly ImportQuestion[] {
  const problems = rows.flatMap((row) => (row.standing === 'left' ? [] : row.problems));
  const hidden = problems.flatMap(({ kind, row }) => (kind === 'hidden-row' ? [row] : []));
  return [
    ...(hidden.length > 0 ? [{ kind: 'hidden-rows', rows: hidden } as const] : []),
    ...settings.columns.flatMap((field, column) => (field === null ? [] : columnQuestions(sheet, settings, column))),
    ...groupByColumn(problems),
    ...unitQuestions(problems),
    ...genderQuestion(rows),
  ];
}

function* cellsBelow(sheet: ImportSheet, { header }: ImportSettings, column: number): Generator<[number, SheetCell]> {
  for (let at = header.to + 1; at < sheet.rows.length; at += 1) {
    const cell = sheet.rows[at]?.[column];
    if (cell !== undefined && !isEmptyCell(cell)) yield [at + 1, cell];
  }
}

function columnQuestions(sheet: ImportSheet, settings: ImportSettings, column: number): readonly ImportQuestion[] {
  const field = settings.columns[column] ?? null;
  if (field === null) return [];
  const { kind } = importFieldOf(field);
  const isDate = kind === 'date' || kind === 'partial-date' || kind === 'mark';
  return isDate ? dateQuestions(sheet, settings, column) : encodingQuestions(sheet, settings, column);
}

function dateQuestions(sheet: ImportSheet, settings: ImportSettings, column: number): readonly ImportQuestion[] {
  const choice = choiceOf(settings, column);
  const cells = [...cellsBelow(sheet, settings, column)].map(([, cell]) => ({
    cell,
    text: cellText(cell, choice.legacy),
  }));
  const asked = dateOrderQuestion(readDateOrder(cells));
  const samples = cells.map(({ text }) => text).filter((text) => text !== '');
  if (asked === 'order' && choice.dates.order === 'ask')
    return [{ kind: 'date-order', column, samples: pick(samples) }];
  if (asked === 'swapped' && choice.dates.swapped === 'ask')
    return [{ kind: 'date-swapped', column, samples: pick(samples) }];
  return [];
}

function encodingQuestions(sheet: ImportSheet, settings: ImportSettings, column: number): readonly ImportQuestion[] {
  if (choiceOf(settings, column).legacy !== 'ask') return [];
  const cells = [...cellsBelow(sheet, settings, column)];
  const byFont = cells.flatMap(([row, cell]) =>
    typeof cell === 'object' && cell.converted !== undefined
      ? [{ row, before: normalizeLine(cell.text), after: normalizeLine(cell.converted) }]
      : [],
  );
  if (byFont.length > 0)
    return [{ kind: 'old-encoding', column, by: 'font', count: byFont.length, samples: byFont.slice(0, SAMPLES) }];
  const foreign = cells.filter(([, cell]) => isForeign(textOfCell(cell)));
  const found = detectLegacyEncoding(
    foreign
      .slice(0, 400)
      .map(([, cell]) => textOfCell(cell))
      .join(' '),
  );
  if (found !== 'tcvn3' && found !== 'vni') return [];
  const changed = foreign.flatMap(([row, cell]) => {
    const before = normalizeLine(textOfCell(cell));
    const after = normalizeLine(convertLegacy(textOfCell(cell), found));
    return before === after ? [] : [{ row, before, after }];
  });
  if (changed.length === 0) return [];
  return [{ kind: 'old-encoding', column, by: found, count: changed.length, samples: changed.slice(0, SAMPLES) }];
}

/** Every cell of a column that its encoding changes, for the preview; those left as they are included. */
export function listConverted(
  sheet: ImportSheet,
  settings: ImportSettings,
  column: number,
  by: 'font' | 'tcvn3' | 'vni',
): readonly (Sample & { readonly stays: boolean })[] {
  const kept = new Set(settings.unconverted);
  return [...cellsBelow(sheet, settings, column)].flatMap(([row, cell]) => {
    const before = normalizeLine(textOfCell(cell));
    const after = cellText(cell, by);
    return before === after ? [] : [{ row, before, after, stays: kept.has(cellKey(row, column)) }];
  });
}

/** Not readable as it is, and without letters that only Unicode has. */
function isForeign(text: string): boolean {
  return /[^\u0000-\u007e]/u.test(text) && !hasUnicodeVietnamese(text) && countOddWords(text) > 0;
}

function groupByColumn(problems: readonly ImportProblem[]): readonly ImportQuestion[] {
  const groups = new Map<string, ImportProblem[]>();
  for (const problem of problems) {
    if (problem.column === null || !columnKinds.has(problem.kind)) continue;
    const key = `${problem.kind} ${String(problem.column)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()].flatMap((group): ImportQuestion[] => {
    const [first] = group;
    if (first?.column === undefined || first.column === null) return [];
    const samples = group.slice(0, SAMPLES).map(({ row, text, detail }) => ({ row, before: text, after: detail }));
    return [{ kind: first.kind as ColumnQuestionKind, column: first.column, count: group.length, samples }];
  });
}

function unitQuestions(problems: readonly ImportProblem[]): readonly ImportQuestion[] {
  const byWords = new Map<string, { words: string; column: number | null; rows: number[]; suggestions: string[] }>();
  for (const { kind, row, column, text, detail } of problems) {
    if (kind !== 'unit-unknown' && kind !== 'unit-unsure') continue;
    const folded = foldUnitWords(text);
    const held = byWords.get(folded);
    if (held !== undefined) held.rows.push(row);
    else byWords.set(folded, { words: text, column, rows: [row], suggestions: detail === '' ? [] : detail.split(' ') });
  }
  return [...byWords].map(([folded, question]) => ({ kind: 'unit', folded, ...question }));
}

function genderQuestion(rows: readonly CheckedRow[]): readonly ImportQuestion[] {
  const asked = rows.flatMap(({ row, name, problems }) =>
    problems.some(({ kind }) => kind === 'gender-missing') ? [{ row, name }] : [],
  );
  return asked.length === 0 ? [] : [{ kind: 'gender', rows: asked }];
}

function pick(samples: readonly string[]): readonly string[] {
  return [...new Set(samples)].slice(0, SAMPLES);
}
