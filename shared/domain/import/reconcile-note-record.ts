import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';

/**
 * What somebody decided while comparing with the national database; it holds as long as the values it names are the same on both sides.
 * `kept`: ours stays, with a reason (`field` empty: the person is in one list only, and that is right). `same`: the row is this member.
 * `other`: the row is not this member, whatever they have in common.
 */
export const reconcileNoteSchema = z.strictObject({
  kind: z.enum(['kept', 'same', 'other']),
  /** Null for somebody whom only the national database has. */
  memberId: recordIdSchema.nullable(),
  field: z.string().max(40),
  ours: z.json(),
  theirs: z.json(),
  /** Who the row of the other side is: its numbers, name and birth date as `identityKey` writes them; empty where it has no row. */
  theirKey: z.string().max(400),
  reason: z.string().max(500),
  notedBy: recordIdSchema,
  notedAt: z.iso.datetime(),
});
export type ReconcileNoteFields = z.infer<typeof reconcileNoteSchema>;
