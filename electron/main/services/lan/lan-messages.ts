import { Encoder } from 'cbor-x';
import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';
import { MAX_CARRIED_BYTES } from '#shared/contract/carried.ts';

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const batches = z.array(bytes.refine(({ length }) => length <= MAX_CARRIED_BYTES)).max(2000);
const held = z.record(z.string().regex(/^\d{1,10}$/), z.int().min(0));
/** Where PCs answer, by number: `host:port`. */
const addresses = z.record(z.string().regex(/^\d{1,10}$/), z.string().max(60));

/** What one PC asks another. `batches`: what the asker has and the other lacked; `port`: where the asker answers, if it does. */
export const lanAskSchema = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('held'), held, addresses, port: z.int().min(0).max(65_535) }),
  z.strictObject({ ask: z.literal('take'), batches }),
  z.strictObject({ ask: z.literal('file'), hash: fileHashSchema, start: z.int().min(0) }),
]);
export type LanAsk = z.infer<typeof lanAskSchema>;

/** What it answers. `held`: how far the answerer holds ops; `batches`: what the asker lacks; `bytes`: a piece of the file, empty where there is none. */
export const lanAnswerSchema = z.strictObject({
  held,
  addresses,
  batches,
  bytes,
});
export type LanAnswer = z.infer<typeof lanAnswerSchema>;

/** A message as bytes. */
export function encodeLan(message: LanAsk | LanAnswer): Uint8Array {
  return cbor.encode(message);
}

/** A message from another PC. Throws when it is none. */
export function decodeLan<T>(schema: z.ZodType<T>, message: Uint8Array): T {
  return schema.parse(cbor.decode(message));
}
