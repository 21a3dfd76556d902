import type { ColumnSigns } from './column-signs.ts';
import { fitHeader } from './header-words.ts';
import type { ImportField } from './import-field-table.ts';

/** A column as it is known before its cells are read: words over it, and what its cells look like. */
export type ColumnFacts = {
  readonly pieces: readonly string[];
  readonly signs: ColumnSigns;
  readonly isHidden: boolean;
};

type Candidate = { readonly column: number; readonly field: ImportField; readonly score: number };

/** Below this nothing is guessed: the person chooses. */
const LEAST = 45;

/** What the cells say for (1) or against (-1) a field; 0 where they say nothing. */
const contents: Readonly<Partial<Record<ImportField, (signs: ColumnSigns) => number>>> = {
  name: ({ personName, words }) => (personName > 0.6 ? 1 : words < 1.5 ? -1 : 0),
  given: ({ words }) => (words < 1.5 ? 1 : -1),
  family: ({ words }) => (words < 1.4 ? 1 : -1),
  familyMiddle: ({ words }) => (words >= 1.4 ? 1 : -1),
  gender: ({ gender, mark }) => (gender > 0.7 ? 1 : mark > 0.7 ? 0 : -1),
  isMale: marked,
  isFemale: marked,
  bornOn: dated,
  joinedUnionOn: dated,
  admittedOn: dated,
  officialOn: dated,
  cardIssuedOn: dated,
  citizenId: ({ citizenId }) => (citizenId > 0.6 ? 1 : citizenId === 0 ? -1 : 0),
  phone: ({ phone }) => (phone > 0.6 ? 1 : phone === 0 ? -1 : 0),
  cardNumber: ({ cardNumber }) => (cardNumber > 0.6 ? 1 : cardNumber === 0 ? -1 : 0),
  fileNumber: ({ fileNumber }) => (fileNumber > 0.6 ? 1 : 0),
  unit: ({ unitName, date, citizenId }) => (unitName > 0.4 ? 1 : date + citizenId > 0.5 ? -1 : 0),
};

function marked({ mark, date, year }: ColumnSigns): number {
  return mark + date + year > 0.7 ? 1 : -1;
}

function dated({ date, year, filled }: ColumnSigns): number {
  return filled === 0 ? 0 : date + year > 0.4 ? 1 : date + year === 0 ? -1 : 0;
}

/** Guesses without any words over the column: only what the cells say beyond doubt. */
const alone: readonly (readonly [field: ImportField, is: (signs: ColumnSigns) => boolean])[] = [
  ['fileNumber', ({ fileNumber }) => fileNumber > 0.8],
  ['citizenId', ({ citizenId }) => citizenId > 0.8],
  ['phone', ({ phone }) => phone > 0.8],
  ['cardNumber', ({ cardNumber, sequence }) => cardNumber > 0.8 && sequence < 0.5],
  ['gender', ({ gender }) => gender > 0.9],
  ['unit', ({ unitName }) => unitName > 0.8],
  ['name', ({ personName, words }) => personName > 0.8 && words >= 2],
];

/**
 * Which field each column is, by its words and its cells; null where it is none or cannot be told. Each field is given once, to the column that fits best;
 * hidden columns are left for the person to choose.
 */
export function guessColumns(columns: readonly ColumnFacts[]): readonly (ImportField | null)[] {
  const guessed: (ImportField | null)[] = columns.map(() => null);
  const taken = new Set<ImportField>();
  for (const { column, field } of candidates(columns)) {
    if (guessed[column] !== null || taken.has(field)) continue;
    guessed[column] = field;
    taken.add(field);
  }
  return splitNames(columns, guessed);
}

function candidates(columns: readonly ColumnFacts[]): readonly Candidate[] {
  const all = columns.flatMap(({ pieces, signs, isHidden }, column): Candidate[] => {
    if (isHidden || signs.filled === 0) return [];
    const byWords = [...fitHeader(pieces)].map(([field, words]) => {
      const content = contents[field]?.(signs) ?? 0;
      return { column, field, score: words + (content > 0 ? 20 : content * 50) };
    });
    // A list names other people beside the member: those who spoke for them, the family.
    const mayBe = (field: ImportField): boolean => field !== 'name' || pieces.length === 0;
    const byCells = alone.flatMap(([field, is]) => (mayBe(field) && is(signs) ? [{ column, field, score: 50 }] : []));
    return [...byWords, ...byCells];
  });
  return all.filter(({ score }) => score >= LEAST).sort((a, b) => b.score - a.score || a.column - b.column);
}

/** A head Họ và tên that spans two columns (họ đệm, tên) or three, and a column Tên beside none of họ that holds whole names. */
function splitNames(
  columns: readonly ColumnFacts[],
  guessed: readonly (ImportField | null)[],
): readonly (ImportField | null)[] {
  const out = [...guessed];
  const at = out.indexOf('name');
  const words = columns[at]?.pieces.join(' ');
  const span = words === undefined ? 0 : columns.slice(at).findIndex(({ pieces }) => pieces.join(' ') !== words);
  const length = span === -1 ? columns.length - at : span;
  const filled = columns.slice(at, at + length).every(({ signs }) => signs.filled > 0);
  if (at >= 0 && filled && length === 2) out.splice(at, 2, 'familyMiddle', 'given');
  if (at >= 0 && filled && length === 3) out.splice(at, 3, 'family', 'middle', 'given');
  const given = out.indexOf('given');
  const hasFamily = out.includes('family') || out.includes('familyMiddle');
  if (given >= 0 && !hasFamily && !out.includes('name')) out[given] = 'name';
  return out;
}
