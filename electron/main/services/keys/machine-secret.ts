import { randomBytes } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../disk/atomic-file.ts';
import { systemCode } from '../disk/disk-failure.ts';
import { KEY_BYTES } from './seal.ts';

/** The operating system's own keeper of secrets (Electron's safeStorage), given only where it really protects. */
export type SecretGuard = {
  readonly wrap: (text: string) => Uint8Array;
  /** Throws when it was wrapped by another account or PC. */
  readonly unwrap: (bytes: Uint8Array) => string;
};

/** The slice of Electron's `safeStorage` used here; its newer, asynchronous calls are missing in the oldest Electron this runs on. */
export type SystemSecrets = {
  readonly isEncryptionAvailable: () => boolean;
  readonly getSelectedStorageBackend: () => string;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (bytes: Buffer) => string;
};

/** The system's keeper of secrets, where it is one: not the fixed password Chromium falls back to on a Linux without a keyring. */
export function findSecretGuard(system: SystemSecrets, platform: NodeJS.Platform): SecretGuard | undefined {
  if (!system.isEncryptionAvailable()) return undefined;
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(system.getSelectedStorageBackend())) return undefined;
  return {
    wrap: (text) => system.encryptString(text),
    unwrap: (bytes) => system.decryptString(Buffer.from(bytes)),
  };
}

/** The second secret beside every passphrase: 32 bytes that lie on this PC only. */
export type MachineSecret = { readonly kind: 'guarded' | 'plain'; readonly secret: Uint8Array };

const fileSchema = z.object({
  version: z.literal(1),
  kind: z.enum(['guarded', 'plain']),
  secret: z.base64(),
});

/** Reads the secret; undefined when there is none, it is damaged, or the system does not give it out any more (account moved, password reset by force). */
export async function readMachineSecret(
  path: string,
  guard: SecretGuard | undefined,
): Promise<MachineSecret | undefined> {
  try {
    const { kind, secret } = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    const bytes = Buffer.from(secret, 'base64');
    const plain = kind === 'plain' ? bytes : guard && Buffer.from(guard.unwrap(bytes), 'base64');
    return plain?.length === KEY_BYTES ? { kind, secret: new Uint8Array(plain) } : undefined;
  } catch {
    return undefined; // without it the recovery code still opens; what is there is kept
  }
}

/** Makes a new secret. One that cannot be read is set aside, not overwritten. */
export async function makeMachineSecret(path: string, guard: SecretGuard | undefined): Promise<MachineSecret> {
  const secret = new Uint8Array(randomBytes(KEY_BYTES));
  const text = Buffer.from(secret).toString('base64');
  const wrapped = guard === undefined ? text : Buffer.from(guard.wrap(text)).toString('base64');
  const kind = guard === undefined ? 'plain' : 'guarded';
  await rename(path, `${path}.set-aside`).catch((cause: unknown) => {
    if (systemCode(cause) !== 'ENOENT') throw cause;
  });
  await writeFileAtomically(path, JSON.stringify({ version: 1, kind, secret: wrapped }));
  return { kind, secret };
}
