import { z } from 'zod';

/** One line of the form that scores a meeting. `code`: what `scores` of the meeting names it by. `group`: heading it stands under. */
export const scoreCriterionSchema = z.strictObject({
  code: z.string().min(1).max(40),
  group: z.string().max(120),
  title: z.string().min(1).max(300),
  points: z.number().min(0).max(100),
});
export type ScoreCriterion = z.infer<typeof scoreCriterionSchema>;
