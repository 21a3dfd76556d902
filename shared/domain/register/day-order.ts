import type { PlainDate } from '#shared/base/plain-date.ts';

/** Days of the papers around a number in its series: the latest with a lower number, the earliest with a higher one. */
export type NeighbouringDays = {
  readonly latestBelow: PlainDate | undefined;
  readonly earliestAbove: PlainDate | undefined;
};

/**
 * Whether a number needs a reason in the ledger: it is not simply the next one, or the days no longer run with the numbers
 * (a paper of an earlier day with a higher number, or of a later day with a lower one).
 */
export function needsReason(
  { number, next, day }: { readonly number: number; readonly next: number; readonly day: PlainDate },
  { latestBelow, earliestAbove }: NeighbouringDays,
): boolean {
  const isEarly = latestBelow !== undefined && day < latestBelow;
  const isLate = earliestAbove !== undefined && day > earliestAbove;
  return number !== next || isEarly || isLate;
}
