import type { ErrorCode } from '#shared/base/errors.ts';
import type { NewId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import {
  checkImport,
  type CheckContext,
  type CheckedRow,
  type ImportCheck,
  type Standing,
} from '#shared/domain/import/check-import.ts';
import { readColumnSigns } from '#shared/domain/import/column-signs.ts';
import { findHeader, headerPieces, type HeaderRows } from '#shared/domain/import/find-header.ts';
import { guessColumns } from '#shared/domain/import/guess-columns.ts';
import { foldHeader } from '#shared/domain/import/header-words.ts';
import type { ImportField } from '#shared/domain/import/import-field-table.ts';
import { problemLevels } from '#shared/domain/import/import-problem.ts';
import {
  listConverted,
  listQuestions,
  type ImportQuestion,
  type Sample,
} from '#shared/domain/import/import-questions.ts';
import { choiceOf, type ImportSettings } from '#shared/domain/import/import-settings.ts';
import { planRows, type PlannedStep } from '#shared/domain/import/plan-rows.ts';
import { planTakingOver } from '#shared/domain/reconcile/plan-taking-over.ts';
import {
  answeredLines,
  answersByNotes,
  reconcile,
  type ReconcileFrame,
  type ReportLine,
} from '#shared/domain/reconcile/reconcile.ts';
import { cellText } from '#shared/domain/import/read-cell.ts';
import { textOfCell, type ImportSheet } from '#shared/domain/import/sheet-cell.ts';
import { isNumberRow, type PassedRow } from '#shared/domain/import/sheet-rows.ts';
import { keepSame } from '../keep-same.ts';
import { openImportFile, type ImportFile } from './open-import-file.ts';

type Failure = { readonly code: ErrorCode };

/** A file as it is chosen from: its sheets. */
export type FileLook = { readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[] };

/** A column as a person settles what it is: words over it, some of its values, and what it probably is. */
export type ColumnLook = {
  readonly title: string;
  readonly samples: readonly string[];
  readonly filled: number;
  readonly isHidden: boolean;
  readonly guess: ImportField | null;
};

/** A sheet before it is checked. `signature` tells lists of the same make: their columns are settled alike. `top`: its first rows as text. */
export type SheetLook = {
  readonly name: string;
  readonly header: HeaderRows | null;
  readonly columns: readonly ColumnLook[];
  readonly rows: number;
  readonly signature: string;
  readonly top: readonly (readonly string[])[];
};

/** What a check came to. `errors`, `asks`, `doubts`: rows with such problems. */
export type CheckSummary = {
  readonly counts: Readonly<Record<Standing, number>>;
  readonly rows: number;
  readonly doubts: number;
  readonly proposals: number;
  readonly newUnits: number;
  readonly passed: readonly PassedRow[];
  readonly questions: readonly ImportQuestion[];
};

/** Which rows are looked at. */
export type RowFilter = 'all' | 'problems' | 'doubts' | Extract<Standing, 'make' | 'change' | 'same' | 'left'>;

/** A row as the preview shows it: its cells in the order of the columns that are taken over. */
export type RowLook = Omit<CheckedRow, 'values' | 'newUnit'> & { readonly cells: readonly string[] };

export type RowsPage = { readonly total: number; readonly rows: readonly RowLook[] };

/** A check's answer, and what it answers. */
type Checked = {
  readonly sheet: ImportSheet;
  readonly settings: ImportSettings;
  readonly context: CheckContext;
  readonly summary: CheckSummary;
};

const TOP_ROWS = 20;

/** One file being taken in: read once, checked as often as its settings change. Lives in a worker; knows neither store nor screen. */
export class ImportSession {
  #file: ImportFile | undefined;
  #sheet: ImportSheet | undefined;
  #settings: ImportSettings | undefined;
  #context: CheckContext | undefined;
  #check: ImportCheck | undefined;
  /** The check without what notes say of who somebody is. */
  #bare: ImportCheck | undefined;
  #checked: Checked | undefined;
  #report: readonly ReportLine[] = [];

  open(bytes: Uint8Array, name: string): Result<FileLook, Failure> {
    const opened = openImportFile(bytes, name);
    if (!opened.ok) return opened;
    this.#file = opened.value;
    return ok({ sheets: opened.value.sheets });
  }

  /** Reads a sheet and guesses its head (or takes the one given) and columns. `unitNames`: by which a column of cells is known. */
  choose(at: number, unitNames: readonly string[], given?: HeaderRows): Result<SheetLook, Failure> {
    const read = this.#file?.readSheet(at);
    if (read === undefined) return { ok: false, error: { code: 'unexpected' } };
    if (!read.ok) return read;
    const sheet = read.value;
    this.#sheet = sheet;
    const header = given ?? findHeader(sheet) ?? null;
    const names = new Set(unitNames.map(foldForSearch));
    const pieces = header === null ? (sheet.rows[0]?.map(() => []) ?? []) : headerPieces(sheet, header);
    const below = header === null ? 0 : header.to + 1;
    const firstRow = isNumberRow(sheet.rows[below] ?? []) ? below + 1 : below;
    const facts = pieces.map((words, column) => ({
      pieces: words,
      signs: readColumnSigns(sheet, column, firstRow, names),
      isHidden: sheet.hiddenColumns.includes(column),
    }));
    const guesses = guessColumns(facts);
    const columns = facts.map(({ pieces: words, signs, isHidden }, column) => ({
      ...{ title: words.join(' · '), samples: signs.samples, filled: signs.filled, isHidden },
      guess: guesses[column] ?? null,
    }));
    const top = sheet.rows.slice(0, TOP_ROWS).map((row) => row.map((cell) => cellText(cell, 'ask')));
    const signature = pieces.map((words) => foldHeader(words.join(' '))).join('|');
    return ok({ name: sheet.name, header, columns, rows: sheet.rows.length, signature, top });
  }

  /** What rows are checked against. */
  know(told: Omit<CheckContext, 'is1904'>): void {
    const context = { ...told, is1904: this.#file?.is1904 ?? false };
    const strict = this.#context?.strict;
    const isSameStrict = strict?.size === told.strict.size && [...told.strict].every((field) => strict.has(field));
    this.#context = keepSame(this.#context, isSameStrict ? { ...context, strict } : context);
  }

  /** Checks every row. Asked again about what it has answered already, by settings and context alike, it answers the same without doing it again. */
  check(given: ImportSettings): CheckSummary | undefined {
    const [sheet, context, before] = [this.#sheet, this.#context, this.#checked];
    if (sheet === undefined || context === undefined) return undefined;
    const settings = keepSame(this.#settings, given);
    if (before?.sheet === sheet && before.settings === settings && before.context === context) {
      this.#check = this.#bare;
      return before.summary;
    }
    this.#settings = settings;
    const check = checkImport(sheet, settings, context);
    this.#check = check;
    this.#bare = check;
    const counts: Record<Standing, number> = { make: 0, change: 0, same: 0, left: 0, ask: 0, error: 0 };
    for (const { standing } of check.rows) counts[standing] += 1;
    const summary: CheckSummary = {
      counts,
      rows: check.rows.length,
      doubts: check.rows.filter(hasDoubts).length,
      proposals: check.rows.reduce(
        (sum, { standing, changes }) => sum + (standing === 'change' ? (changes?.proposed.length ?? 0) : 0),
        0,
      ),
      newUnits: check.newUnits.size,
      passed: check.passed,
      questions: listQuestions(sheet, settings, check),
    };
    this.#checked = { sheet, settings, context, summary };
    return summary;
  }

  rows(filter: RowFilter, from: number, count: number): RowsPage {
    const [sheet, settings, check] = [this.#sheet, this.#settings, this.#check];
    if (sheet === undefined || settings === undefined || check === undefined) return { total: 0, rows: [] };
    const fitting = check.rows.filter((row) => isShown(row, filter));
    const columns = settings.columns.flatMap((field, column) => (field === null ? [] : [column]));
    const rows = fitting.slice(from, from + count).map(({ values: _values, newUnit: _newUnit, ...row }) => ({
      ...row,
      cells: columns.map((column) => this.#cellLook(sheet, settings, row.row, column)),
    }));
    return { total: fitting.length, rows };
  }

  /** Every cell of a column that would be converted from an old encoding. */
  converted(
    settings: ImportSettings,
    column: number,
    by: 'font' | 'tcvn3' | 'vni',
  ): readonly (Sample & { readonly stays: boolean })[] {
    return this.#sheet === undefined ? [] : listConverted(this.#sheet, settings, column, by);
  }

  /** What the last check would write. */
  plan(newId: NewId): readonly PlannedStep[] {
    return this.#check === undefined ? [] : planRows(this.#check, newId);
  }

  /** The checked list beside what the office has; who was settled by a note before is not asked about again. */
  report(frame: ReconcileFrame): readonly ReportLine[] {
    const [sheet, settings, context] = [this.#sheet, this.#settings, this.#context];
    if (sheet === undefined || settings === undefined || context === undefined || this.#bare === undefined) return [];
    const noted = Object.entries(answersByNotes(this.#bare.rows, frame.notes, context));
    const answers = Object.fromEntries(noted.filter(([row]) => settings.people[Number(row)] === undefined));
    this.#check =
      Object.keys(answers).length === 0
        ? this.#bare
        : checkImport(sheet, { ...settings, people: { ...answers, ...settings.people } }, context);
    const compared = reconcile(this.#check, settings.columns, context, frame);
    this.#report = [...compared, ...answeredLines(this.#bare.rows, answers)];
    return this.#report;
  }

  /** What taking over the chosen lines of the last report would write. */
  planTakingOver(keys: readonly string[], newId: NewId): readonly PlannedStep[] {
    return this.#check === undefined ? [] : planTakingOver(this.#check, this.#report, new Set(keys), newId);
  }

  #cellLook(sheet: ImportSheet, settings: ImportSettings, row: number, column: number): string {
    const typed = settings.cells[`${String(row)}:${String(column)}`];
    const cell = typed ?? sheet.rows[row - 1]?.[column] ?? '';
    const text = cellText(cell, choiceOf(settings, column).legacy);
    return text === '' ? textOfCell(cell) : text;
  }
}

function hasDoubts({ standing, problems }: CheckedRow): boolean {
  return standing !== 'left' && problems.some(({ kind }) => problemLevels[kind] === 'doubt');
}

function isShown(row: CheckedRow, filter: RowFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'problems') return row.standing === 'error' || row.standing === 'ask';
  return filter === 'doubts' ? hasDoubts(row) : row.standing === filter;
}
