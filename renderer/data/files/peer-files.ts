import { fileHashSchema } from '#shared/base/ids.ts';
import type { Office } from '../office.ts';
import { noteTransfer } from './transfer-store.ts';

/** A file by its hash, and how many bytes its record says it has. */
export type NamedBytes = { readonly hash: string; readonly size: number };

/** Most files asked for at once. */
const FILES_AT_MOST = 200;

/** Files that may lie on colleagues' PCs: those their unsequenced ops name, and those that wait to come from the province. */
export async function listPeerFiles({ db }: Office): Promise<readonly NamedBytes[]> {
  const [ops, waiting] = await Promise.all([
    db.peerOps.filter(({ type }) => type === 'attachment').toArray(),
    db.localTransfers.where('state').equals('waiting').limit(FILES_AT_MOST).toArray(),
  ]);
  const named = ops.flatMap(({ op: { f } }): NamedBytes[] => {
    const { hash, size } = f;
    const parsed = fileHashSchema.safeParse(hash);
    return parsed.success && typeof size === 'number' && size > 0 ? [{ hash: parsed.data, size }] : [];
  });
  const down = waiting.filter(({ direction }) => direction === 'down').map(({ hash, size }) => ({ hash, size }));
  return [...new Map([...named, ...down].map((file) => [file.hash, file])).values()].slice(0, FILES_AT_MOST);
}

/** These files have come from a colleague's PC: nothing of them is fetched from the province. */
export async function noteFetched(office: Office, hashes: readonly string[]): Promise<void> {
  for (const row of await office.db.localTransfers.bulkGet([...hashes]))
    if (row?.direction === 'down') await noteTransfer(office, row.hash, row.size, true);
}
