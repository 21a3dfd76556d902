import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { decisionSchema } from '#shared/domain/member/decision.ts';

/** The four levels (domain.md 5.9): hoàn thành xuất sắc, tốt, hoàn thành, không hoàn thành nhiệm vụ. */
export const ratingLevelSchema = z.enum(['excellent', 'good', 'fulfilled', 'not-fulfilled']);
export type RatingLevel = z.infer<typeof ratingLevelSchema>;

/** A year `2026` or a quarter `2026-Q3`. */
export const ratingPeriodSchema = z.string().regex(/^[1-9]\d{3}(-Q[1-4])?$/);

/** Rating of a member or an organisation for a period: self-assessment, proposal of the cell, decision. */
export const ratingSchema = z.strictObject({
  memberId: recordIdSchema.nullable(),
  /** Of a member: the cell that rates; else the organisation rated. */
  unitId: recordIdSchema,
  period: ratingPeriodSchema,
  /** Points by code of criterion. */
  scores: z.record(z.string().max(40), z.number().min(-100).max(100)),
  selfLevel: ratingLevelSchema.nullable(),
  proposedLevel: ratingLevelSchema.nullable(),
  decidedLevel: ratingLevelSchema.nullable(),
  /** Votes for the proposed level, and votes cast. */
  votesFor: z.int().min(0).max(10_000).nullable(),
  votesCast: z.int().min(0).max(10_000).nullable(),
  /** Why somebody is not rated (exempt, newly admitted, away); empty when rated. */
  notRated: z.string().max(200),
  meetingId: recordIdSchema.nullable(),
  decision: decisionSchema.nullable(),
  note: z.string().max(2000),
});
export type RatingFields = z.infer<typeof ratingSchema>;
