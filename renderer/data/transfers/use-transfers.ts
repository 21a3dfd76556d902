import { isIntroductionBook } from '#shared/domain/transfer/introduction.ts';
import { defaultTransferRules, type TransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import type { Office } from '../office.ts';
import { listRegisters, readBookLease, type BookLease } from '../registers/book-lease.ts';
import type {
  FormStockRow,
  MemberArrivalRow,
  MemberEventRow,
  MemberRow,
  MemberTransferRow,
  OutgoingRow,
  RegisterRow,
} from '../rows.ts';
import { useSetting } from '../settings/use-setting.ts';
import { useLive } from '../use-live.ts';

/** A transfer with the member it is about, and its introduction paper where there is one. */
export type SentTransfer = {
  readonly transfer: MemberTransferRow;
  readonly member: MemberRow | undefined;
  readonly paper: OutgoingRow | undefined;
};

/** Transfers of this office, the newest first; undefined while loading. */
export function useSentTransfers(): readonly SentTransfer[] | undefined {
  return useLive(async ({ db }) => {
    const rows: MemberTransferRow[] = await db.memberTransfers.toArray();
    const transfers = rows.filter(({ removed }) => !removed).sort(newestFirst);
    const members = await db.members.bulkGet(transfers.map(({ memberId }) => memberId));
    const papers = await db.outgoings.bulkGet(transfers.map(({ introductionId }) => introductionId ?? ''));
    return transfers.map((transfer, i) => ({ transfer, member: members[i], paper: papers[i] }));
  }, []);
}

/** Members who come from other offices, the newest first; undefined while loading. */
export function useMemberArrivals(): readonly MemberArrivalRow[] | undefined {
  return useLive(async ({ db }) => {
    const rows: MemberArrivalRow[] = await db.memberArrivals.toArray();
    return rows.filter(({ removed }) => !removed).sort(newestFirst);
  }, []);
}

/** The transfers of one member, the newest first; undefined while loading. */
export function useTransfersOf(memberId: string): readonly MemberTransferRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const rows: MemberTransferRow[] = await db.memberTransfers.where('memberId').equals(memberId).toArray();
      return rows.filter(({ removed }) => !removed).sort(newestFirst);
    },
    [memberId],
  );
}

/** A move from cell to cell of this office, and its introduction paper where one was written. */
export type InternalMove = {
  readonly event: MemberEventRow;
  readonly member: MemberRow | undefined;
  readonly paper: OutgoingRow | undefined;
};

/** Moves from cell to cell, the newest first, at most so many; undefined while loading. */
export function useInternalMoves(limit = 200): readonly InternalMove[] | undefined {
  return useLive(
    async ({ db }) => {
      const found: MemberEventRow[] = await db.memberEvents.filter(isMove).toArray();
      const events = found.sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1)).slice(0, limit);
      const members = await db.members.bulkGet(events.map(({ memberId }) => memberId));
      const papers = await db.outgoings.bulkGet(events.map(({ decisionId }) => decisionId ?? ''));
      return events.map((event, i) => ({ event, member: members[i], paper: papers[i] }));
    },
    [limit],
  );
}

function isMove({ kind, state, removed, isPastOnly, atOffice }: MemberEventRow): boolean {
  return kind === 'moved' && state === 'decided' && !removed && !isPastOnly && atOffice === '';
}

/** The book of introductions and who numbers in it; null when the office has none, undefined while loading. */
export function useIntroductionBook():
  | { readonly register: RegisterRow; readonly lease: BookLease }
  | null
  | undefined {
  return useLive(async (office: Office) => {
    const register = (await listRegisters(office, 'outgoing')).find(isIntroductionBook);
    return register === undefined ? null : { register, lease: await readBookLease(office, register) };
  }, []);
}

/** Time limits of transfers as this office has set them; undefined while loading. */
export function useTransferRules(): TransferRules | undefined {
  const set = useSetting('transfer-rules');
  return set === null ? defaultTransferRules : set;
}

/** The count of cards and introductions, the newest first; undefined while loading. */
export function useFormStocks(): readonly FormStockRow[] | undefined {
  return useLive(async ({ db }) => {
    const rows: FormStockRow[] = await db.formStocks.toArray();
    return rows
      .filter(({ removed }) => !removed)
      .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : newestFirst(a, b)));
  }, []);
}

/** Members kept here who may be this person: of the same numbers, or the record that was left behind. */
export function useSamePeople(
  wanted: Pick<MemberRow, 'citizenId' | 'cardNumber' | 'fileNumber'>,
  sentMemberId: string | null,
): readonly MemberRow[] | undefined {
  const { citizenId, cardNumber, fileNumber } = wanted;
  return useLive(
    async ({ db }) => {
      const isSame = (row: MemberRow): boolean =>
        !row.removed &&
        (row.id === sentMemberId ||
          (citizenId !== '' && row.citizenId === citizenId) ||
          (cardNumber !== '' && row.cardNumber === cardNumber) ||
          (fileNumber !== '' && row.fileNumber === fileNumber));
      const rows: MemberRow[] = await db.members.filter(isSame).toArray();
      return rows;
    },
    [citizenId, cardNumber, fileNumber, sentMemberId],
  );
}

function newestFirst(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? 1 : -1;
}
