import type { Row } from '#shared/sync/record.ts';
import { isBlank, takeChunk, withoutLoad, type Snapshot } from '#shared/sync/snapshot-load.ts';
import type { Office } from '../office.ts';
import type { CookieRow, StoredLoad } from '../rows.ts';
import { noteNumbers } from '../write/used-numbers.ts';
import { noteApplied, putRows } from './apply-answer.ts';
import { statesOf, writeRows } from './record-state.ts';
import { readCookies } from './sync-state.ts';

/** A stream with a snapshot on its way, and the chunk whose turn it is. */
export type PendingLoad = { readonly cookie: CookieRow; readonly load: StoredLoad };

/** Streams this PC holds nothing of. One that is fetched anew after a restore or because it was not the province's is pulled page by page: a snapshot might hold the same fault. */
export async function hasBlankStream(office: Office): Promise<boolean> {
  return (await readCookies(office)).some((cookie) => isBlank(cookie) && !cookie.anew);
}

/** Begins to load snapshots into streams this PC holds nothing of. */
export function beginLoads(office: Office, snapshots: readonly Snapshot[]): Promise<void> {
  return office.queue.run(async () => {
    const { db } = office;
    await db.transaction('rw', db.cookies, async () => {
      for (const cookie of await readCookies(office)) {
        const snapshot = snapshots.find(({ stream }) => stream === cookie.stream);
        if (snapshot === undefined || !isBlank(cookie) || cookie.anew) continue;
        const { epoch, seq, chunks: parts } = snapshot;
        const load: StoredLoad = { seq, tail: seq, chunks: parts.length, done: 0, parts };
        await db.cookies.put({ ...cookie, epoch, load });
      }
    });
  });
}

/** Snapshots on their way: the commune's own first. */
export async function listLoads(office: Office): Promise<readonly PendingLoad[]> {
  return (await readCookies(office)).flatMap((cookie) =>
    cookie.load === undefined ? [] : [{ cookie, load: cookie.load }],
  );
}

/**
 * Takes some records of the chunk whose turn it is; `isLast` with the last of them. In one transaction; a record that has come by a page meanwhile keeps
 * what is newer. False when the snapshot is no longer on its way, and nothing was done.
 */
export function applyChunkRows(
  office: Office,
  { cookie: asked, load: askedLoad }: PendingLoad,
  rows: readonly Row[],
  isLast: boolean,
): Promise<boolean> {
  return office.queue.run(async () => {
    const { db } = office;
    const changes = await db.transaction('rw', db.tables, async () => {
      const cookie = await db.cookies.get(asked.stream);
      if (cookie?.load === undefined || !isSameTurn(cookie, asked, askedLoad)) return undefined;
      const held = await putRows(office, { id: cookie.stream, rows }, cookie);
      if (isLast) await db.cookies.put(takeChunk(cookie));
      const written = await writeRows(db, await statesOf(db, held));
      await noteNumbers(db, written.numbers);
      return written.changes;
    });
    if (changes === undefined) return false;
    noteApplied(office, rows, changes);
    return true;
  });
}

/** The snapshot cannot be had any more: the stream is pulled page by page, over what has come of it. */
export function giveUpLoad(office: Office, { cookie: asked, load }: PendingLoad): Promise<void> {
  return office.queue.run(async () => {
    const { db } = office;
    await db.transaction('rw', db.cookies, async () => {
      const cookie = await db.cookies.get(asked.stream);
      if (cookie !== undefined && isSameTurn(cookie, asked, load)) await db.cookies.put(withoutLoad(cookie));
    });
  });
}

/** The same snapshot of the same life, and the same chunk of it. */
function isSameTurn(cookie: CookieRow, asked: CookieRow, load: StoredLoad): boolean {
  return (
    cookie.epoch === asked.epoch &&
    cookie.gen === asked.gen &&
    cookie.load?.seq === load.seq &&
    cookie.load.done === load.done
  );
}
