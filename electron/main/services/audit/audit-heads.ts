import { createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { auditHeadMessage, auditHeadSchema, type AuditHead } from '#shared/contract/audit.ts';
import { writeFileAtomically } from '../disk/atomic-file.ts';

const headsSchema = z.object({
  version: z.literal(1),
  /** Last line known to be on this disk. */
  tail: z.object({ n: z.int().min(0), hash: z.string().length(43) }).nullable(),
  /** The newest head the province has signed, one for each number this PC has had. */
  heads: z.array(auditHeadSchema).max(1000),
  /** Line from which on the province refuses this log; null when it takes it. */
  refusedFrom: z.int().nullable(),
});

/** What is known of the log besides the log itself: a shorter or changed log does not fit it. */
export type AuditHeads = z.infer<typeof headsSchema>;

const none: AuditHeads = { version: 1, tail: null, heads: [], refusedFrom: null };

/** Reads what is known of a folder's log; nothing when the file is missing or cannot be read. */
export async function readAuditHeads(folder: string): Promise<AuditHeads> {
  try {
    const parsed = headsSchema.safeParse(JSON.parse(await readFile(headsPath(folder), 'utf8')));
    return parsed.success ? parsed.data : none;
  } catch {
    return none; // the chain itself still tells a change; the province's own copy tells the rest
  }
}

/** Writes what is known of a folder's log. */
export async function writeAuditHeads(folder: string, heads: AuditHeads): Promise<void> {
  await writeFileAtomically(headsPath(folder), JSON.stringify(heads));
}

/** Whether the province signed this head. `provinceKey`: raw Ed25519 public key, base64url. */
export function isSigned(head: AuditHead, provinceKey: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: provinceKey }, format: 'jwk' });
    return verify(null, Buffer.from(auditHeadMessage(head)), key, Buffer.from(head.signature, 'base64url'));
  } catch {
    return false; // not a key or not a signature
  }
}

function headsPath(folder: string): string {
  return join(folder, 'audit-heads.json');
}
