import { splitPersonName } from '#shared/base/person-name.ts';
import { yearOf, type PartialDate } from '#shared/base/partial-date.ts';
import { addYears, partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields, MemberState, PersonName } from '#shared/domain/member/member-record.ts';
import { importFieldOf, type ImportField } from './import-field-table.ts';
import type { ImportProblem, ProblemKind } from './import-problem.ts';
import { choiceOf, cellKey, type ImportSettings } from './import-settings.ts';
import { cellText, readCell, type CellChoice, type ReadCell } from './read-cell.ts';
import type { DataRow } from './sheet-rows.ts';
import { textOfCell, type SheetCell } from './sheet-cell.ts';

/** What a row says of a member. Fields it does not say are not there. `unit`: words that name the cell, and the column they stand in (null: a heading). */
export type RowDraft = {
  readonly row: number;
  readonly values: Partial<Omit<MemberFields, 'unitId'>>;
  readonly unit: { readonly words: string; readonly column: number | null } | null;
  readonly problems: readonly ImportProblem[];
};

/** What rows are read by beside the settings. */
export type ReadFrame = { readonly today: PlainDate; readonly is1904: boolean };

/** Nobody in a list of members was born later than so many years ago. */
const YOUNGEST = 16;
/** Months after admission during which somebody without a day of recognition is taken for probationary. */
const PROBATION_YEARS = 2;

const plainTexts: ReadonlySet<ImportField> = new Set([
  'birthName',
  'alias',
  'birthPlace',
  'nativePlace',
  'address',
  'residence',
  'ethnicity',
  'religion',
  'citizenId',
  'phone',
  'occupation',
  'occupationAtAdmission',
  'workplace',
  'partyPost',
  'post',
  'education',
  'qualification',
  'politicalTheory',
  'foreignLanguages',
  'informatics',
  'admittedAt',
  'officialAt',
  'cardNumber',
  'cardIssuedBy',
  'fileNumber',
  'note',
]);

type Parts = Partial<Record<ImportField, ReadCell>>;

/** Reads a row by its columns. What cannot be read is a problem of its cell, and the field is left out. */
export function readRow(data: DataRow, settings: ImportSettings, frame: ReadFrame): RowDraft {
  const { row, cells } = data;
  const parts: Parts = {};
  const columns = new Map<ImportField, number>();
  const problems: ImportProblem[] = [];
  for (const [column, field] of settings.columns.entries()) {
    if (field === null) continue;
    const cell = cells[column] ?? '';
    const read = readCell(cell, field, cellChoice(settings, row, column), dateFrame(field, frame));
    columns.set(field, column);
    if (read.kind === 'problem')
      problems.push(problemOf(read.problem, row, column, field, cell, settings, read.suggestion));
    else parts[field] = read;
  }
  const note = (kind: ProblemKind, field: ImportField, text = '', detail = ''): void => {
    problems.push({ kind, row, column: columns.get(field) ?? null, field, text, detail });
  };
  const isUnread = (field: ImportField): boolean => problems.some((problem) => problem.field === field);
  const name = nameOf(parts, settings);
  if (name === undefined && !nameFields.some(isUnread))
    note('name-missing', nameFields.find((each) => columns.has(each)) ?? 'name');
  if (name !== undefined && !/\p{L}/u.test(name.full)) note('name-no-letters', 'name', name.full);
  else if (name !== undefined && name.family === '') note('one-word-name', 'name', name.full);
  const { gender, bornOn } = genderAndBirth(parts, columns, note);
  const values: Partial<Omit<MemberFields, 'unitId'>> = {
    ...textsOf(parts),
    ...datesOf(parts),
    ...(name === undefined ? {} : { name }),
    ...(gender === undefined ? {} : { gender }),
    ...(bornOn === undefined ? {} : { bornOn }),
    ...(parts.state?.kind === 'state' ? { state: parts.state.state } : {}),
  };
  const said = parts.unit?.kind === 'text' ? { words: parts.unit.text, column: columns.get('unit') ?? null } : null;
  return { row, values, unit: said ?? (data.group === '' ? null : { words: data.group, column: null }), problems };
}

const nameFields: readonly ImportField[] = ['name', 'familyMiddle', 'family', 'middle', 'given'];

function cellChoice(settings: ImportSettings, row: number, column: number): CellChoice {
  const choice = choiceOf(settings, column);
  const stays = settings.unconverted.length > 0 && settings.unconverted.includes(cellKey(row, column));
  return stays ? { ...choice, legacy: 'none' } : choice;
}

function dateFrame(field: ImportField, { today, is1904 }: ReadFrame): Parameters<typeof readCell>[3] {
  const isBirth = field === 'bornOn' || field === 'isMale' || field === 'isFemale';
  return { today, is1904, latest: partsOf(today).year - (isBirth ? YOUNGEST : 0) };
}

function problemOf(
  kind: ProblemKind,
  row: number,
  column: number,
  field: ImportField,
  cell: SheetCell,
  settings: ImportSettings,
  detail: string,
): ImportProblem {
  const text = cellText(cell, choiceOf(settings, column).legacy);
  return { kind, row, column, field, text: text === '' ? textOfCell(cell) : text, detail };
}

function textOf(part: ReadCell | undefined): string {
  return part?.kind === 'text' ? part.text : '';
}

/** The name in one column or several. Parts that stand in columns of their own are kept as they are parted there. */
function nameOf(parts: Parts, { upperNames }: ImportSettings): PersonName | undefined {
  const settle = (text: string): string => (upperNames === 'title' ? toTitle(text) : text);
  const whole = settle(textOf(parts.name));
  if (whole !== '') return splitPersonName(whole);
  const familyMiddle = settle(textOf(parts.familyMiddle));
  const [first = '', ...rest] = familyMiddle.split(' ');
  const family = settle(textOf(parts.family)) || first;
  const middle = settle(textOf(parts.middle)) || rest.join(' ');
  const given = settle(textOf(parts.given));
  const full = [family, middle, given].filter((part) => part !== '').join(' ');
  if (full === '') return undefined;
  return given === '' ? splitPersonName(full) : { full, family, middle, given };
}

/** A name all in capitals with a capital in front of each word; any other as it is. */
function toTitle(name: string): string {
  if (name !== name.toLocaleUpperCase('vi')) return name;
  return name
    .toLocaleLowerCase('vi')
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));
}

/** Gender and birth date; in lists with a column for men and one for women, the date stands in the one that applies. */
function genderAndBirth(
  parts: Parts,
  columns: ReadonlyMap<ImportField, number>,
  note: (kind: ProblemKind, field: ImportField, text?: string, detail?: string) => void,
): { readonly gender: MemberFields['gender'] | undefined; readonly bornOn: PartialDate | undefined } {
  const [male, female] = [parts.isMale, parts.isFemale];
  const marks = [male, female].flatMap((part) => (part?.kind === 'mark' ? [part] : []));
  if (marks.length === 2) note('gender-both', 'isFemale');
  const hasOneColumn = columns.has('isMale') !== columns.has('isFemale');
  const byColumn = (): MemberFields['gender'] | undefined => {
    if (marks.length === 2) return undefined;
    if (male?.kind === 'mark') return 'male';
    if (female?.kind === 'mark') return 'female';
    if (!hasOneColumn) return undefined;
    return columns.has('isFemale') ? 'male' : 'female';
  };
  const said = parts.gender?.kind === 'gender' ? parts.gender.gender : undefined;
  const born = parts.bornOn?.kind === 'date' ? parts.bornOn.date : (marks[0]?.bornOn ?? undefined);
  return { gender: said ?? byColumn(), bornOn: born };
}

function textsOf(parts: Parts): Partial<Omit<MemberFields, 'unitId'>> {
  const texts: Record<string, string> = {};
  for (const field of Object.keys(parts) as ImportField[]) {
    const part = parts[field];
    if (part?.kind === 'text' && plainTexts.has(field)) texts[field] = part.text;
  }
  return texts;
}

function datesOf(parts: Parts): Partial<Omit<MemberFields, 'unitId'>> {
  const dates: Record<string, PartialDate> = {};
  for (const field of Object.keys(parts) as ImportField[]) {
    const part = parts[field];
    const { kind } = importFieldOf(field);
    if (part?.kind === 'date' && field !== 'bornOn' && (kind === 'date' || kind === 'partial-date'))
      dates[field] = part.date;
  }
  return dates;
}

/** Standing of somebody whose row does not say it: official unless recently admitted and not yet recognised. */
export function usualState(values: RowDraft['values'], today: PlainDate): MemberState {
  const { admittedOn = null, officialOn = null } = values;
  if (officialOn !== null || admittedOn === null) return 'official';
  return yearOf(admittedOn) >= partsOf(addYears(today, -PROBATION_YEARS)).year ? 'probationary' : 'official';
}
