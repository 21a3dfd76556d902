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
});
export type UnitFields = z.infer<typeof unitSchema>;
