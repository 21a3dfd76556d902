import type { ImportField } from './import-field-table.ts';

/** How much a problem weighs: `error`: the row cannot be taken as it is; `ask`: somebody has to say what is meant; `doubt`: taken as it is, and shown. */
export type ProblemLevel = 'error' | 'ask' | 'doubt';

/** Everything that can be wrong with a row, and how much it weighs. */
export const problemLevels = {
  'cell-error': 'error',
  'formula-without-value': 'error',
  'not-a-date': 'error',
  'impossible-date': 'error',
  'year-out-of-range': 'error',
  'day-missing': 'error',
  'number-damaged': 'error',
  'too-long': 'error',
  'gender-word': 'error',
  'gender-both': 'error',
  'state-word': 'error',
  'name-missing': 'error',
  'name-no-letters': 'error',
  'unit-unknown': 'error',
  'born-in-future': 'error',
  'born-after-admission': 'error',
  'official-before-admitted': 'error',
  'number-twice': 'error',
  'number-of-other': 'error',
  'numbers-of-two': 'error',
  'member-twice': 'error',
  'two-digit-year': 'ask',
  'serial-number': 'ask',
  'date-order': 'ask',
  'date-swapped': 'ask',
  'lost-zeros': 'ask',
  'date-for-schooling': 'ask',
  'gender-missing': 'ask',
  'unit-unsure': 'ask',
  'same-person': 'ask',
  'same-person-twice': 'ask',
  'member-gone': 'ask',
  'hidden-row': 'ask',
  'old-encoding': 'ask',
  'citizen-id-shape': 'doubt',
  'citizen-id-province': 'doubt',
  'citizen-id-gender': 'doubt',
  'citizen-id-year': 'doubt',
  'card-number-shape': 'doubt',
  'file-number-shape': 'doubt',
  'phone-shape': 'doubt',
  'admitted-young': 'doubt',
  'one-word-name': 'doubt',
  'state-guessed': 'doubt',
  'gender-guessed': 'doubt',
} as const satisfies Readonly<Record<string, ProblemLevel>>;

export type ProblemKind = keyof typeof problemLevels;

/** A problem of one row, named as Excel names its place. `column` (from 0) is null where the row as a whole is meant. */
export type ImportProblem = {
  readonly kind: ProblemKind;
  /** Row as Excel numbers it, from 1. */
  readonly row: number;
  readonly column: number | null;
  readonly field: ImportField | null;
  /** What is written there. */
  readonly text: string;
  /** What it would be, whom it collides with, which row bears the same: words and numbers only. */
  readonly detail: string;
};
