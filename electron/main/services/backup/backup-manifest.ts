import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { communeIdSchema } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { backupFactsSchema } from '#shared/contract/backup.ts';
import { backupIdSchema, LARGEST_SMALL_PART } from './backup-layout.ts';

/** Newest layout this build writes and reads. */
export const BACKUP_VERSION = 1;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const partSchema = z.strictObject({
  /** Within the backup's folder; at most one folder deep. */
  name: z.string().regex(/^[a-z0-9][A-Za-z0-9._-]{0,79}(\/[A-Za-z0-9][A-Za-z0-9._-]{0,79})?$/),
  size: z.int().min(0),
  sha256: digest,
});

const bodySchema = backupFactsSchema.extend({
  version: z.literal(BACKUP_VERSION),
  id: backupIdSchema,
  dev: z.int().min(1),
  device: z.string().max(200),
  commune: z.strictObject({ id: communeIdSchema, name: z.string().max(200), province: z.string().max(200) }),
  appVersion: z.string().max(40),
  /** Version of the data key everything is enciphered under. */
  keyId: z.int().min(1),
  frames: z.int().min(1),
  parts: z.array(partSchema).min(1).max(10_000),
  files: z.strictObject({
    count: z.int().min(0),
    bytes: z.int().min(0),
    /** Files for which there was no room. */
    skipped: z.int().min(0),
  }),
});

/** What a backup says of itself: what is in it, and size and SHA-256 of every part. */
export type BackupManifest = z.infer<typeof bodySchema>;

/** One part with what its bytes must be. */
export type BackupPart = z.infer<typeof partSchema>;

const sealedSchema = z.strictObject({ body: bodySchema, sum: digest, mac: digest });

/** A manifest that was read. Its MAC can be judged only with the key. */
export type ReadManifest = { readonly manifest: BackupManifest; readonly isOf: (backupKey: Uint8Array) => boolean };

/** The manifest as it lies on disk: the body, its SHA-256 (damage is seen without a key), and a MAC with the backup key (another's work is seen with it). */
export function writeManifest(manifest: BackupManifest, backupKey: Uint8Array): string {
  const body = bodySchema.parse(manifest); // in the order in which it is read again
  const text = JSON.stringify(body);
  return formatManifest(body, sumOf(text), macOf(text, backupKey));
}

/** Reads a manifest; any change of a byte is damage. */
export function parseManifest(bytes: Uint8Array): Result<ReadManifest, 'backup-damaged' | 'backup-newer'> {
  if (bytes.length > LARGEST_SMALL_PART) return err('backup-damaged');
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return err('backup-damaged');
  }
  if (isNewer(raw)) return err('backup-newer');
  const parsed = sealedSchema.safeParse(raw);
  if (!parsed.success) return err('backup-damaged');
  const { body, sum, mac } = parsed.data;
  const text = JSON.stringify(body);
  if (sumOf(text) !== sum || !Buffer.from(formatManifest(body, sum, mac)).equals(bytes)) return err('backup-damaged');
  return ok({
    manifest: body,
    isOf: (backupKey) => timingSafeEqual(Buffer.from(macOf(text, backupKey)), Buffer.from(mac)),
  });
}

function formatManifest(body: BackupManifest, sum: string, mac: string): string {
  return `${JSON.stringify({ body, sum, mac })}\n`;
}

function isNewer(raw: unknown): boolean {
  const version = z.object({ body: z.object({ version: z.int() }) }).safeParse(raw);
  return version.success && version.data.body.version > BACKUP_VERSION;
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function macOf(text: string, backupKey: Uint8Array): string {
  const key = new Uint8Array(hkdfSync('sha256', backupKey, '', 'hosoxa backup manifest 1', 32));
  return createHmac('sha256', key).update(text).digest('hex');
}
