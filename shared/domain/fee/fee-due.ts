import type { MemberState } from '#shared/domain/member/member-record.ts';
import type { FeeBasisFields } from './fee-basis-record.ts';
import type { FeePaymentFields } from './fee-payment-record.ts';
import { addToMonth, findRate, lastBy, roundUp, type FeeRules } from './fee-rules.ts';

/** Standing in which a member pays here (domain.md 5.8: probationary members too). Those away for a time pay where they are; exempt from activity is not exempt from fees. */
const payingStates: readonly MemberState[] = ['probationary', 'official', 'exempt'];

export type FeeBasisEntry = Pick<FeeBasisFields, 'from' | 'category' | 'base' | 'agreed'>;

/** What a member owes for a month, VND, or why that cannot be told: no group was said, or the table has no rate or no base for it. */
export type FeeDue =
  | { readonly kind: 'due'; readonly amount: number; readonly category: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly why: 'no-basis' | 'no-rate' | 'no-base' };

/** What somebody owes for a month, by the basis and the rate in force in that month. `state`: their standing on its first day. */
export function feeDue(
  month: string,
  state: MemberState | undefined,
  bases: readonly FeeBasisEntry[],
  rules: FeeRules,
): FeeDue {
  if (state === undefined || !payingStates.includes(state)) return { kind: 'none' };
  const basis = lastBy(bases, month);
  if (basis === undefined) return { kind: 'unknown', why: 'no-basis' };
  const { category, base, agreed } = basis;
  if (agreed !== null) return { kind: 'due', amount: agreed, category };
  const rate = findRate(rules, category, month);
  if (rate === undefined) return { kind: 'unknown', why: 'no-rate' };
  if (rate.kind === 'fixed') return { kind: 'due', amount: rate.value, category };
  if (base === null) return { kind: 'unknown', why: 'no-base' };
  return { kind: 'due', amount: roundUp((base * rate.value) / 10_000, rules.roundTo), category };
}

/** Payments of a month: what was taken in, and what is still owed. What was due when something was paid stands, whatever the table says later. */
export type MonthAccount = { readonly due: FeeDue; readonly paid: number; readonly owed: number };

/** The account of a member for a month. */
export function accountOf(
  month: string,
  due: FeeDue,
  payments: readonly Pick<FeePaymentFields, 'month' | 'paid' | 'due'>[],
): MonthAccount {
  const own = payments.filter((payment) => payment.month === month);
  const paid = own.reduce((sum, payment) => sum + payment.paid, 0);
  const wanted = own.length > 0 ? Math.max(...own.map((payment) => payment.due)) : due.kind === 'due' ? due.amount : 0;
  return { due, paid, owed: Math.max(0, wanted - paid) };
}

/** Ended months of a year for which something is still owed. */
export type Arrears = {
  readonly months: readonly string[];
  readonly owed: number;
  readonly level: 'none' | 'warn' | 'alarm';
};

/**
 * What somebody owes of the ended months of a year. Three months unpaid in a year without good reason ask for a decision (QĐ 01-QĐ/TW): `alarm`.
 * `current`: the month of today, which has not ended. `dueOf`: what was due in a month.
 */
export function findArrears(
  current: string,
  dueOf: (month: string) => FeeDue,
  payments: readonly Pick<FeePaymentFields, 'month' | 'paid' | 'due'>[],
  { warnAfter, alarmAfter }: Pick<FeeRules, 'warnAfter' | 'alarmAfter'>,
): Arrears {
  const months: string[] = [];
  let owed = 0;
  // In January the year that has just ended is looked at, else it would be forgotten on its last day.
  const year = addToMonth(current, -1).slice(0, 4);
  for (let month = `${year}-01`; month < current; month = addToMonth(month, 1)) {
    const account = accountOf(month, dueOf(month), payments);
    if (account.owed === 0) continue;
    months.push(month);
    owed += account.owed;
  }
  const level = months.length >= alarmAfter ? 'alarm' : months.length >= warnAfter ? 'warn' : 'none';
  return { months, owed, level };
}
