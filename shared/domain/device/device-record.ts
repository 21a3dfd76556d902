import { z } from 'zod';

/** Raw Ed25519 public key of a PC, 32 bytes in base64url. */
export const devicePublicKeySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * A PC of the commune, so that conflicts can say whose PC a value came from and what a PC signed is known as its own (docs/adr/0034). Written by the
 * server only. `publicKey` is null on records of older servers until they publish it; `shutOut` once the PC was revoked or has left.
 */
export const deviceSchema = z.strictObject({
  number: z.int().min(1),
  name: z.string().min(1).max(80),
  publicKey: devicePublicKeySchema.nullable().default(null),
  shutOut: z.boolean().default(false),
  /** Code of the merged commune whose PC it was, as on its books (`register.formerOffice`): numbers it gave may be of that one's book. Empty else. */
  formerOffice: z.string().max(40).default(''),
});
export type DeviceFields = z.infer<typeof deviceSchema>;
