import type { MemberState } from '#shared/domain/member/member-record.ts';

/** What the list of members shows. `unitId` takes the units below with it; empty `states` takes all. */
export type MemberFilter = {
  readonly query: string;
  readonly unitId: string | null;
  readonly states: readonly MemberState[];
};

/** All members. */
export const allMembers: MemberFilter = { query: '', unitId: null, states: [] };

/** Standing of those who take part in the life of a cell here. */
export const activeStates: readonly MemberState[] = ['probationary', 'official', 'exempt', 'temporarily-away'];

/** Counts for the chips, under the same filter without its states. */
export type MemberCounts = {
  readonly all: number;
  readonly active: number;
  readonly probationary: number;
  readonly gone: number;
};
