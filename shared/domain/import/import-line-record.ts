import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';

const valuesSchema = z.record(z.string().min(1).max(40), z.json());

/** A field that two people answer for, put forward as a `memberChange` of this id instead of being written. */
const proposalSchema = z.strictObject({
  changeId: recordIdSchema,
  field: z.string().min(1).max(40),
  from: z.json(),
  to: z.json(),
});
export type ImportProposal = z.infer<typeof proposalSchema>;

/**
 * What an import or a comparison changes in a member's record that was there before: written before anything is changed, so that it can be finished after
 * a crash and taken back. `waiting`: the record is not changed yet. `kept`: the import was undone, this change stays because somebody chose so.
 */
export const importLineSchema = z.strictObject({
  batchId: recordIdSchema,
  memberId: recordIdSchema,
  /** Row of the sheet, as Excel numbers it; 0 when there is none. */
  row: z.int().min(0).max(2_000_000),
  /** Fields written: values before and after. */
  was: valuesSchema,
  to: valuesSchema,
  proposals: z.array(proposalSchema).max(20),
  /** Fields left alone, because somebody had changed them between the check and the writing. */
  passed: z.array(z.string().min(1).max(40)).max(100),
  state: z.enum(['waiting', 'written', 'undone', 'kept']),
});
export type ImportLineFields = z.infer<typeof importLineSchema>;
