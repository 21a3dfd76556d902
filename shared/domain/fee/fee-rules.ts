import { z } from 'zod';
import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import { monthSchema } from './month.ts';

/**
 * What a group pays from a month on: `share` of the base in hundredths of a percent (100 is 1 %), or a `fixed` sum in VND a month. The rate in force is the one
 * with the latest `from` not after the month.
 */
const rateSchema = z.strictObject({
  category: z.string().min(1).max(40),
  from: monthSchema,
  kind: z.enum(['share', 'fixed']),
  value: z.int().min(0).max(1_000_000_000),
});

/** What an organisation keeps of what it collects from a month on, in percent. */
const keptSchema = z.strictObject({ from: monthSchema, percent: z.int().min(0).max(100) });

/** The office's rules on party fees, a setting: sources are thin on several of its values (domain.md 5.8, 11). */
export const feeRulesSchema = z.strictObject({
  rates: z.array(rateSchema).max(200),
  kept: z.array(keptSchema).max(50),
  /** Sums are rounded to so many VND. */
  roundTo: z.int().min(1).max(10_000),
  /** Months unpaid in a year that are told, and those after which the statute asks for a decision (3; QĐ 01-QĐ/TW). */
  warnAfter: z.int().min(1).max(12),
  alarmAfter: z.int().min(1).max(12),
});
export type FeeRules = z.infer<typeof feeRulesSchema>;
export type FeeRate = z.infer<typeof rateSchema>;

/** First month of QĐ 01-QĐ/TW (03/02/2026), and of QĐ 342-QĐ/TW (28/12/2010) before it. */
const NEW_RULE = '2026-02';
const OLD_RULE = '2011-01';

/**
 * Values sources give. Farmers and others: the range of the old rule (2,000–30,000 VND, half of it above working age), its lower end, until a province says
 * otherwise (unverified). Kept by commune bodies: 90 % under the old rule (unverified).
 */
export const defaultFeeRules: FeeRules = {
  rates: [
    { category: 'insured', from: OLD_RULE, kind: 'share', value: 100 },
    { category: 'insured-benefit', from: OLD_RULE, kind: 'share', value: 100 },
    { category: 'pension', from: OLD_RULE, kind: 'share', value: 50 },
    { category: 'student', from: OLD_RULE, kind: 'fixed', value: 3000 },
    { category: 'student', from: NEW_RULE, kind: 'fixed', value: 5000 },
    { category: 'farmer', from: OLD_RULE, kind: 'fixed', value: 5000 },
    { category: 'above-age', from: OLD_RULE, kind: 'fixed', value: 2500 },
    { category: 'other', from: OLD_RULE, kind: 'fixed', value: 5000 },
    { category: 'exempt', from: OLD_RULE, kind: 'fixed', value: 0 },
  ],
  kept: [{ from: OLD_RULE, percent: 90 }],
  roundTo: 1,
  warnAfter: 2,
  alarmAfter: 3,
};

/** The rate of a group in a month; undefined when the table has none. */
export function findRate({ rates }: Pick<FeeRules, 'rates'>, category: string, month: string): FeeRate | undefined {
  return lastBy(
    rates.filter((rate) => rate.category === category),
    month,
  );
}

/** What is kept of a sum collected in a month, VND. */
export function keptOf({ kept, roundTo }: FeeRules, collected: number, month: string): number {
  const percent = lastBy(kept, month)?.percent ?? 0;
  return Math.min(collected, roundUp((collected * percent) / 100, roundTo));
}

/** To the nearest whole `step` VND, halves up. */
export function roundUp(value: number, step: number): number {
  return Math.floor(value / step + 0.5) * step;
}

/** The entry in force in a month: the one with the latest `from` not after it. */
export function lastBy<T extends { readonly from: string }>(entries: readonly T[], month: string): T | undefined {
  let found: T | undefined;
  for (const entry of entries)
    if (entry.from <= month && (found === undefined || entry.from >= found.from)) found = entry;
  return found;
}

/** The month before or after some months: `2026-01` minus 1 is `2025-12`. */
export function addToMonth(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The month of a day. */
export function monthOf(day: PlainDate): string {
  return day.slice(0, 7);
}

/** The first day of a month. */
export function firstOf(month: string): PlainDate {
  return toPlainDate(`${month}-01`);
}

/** Organisations that take in and hand up fees themselves. */
export const collectingKinds: readonly UnitKind[] = ['cell', 'base-committee', 'section-committee', 'committee'];
