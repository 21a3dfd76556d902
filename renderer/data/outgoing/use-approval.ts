import type { PlainDate } from '#shared/base/plain-date.ts';
import { isSecret } from '#shared/domain/document/document-record.ts';
import { useOffice } from '../office-context.tsx';
import type { DraftVersionRow, OpinionRow, OutgoingRow } from '../rows.ts';
import { useLive } from '../use-live.ts';
import { useToday } from '../use-today.ts';

/**
 * Whether what would be issued is approved: the paper's state says so, and no version was added behind an approval's back (by a PC that was offline).
 * A paper written and signed outside the program has nobody who drafts it, and needs no version. One begun here and left without a saved version is not
 * approved: nothing of it could be printed.
 */
export function isApproved(
  { state, drafterId, secrecy }: Pick<OutgoingRow, 'state' | 'drafterId' | 'secrecy'>,
  drafts: readonly Pick<DraftVersionRow, 'version'>[],
  opinions: readonly Pick<OpinionRow, 'kind' | 'version'>[],
): boolean {
  const latest = Math.max(0, ...drafts.map(({ version }) => version));
  if (latest === 0) return drafterId === null || isSecret({ secrecy });
  const approved = opinions.filter(({ kind }) => kind === 'approved').map(({ version }) => version);
  return state === 'approved' && (approved.length === 0 || approved.includes(latest));
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
