import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = /^[0-9a-f]{2}$/;
const NAME = /^[0-9a-f]{64}$/;

/** Where a file of a hash lies: `<folder>/ab/abcdef…`. The hash was checked by its schema, so it cannot be a path. */
export function vaultPath(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash);
}

/** Files being written by the page; emptied at every start. */
export function vaultDraftFolder(folder: string): string {
  return join(folder, 'drafts');
}

/** Downloads that go on after a restart. */
export function vaultIncomingFolder(folder: string): string {
  return join(folder, 'incoming');
}

/** What the last look over the files found. */
export function vaultReportPath(folder: string): string {
  return join(folder, 'report.json');
}

/** Hashes of all files in the vault, in order. Whatever else lies there is passed over. */
export async function listVaultHashes(folder: string): Promise<readonly string[]> {
  const groups = (await readdir(folder)).filter((name) => FOLDER.test(name)).sort();
  const names = await Promise.all(groups.map(async (group) => (await readdir(join(folder, group))).sort()));
  return names.flatMap((group, i) => group.filter((name) => NAME.test(name) && name.startsWith(groups[i] ?? '')));
}
