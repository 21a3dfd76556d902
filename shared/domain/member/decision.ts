import { z } from 'zod';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** The paper an act rests on (quyết định, nghị quyết, giấy giới thiệu): as it is quoted, whoever issued it. `issuedOn` null: not known. */
export const decisionSchema = z.strictObject({
  symbol: z.string().max(60),
  issuedOn: plainDateSchema.nullable(),
  issuer: z.string().max(200),
  signer: z.string().max(120),
});
export type Decision = z.infer<typeof decisionSchema>;
