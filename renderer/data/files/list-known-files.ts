import type { OfficeDatabase } from '../database.ts';

/** Hashes of all files that records name, removed lines included: those can be brought back. At most 200,000. */
export async function listKnownFiles(db: OfficeDatabase): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>();
  await db.attachments.each(({ hash }) => {
    hashes.add(hash);
  });
  await db.arrivals.each(({ files }) => {
    for (const { hash } of files) hashes.add(hash);
  });
  return new Set([...hashes].slice(0, 200_000));
}
