import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { decisionSchema } from '#shared/domain/member/decision.ts';

/** What happens to organisations (domain.md 5.11). Kinds have travelled once released: never renamed. */
export const unitEventKindSchema = z.enum(['founded', 'renamed', 'merged', 'split', 'moved', 'dissolved']);
export type UnitEventKind = z.infer<typeof unitEventKindSchema>;

/**
 * One change of the organisation tree on a decision. It says everything that follows from it, so that every PC can carry it out, or finish it, in the
 * same way (`unit-succession.ts`, `carry-members.ts`, `carry-work.ts`).
 */
export const unitEventSchema = z.strictObject({
  kind: unitEventKindSchema,
  /** First day of the new order. */
  on: plainDateSchema,
  /** Organisations it happens to; those that end are not among `toUnitIds`. */
  fromUnitIds: z.array(recordIdSchema).max(100),
  /** Organisations afterwards; the first one takes over unfinished work and whoever is not named in `memberUnits`. */
  toUnitIds: z.array(recordIdSchema).max(100),
  /** Those of `toUnitIds` that were not there before. */
  foundedUnitIds: z.array(recordIdSchema).max(100).default([]),
  /** Name before, and after, where it was renamed. */
  formerName: z.string().max(200),
  name: z.string().max(200).default(''),
  /** What it stood under before, and after, where it was moved. */
  formerParentId: recordIdSchema.nullable().default(null),
  parentId: recordIdSchema.nullable().default(null),
  /** Of a split: the organisation each member goes to. */
  memberUnits: z.record(recordIdSchema, recordIdSchema).default({}),
  /** Unfinished work that went along, by id, with the organisation it came from. */
  carriedWork: z.record(recordIdSchema, recordIdSchema).default({}),
  decision: decisionSchema.nullable(),
  note: z.string().max(1000),
  /** Entered wrongly: why. Empty while it counts. */
  voidReason: z.string().max(500).default(''),
});
export type UnitEventFields = z.infer<typeof unitEventSchema>;
