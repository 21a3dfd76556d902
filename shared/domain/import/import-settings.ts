import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { HeaderRows } from './find-header.ts';
import type { ImportField } from './import-field-table.ts';
import type { CellChoice } from './read-cell.ts';
import { usualDates } from './read-date.ts';

/** What words that name no unit of the office stand for: a unit, one to be made, or no unit. */
export type UnitAnswer =
  | { readonly kind: 'unit'; readonly id: string }
  | { readonly kind: 'make'; readonly name: string; readonly parentId: string | null }
  | { readonly kind: 'none' };

/** Who a row is: a member of the office, somebody new, or nobody to be taken. */
export type PersonAnswer =
  | { readonly kind: 'member'; readonly id: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'leave' };

/** Everything a person settles about a sheet before it is taken in. Rows are numbered as Excel does; columns count from 0. */
export type ImportSettings = {
  readonly header: HeaderRows;
  readonly columns: readonly (ImportField | null)[];
  readonly choices: Readonly<Record<number, Partial<CellChoice>>>;
  readonly hiddenRows: 'ask' | 'take' | 'leave';
  /** Names all in capitals: kept as they are, or written with a capital in front of each word. */
  readonly upperNames: 'keep' | 'title';
  /** Rows of members who are there already: left alone, their empty fields filled, or their fields changed. */
  readonly existing: 'leave' | 'fill' | 'change';
  /** By the words, folded as `foldUnitWords` does. */
  readonly units: Readonly<Record<string, UnitAnswer>>;
  readonly people: Readonly<Record<number, PersonAnswer>>;
  /** Gender of rows that do not say it, one by one and for all others. */
  readonly genders: Readonly<Record<number, MemberFields['gender']>>;
  readonly otherGenders: 'ask' | MemberFields['gender'];
  /** Cells typed anew, by `cellKey`; cells left in the encoding they are in. */
  readonly cells: Readonly<Record<string, string>>;
  readonly unconverted: readonly string[];
  /** Rows somebody chose to leave out. */
  readonly left: readonly number[];
};

/** What is read without a person's word. */
export const usualChoice: CellChoice = { dates: usualDates, zeros: false, legacy: 'ask', schooling: 'ask' };

/** Settings with nothing settled but the head and the columns. */
export function startSettings(header: HeaderRows, columns: readonly (ImportField | null)[]): ImportSettings {
  return {
    header,
    columns,
    choices: {},
    hiddenRows: 'ask',
    upperNames: 'keep',
    existing: 'fill',
    units: {},
    people: {},
    genders: {},
    otherGenders: 'ask',
    cells: {},
    unconverted: [],
    left: [],
  };
}

/** How a column is read. */
export function choiceOf({ choices }: ImportSettings, column: number): CellChoice {
  const own = choices[column];
  return own === undefined ? usualChoice : { ...usualChoice, ...own };
}

/** Name of a cell among the settings: row as Excel numbers it, column from 0. */
export function cellKey(row: number, column: number): string {
  return `${String(row)}:${String(column)}`;
}
