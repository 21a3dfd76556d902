import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** Something to study (nghị quyết, chỉ thị, quy định, chuyên đề): its text lies in its attachments, or is the paper `documentId` of the register. */
export const studyItemSchema = z.strictObject({
  title: z.string().min(1).max(300),
  symbol: z.string().max(60),
  issuer: z.string().max(200),
  issuedOn: plainDateSchema.nullable(),
  topic: z.string().max(120),
  summary: z.string().max(10_000),
  documentId: recordIdSchema.nullable(),
  /** Minutes it takes to read, as a reader should expect. */
  readingMinutes: z.int().min(0).max(6000),
  /** Day by which cells should have studied it. */
  dueOn: plainDateSchema.nullable(),
  /** Cells it is for; all of them when empty. */
  unitIds: z.array(recordIdSchema).max(300).default([]),
  isClosed: z.boolean(),
});
export type StudyItemFields = z.infer<typeof studyItemSchema>;
