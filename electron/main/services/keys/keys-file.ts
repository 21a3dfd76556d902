import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { writeFileAtomically } from '../disk/atomic-file.ts';
import { systemCode } from '../disk/disk-failure.ts';
import { KDF_CEILING, KDF_FLOOR } from './passphrase-kdf.ts';

/** Version of the format. A higher one is another build's and is refused; nothing is changed then. */
export const KEYS_VERSION = 1;
const LARGEST_FILE = 4 * 1024 * 1024;

/** Bytes as base64 text in the file. */
export const bytesSchema = z.codec(z.base64().max(LARGEST_FILE), z.instanceof(Uint8Array<ArrayBuffer>), {
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
  encode: (bytes) => Buffer.from(bytes).toString('base64'),
});
const publicKeySchema = bytesSchema.refine((bytes) => bytes.length === 32, 'a public key has 32 bytes');

/**
 * A holder's private key under a passphrase (Argon2id, salt, costs). `bound`: with the machine secret too, or the passphrase alone (in backups).
 * Costs below the floor are refused: nobody writes them but somebody who wants the passphrase to be guessed.
 */
export const passphraseWrapSchema = z.strictObject({
  bound: z.enum(['machine', 'passphrase']),
  salt: bytesSchema,
  t: z.int().min(KDF_FLOOR.t).max(KDF_CEILING.t),
  m: z.int().min(KDF_FLOOR.m).max(KDF_CEILING.m),
  privateKey: bytesSchema,
});
export type PassphraseWrap = z.output<typeof passphraseWrapSchema>;

/** Whoever can open the ring: a public key, and the ring key sealed to it. */
const holderShape = { publicKey: publicKeySchema, ringKey: bytesSchema };

const bodySchema = z.strictObject({
  /** Random id of these keys; bound into everything sealed. */
  place: z.string().min(16).max(40),
  /** Counts exchanges of the ring key. */
  generation: z.int().min(1),
  ring: bytesSchema,
  people: z
    .array(z.strictObject({ id: recordIdSchema, name: bytesSchema, wrap: passphraseWrapSchema, ...holderShape }))
    .max(200),
  /** Opens with the machine secret alone, until somebody has a passphrase. */
  setup: z.strictObject({ privateKey: bytesSchema, ...holderShape }).nullable(),
  recovery: z.strictObject({ salt: bytesSchema, privateKey: bytesSchema, madeAt: z.int(), ...holderShape }).nullable(),
  /** What names are enciphered with instead of the machine secret, in a backup: keeps them from being found by a search, no more. */
  nameSalt: bytesSchema.nullable(),
  idleMinutes: z.int().min(1).max(60),
});
/** Content of `keys.json`: nothing in it can be read without a passphrase, the recovery code or (before the first person) the machine secret. */
export type KeysBody = z.output<typeof bodySchema>;
export type PersonEntry = KeysBody['people'][number];

/** What reading gave. */
export type KeysFile =
  | { readonly kind: 'none' | 'damaged' | 'newer' }
  | { readonly kind: 'sound'; readonly body: KeysBody };

/** Reads a keys file's text. A checksum tells damage from what is sound; it is no protection against people. */
export function parseKeys(text: string): KeysFile {
  let raw: unknown;
  try {
    raw = JSON.parse(text) as unknown;
  } catch {
    return { kind: 'damaged' };
  }
  const frame = z.object({ version: z.int().min(1), sum: z.string(), body: z.unknown() }).safeParse(raw);
  if (!frame.success) return { kind: 'damaged' };
  if (frame.data.version > KEYS_VERSION) return { kind: 'newer' };
  if (frame.data.sum !== sumOf(frame.data.body)) return { kind: 'damaged' };
  const body = bodySchema.safeParse(frame.data.body);
  return body.success ? { kind: 'sound', body: body.data } : { kind: 'damaged' };
}

/** The text of a keys file. */
export function formatKeys(content: KeysBody): string {
  const body = z.encode(bodySchema, content);
  return JSON.stringify({ version: KEYS_VERSION, sum: sumOf(body), body });
}

/** Where the keys lie: the file and a second copy of it, since without it everything here is lost. */
export type KeysPaths = { readonly file: string; readonly spare: string };

/** Reads the keys. A damaged file is kept aside and the spare one used, if that is sound. */
export async function readKeys({ file, spare }: KeysPaths): Promise<KeysFile> {
  const [first, second] = [await readOne(file), await readOne(spare)];
  if (first.kind === 'newer') return first;
  if (first.kind === 'sound') {
    const isSame = second.kind === 'sound' && formatKeys(second.body) === formatKeys(first.body);
    if (!isSame && second.kind !== 'newer') await writeSpare(spare, formatKeys(first.body));
    return first;
  }
  if (second.kind !== 'sound') return first.kind === 'none' ? second : first;
  if (first.kind === 'damaged') await copyFile(file, `${file}.damaged`);
  await writeFileAtomically(file, formatKeys(second.body));
  return second;
}

/** Writes both copies, the first one first: with it the change is made. */
export async function writeKeys({ file, spare }: KeysPaths, body: KeysBody): Promise<void> {
  const text = formatKeys(body);
  await writeFileAtomically(file, text);
  await writeSpare(spare, text);
}

async function writeSpare(spare: string, text: string): Promise<void> {
  await writeFileAtomically(spare, text).catch(() => undefined); // the next start makes up for it
}

async function readOne(path: string): Promise<KeysFile> {
  try {
    const bytes = await readFile(path);
    return bytes.length > LARGEST_FILE ? { kind: 'damaged' } : parseKeys(bytes.toString('utf8'));
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return { kind: 'none' };
    throw cause;
  }
}

function sumOf(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('base64');
}
