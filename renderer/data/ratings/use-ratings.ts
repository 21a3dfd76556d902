import { useLive } from '../use-live.ts';
import { readRatingSheet, type RatingSheet } from './read-rating-sheet.ts';

/** The ratings of a cell for a period, live; undefined while loading or without a cell. */
export function useRatingSheet(unitId: string | null, period: string): RatingSheet | undefined {
  return useLive(
    async (office) => (unitId === null ? undefined : readRatingSheet(office, unitId, period)),
    [unitId, period],
  );
}
