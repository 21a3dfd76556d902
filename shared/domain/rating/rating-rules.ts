import { z } from 'zod';
import { ratingLevelSchema, type RatingLevel } from './rating-record.ts';

/** The office's rules of rating, a setting (QĐ 366-QĐ/TW; domain.md 5.9; what is unverified there stands here to be changed). */
export const ratingRulesSchema = z.strictObject({
  /** What points are given for, and how many at most. */
  criteria: z
    .array(
      z.strictObject({
        code: z.string().min(1).max(40),
        name: z.string().min(1).max(200),
        most: z.int().min(1).max(100),
      }),
    )
    .max(30),
  /** From so many points on a level is suggested; below all of them it is `not-fulfilled`. */
  thresholds: z.array(z.strictObject({ level: ratingLevelSchema, from: z.int().min(0).max(1000) })).max(4),
  /** At most so many percent may be `excellent`: of those rated good or better, or of all rated. */
  capPercent: z.int().min(0).max(100),
  capOf: z.enum(['good-or-better', 'rated']),
});
export type RatingRules = z.infer<typeof ratingRulesSchema>;

/** The best first. */
export const ratingLevels: readonly RatingLevel[] = ['excellent', 'good', 'fulfilled', 'not-fulfilled'];

/** Counts of a period: of each level, of those not rated, and whether more are excellent than the cap allows. */
export type RatingCount = {
  readonly levels: Readonly<Record<RatingLevel, number>>;
  readonly rated: number;
  readonly notRated: number;
  readonly open: number;
  /** How many may be excellent, by the cap and the others' levels. */
  readonly allowed: number;
  readonly isOverCap: boolean;
};

/** What of a rating is counted: the decided level, else the proposed one. */
export type CountedRating = {
  readonly proposedLevel: RatingLevel | null;
  readonly decidedLevel: RatingLevel | null;
  readonly notRated: string;
};

/** The level a rating stands at now. */
export function standingLevel({ decidedLevel, proposedLevel }: CountedRating): RatingLevel | null {
  return decidedLevel ?? proposedLevel;
}

/** Counts ratings of a period; who has none yet is `open`. `members`: how many there are. */
export function countRatings(ratings: readonly CountedRating[], members: number, rules: RatingRules): RatingCount {
  const levels: Record<RatingLevel, number> = { excellent: 0, good: 0, fulfilled: 0, 'not-fulfilled': 0 };
  let notRated = 0;
  for (const rating of ratings) {
    const level = standingLevel(rating);
    if (rating.notRated !== '') notRated += 1;
    else if (level !== null) levels[level] += 1;
  }
  const rated = ratingLevels.reduce((sum, level) => sum + levels[level], 0);
  const base = rules.capOf === 'rated' ? rated : levels.excellent + levels.good;
  const allowed = Math.floor((base * rules.capPercent) / 100);
  return {
    levels,
    rated,
    notRated,
    open: Math.max(0, members - rated - notRated),
    allowed,
    isOverCap: levels.excellent > allowed,
  };
}

/** Sum of the points given. */
export function totalOf(scores: Readonly<Record<string, number>>): number {
  return Object.values(scores).reduce((sum, score) => sum + score, 0);
}

/** The level points suggest; a suggestion only, the meeting proposes and the committee decides. */
export function suggestLevel(total: number, { thresholds }: Pick<RatingRules, 'thresholds'>): RatingLevel {
  const reached = thresholds.filter(({ from }) => total >= from).map(({ level }) => level);
  return ratingLevels.find((level) => reached.includes(level)) ?? 'not-fulfilled';
}

/** Whether a text is a period: `2026`, `2026-Q3`. The periods of a year, the year last. */
export function periodsOf(year: number): readonly string[] {
  return [...[1, 2, 3, 4].map((quarter) => `${String(year)}-Q${String(quarter)}`), String(year)];
}

/** First and last day of a period, as `MM-dd` parts of its year. */
export function spanOf(period: string): { readonly from: string; readonly to: string } {
  const year = period.slice(0, 4);
  const quarter = Number(period.slice(6));
  if (period.length === 4) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  const begins = ['01-01', '04-01', '07-01', '10-01'];
  return { from: `${year}-${begins[quarter - 1] ?? '01-01'}`, to: `${year}-${ends[quarter - 1] ?? '12-31'}` };
}
