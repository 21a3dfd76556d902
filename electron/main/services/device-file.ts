import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { systemCode } from './disk/disk-failure.ts';

const stateSchema = z.object({
  dev: z.int().min(1),
  name: z.string(),
  serverUrl: z.string(),
  commune: z.object({ id: z.string(), name: z.string(), province: z.string() }),
  streams: z.array(z.string()).readonly(),
  offsetMs: z.number(),
  /** Moves of the streams it was in (`shared/sync/moved-stream.ts`); absent on a PC whose commune was never merged away. */
  moves: z
    .array(z.object({ from: z.string(), to: z.string(), by: z.int().min(0), life: z.string(), toLife: z.string() }))
    .readonly()
    .optional(),
});

const deviceFactsSchema = z.object({
  version: z.literal(2),
  state: stateSchema.nullable(),
  /** The province's public key as first seen (base64url). */
  provinceKey: z.string().nullable(),
  /** A number the province has given in place of the present one, while the change is being made. */
  renumbering: z.object({ from: z.int().min(1), publicKey: z.string(), state: stateSchema }).nullable(),
});

/** What this PC is to the province: public facts only. */
export type DeviceFacts = z.infer<typeof deviceFactsSchema>;

/** The file of the first build, which held the private key in plain. */
const firstSchema = z.object({ version: z.literal(1), privateKey: z.string(), state: stateSchema.nullable() });

/** What was read: the facts, and the plain private key (PKCS #8, base64) if an earlier build left it there. */
export type DeviceFile = { readonly facts: DeviceFacts; readonly plainKey: string | undefined };

/** Facts of a PC that is not enrolled. */
export const noDeviceFacts: DeviceFacts = { version: 2, state: null, provinceKey: null, renumbering: null };

/** Reads `device.json`; undefined when there is none. A damaged file throws: going on without it would be another PC. */
export async function readDeviceFile(path: string): Promise<DeviceFile | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw cause;
  }
  const read = z.union([deviceFactsSchema, firstSchema]).parse(JSON.parse(text));
  if (read.version === 2) return { facts: read, plainKey: undefined };
  return { facts: { ...noDeviceFacts, state: read.state }, plainKey: read.privateKey };
}
