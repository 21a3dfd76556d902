import { z } from 'zod';

/** What is noted of a PC's use. Names, numbers and free text never enter an entry: ids and codes only (safety.md; ASVS 16.2.5). */
export const auditKindSchema = z.enum([
  'started',
  'unlocked',
  'unlock-failed',
  'locked',
  'person-added',
  'person-removed',
  'passphrase-changed',
  'recovered',
  'recovery-code-renewed',
  'keys-rotated',
  'member-read',
  'list-exported',
  'printed',
  'file-saved',
  'package-made',
  'package-checked',
  'parcel-written',
  'parcel-read',
  'parcel-refused',
  'not-your-role',
  'backup-made',
  'backup-failed',
  'backup-rehearsed',
  'backup-restored',
  'journal-damaged',
  'vault-checked',
  'store-rebuilt',
  'disk-read-only',
  'clock-wrong',
  'device-renumbered',
  'device-handed-over',
  'audit-exported',
]);
export type AuditKind = z.infer<typeof auditKindSchema>;

/** What the page may put into a line: printable ASCII, so that neither names and words of people nor what commands a terminal gets in. */
export const auditCodeSchema = z.string().regex(/^[\x20-\x7e]*$/);

/** Kinds the page may ask to be noted; the main process notes the others of its own knowledge. */
export const pageAuditKindSchema = auditKindSchema.extract([
  'member-read',
  'list-exported',
  'printed',
  'not-your-role',
  'backup-rehearsed',
  'backup-restored',
  'store-rebuilt',
  'clock-wrong',
  'audit-exported',
]);

/**
 * One line of a PC's log. `n` counts from 1 without gaps; `at`: corrected milliseconds; `by`: record id of the person, or empty.
 * `type`/`id`: record it is about, or empty. `detail`: a code or a count, never text a person typed.
 * `hash`: SHA-256 (base64url) over the hash before and the line: see `auditText`.
 */
export const auditEntrySchema = z.strictObject({
  n: z.int().min(1),
  at: z.int(),
  kind: auditKindSchema,
  by: z.string().max(40),
  type: z.string().max(40),
  id: z.string().max(64),
  detail: z.string().max(80),
  hash: z.string().length(43),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Hash in front of a PC's first line: a fixed text of the right length. */
export const FIRST_AUDIT_HASH = 'A'.repeat(43);

/** The text whose SHA-256 is an entry's hash: the chain (`before`: the hash of the line in front) and the line in one fixed form. */
export function auditText(before: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { n, at, kind, by, type, id, detail } = entry;
  return `hosoxa audit 1\n${before}\n${JSON.stringify([n, at, kind, by, type, id, detail])}`;
}

/** Text a PC signs when it hands lines to the province: its head after them. */
export function auditPushMessage(dev: number, n: number, hash: string): string {
  return `hosoxa audit push 1\n${String(dev)}\n${String(n)}\n${hash}`;
}

/** Text the province signs in return: it has seen this head at this time (`at`: server milliseconds). */
export function auditHeadMessage(head: Omit<AuditHead, 'signature'>): string {
  return `hosoxa audit head 1\n${String(head.dev)}\n${String(head.n)}\n${head.hash}\n${String(head.at)}`;
}

/** A head with the province's signature (Ed25519, base64url). */
export const auditHeadSchema = z.strictObject({
  dev: z.int().min(1),
  n: z.int().min(0),
  hash: z.string().length(43),
  at: z.int(),
  signature: z.string().max(100),
});
export type AuditHead = z.infer<typeof auditHeadSchema>;

/** `POST /v1/audit`: lines after the last head the province has, in order; `signature` by the device over `auditPushMessage` of the last. */
export const auditPushSchema = z.strictObject({
  entries: z.array(auditEntrySchema).min(1).max(500),
  signature: z.string().max(100),
});
export type AuditPush = z.infer<typeof auditPushSchema>;

/** Outcome of verifying this PC's log. `badN`: first line that does not fit; `signedN`: last line the province has counter-signed. */
export type AuditVerdict = {
  readonly entries: number;
  readonly badN: number | null;
  readonly reason: 'none' | 'changed' | 'missing' | 'truncated' | 'bad-signature';
  readonly signedN: number;
  readonly signedAt: number | null;
};
