import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { DeviceState } from '#shared/contract/ipc.ts';
import { writeFileAtomically } from './disk/atomic-file.ts';
import { systemCode } from './disk/disk-failure.ts';

/** Who this PC is to the province: an Ed25519 key that never leaves it, and what enrolment gave. */
export type DeviceIdentity = {
  /** Raw public key, 32 bytes in base64url. */
  readonly publicKey: string;
  /** Signature over a text, base64url. */
  readonly sign: (text: string) => string;
  /** `null` until enrolled. */
  readonly state: () => DeviceState | null;
  readonly setState: (state: DeviceState) => Promise<void>;
};

const fileSchema = z.object({
  version: z.literal(1),
  privateKey: z.string(),
  state: z
    .object({
      dev: z.int().min(1),
      name: z.string(),
      serverUrl: z.string(),
      commune: z.object({ id: z.string(), name: z.string(), province: z.string() }),
      streams: z.array(z.string()),
      offsetMs: z.number(),
    })
    .nullable(),
});

/** Reads the identity at `path`, or makes one with a new key. A damaged file throws: a new key would be another PC. */
export async function openDeviceIdentity(path: string): Promise<DeviceIdentity> {
  const stored = await readIfThere(path);
  const key = stored === undefined ? generateKeyPairSync('ed25519').privateKey : importKey(stored.privateKey);
  const privateKey = key.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  let state: DeviceState | null = stored?.state ?? null;

  async function save(): Promise<void> {
    await writeFileAtomically(path, JSON.stringify({ version: 1, privateKey, state }));
  }
  if (stored === undefined) await save();
  const jwk = createPublicKey(key).export({ format: 'jwk' });

  return {
    publicKey: z.string().parse(jwk.x),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
    state: () => state,
    async setState(next) {
      state = next;
      await save();
    },
  };
}

function importKey(pkcs8: string): ReturnType<typeof createPrivateKey> {
  return createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), type: 'pkcs8', format: 'der' });
}

async function readIfThere(path: string): Promise<z.infer<typeof fileSchema> | undefined> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}
