import { foldForSearch } from '#shared/base/vietnamese.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { checkValues, genderOfCitizenId } from './check-values.ts';
import type { ImportField } from './import-field-table.ts';
import { problemLevels, type ImportProblem, type ProblemKind } from './import-problem.ts';
import type { ImportSettings, PersonAnswer, UnitAnswer } from './import-settings.ts';
import { isBorneOutAsTwo, MemberFinder, mayBeBorn, ownNumbers, type Identity } from './match-member.ts';
import { foldUnitWords, UnitFinder, type NamedUnit } from './match-unit.ts';
import { readRow, usualState, type ReadFrame, type RowDraft } from './read-rows.ts';
import { changesOfRow, type RowChanges } from './row-changes.ts';
import { listDataRows, type PassedRow } from './sheet-rows.ts';
import type { ImportSheet } from './sheet-cell.ts';

/** A member the office has. */
export type KnownMember = { readonly id: string; readonly fields: MemberFields };

/** What a sheet is checked against. `strict`: fields of a member that two people answer for. */
export type CheckContext = ReadFrame & {
  readonly members: readonly KnownMember[];
  readonly units: readonly NamedUnit[];
  readonly strict: ReadonlySet<string>;
  readonly rules: MemberRules;
};

/**
 * What becomes of a row: a new record, changes in one that is there, nothing because nothing differs or because somebody chose so; or it waits for an answer,
 * or cannot be taken.
 */
export type Standing = 'make' | 'change' | 'same' | 'left' | 'ask' | 'error';

export type CheckedRow = {
  readonly row: number;
  readonly standing: Standing;
  readonly name: string;
  readonly values: Partial<MemberFields>;
  /** Folded words of a unit that is to be made. */
  readonly newUnit: string | null;
  /** The member whom the row is. */
  readonly memberId: string | null;
  readonly changes: RowChanges | null;
  readonly problems: readonly ImportProblem[];
};

/** A sheet as it would be taken in; nothing is written by checking. */
export type ImportCheck = {
  readonly rows: readonly CheckedRow[];
  readonly passed: readonly PassedRow[];
  /** Units to be made, by folded words. */
  readonly newUnits: ReadonlyMap<string, Extract<UnitAnswer, { readonly kind: 'make' }>>;
};

type Work = {
  readonly draft: RowDraft;
  readonly problems: ImportProblem[];
  readonly answer: PersonAnswer | undefined;
  unitId: string | null;
  newUnit: string | null;
  memberId: string | null;
};

/** Checks a sheet against the settings and the office's members: every problem is named by row and column, nothing is guessed that is not beyond doubt. */
export function checkImport(sheet: ImportSheet, settings: ImportSettings, context: CheckContext): ImportCheck {
  const { rows, passed } = listDataRows(sheet, settings);
  const left = new Set(settings.left);
  const finder = new MemberFinder(context.members.map(({ id, fields }) => ({ id, ...identityOf(fields) })));
  const units = new UnitFinder(context.units);
  const newUnits = new Map<string, Extract<UnitAnswer, { readonly kind: 'make' }>>();
  const columns = columnsOf(settings);
  const works: Work[] = [];
  const outs: CheckedRow[] = [];
  for (const data of rows) {
    const answer = settings.people[data.row];
    const draft = readRow(data, settings, context);
    if (left.has(data.row) || answer?.kind === 'leave' || (data.isHidden && settings.hiddenRows === 'leave')) {
      outs.push(leftRow(draft));
      continue;
    }
    const work: Work = { draft, problems: [...draft.problems], answer, unitId: null, newUnit: null, memberId: null };
    if (data.isHidden && settings.hiddenRows === 'ask') note(work, 'hidden-row', null, null);
    for (const { kind, field, detail } of checkValues(draft.values, context.today, context.rules))
      note(work, kind, field, columns.get(field) ?? null, detail);
    settleUnit(work, units, settings, newUnits);
    works.push(work);
  }
  noteDoubles(works, columns);
  for (const work of works) matchRow(work, finder, columns);
  noteTwice(works, columns);
  const known = new Map(context.members.map(({ id, fields }) => [id, fields]));
  for (const work of works) outs.push(finishRow(work, known, settings, columns, context));
  return { rows: outs.sort((a, b) => a.row - b.row), passed, newUnits };
}

function columnsOf({ columns }: ImportSettings): ReadonlyMap<ImportField, number> {
  return new Map(columns.flatMap((field, column) => (field === null ? [] : [[field, column] as const])));
}

/** Who somebody is by the fields of a record or of a row. */
export function identityOf(values: Partial<MemberFields>): Identity {
  const { name, bornOn = null, gender = null, citizenId = '', cardNumber = '', fileNumber = '' } = values;
  return { name: name?.full ?? '', bornOn, gender, citizenId, cardNumber, fileNumber };
}

function leftRow({ row, values, problems }: RowDraft): CheckedRow {
  const nothing = { newUnit: null, memberId: null, changes: null };
  return { row, standing: 'left', name: values.name?.full ?? '', values, ...nothing, problems };
}

function note(
  { draft, problems }: Work,
  kind: ProblemKind,
  field: ImportField | null,
  column: number | null,
  detail = '',
): void {
  const value = field === null ? undefined : (draft.values as Partial<Record<ImportField, unknown>>)[field];
  const text =
    typeof value === 'string' ? value : field === 'name' || value === undefined ? (draft.values.name?.full ?? '') : '';
  problems.push({ kind, row: draft.row, column, field, text, detail });
}

function settleUnit(
  work: Work,
  units: UnitFinder,
  settings: ImportSettings,
  newUnits: Map<string, Extract<UnitAnswer, { readonly kind: 'make' }>>,
): void {
  const { unit, row } = work.draft;
  if (unit === null) return;
  const folded = foldUnitWords(unit.words);
  const answer = Object.hasOwn(settings.units, folded) ? settings.units[folded] : undefined;
  if (answer?.kind === 'unit') work.unitId = answer.id;
  else if (answer?.kind === 'make') {
    work.newUnit = folded;
    newUnits.set(folded, answer);
  }
  if (answer !== undefined) return;
  const match = units.find(unit.words);
  if (match.kind === 'sure') work.unitId = match.id;
  else
    work.problems.push({
      ...{ kind: match.kind === 'none' ? 'unit-unknown' : 'unit-unsure', row, column: unit.column, field: 'unit' },
      ...{ text: unit.words, detail: match.kind === 'none' ? '' : match.ids.join(' ') },
    });
}

/** The same number in two rows: both are wrong until one is put right or left out. */
function noteDoubles(works: readonly Work[], columns: ReadonlyMap<ImportField, number>): void {
  for (const field of ownNumbers) {
    const rows = new Map<string, Work[]>();
    for (const work of works) {
      const value = work.draft.values[field] ?? '';
      if (value !== '') append(rows, value, work);
    }
    for (const same of rows.values())
      if (same.length > 1)
        for (const work of same) {
          const others = same.flatMap((other) => (other === work ? [] : [other.draft.row]));
          note(work, 'number-twice', field, columns.get(field) ?? null, others.slice(0, 5).join(', '));
        }
  }
}

function matchRow(work: Work, finder: MemberFinder, columns: ReadonlyMap<ImportField, number>): void {
  const { draft, answer } = work;
  const wanted = identityOf(draft.values);
  const nameColumn = columns.get('name') ?? columns.get('given') ?? null;
  const namesOf = (ids: readonly string[]): string =>
    ids.map((id) => [id, finder.get(id)?.name ?? ''].join(' ')).join('\n');
  if (answer?.kind === 'member') {
    work.memberId = answer.id;
    return;
  }
  if (answer?.kind === 'new') {
    for (const field of ownNumbers) {
      const holders = finder.holders(field, wanted[field]);
      if (holders.length > 0) note(work, 'number-of-other', field, columns.get(field) ?? null, namesOf(holders));
    }
    return;
  }
  const match = finder.match(wanted);
  if (match.kind === 'sure') work.memberId = match.id;
  else if (match.kind === 'two') note(work, 'numbers-of-two', 'name', nameColumn, namesOf(match.ids));
  else if (match.kind === 'ask') note(work, 'same-person', 'name', nameColumn, namesOf(match.ids));
}

/** Two rows that name one and the same person, or may: asked of the later one. */
function noteTwice(works: readonly Work[], columns: ReadonlyMap<ImportField, number>): void {
  const column = columns.get('name') ?? columns.get('given') ?? null;
  const byMember = new Map<string, Work>();
  const byName = new Map<string, Work[]>();
  for (const work of works) {
    const held = work.memberId === null ? undefined : byMember.get(work.memberId);
    if (held !== undefined) note(work, 'member-twice', 'name', column, String(held.draft.row));
    else if (work.memberId !== null) byMember.set(work.memberId, work);
    const name = work.draft.values.name?.full ?? '';
    if (name === '') continue;
    const key = foldForSearch(name);
    const before = byName.get(key) ?? [];
    const twin =
      held !== undefined || work.answer !== undefined ? undefined : before.find((other) => isOneOrTwo(other, work));
    if (twin !== undefined) note(work, 'same-person-twice', 'name', column, String(twin.draft.row));
    append(byName, key, work);
  }
}

function append(map: Map<string, Work[]>, key: string, work: Work): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [work]);
  else list.push(work);
}

function isOneOrTwo(one: Work, other: Work): boolean {
  if (one.memberId !== null && other.memberId !== null) return false;
  const [left, right] = [identityOf(one.draft.values), identityOf(other.draft.values)];
  return mayBeBorn(left, right) && !isBorneOutAsTwo(left, right);
}

const gone: ReadonlySet<MemberFields['state']> = new Set(['transferred', 'left', 'deceased']);

function finishRow(
  work: Work,
  known: ReadonlyMap<string, MemberFields>,
  settings: ImportSettings,
  columns: ReadonlyMap<ImportField, number>,
  context: CheckContext,
): CheckedRow {
  const { draft, memberId, unitId, newUnit, answer } = work;
  const ours = memberId === null ? undefined : known.get(memberId);
  const values: Partial<MemberFields> = { ...draft.values, ...(unitId === null ? {} : { unitId }) };
  const nameColumn = columns.get('name') ?? columns.get('given') ?? null;
  if (ours !== undefined && gone.has(ours.state) && answer?.kind !== 'member')
    note(work, 'member-gone', 'name', nameColumn, `${memberId ?? ''} ${ours.state}`);
  const isAsked = work.problems.some(({ kind }) => kind === 'same-person' || kind === 'same-person-twice');
  if (ours === undefined && !isAsked) completeNew(work, values, settings, columns, context);
  const changes =
    ours === undefined || settings.existing === 'leave'
      ? null
      : changesOfRow(ours, values, settings.existing, context.strict);
  const { problems } = work;
  const name = draft.values.name?.full ?? '';
  const standing = standingOf(problems, ours !== undefined, changes, newUnit !== null && ours?.unitId === null);
  return { row: draft.row, standing, name, values, newUnit, memberId, changes, problems };
}

/** What a new record must have and the row does not say. */
function completeNew(
  work: Work,
  values: { -readonly [F in keyof MemberFields]?: MemberFields[F] },
  settings: ImportSettings,
  columns: ReadonlyMap<ImportField, number>,
  { today }: CheckContext,
): void {
  const { row } = work.draft;
  if (values.state === undefined && !work.problems.some(({ field }) => field === 'state')) {
    values.state = usualState(work.draft.values, today);
    if (values.officialOn === undefined)
      note(work, 'state-guessed', 'state', columns.get('state') ?? null, values.state);
  }
  if (values.gender !== undefined || work.problems.some(({ kind }) => kind === 'gender-word' || kind === 'gender-both'))
    return;
  const column = columns.get('gender') ?? null;
  const byNumber = genderOfCitizenId(values.citizenId ?? '');
  const said =
    settings.genders[row] ?? byNumber ?? (settings.otherGenders === 'ask' ? undefined : settings.otherGenders);
  if (said === undefined) note(work, 'gender-missing', 'gender', column);
  else {
    values.gender = said;
    if (settings.genders[row] === undefined) note(work, 'gender-guessed', 'gender', column, said);
  }
}

function standingOf(
  problems: readonly ImportProblem[],
  isKnown: boolean,
  changes: RowChanges | null,
  fillsUnit: boolean,
): Standing {
  const levels = new Set(problems.map(({ kind }) => problemLevels[kind]));
  if (levels.has('error')) return 'error';
  if (levels.has('ask')) return 'ask';
  if (!isKnown) return 'make';
  const changed = changes !== null && (Object.keys(changes.to).length > 0 || changes.proposed.length > 0 || fillsUnit);
  return changed ? 'change' : 'same';
}
