import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/**
 * Kinds of organisation (domain.md 5.11): đảng bộ xã, đảng bộ cơ sở, đảng bộ bộ phận, chi bộ, cơ quan tham mưu (ban, văn phòng), cơ quan ngoài Đảng (UBND, MTTQ).
 */
export const unitKindSchema = z.enum([
  'committee',
  'base-committee',
  'section-committee',
  'cell',
  'office',
  'outside-body',
]);
export type UnitKind = z.infer<typeof unitKindSchema>;

/** An organisation of the commune's tree (tổ chức đảng, cơ quan). */
export const unitSchema = z.strictObject({
  name: z.string().min(1).max(200),
  kind: unitKindSchema,
  parentId: recordIdSchema.nullable(),
  /** Place among its siblings. */
  order: z.int().min(0).max(100_000),
  /** First and last day it exists; null when open. */
  validFrom: plainDateSchema.nullable(),
  validTo: plainDateSchema.nullable(),
  /** What it is beside its kind (thôn, trường học, công an …): a code of `unit-sort-table.ts`. */
  sort: z.string().max(40).default(''),
  /** Code of the organisation in the national database; empty when unknown. */
  code: z.string().max(40).default(''),
  /** Names it bore, and the last day of each. */
  formerNames: z
    .array(z.strictObject({ name: z.string().min(1).max(200), until: plainDateSchema }))
    .max(50)
    .default([]),
  /** Organisations its members and unfinished work went to when it ended by merger or split. */
  successorIds: z.array(recordIdSchema).max(100).default([]),
  /** Its present term (nhiệm kỳ). */
  termFrom: plainDateSchema.nullable().default(null),
  termTo: plainDateSchema.nullable().default(null),
  /** The import that made it on request, see the member's field of this name. */
  importId: recordIdSchema.nullable().default(null),
});
export type UnitFields = z.infer<typeof unitSchema>;
