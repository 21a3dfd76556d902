import type { MemberState } from '#shared/domain/member/member-record.ts';
import { activeStates } from '#shared/domain/member/party-age.ts';
import type { MemberFilter, MemberSort } from '#renderer/data/members/member-list.ts';

/** What the chips and the list of states offer. */
export type Shown = 'active' | 'choose' | 'lacking' | 'twins' | 'not-at-province' | 'all' | MemberState;

/** What a person has chosen above the list. */
export type ListChoice = {
  readonly query: string;
  readonly shown: Shown;
  readonly unitId: string | null;
  readonly sort: MemberSort;
};

/** States beside those with a button of their own. */
export const otherStates: readonly MemberState[] = [
  'official',
  'exempt',
  'temporarily-away',
  'guest',
  'transferred',
  'left',
  'deceased',
];

/** The filter a choice means. */
export function filterOf({ query, shown, unitId, sort }: ListChoice): MemberFilter {
  return {
    query,
    unitId,
    states: statesOf(shown),
    only: shown === 'lacking' || shown === 'twins' || shown === 'not-at-province' ? shown : 'all',
    sort,
  };
}

function statesOf(shown: Shown): readonly MemberState[] {
  switch (shown) {
    case 'active':
    case 'lacking':
      return activeStates;
    case 'choose':
    case 'twins':
    case 'not-at-province':
    case 'all':
      return [];
    default:
      return [shown];
  }
}
