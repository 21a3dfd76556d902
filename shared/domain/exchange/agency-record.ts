import { z } from 'zod';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** An office that can be reached over the province's server (cơ quan trên trục). Published by the server to all. */
export const agencySchema = z.strictObject({
  /** Code of the office as the province writes it (its commune id). */
  code: z.string().min(1).max(80),
  name: z.string().min(1).max(200),
  kind: z.enum(['province', 'commune']),
  /** Mã định danh cơ quan (QĐ 20/2020/QĐ-TTg); empty when it has none. */
  organId: z.string().max(40),
  /** Code of the office it was merged into; null while it stands. */
  mergedInto: z.string().max(80).nullable(),
  /** Last day it stood. */
  validTo: plainDateSchema.nullable(),
});
export type AgencyFields = z.infer<typeof agencySchema>;
