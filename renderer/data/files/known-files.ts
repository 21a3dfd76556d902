import type { Office } from '../office.ts';

/** Hashes of all files that records of this PC name: what the vault is looked over for. */
export async function listKnownFiles({ db }: Office): Promise<readonly string[]> {
  const hashes = new Set<string>();
  await db.attachments.each(({ hash, removed }) => {
    if (!removed) hashes.add(hash);
  });
  return [...hashes];
}
