import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import { devicePublicKeySchema } from '#shared/domain/device/device-record.ts';
import { MAX_OPS_PER_BATCH, opSchema } from '#shared/sync/op.ts';
import { signedBatchSchema, type CarriedAnswer, type CarriedBatch } from './carried.ts';
import { nothing, output } from './ipc-parts.ts';
import { lanAddressSchema, type LanState } from './lan.ts';

/** Channels for what goes between the PCs of an office beside the province (`ipc.ts`). */
export const officeChannels = {
  /** The PCs of the own commune as the province has published them; who was shut out is not among them. */
  'carried:colleagues': {
    input: z.strictObject({
      list: z
        .array(z.strictObject({ dev: z.int().min(1), name: z.string().max(80), publicKey: devicePublicKeySchema }))
        .max(500),
    }),
    output: output<null>(),
  },
  /** Signs own ops, contiguous, so that others can carry them. */
  'carried:sign': {
    input: z.strictObject({ epoch: z.string().max(40), ops: z.array(opSchema).min(1).max(MAX_OPS_PER_BATCH) }),
    output: output<Uint8Array<ArrayBuffer>>(),
  },
  /** Opens what another PC of the commune has signed. */
  'carried:open': { input: z.strictObject({ signed: signedBatchSchema }), output: output<CarriedBatch>() },
  /** Brings it to the province. */
  'carried:hand-in': { input: z.strictObject({ signed: signedBatchSchema }), output: output<CarriedAnswer>() },

  /** The office's own network: how this PC stands on it, whether it answers there, addresses that were typed. */
  'lan:state': { input: nothing, output: output<LanState>() },
  'lan:set-on': { input: z.strictObject({ isOn: z.boolean() }), output: output<LanState>() },
  'lan:set-typed': {
    input: z.strictObject({ addresses: z.array(lanAddressSchema).max(50) }),
    output: output<LanState>(),
  },
  /** Meets the PCs that answer: gives them `kept`, and brings what they have. `wanted`: files that are not here. */
  'lan:round': {
    input: z.strictObject({
      kept: z
        .array(
          z.strictObject({ dev: z.int().min(1), n: z.int().min(1), lastN: z.int().min(1), signed: signedBatchSchema }),
        )
        .max(5000),
      wanted: z.array(z.strictObject({ hash: fileHashSchema, size: z.int().min(1).max(FILE_MAX_BYTES) })).max(500),
    }),
    output: output<{
      readonly news: readonly {
        readonly dev: number;
        readonly n: number;
        readonly lastN: number;
        readonly signed: Uint8Array<ArrayBuffer>;
      }[];
      readonly fetched: readonly string[];
    }>(),
  },
} as const;
