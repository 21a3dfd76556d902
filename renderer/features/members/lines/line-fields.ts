import type { MemberLineFields, MemberLineKind } from '#shared/domain/member/member-line-record.ts';
import type { MemberLineDraft } from '#renderer/data/members/member-line-repository.ts';
import { normalizeLine, normalizeText } from '#shared/base/vietnamese.ts';

/** One field of a line. */
export type LineField = {
  readonly field: keyof MemberLineDraft;
  readonly kind: 'partial-date' | 'text' | 'long-text' | 'year' | 'relation';
  readonly max: number;
};

const dates: readonly LineField[] = [
  { field: 'from', kind: 'partial-date', max: 10 },
  { field: 'to', kind: 'partial-date', max: 10 },
];
const title: LineField = { field: 'title', kind: 'text', max: 300 };
const place: LineField = { field: 'place', kind: 'text', max: 200 };
const detail: LineField = { field: 'detail', kind: 'long-text', max: 1000 };

/** Columns of each table, in the order of the form 1-HSĐV. */
export const lineFields: Readonly<Record<MemberLineKind, readonly LineField[]>> = {
  work: [...dates, title, place],
  training: [...dates, title, place, detail],
  abroad: [...dates, title, detail],
  family: [
    { field: 'relation', kind: 'relation', max: 40 },
    { field: 'personName', kind: 'text', max: 120 },
    { field: 'bornYear', kind: 'year', max: 4 },
    title,
    place,
    detail,
  ],
};

/** A line of which nothing is known yet. */
export const blankLine: MemberLineDraft = {
  from: null,
  to: null,
  title: '',
  place: '',
  detail: '',
  relation: '',
  personName: '',
  bornYear: null,
};

/** The part of a line that a person writes. */
export function draftOf(line: MemberLineFields): MemberLineDraft {
  return Object.fromEntries(
    (Object.keys(blankLine) as (keyof MemberLineDraft)[]).map((field) => [field, line[field]]),
  ) as MemberLineDraft;
}

/** A line as it is stored; names are brought to one form and never changed otherwise. */
export function cleanLine(draft: MemberLineDraft): MemberLineDraft {
  const entries = Object.entries(draft).map(([field, value]) => [
    field,
    typeof value === 'string' && field !== 'from' && field !== 'to'
      ? field === 'detail'
        ? normalizeText(value)
        : normalizeLine(value)
      : value,
  ]);
  return Object.fromEntries(entries) as MemberLineDraft;
}

/** Why a line cannot be saved: nothing is written in it, or it ends before it begins. */
export function lineProblem(draft: MemberLineDraft): 'empties' | 'dateOrder' | undefined {
  const { from, to, ...rest } = cleanLine(draft);
  if (Object.values(rest).every((value) => value === '' || value === null)) return 'empties';
  if (from === null || to === null) return undefined;
  const length = Math.min(from.length, to.length);
  return to.slice(0, length) < from.slice(0, length) ? 'dateOrder' : undefined;
}
