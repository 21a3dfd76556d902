import type { Office } from '../office.ts';
import type { TransferRow } from '../rows.ts';
import { planTransfers, unplannedFiles, type NamedFile } from '../files/transfer-store.ts';

/** Which of these files lie on this PC. */
export type ListPresent = (hashes: readonly string[]) => Promise<ReadonlySet<string>>;

/** Files of this office as a package needs them: here and not known to be at the province, and not here. Small ones first. */
export type ParcelFiles = { readonly owed: readonly string[]; readonly awaited: readonly string[] };

/** Finds them; what nobody has asked the province about yet counts as not known there. */
export async function listParcelFiles(office: Office, present: ListPresent): Promise<ParcelFiles> {
  const sizes = new Map<string, number>();
  const open = await office.db.localTransfers.where('state').anyOf('waiting', 'moving', 'failed').toArray();
  for (const { hash, size } of open) sizes.set(hash, size);
  for await (const files of unplannedFiles(office)) for (const { hash, size } of files) sizes.set(hash, size);
  const hashes = [...sizes.keys()].sort((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
  const here = await present(hashes);
  return { owed: hashes.filter((hash) => here.has(hash)), awaited: hashes.filter((hash) => !here.has(hash)) };
}

/** Notes that the province has these files of this PC: they are not sent any more. */
export async function noteKeptFiles(office: Office, hashes: readonly string[]): Promise<void> {
  const kept = new Set(hashes);
  if (kept.size === 0) return;
  for await (const files of unplannedFiles(office)) {
    const fresh = files.filter(({ hash }) => kept.has(hash));
    await planTransfers(office, fresh.map(toSent));
  }
  await endTransfers(office, (row) => row.direction === 'up' && kept.has(row.hash));
}

/** Notes files that have come another way than the line. */
export async function noteFilesHere(office: Office, present: ListPresent): Promise<void> {
  const rows = await office.db.localTransfers.where('state').anyOf('waiting', 'moving', 'failed').toArray();
  const down = rows.filter(({ direction }) => direction === 'down').map(({ hash }) => hash);
  const here = await present(down);
  await endTransfers(office, (row) => row.direction === 'down' && here.has(row.hash));
}

function toSent({ hash, name, size, documentId }: NamedFile): TransferRow {
  return { hash, name, size, documentId, offset: size, direction: 'up', state: 'done' };
}

async function endTransfers({ db }: Office, isEnded: (row: TransferRow) => boolean): Promise<void> {
  await db.transaction('rw', db.localTransfers, async () => {
    const rows = await db.localTransfers.where('state').anyOf('waiting', 'moving', 'failed').filter(isEnded).toArray();
    await db.localTransfers.bulkPut(rows.map((row): TransferRow => ({ ...row, offset: row.size, state: 'done' })));
  });
}
