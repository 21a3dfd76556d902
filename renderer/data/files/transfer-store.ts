import type { ErrorCode } from '#shared/base/errors.ts';
import { madeAtMs } from '#shared/base/ids.ts';
import { RECENT_MS, type OpenTransfer } from '#shared/domain/attachment/transfer-order.ts';
import type { Urgency } from '#shared/domain/document/document-record.ts';
import type { OfficeDatabase } from '../database.ts';
import type { Office } from '../office.ts';
import type { AttachmentRow, TransferRow } from '../rows.ts';
import { forgetMissingFile } from './missing-files.ts';

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

/** Transfers that are not done, with what their order is chosen by. Urgency is looked up where it counts: for papers of the last 30 days. */
export async function listOpenTransfers(office: Office): Promise<readonly OpenTransfer[]> {
  const { db } = office;
  const open = await db.localTransfers.where('state').anyOf('waiting', 'moving').toArray();
  const made = (row: TransferRow): number => (row.documentId === null ? 0 : madeAtMs(row.documentId) || 0);
  const since = office.nowMs() - RECENT_MS;
  const papers = open.flatMap((row) => (row.documentId !== null && made(row) >= since ? [row.documentId] : []));
  const urgencies = await readUrgencies(db, [...new Set(papers)]);
  return open.map((row) => ({
    hash: row.hash,
    direction: row.direction,
    size: row.size,
    offset: row.offset,
    urgency: urgencies.get(row.documentId ?? '') ?? 'normal',
    madeAtMs: made(row),
  }));
}

/** How urgent papers are, by their ids: register lines, own papers, and papers that came over the exchange. */
async function readUrgencies(db: OfficeDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, Urgency>> {
  const [documents, outgoings, arrivals] = await Promise.all([
    db.documents.bulkGet([...ids]),
    db.outgoings.bulkGet([...ids]),
    db.arrivals.bulkGet([...ids]),
  ]);
  const urgencies = new Map<string, Urgency>();
  for (const [i, id] of ids.entries()) {
    const urgency = documents[i]?.urgency ?? outgoings[i]?.urgency ?? arrivals[i]?.letter.urgency;
    if (urgency !== undefined) urgencies.set(id, urgency);
  }
  return urgencies;
}

/** A transfer as it stands; undefined when none is known of the file. */
export function findTransfer({ db }: Office, hash: string): Promise<TransferRow | undefined> {
  return db.localTransfers.get(hash);
}

/**
 * Files the province has that this one may be a continuation of: other files of the same record, removed ones too (a signed PDF takes the place of the
 * one before), the longest first. At most `most`.
 */
export async function listLikelyPrefixes(
  { db }: Office,
  { hash, size, documentId }: TransferRow,
  most: number,
): Promise<readonly string[]> {
  if (documentId === null) return [];
  const siblings = await db.attachments.where('documentId').equals(documentId).toArray();
  const shorter = siblings.filter((each) => each.hash !== hash && each.size < size).sort((a, b) => b.size - a.size);
  const hashes = [...new Set(shorter.map((each) => each.hash))];
  const moved = await db.localTransfers.bulkGet(hashes);
  return hashes.filter((_, i) => moved[i]?.state === 'done').slice(0, most);
}

/** Notes how far a file has come. */
export async function noteTransfer(office: Office, hash: string, offset: number, isDone: boolean): Promise<void> {
  const end = isDone ? { state: 'done' as const, doneAt: office.nowMs() } : { state: 'moving' as const };
  await office.db.localTransfers.update(hash, { offset, ...end });
  if (isDone) await forgetMissingFile(office, hash);
}

/** A file that cannot be moved goes to the list of what needs a person. */
export async function failTransfer({ db }: Office, hash: string, code: ErrorCode): Promise<void> {
  await db.localTransfers.update(hash, { state: 'failed', code });
}

/** Tries a failed file again. */
export async function retryTransfer({ db }: Office, hash: string): Promise<void> {
  await db.localTransfers.update(hash, { state: 'waiting', offset: 0 });
}
