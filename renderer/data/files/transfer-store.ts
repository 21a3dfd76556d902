import type { ErrorCode } from '#shared/base/errors.ts';
import type { Office } from '../office.ts';
import type { AttachmentRow, TransferRow } from '../rows.ts';

const READ_AT_ONCE = 1000;

/** A file a record names, and the record. */
export type NamedFile = Pick<AttachmentRow, 'hash' | 'name' | 'size' | 'documentId'>;

/**
 * Files of records that no transfer is known of yet, or only one of another size than the record says, in slices: where each one lies must be asked.
 * What the office's own records say of a file goes before what senders say.
 */
export async function* unplannedFiles(office: Office): AsyncGenerator<readonly NamedFile[]> {
  const { db } = office;
  const planned = new Set(await db.localTransfers.where('state').notEqual('unasked').primaryKeys());
  const unasked = await db.localTransfers.where('state').equals('unasked').primaryKeys();
  const open = await db.localTransfers.where('state').anyOf('waiting', 'moving', 'failed').toArray();
  const openRows = new Map(open.map((row) => [row.hash, row]));
  const seen = new Set<string>();
  const isFresh = (file: NamedFile): boolean => {
    if (seen.has(file.hash)) return false;
    seen.add(file.hash);
    return !planned.has(file.hash) || isOfOtherSize(openRows.get(file.hash), file);
  };
  let after = '';
  for (;;) {
    const rows = await db.attachments.where('id').above(after).limit(READ_AT_ONCE).toArray();
    const fresh = rows.filter((row) => !row.removed && isFresh(row));
    if (fresh.length > 0) yield fresh;
    const last = rows.at(-1);
    if (last === undefined || rows.length < READ_AT_ONCE) break;
    after = last.id;
  }
  const arrived = (await listArrivedFiles(office)).filter(isFresh);
  if (arrived.length > 0) yield arrived;
  // Of records that were refused or removed: nobody asks for them.
  await db.localTransfers.bulkDelete(unasked.filter((hash) => !seen.has(hash)));
}

/** Notes, inside the caller's transaction, files of records made here: until the province was asked they count as only here. */
export async function noteNewFiles({ db }: Office, files: readonly NamedFile[]): Promise<void> {
  const held = await db.localTransfers.bulkGet(files.map(({ hash }) => hash));
  const fresh = files.filter((_, i) => held[i] === undefined);
  if (fresh.length > 0) await db.localTransfers.bulkPut(fresh.map((file) => ({ ...file, ...UNASKED })));
}

/** A file of which it is not known (any more) whether the province has it. */
export const UNASKED = { offset: 0, direction: 'up', state: 'unasked' } as const;

function isOfOtherSize(row: TransferRow | undefined, { size }: Pick<NamedFile, 'size'>): boolean {
  return row !== undefined && row.direction === 'down' && row.state !== 'done' && row.size !== size;
}

/** Files of papers that came over the exchange and are not sent back: they are fetched before the paper is entered, to be read. */
export async function listArrivedFiles({ db }: Office): Promise<readonly NamedFile[]> {
  const files: NamedFile[] = [];
  await db.arrivals.each(({ id, removed, status, files: named }) => {
    if (removed || status === '02') return;
    files.push(...named.map(({ hash, name, size }) => ({ hash, name, size, documentId: id })));
  });
  return files;
}

/** Notes new transfers; those already known stay as they are, but for downloads of a size that the record does not say (any more): they begin anew. */
export async function planTransfers({ db }: Office, rows: readonly TransferRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.transaction('rw', db.localTransfers, async () => {
    const held = await db.localTransfers.bulkGet(rows.map(({ hash }) => hash));
    const isNew = (row: TransferRow, before: TransferRow | undefined): boolean =>
      before === undefined || before.state === 'unasked' || isOfOtherSize(before, row);
    await db.localTransfers.bulkPut(rows.filter((row, i) => isNew(row, held[i])));
  });
}

/** The next file to move: uploads before downloads, small files before large ones; for downloads newest records first (their ids sort by time). */
export async function nextTransfer(
  { db }: Office,
  skip: Pick<ReadonlySet<string>, 'has'>,
  wanted: string | undefined,
): Promise<TransferRow | undefined> {
  const open = (await db.localTransfers.where('state').anyOf('waiting', 'moving').toArray()).filter(
    ({ hash }) => !skip.has(hash),
  );
  const asked = open.find(({ hash }) => hash === wanted);
  if (asked !== undefined) return asked;
  const uploads = open
    .filter(({ direction }) => direction === 'up')
    .sort((a, b) => a.size - a.offset - (b.size - b.offset));
  const downloads = open
    .filter(({ direction }) => direction === 'down')
    .sort((a, b) => ((a.documentId ?? '') < (b.documentId ?? '') ? 1 : -1));
  return uploads[0] ?? downloads[0];
}

/** Notes how far a file has come. */
export async function noteTransfer(office: Office, hash: string, offset: number, isDone: boolean): Promise<void> {
  const end = isDone ? { state: 'done' as const, doneAt: office.nowMs() } : { state: 'moving' as const };
  await office.db.localTransfers.update(hash, { offset, ...end });
}

/** A file that cannot be moved goes to the list of what needs a person. */
export async function failTransfer({ db }: Office, hash: string, code: ErrorCode): Promise<void> {
  await db.localTransfers.update(hash, { state: 'failed', code });
}

/** Tries a failed file again. */
export async function retryTransfer({ db }: Office, hash: string): Promise<void> {
  await db.localTransfers.update(hash, { state: 'waiting', offset: 0 });
}
