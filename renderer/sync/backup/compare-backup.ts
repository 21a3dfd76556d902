import type { RestoreCandidate } from '#shared/contract/backup.ts';
import { countRows, type BackupTable } from '#renderer/data/backup/export-rows.ts';
import type { Office } from '#renderer/data/office.ts';

/** A table here and in a backup. */
export type TableComparison = { readonly table: BackupTable; readonly now: number; readonly inBackup: number };

/** How many rows of each table there are here and in a backup; without an opened office nothing is here. */
export async function compareWithBackup(
  office: Office | null,
  candidate: Pick<RestoreCandidate, 'counts'>,
): Promise<readonly TableComparison[]> {
  const now: Readonly<Record<string, number>> = office === null ? {} : await countRows(office);
  const tables = [...new Set([...Object.keys(now), ...Object.keys(candidate.counts)])] as BackupTable[];
  return tables.map((table) => ({ table, now: now[table] ?? 0, inBackup: candidate.counts[table] ?? 0 }));
}
