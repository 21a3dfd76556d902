import { z } from 'zod';
import { randomBytes } from 'node:crypto';
import { derivePurposeKey } from './derived-keys.ts';
import { createPrivateDeviceKey } from './device-key.ts';
import { bytesSchema, passphraseWrapSchema } from './keys-file.ts';
import { KEY_BYTES } from './seal.ts';

const keySchema = bytesSchema.refine((bytes) => bytes.length === KEY_BYTES, 'a key has 32 bytes');
const versionedKeys = z.array(z.strictObject({ id: z.int().min(1), key: keySchema }));

const contentSchema = z.strictObject({
  /** Data keys, oldest first; more than one while an exchange runs. */
  dataKeys: versionedKeys.min(1),
  /** Of data keys thrown away, what earlier backups need (purpose `backup` only). */
  pastBackupKeys: versionedKeys,
  /** The device's private key, PKCS #8 in base64. */
  deviceKey: z.string(),
  /** The one that takes its place when the province has given this PC another number. */
  nextDeviceKey: z.string().nullable(),
  /**
   * Who may open the ring. The public keys that a new ring key is sealed to are taken from here, never from the file, where anybody could
   * have put his own. `portable`: the same private key under the passphrase alone; lies here, so that a thief of the disk has not got it.
   */
  people: z.array(
    z.strictObject({ id: z.string(), name: z.string(), publicKey: bytesSchema, portable: passphraseWrapSchema }),
  ),
  recoveryKey: bytesSchema.nullable(),
  setupKey: bytesSchema.nullable(),
  /** Highest data key with which the page has enciphered all its rows. */
  rowsKeyId: z.int().min(0),
});
/** What the ring holds while it is open. */
export type RingContent = z.output<typeof contentSchema>;

/** A new ring: one data key, and a device key (a new one, unless an earlier build had made one). */
export function createRingContent(deviceKey: string = createPrivateDeviceKey()): RingContent {
  return {
    dataKeys: [{ id: 1, key: new Uint8Array(randomBytes(KEY_BYTES)) }],
    pastBackupKeys: [],
    deviceKey,
    nextDeviceKey: null,
    people: [],
    recoveryKey: null,
    setupKey: null,
    rowsKeyId: 1,
  };
}

/** The ring as bytes to be sealed. */
export function packRing(content: RingContent): Uint8Array {
  return Buffer.from(JSON.stringify(z.encode(contentSchema, content)));
}

/** A ring from bytes that were unsealed; undefined when they are none. */
export function unpackRing(bytes: Uint8Array): RingContent | undefined {
  try {
    return contentSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Id of the newest data key. */
export function newestKeyId({ dataKeys }: Pick<RingContent, 'dataKeys'>): number {
  return Math.max(...dataKeys.map(({ id }) => id));
}

/** The ring with one more data key. */
export function withNewDataKey(content: RingContent): RingContent {
  const id = newestKeyId(content) + 1;
  return { ...content, dataKeys: [...content.dataKeys, { id, key: new Uint8Array(randomBytes(KEY_BYTES)) }] };
}

/** The ring without all data keys but the newest; what backups need of them stays. */
export function withoutOldDataKeys(content: RingContent): RingContent {
  const newest = newestKeyId(content);
  const old = content.dataKeys.filter(({ id }) => id !== newest);
  return {
    ...content,
    dataKeys: content.dataKeys.filter(({ id }) => id === newest),
    pastBackupKeys: [
      ...content.pastBackupKeys,
      ...old.map(({ id, key }) => ({ id, key: new Uint8Array(derivePurposeKey(key, 'backup')) })),
    ],
  };
}

/** The key a backup was enciphered with, by the data key it was derived from; also of data keys thrown away since. */
export function findBackupKey(content: RingContent, id: number): Uint8Array | undefined {
  const data = content.dataKeys.find((key) => key.id === id);
  if (data !== undefined) return derivePurposeKey(data.key, 'backup');
  return content.pastBackupKeys.find((key) => key.id === id)?.key.slice();
}

/** Overwrites the keys with zeros. Copies handed out are their takers' matter, and texts are the engine's. */
export function zeroRing(content: RingContent): void {
  for (const { key } of [...content.dataKeys, ...content.pastBackupKeys]) key.fill(0);
}
