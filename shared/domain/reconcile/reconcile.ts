import {
  identityOf,
  type CheckContext,
  type CheckedRow,
  type ImportCheck,
} from '#shared/domain/import/check-import.ts';
import type { ImportField } from '#shared/domain/import/import-field-table.ts';
import { problemLevels, type ImportProblem, type ProblemKind } from '#shared/domain/import/import-problem.ts';
import type { PersonAnswer } from '#shared/domain/import/import-settings.ts';
import { isBeyondDoubt } from '#shared/domain/import/match-member.ts';
import type { ReconcileNoteFields } from '#shared/domain/import/reconcile-note-record.ts';
import { fieldsOfLife, wordsOf, type MemberValue } from '#shared/domain/import/row-changes.ts';
import type { MemberFields, MemberState } from '#shared/domain/member/member-record.ts';
import { compareWithOurs } from './compare-with-ours.ts';
import { identityKey } from './identity-key.ts';

/**
 * What a line of the report is about. `differs`: a field; `lacks`: a field the other side leaves empty; `there`: somebody only they have; `here`: somebody only
 * we have; `gone`: somebody they still have and who has left here; `ask`: who it is must be said; `answered`: it was said, which can be taken back; `fault`: a cell or
 * row that cannot be read.
 */
export type ReportGroup = 'differs' | 'lacks' | 'there' | 'here' | 'gone' | 'ask' | 'answered' | 'fault';

/** How theirs can be taken over: written at once, proposed to a second person, by an event resting on a decision, as a new record; or not from here. */
export type TakingOver = 'write' | 'propose' | 'life' | 'make' | 'none';

/** A line of the report. Nothing is changed by it. */
export type ReportLine = {
  /** Tells the line from all others of the report. */
  readonly key: string;
  readonly group: ReportGroup;
  /** Row of their sheet as Excel numbers it, 0 when it has none; column from 0. */
  readonly row: number;
  readonly column: number | null;
  readonly name: string;
  readonly memberId: string | null;
  readonly field: keyof MemberFields | null;
  readonly ours: MemberValue;
  readonly theirs: MemberValue;
  readonly way: TakingOver;
  /** Who their row is, for notes; empty when there is no row. */
  readonly theirKey: string;
  /** Our members the row may be. */
  readonly candidates: readonly string[];
  readonly problem: ImportProblem | null;
  /** `kept`: somebody decided that ours stays; `proposed`: theirs waits for a second person. */
  readonly status: 'open' | 'kept' | 'proposed';
  readonly reason: string;
};

/** A proposal that waits for a second person. */
export type OpenProposal = { readonly memberId: string; readonly field: string; readonly to: MemberValue };

/** What is known beside the two lists. `scope`: whether their list should have all our members, or only those of the cells that stand in it. */
export type ReconcileFrame = {
  readonly notes: readonly ReconcileNoteFields[];
  readonly proposals: readonly OpenProposal[];
  readonly scope: 'office' | 'units';
};

/** Members who are counted here, so that the national database has to have them here too. */
const counted: ReadonlySet<MemberState> = new Set(['probationary', 'official', 'exempt', 'temporarily-away']);
const ofPerson: ReadonlySet<ProblemKind> = new Set([
  ...(['same-person', 'same-person-twice', 'member-gone', 'numbers-of-two', 'number-of-other'] as const),
  ...(['gender-missing', 'unit-unknown', 'unit-unsure', 'hidden-row'] as const),
]);

/** Who the rows are, as notes say that were made before: `same` and `other` settle what would be asked again. */
export function answersByNotes(
  rows: readonly CheckedRow[],
  notes: readonly ReconcileNoteFields[],
  { members }: CheckContext,
): Readonly<Record<number, PersonAnswer>> {
  const known = new Map(members.map(({ id, fields }) => [id, identityOf(fields)]));
  const answers: Record<number, PersonAnswer> = {};
  for (const row of rows) {
    const asked = askedAbout(row);
    if (asked === undefined) continue;
    const wanted = identityOf(row.values);
    const key = identityKey(wanted);
    const own = notes.filter(({ theirKey }) => theirKey === key);
    const same = own.find(({ kind, memberId }) => kind === 'same' && memberId !== null && known.has(memberId));
    const others = new Set(own.flatMap(({ kind, memberId }) => (kind === 'other' ? (memberId ?? []) : [])));
    const left = idsIn(asked).filter((id) => !others.has(id));
    const [only] = left;
    const person = only === undefined ? undefined : known.get(only);
    if (same?.memberId !== undefined && same.memberId !== null)
      answers[row.row] = { kind: 'member', id: same.memberId };
    else if (only === undefined) answers[row.row] = { kind: 'new' };
    // Whom nobody ruled out, and whom all else fits.
    else if (others.size > 0 && left.length === 1 && person !== undefined && isBeyondDoubt(person, wanted))
      answers[row.row] = { kind: 'member', id: only };
  }
  return answers;
}

/** A line for each row of which notes say who it is (`answers`, see `answersByNotes`). `rows`: as they were checked without the notes. */
export function answeredLines(
  rows: readonly CheckedRow[],
  answers: Readonly<Record<number, PersonAnswer>>,
): readonly ReportLine[] {
  return rows.flatMap((each): ReportLine[] => {
    const { row, name, values } = each;
    const [problem, answer] = [askedAbout(each), answers[row]];
    if (problem === undefined || answer === undefined) return [];
    const who = { theirKey: identityKey(identityOf(values)), candidates: idsIn(problem), problem };
    const memberId = answer.kind === 'member' ? answer.id : null;
    return [{ ...blankLine, ...who, key: `answered ${String(row)}`, group: 'answered', row, name, memberId }];
  });
}

/** Compares their list, as it was checked against our members, with what we have. `columns`: what each column of their sheet is. */
export function reconcile(
  check: ImportCheck,
  columns: readonly (ImportField | null)[],
  context: CheckContext,
  frame: ReconcileFrame,
): readonly ReportLine[] {
  const known = new Map(context.members.map(({ id, fields }) => [id, fields]));
  const reader = new LineMaker(columns, context, frame);
  const lines: ReportLine[] = [];
  const seen = new Set<string>();
  const units = new Set<string | null>();
  for (const row of check.rows) {
    if (row.standing === 'left') continue;
    if (row.values.unitId !== undefined) units.add(row.values.unitId);
    lines.push(...reader.faults(row));
    const asked = askedAbout(row);
    const ours = row.memberId === null ? undefined : known.get(row.memberId);
    if (asked !== undefined) {
      lines.push(reader.asked(row, asked));
      for (const id of idsIn(asked)) seen.add(id);
    } else if (ours === undefined || row.memberId === null) lines.push(reader.there(row));
    else if (!seen.has(row.memberId)) {
      seen.add(row.memberId);
      lines.push(...reader.compared(row, row.memberId, ours));
    }
  }
  for (const { id, fields } of context.members)
    if (!seen.has(id) && counted.has(fields.state) && (frame.scope === 'office' || units.has(fields.unitId)))
      lines.push(reader.here(id, fields));
  return lines;
}

function askedAbout({ problems }: CheckedRow): ImportProblem | undefined {
  return problems.find(({ kind }) => kind === 'same-person' || kind === 'numbers-of-two');
}

function idsIn({ detail }: ImportProblem): readonly string[] {
  return detail.split('\n').flatMap((line) => line.split(' ')[0] ?? []);
}

/** Makes lines, each with what was decided of it before. */
class LineMaker {
  readonly #context: CheckContext;
  readonly #kept = new Map<string, ReconcileNoteFields[]>();
  readonly #proposed = new Map<string, string[]>();
  readonly #columns: ReadonlyMap<ImportField, number>;

  constructor(columns: readonly (ImportField | null)[], context: CheckContext, { notes, proposals }: ReconcileFrame) {
    this.#context = context;
    this.#columns = new Map(columns.flatMap((field, at) => (field === null ? [] : [[field, at] as const])));
    for (const note of notes)
      if (note.kind === 'kept') {
        const key = note.memberId === null ? `there ${note.theirKey}` : `${note.memberId} ${note.field}`;
        this.#kept.set(key, [...(this.#kept.get(key) ?? []), note]);
      }
    for (const { memberId, field, to } of proposals) {
      const key = `${memberId} ${field}`;
      this.#proposed.set(key, [...(this.#proposed.get(key) ?? []), wordsOf(to)]);
    }
  }

  faults(row: CheckedRow): readonly ReportLine[] {
    return row.problems
      .filter(({ kind }) => problemLevels[kind] !== 'doubt' && !ofPerson.has(kind))
      .map((problem) =>
        this.#line(row, 'fault', `${problem.kind} ${String(row.row)} ${String(problem.column)}`, {
          ...{ column: problem.column, problem, memberId: row.memberId },
        }),
      );
  }

  asked(row: CheckedRow, problem: ImportProblem): ReportLine {
    return this.#line(row, 'ask', String(row.row), { problem, candidates: idsIn(problem), column: problem.column });
  }

  there(row: CheckedRow): ReportLine {
    const line = this.#line(row, 'there', String(row.row), { way: row.standing === 'make' ? 'make' : 'none' });
    return this.#remembered(line, `there ${line.theirKey}`);
  }

  here(memberId: string, { name }: MemberFields): ReportLine {
    const line: ReportLine = { ...blankLine, key: `here ${memberId}`, group: 'here', name: name.full, memberId };
    return this.#remembered(line, `${memberId} `);
  }

  compared(row: CheckedRow, memberId: string, ours: MemberFields): readonly ReportLine[] {
    const gone = row.problems.find(({ kind }) => kind === 'member-gone');
    if (gone !== undefined || !counted.has(ours.state)) {
      const said = { memberId, name: ours.name.full, field: 'state', ours: ours.state, way: 'life' } as const;
      const line = this.#line(row, 'gone', memberId, said);
      return [this.#remembered(line, `${memberId} state`)];
    }
    const lines = this.#saidIn(row, ours).flatMap(([field, theirs]): ReportLine[] => {
      const compared = compareWithOurs(field, ours, theirs);
      if (compared === 'same') return [];
      const isEmpty = compared === 'theirs-empty';
      const way = isEmpty ? 'none' : this.#wayOf(field, compared === 'ours-empty');
      const both = { name: ours.name.full, ours: ours[field], theirs: isEmpty ? '' : theirs };
      return [this.#field(row, memberId, field, { group: isEmpty ? 'lacks' : 'differs', way, ...both })];
    });
    const unknown = row.problems.find(({ kind }) => kind === 'unit-unknown' || kind === 'unit-unsure');
    const unit = {
      name: ours.name.full,
      ours: ours.unitId,
      theirs: unknown?.text ?? '',
      way: 'none',
      group: 'differs',
    } as const;
    return unknown === undefined ? lines : [...lines, this.#field(row, memberId, 'unitId', unit)];
  }

  /** What a row says of each field it has a column for; of a cell that could not be read nothing is said. */
  #saidIn(
    { values, problems }: CheckedRow,
    ours: MemberFields,
  ): readonly (readonly [keyof MemberFields, MemberValue])[] {
    const unread = new Set(problems.map(({ field }) => field));
    const empty = [...this.#columns.keys()].filter(
      (field): field is keyof MemberFields & ImportField => field in ours && !(field in values) && !unread.has(field),
    );
    const said = Object.entries(values) as [keyof MemberFields, MemberValue][];
    return [...said, ...empty.map((field) => [field, null] as const)];
  }

  #field(
    row: CheckedRow,
    memberId: string,
    field: keyof MemberFields,
    more: Partial<ReportLine> & Pick<ReportLine, 'group'>,
  ): ReportLine {
    const column = this.#columns.get(field === 'unitId' ? 'unit' : (field as ImportField)) ?? null;
    const line = this.#line(row, more.group, `${memberId} ${field}`, { memberId, field, column, ...more });
    return this.#remembered(line, `${memberId} ${field}`);
  }

  #wayOf(field: keyof MemberFields, fills: boolean): TakingOver {
    if (fieldsOfLife.has(field)) return fills && field === 'unitId' ? 'write' : 'life';
    return !fills && this.#context.strict.has(field) ? 'propose' : 'write';
  }

  #line(row: CheckedRow, group: ReportGroup, key: string, more: Partial<ReportLine>): ReportLine {
    const theirKey = identityKey(identityOf(row.values));
    return { ...blankLine, key: `${group} ${key}`, group, row: row.row, name: row.name, theirKey, ...more };
  }

  /** A decision holds as long as both sides say what they said then. */
  #remembered(line: ReportLine, key: string): ReportLine {
    const words = [wordsOf(line.ours), wordsOf(line.theirs)];
    const note = this.#kept.get(key)?.findLast(({ ours, theirs }) => {
      const then = [wordsOf(ours as MemberValue), wordsOf(theirs as MemberValue)];
      return then[0] === words[0] && then[1] === words[1];
    });
    if (note !== undefined) return { ...line, status: 'kept', reason: note.reason };
    const isProposed = line.field !== null && this.#proposed.get(key)?.includes(words[1] ?? '') === true;
    return isProposed ? { ...line, status: 'proposed' } : line;
  }
}

const blankLine: ReportLine = {
  ...{
    key: '',
    group: 'differs',
    row: 0,
    column: null,
    name: '',
    memberId: null,
    field: null,
    ours: null,
    theirs: null,
  },
  ...{ way: 'none', theirKey: '', candidates: [], problem: null, status: 'open', reason: '' },
};
