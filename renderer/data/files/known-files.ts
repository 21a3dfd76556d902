import type { Office } from '../office.ts';
import { listArrivedFiles } from './transfer-store.ts';

/** Hashes of all files that records of this PC name: what the vault is looked over for. */
export async function listKnownFiles(office: Office): Promise<readonly string[]> {
  const hashes = new Set<string>();
  await office.db.attachments.each(({ hash, removed }) => {
    if (!removed) hashes.add(hash);
  });
  for (const { hash } of await listArrivedFiles(office)) hashes.add(hash);
  return [...hashes];
}
