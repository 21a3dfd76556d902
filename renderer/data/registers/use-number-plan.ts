import type { PlainDate } from '#shared/base/plain-date.ts';
import { needsReason } from '#shared/domain/register/day-order.ts';
import { planNext } from '#shared/domain/register/number-plan.ts';
import { seriesOf, type SeriesFault } from '#shared/domain/register/series.ts';
import type { Office } from '../office.ts';
import type { LedgerEntryRow, RegisterRow } from '../rows.ts';
import { useLive } from '../use-live.ts';
import { neighbouringDays } from '../write/used-numbers.ts';
import { readBookLease, type BookLease } from './book-lease.ts';
import { readSeries, readTerms } from './read-series.ts';

/**
 * What would become of a paper numbered now: its series, the number and how it is given (`late`: at sync, by `holderName`'s PC; nobody's book, when `holder` says so, numbers nothing), whether a reason must
 * go with it, and the numbers kept for papers to come. `fault`: why it cannot be numbered for that day, or that the block of this PC is used up.
 */
export type NumberPlan = {
  readonly series: string;
  readonly next: number | null;
  readonly how: 'holder' | 'block' | 'late';
  readonly needsReason: boolean;
  readonly holder: BookLease['holder'];
  readonly holderName: string | null;
  readonly reserved: readonly LedgerEntryRow[];
  readonly fault?: SeriesFault | 'register-closed' | 'block-used-up' | 'record-missing';
};

/** The plan for a paper of this type and day in a book, live; undefined while loading. */
export function useNumberPlan(
  registerId: string | null,
  typeId: string,
  issuedOn: PlainDate | null,
): NumberPlan | undefined {
  return useLive(
    async (office) => {
      const register = registerId === null ? undefined : await office.db.registers.get(registerId);
      return register === undefined || issuedOn === null
        ? { ...nothing, fault: 'record-missing' as const }
        : makePlan(office, register, typeId, issuedOn);
    },
    [registerId, typeId, issuedOn],
  );
}

const nothing: NumberPlan = {
  series: '',
  next: null,
  how: 'late',
  needsReason: false,
  holder: 'other-pc',
  holderName: null,
  reserved: [],
};

async function makePlan(
  office: Office,
  register: RegisterRow,
  typeId: string,
  issuedOn: PlainDate,
): Promise<NumberPlan> {
  if (register.closedOn !== null && issuedOn > register.closedOn) return { ...nothing, fault: 'register-closed' };
  const found = seriesOf(register, typeId, issuedOn, await readTerms(office));
  if (!found.ok) return { ...nothing, fault: found.fault };
  const [state, lease] = await Promise.all([
    readSeries(office, register, found.series),
    readBookLease(office, register),
  ]);
  const plan = planNext(state, { device: office.device.dev, isHolder: lease.holder === 'this-pc' });
  const number = plan.how === 'late' ? null : plan.number;
  const isOut =
    plan.how === 'holder' &&
    needsReason({ number: plan.number, next: plan.number, day: issuedOn }, neighbouringDays(state.days, plan.number));
  return {
    series: found.series,
    next: number,
    how: plan.how,
    needsReason: isOut,
    holder: lease.holder,
    holderName: lease.holderName,
    reserved: state.entries
      .filter(({ kind, isReleased, from }) => kind === 'reserved' && !isReleased && !state.isUsed(from))
      .sort((a, b) => a.from - b.from),
    ...(plan.how === 'late' && plan.fault !== undefined && { fault: plan.fault }),
  };
}
