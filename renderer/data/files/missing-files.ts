import type { Office } from '../office.ts';
import type { TransferRow } from '../rows.ts';

const PREFIX = 'missing-file:';

/** So long a file another PC entered may be on its way before somebody is told. */
const PATIENCE_MS = 24 * 60 * 60_000;

/** A file that lies neither here nor at the province. `isOwn`: this PC entered it, so that no other can send it. */
export type MissingFile = {
  readonly hash: string;
  readonly name: string;
  readonly documentId: string | null;
  readonly isOwn: boolean;
  /** Since when it is missed (corrected milliseconds). */
  readonly sinceMs: number;
};

/** Notes that the province does not have a file that is not here either; the first time counts. */
export async function noteMissingFile(office: Office, { hash, name, documentId }: TransferRow): Promise<void> {
  const { db } = office;
  const key = `${PREFIX}${hash}`;
  if ((await db.localMeta.get(key)) !== undefined) return;
  const isOwn = await wasEnteredHere(office, hash, documentId);
  const value: MissingFile = { hash, name, documentId, isOwn, sinceMs: office.nowMs() };
  await db.localMeta.put({ key, value });
}

/** The file has been found, here or there. */
export async function forgetMissingFile({ db }: Office, hash: string): Promise<void> {
  await db.localMeta.delete(`${PREFIX}${hash}`);
}

/** Missing files a person is to be told of: those entered here, and others that have been on their way for a day. */
export async function listMissingFiles(office: Office): Promise<readonly MissingFile[]> {
  const rows = await office.db.localMeta.where('key').startsWith(PREFIX).toArray();
  const latest = office.nowMs() - PATIENCE_MS;
  return rows.map(({ value }) => value as MissingFile).filter(({ isOwn, sinceMs }) => isOwn || sinceMs <= latest);
}

async function wasEnteredHere({ db, device }: Office, hash: string, documentId: string | null): Promise<boolean> {
  if (documentId === null) return false;
  const rows = await db.attachments.where('documentId').equals(documentId).toArray();
  const named = rows.filter((row) => row.hash === hash && !row.removed);
  const shadows = await db.shadows.bulkGet(named.map(({ id }): [string, string] => ['attachment', id]));
  return shadows.some((shadow) => shadow === undefined || shadow.f['hash']?.d === device.dev);
}
