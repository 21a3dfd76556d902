import type { MemberState } from '#shared/domain/member/member-record.ts';

/** In what order members are listed: by name as Vietnamese lists go, the oldest first, the longest in the Party first, the least complete record first. */
export type MemberSort = 'name' | 'age' | 'party-age' | 'completeness';

/**
 * What the list of members shows. `unitId` takes the units below with it. Empty `states` takes all members, past ones too, but neither candidates nor
 * guests: they are counted nowhere among members. `only`: those whose dossier lacks papers, that look like another record, or of which
 * something is only on this PC.
 */
export type MemberFilter = {
  readonly query: string;
  readonly unitId: string | null;
  readonly states: readonly MemberState[];
  readonly only: 'all' | 'lacking' | 'twins' | 'not-at-province';
  readonly sort: MemberSort;
};

/** All members. */
export const allMembers: MemberFilter = { query: '', unitId: null, states: [], only: 'all', sort: 'name' };

/**
 * Whose records somebody may look for: those of an organisation and below it (`within`; null: of the whole commune), and whether by private fields too.
 * Somebody bound to a cell who has none reaches nobody: `within` is then no unit's id.
 */
export type MemberReach = { readonly within: string | null; readonly isPrivate: boolean };

/** Reach of somebody who sees everything. */
export const fullReach: MemberReach = { within: null, isPrivate: true };

/** A filter with what belongs to who asks and to the day. `paperYears`: years of which the yearly papers are asked for. */
export type MemberAsk = MemberFilter & { readonly reach: MemberReach; readonly paperYears: readonly number[] };

/** Counts for the chips, under the same filter without its states and without `only`. `lacking`: of those who are active. */
export type MemberCounts = {
  readonly all: number;
  readonly active: number;
  readonly probationary: number;
  readonly gone: number;
  readonly candidates: number;
  readonly guests: number;
  readonly lacking: number;
  readonly twins: number;
  readonly unsent: number;
};
