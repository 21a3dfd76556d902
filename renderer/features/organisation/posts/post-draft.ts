import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { AppointmentFields, PostKind } from '#shared/domain/unit/appointment-record.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import type { AppointmentRow, UnitRow } from '#renderer/data/rows.ts';
import { termNameOf } from '../change/change-form.ts';
import { usualPost } from '#renderer/messages/unit-life.ts';

/** The form of a post as typed. */
export type PostDraft = Omit<AppointmentFields, 'unitId' | 'decision' | 'order'> & {
  readonly symbol: string;
  readonly issuedOn: PlainDate | null;
  readonly issuer: string;
};

export type PostProblem = 'needs-name' | 'wrong-days';

/** Places in lists by post (domain.md 10.3). */
const orders: Readonly<Record<PostKind, number>> = {
  secretary: 1,
  'deputy-secretary': 2,
  'standing-member': 3,
  'committee-member': 4,
  'group-leader': 5,
  other: 6,
};

/** A new post, or the one that is changed. */
export function openPostDraft(unit: UnitRow, row: AppointmentRow | undefined, today: PlainDate): PostDraft {
  if (row !== undefined) {
    const { memberId, personName, kind, post, termName, from, to, decision } = row;
    const { symbol = '', issuedOn = null, issuer = '' } = decision ?? {};
    return { memberId, personName, kind, post, termName, from, to, symbol, issuedOn, issuer };
  }
  return {
    ...{ memberId: null, personName: '', kind: 'secretary', post: usualPost('secretary', unit.kind) },
    termName: termNameOf(unit.termFrom, unit.termTo),
    ...{ from: today, to: null, symbol: '', issuedOn: null, issuer: '' },
  };
}

/** Another kind of post, with its usual words unless somebody wrote others. */
export function chooseKind(draft: PostDraft, kind: PostKind, unitKind: UnitKind): PostDraft {
  const isUsual = draft.post === '' || draft.post === usualPost(draft.kind, unitKind);
  return { ...draft, kind, post: isUsual ? usualPost(kind, unitKind) : draft.post };
}

export function findPostProblems({ personName, from, to }: PostDraft): readonly PostProblem[] {
  return [
    ...(normalizeLine(personName) === '' ? (['needs-name'] as const) : []),
    ...(from !== null && to !== null && to < from ? (['wrong-days'] as const) : []),
  ];
}

/** The post as it is stored. */
export function readPostDraft({ symbol, issuedOn, issuer, ...draft }: PostDraft, unitId: string): AppointmentFields {
  const isQuoted = symbol.trim() !== '' || issuedOn !== null || issuer.trim() !== '';
  return {
    ...draft,
    ...{ unitId, personName: normalizeLine(draft.personName), order: orders[draft.kind] },
    decision: isQuoted ? { symbol: normalizeLine(symbol), issuedOn, issuer: normalizeLine(issuer), signer: '' } : null,
  };
}
