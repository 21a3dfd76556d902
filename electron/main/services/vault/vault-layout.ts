import { join } from 'node:path';

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
