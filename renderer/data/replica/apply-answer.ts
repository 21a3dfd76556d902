import type { TakenOps } from '#shared/sync/peers.ts';
import { advance, EMPTY_COOKIE, mustStartAnew, type PageEnd } from '#shared/sync/cookie.ts';
import type { Op, Outcome } from '#shared/sync/op.ts';
import { recordKey, type Row } from '#shared/sync/record.ts';
import { applyRow, isShownBack, settleOp } from '#shared/sync/replica.ts';
import { takePage } from '#shared/sync/snapshot-load.ts';
import type { Office } from '../office.ts';
import type { CookieRow, HistoryRow, RowChange, ShadowRow } from '../rows.ts';
import { noteNumbers } from '../write/used-numbers.ts';
import { listOutbox, waitingRow, withState } from './outbox.ts';
import { dropTaken, rebasePeerOps } from './peer-ops.ts';
import { readShadows, readStates, statesOf, toShadowRow, writeRows, type RecordRef } from './record-state.ts';
import { noteLost } from './bring-back.ts';
import { confirmCopy, confirmedUpTo, type ToldStretch } from './confirm-copy.ts';
import { dropShadows, replacedCells, sendAllAgain, staleShadows } from './start-anew.ts';

/** A pull page of one stream. `told`: what the province said it holds of a stretch of it; `taken`: how far it has taken colleagues' ops. */
export type StreamPage = PageEnd & {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly told?: ToldStretch;
  readonly taken?: readonly TakenOps[];
};

/** What a page did: whether the stream has more to fetch or to confirm, and whether the copy starts anew. */
export type AppliedPage = { readonly more: boolean; readonly startedAnew: boolean; readonly rows: number };

/** The cookie of a stream this PC holds nothing of. */
export function emptyCookie(stream: string): CookieRow {
  return { stream, ...EMPTY_COOKIE, gen: 0, anew: false, lives: {} };
}

/** The cookie of a stream whose copy begins anew, in another life or the same. */
function startAnew(cookie: CookieRow, page: StreamPage): CookieRow {
  const gen = cookie.gen + 1;
  const lives = { ...cookie.lives, [cookie.gen]: cookie.epoch, [gen]: page.epoch };
  return { stream: page.id, ...advance(cookie, page), gen, anew: true, lives };
}

/**
 * The server's word on own ops. `late`: on ops that had been parked or that another PC brought; they are noted, so that the server can be told they arrived.
 * `refusedAnew`: those of them that had left the outbox (`findRefusedAnew`).
 */
export type Word = {
  readonly outcomes: readonly Outcome[];
  readonly late: readonly Outcome[];
  readonly refusedAnew?: readonly Op[];
};

/** Takes the server's word on own ops, in one transaction. */
export function applyWord(office: Office, word: Word): Promise<void> {
  return office.queue.run(async () => {
    const { db } = office;
    const changes = await db.transaction('rw', db.tables, async () => {
      const touched = await takeWord(office, word);
      const written = await writeRows(db, await readStates(db, [...touched.values()]));
      return written.changes;
    });
    office.search.changed(changes);
  });
}

/**
 * Takes a pull page, with the word that came with it: rows, cookie, outcomes, outbox trim and what people see, in one transaction.
 * Applying it again changes nothing.
 * An own op leaves the outbox only when the complete cookie has passed its sequence.
 */
export function applyPage(office: Office, page: StreamPage, word?: Word): Promise<AppliedPage> {
  return office.queue.run(async () => {
    const { db } = office;
    const result = await db.transaction('rw', db.tables, async () => {
      const cookie = (await db.cookies.get(page.id)) ?? emptyCookie(page.id);
      const touched = word === undefined ? new Map<string, RecordRef>() : await takeWord(office, word);
      if (mustStartAnew(cookie, page)) {
        const anew = startAnew(cookie, page);
        await db.cookies.put(anew);
        if (cookie.epoch !== page.epoch) {
          const again = await sendAllAgain(office, anew);
          const rebased = page.id === office.stream ? await rebasePeerOps(db, page.epoch) : [];
          for (const ref of [...again, ...rebased]) touched.set(recordKey(ref.type, ref.id), ref);
        }
        return {
          changes: (await writeRows(db, await readStates(db, [...touched.values()]))).changes,
          startedAnew: true,
          confirmsOn: false,
        };
      }
      const shadows = await putRows(office, page, cookie);
      const next = await confirmPage(office, takePage(cookie, page), page, shadows, cookie.after);
      const isWhole = next.anew && !page.more && next.base === next.after;
      await db.cookies.put(isWhole ? { ...next, anew: false } : next);
      if (isWhole) for (const ref of await staleShadows(office, next)) touched.set(recordKey(ref.type, ref.id), ref);
      for (const ref of await trimOutbox(office, page.id, next.base)) touched.set(recordKey(ref.type, ref.id), ref);
      for (const ref of await dropTaken(db, page.taken ?? [], next.base)) touched.set(recordKey(ref.type, ref.id), ref);
      for (const { type, id } of shadows) touched.delete(recordKey(type, id));
      const states = await Promise.all([statesOf(db, shadows), readStates(db, [...touched.values()])]);
      const written = await writeRows(db, states.flat());
      await noteNumbers(db, written.numbers);
      const confirmsOn = confirmedUpTo(next) > confirmedUpTo(cookie) && confirmedUpTo(next) < next.base;
      return { changes: written.changes, startedAnew: false, confirmsOn };
    });
    if (result.startedAnew)
      office.copies.noteGen(page.id, ((await db.cookies.get(page.id)) ?? emptyCookie(page.id)).gen);
    noteApplied(office, page.rows, result.changes);
    const more = page.more || result.startedAnew || result.confirmsOn;
    return { more, startedAnew: result.startedAnew, rows: page.rows.length };
  });
}

/** The right to a stream is gone: its copy goes too. Own unsent ops stay for the server to judge. */
export function dropStream(office: Office, stream: string): Promise<void> {
  return office.queue.run(async () => {
    const { db } = office;
    const changes = await db.transaction('rw', db.tables, async () => {
      const refs = await dropShadows(office, stream);
      await db.cookies.delete(stream);
      return (await writeRows(db, await readStates(db, refs))).changes;
    });
    office.search.changed(changes);
  });
}

/** The cookie after the page, with what the province told of its content. `pageFrom`: the sequence the page begins behind. */
function confirmPage(
  office: Office,
  next: CookieRow,
  { told, next: end }: StreamPage,
  shadows: readonly ShadowRow[],
  pageFrom: number,
): Promise<CookieRow> {
  if (told === undefined) return Promise.resolve(next);
  return confirmCopy(office, next, told, told.from === pageFrom && told.upTo === end ? shadows : undefined);
}

/** Puts rows of a stream over what is held of their records, inside the caller's transaction: newer cells win, whichever came first. Gives the records as they are held then. */
export async function putRows(
  office: Office,
  page: Pick<StreamPage, 'id' | 'rows'>,
  cookie: CookieRow,
): Promise<readonly ShadowRow[]> {
  const { db } = office;
  if (page.rows.length === 0) return [];
  const held = await readShadows(db, page.rows);
  const history: HistoryRow[] = [];
  const replaced: { readonly before: ShadowRow; readonly shadow: ShadowRow }[] = [];
  const shadows = page.rows.map((row, i): ShadowRow => {
    const before = held[i];
    const isOfThisLife = before?.stream === page.id && before.gen === cookie.gen;
    const shadow = toShadowRow({
      ...applyRow(isOfThisLife ? before : undefined, row),
      stream: page.id,
      gen: cookie.gen,
      at: isOfThisLife && before.seq >= row.seq && before.at !== undefined ? before.at : office.nowMs(),
    });
    if (before !== undefined) history.push(...replacedCells(before, shadow));
    if (before?.stream === page.id && !isOfThisLife) replaced.push({ before, shadow });
    return shadow;
  });
  for (const { before, shadow } of replaced) await noteLost(office, cookie, before, shadow);
  await Promise.all([db.shadows.bulkPut(shadows), history.length > 0 ? db.history.bulkPut(history) : undefined]);
  return shadows;
}

async function takeWord(office: Office, { outcomes, late, refusedAnew = [] }: Word): Promise<Map<string, RecordRef>> {
  if (late.length > 0) await noteLate(office, late);
  await office.db.outbox.bulkPut(refusedAnew.map((op) => waitingRow(op)));
  return settle(office, [...outcomes, ...late]);
}

async function settle({ db }: Office, outcomes: readonly Outcome[]): Promise<Map<string, RecordRef>> {
  const rows = await db.outbox.bulkGet(outcomes.map(({ n }) => n));
  const touched = new Map<string, RecordRef>();
  const settled = rows.flatMap((row, i) => {
    const outcome = outcomes[i];
    if (row === undefined || outcome === undefined || row.kind === 'acknowledged') return [];
    touched.set(recordKey(row.type, row.id), { type: row.type, id: row.id });
    return [withState(row, settleOp(outcome))];
  });
  await db.outbox.bulkPut(settled);
  return touched;
}

async function trimOutbox({ db }: Office, stream: string, complete: number): Promise<RecordRef[]> {
  const shown = (await listOutbox(db, 'acknowledged')).filter(
    (row) => row.op.stream === stream && isShownBack(row, complete),
  );
  await db.outbox.bulkDelete(shown.map(({ n }) => n));
  return shown.map(({ type, id }) => ({ type, id }));
}

async function noteLate({ db }: Office, late: readonly Outcome[]): Promise<void> {
  const noted = ((await db.localMeta.get('late-seen'))?.value as number[] | undefined) ?? [];
  await db.localMeta.put({ key: 'late-seen', value: [...new Set([...noted, ...late.map(({ n }) => n)])] });
}

/** After rows have been applied: their times move the clock on, and what people see is to be found. */
export function noteApplied(office: Office, rows: readonly Row[], changes: readonly RowChange[]): void {
  for (const { f } of rows) for (const cell of Object.values(f)) office.clock.see(cell.h);
  office.search.changed(changes);
}
