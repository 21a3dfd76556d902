import type { PlainDate } from '#shared/base/plain-date.ts';
import { useOffice } from '../office-context.tsx';
import type { DraftVersionRow, OpinionRow } from '../rows.ts';
import { useLive } from '../use-live.ts';
import { useToday } from '../use-today.ts';

/** Whether the latest version is approved; a paper without any version was signed on paper and needs none. */
export function isApproved(
  drafts: readonly Pick<DraftVersionRow, 'version'>[],
  opinions: readonly Pick<OpinionRow, 'kind' | 'version'>[],
): boolean {
  const latest = Math.max(0, ...drafts.map(({ version }) => version));
  return latest === 0 || opinions.some(({ kind, version }) => kind === 'approved' && version === latest);
}

/** People who have delegated their approval to who is at the PC, today. */
export function useDelegators(): readonly string[] {
  const { actor } = useOffice();
  const today = useToday();
  return useLive(({ db }) => readDelegators(db.delegations.toArray(), actor, today), [actor, today]) ?? [];
}

type Delegation = {
  readonly fromStaffId: string;
  readonly toStaffId: string;
  readonly duties: readonly string[];
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly revokedOn: PlainDate | null;
  readonly removed: boolean;
};

async function readDelegators(
  rows: PromiseLike<readonly Delegation[]>,
  actor: string,
  today: PlainDate,
): Promise<readonly string[]> {
  const valid = (await rows).filter(
    ({ toStaffId, duties, from, until, revokedOn, removed }) =>
      !removed &&
      toStaffId === actor &&
      duties.includes('approve') &&
      from <= today &&
      today <= until &&
      (revokedOn === null || today < revokedOn),
  );
  return [...new Set(valid.map(({ fromStaffId }) => fromStaffId))];
}
