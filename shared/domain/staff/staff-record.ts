import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { personNameSchema } from '#shared/domain/member/member-record.ts';

/** Roles of the people in front of the app (product.md): văn thư, lãnh đạo văn phòng, thường trực, chuyên viên, bí thư chi bộ. */
export const staffRoleSchema = z.enum(['clerk', 'office-head', 'leader', 'officer', 'cell-secretary']);
export type StaffRole = z.infer<typeof staffRoleSchema>;

/** A person of the office who uses the app or holds papers (cán bộ). */
export const staffSchema = z.strictObject({
  name: personNameSchema,
  /** Post as it is written under a name, e.g. Phó Bí thư Thường trực. */
  post: z.string().max(120),
  role: staffRoleSchema,
  unitId: recordIdSchema.nullable(),
  /** Leaders are listed by post, not by alphabet (domain.md 10.3). */
  order: z.int().min(0).max(100_000),
  active: z.boolean(),
});
export type StaffFields = z.infer<typeof staffSchema>;
