import type { PlainDate } from '#shared/base/plain-date.ts';
import type { BadgeRules } from './badge-rules.ts';

/** The money that comes with a badge, VND, or which part of the tables says nothing about it. */
export type BadgeAmount =
  | { readonly kind: 'known'; readonly amount: number; readonly hundredths: number; readonly base: number }
  | { readonly kind: 'unknown'; readonly why: 'no-factor' | 'no-base' };

/** Factor times base salary, both as in force on the award day (HD 56-HD/VPTW, 2015; domain.md 5.6); to the nearest whole VND. Nought is a value not filled in yet. */
export function badgeAmount(
  years: number,
  on: PlainDate,
  { factors, baseSalaries }: Pick<BadgeRules, 'factors' | 'baseSalaries'>,
): BadgeAmount {
  const factor = inForce(
    factors.filter((each) => each.years === years),
    on,
  );
  if (factor === undefined || factor.hundredths === 0) return { kind: 'unknown', why: 'no-factor' };
  const base = inForce(baseSalaries, on);
  if (base === undefined || base.amount === 0) return { kind: 'unknown', why: 'no-base' };
  const { hundredths } = factor;
  return { kind: 'known', amount: Math.round((hundredths * base.amount) / 100), hundredths, base: base.amount };
}

/** The entry in force on a day: the one with the latest `from` not after it; of two of one day the later in the table. */
function inForce<T extends { readonly from: PlainDate }>(entries: readonly T[], on: PlainDate): T | undefined {
  let found: T | undefined;
  for (const entry of entries) if (entry.from <= on && (found === undefined || entry.from >= found.from)) found = entry;
  return found;
}
