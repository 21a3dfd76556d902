import { z } from 'zod';

/**
 * Numbers by which organisations are warned about, and when their terms are (domain.md 5.11, from general knowledge: an office may say others).
 * `cellFrom`: official members of a cell; `cellCommitteeFrom`: from so many it has a chi uỷ; `baseCommitteeFrom`: of a đảng bộ cơ sở.
 */
export const unitRulesSchema = z.strictObject({
  cellFrom: z.int().min(1).max(100),
  cellCommitteeFrom: z.int().min(1).max(200),
  baseCommitteeFrom: z.int().min(1).max(1000),
  /** Length of a term; five years for cells too while the pilot runs (domain.md 1.7). */
  termYears: z.int().min(1).max(10),
  /** Days before the end of a term from which it is told. */
  termNoticeDays: z.int().min(0).max(1000),
});
export type UnitRules = z.infer<typeof unitRulesSchema>;

/** What every office begins with. */
export const defaultUnitRules: UnitRules = {
  cellFrom: 3,
  cellCommitteeFrom: 9,
  baseCommitteeFrom: 30,
  termYears: 5,
  termNoticeDays: 90,
};
