import { err, ok, type Result } from '#shared/base/result.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import { recordKey } from '#shared/sync/record.ts';
import { rowsFromText } from '../encryption/row-text.ts';
import type { Office } from '../office.ts';
import type { BackupSource } from '../office-ports.ts';
import type { TellProgress } from '../open/opening-progress.ts';
import { readStates, writeRows, type RecordRef } from '../replica/record-state.ts';
import type { CookieRow, DraftRow, HistoryRow, MetaRow, NumbersRow, OutboxRow, ShadowRow } from '../rows.ts';
import type { ClockState } from '../write/office-clock.ts';
import { noteNumbers } from '../write/used-numbers.ts';

const SHOWN_AT_ONCE = 500;

/** Facts of the PC of that time that must not come back. */
const ofThatTime: readonly string[] = ['store-id', 'rebuilding', 'offset', 'clock', 'actor', 'last-contact'];

/**
 * Merges a backup into the store as the older copy: what is here and newer stays, what is missing comes back. Positions in the streams are taken
 * over last, and only when every record they stand for came: any subset of a backup's pieces does, and a broken-off import is simply done again.
 * Gives the counters of that time: no lower ones may be used again.
 */
export async function importRows(
  office: Office,
  source: BackupSource,
  tell: TellProgress,
): Promise<Result<ClockState, { readonly code: ErrorCode }>> {
  const total = Object.values(source.counts).reduce((sum, count) => sum + count, 0);
  const taken = new Import(office);
  let done = 0;
  for (let from = 0; ;) {
    const read = await source.read(from);
    if (!read.ok) return err(read.error);
    for (const { table, bytes } of read.value.frames) {
      const rows = parseRows(bytes);
      await taken.take(table, rows);
      done += rows.length;
      tell({ step: 'from-backup', done, total: Math.max(done, total) });
    }
    if (read.value.done) break;
    from = read.value.next;
  }
  await taken.finish(source.counts['shadows'] ?? 0);
  office.search.rebuild();
  return ok(taken.clock);
}

function parseRows(bytes: Uint8Array): readonly unknown[] {
  try {
    const rows = rowsFromText(new TextDecoder().decode(bytes));
    return Array.isArray(rows) ? (rows as readonly unknown[]) : [];
  } catch {
    return [];
  }
}

class Import {
  readonly #office: Office;
  readonly #refs = new Map<string, RecordRef>();
  readonly #cookies = new Map<string, CookieRow>();
  #records = 0;
  clock: ClockState = { h: 0, n: 0, localN: 0 };

  constructor(office: Office) {
    this.#office = office;
  }

  async take(table: string, rows: readonly unknown[]): Promise<void> {
    const { db } = this.#office;
    await db.transaction('rw', db.tables, async () => {
      if (table === 'cookies') for (const row of rows as CookieRow[]) this.#cookies.set(row.stream, row);
      else if (table === 'localMeta') await this.#takeMeta(rows as MetaRow[]);
      else if (table === 'outbox') await this.#takeOutbox(rows as OutboxRow[]);
      else if (table === 'localNumbers') await this.#takeNumbers(rows as NumbersRow[]);
      else if (table === 'localDrafts') await this.#takeDrafts(rows as DraftRow[]);
      else if (table === 'shadows') await this.#takeShadows(rows as ShadowRow[]);
      else if (table === 'history') await db.history.bulkPut(rows as HistoryRow[]);
    });
  }

  async finish(records: number): Promise<void> {
    const { db } = this.#office;
    const refs = [...this.#refs.values()];
    for (let from = 0; from < refs.length; from += SHOWN_AT_ONCE) {
      const some = refs.slice(from, from + SHOWN_AT_ONCE);
      await db.transaction('rw', db.tables, async () => {
        const { numbers } = await writeRows(db, await readStates(db, some));
        await noteNumbers(db, numbers);
      });
    }
    if (this.#records < records) return;
    await db.transaction('rw', db.cookies, async () => {
      for (const cookie of this.#cookies.values()) {
        const held = await db.cookies.get(cookie.stream);
        if (held === undefined || held.epoch === '') {
          await db.cookies.put(cookie);
          this.#office.copies.noteGen(cookie.stream, cookie.gen);
        }
      }
    });
  }

  async #takeMeta(rows: readonly MetaRow[]): Promise<void> {
    const { db } = this.#office;
    const clock = rows.find(({ key }) => key === 'clock')?.value as ClockState | undefined;
    if (clock !== undefined) this.clock = clock;
    const kept = rows.filter(({ key }) => !ofThatTime.includes(key));
    const held = await db.localMeta.bulkGet(kept.map(({ key }) => key));
    await db.localMeta.bulkPut(kept.filter((_, i) => held[i] === undefined));
  }

  /** An op whose counter this store has already given was settled since; it is not brought back. */
  async #takeOutbox(rows: readonly OutboxRow[]): Promise<void> {
    const { db, clock, copies } = this.#office;
    const fresh = rows.filter(({ n }) => n > clock.state.n);
    await db.outbox.bulkPut(fresh);
    for (const row of fresh) {
      copies.noteOwnOp(row.type, row.id);
      this.#see(row);
    }
  }

  async #takeNumbers(rows: readonly NumbersRow[]): Promise<void> {
    const { db } = this.#office;
    for (const { key, used, days } of rows) {
      const row = await db.localNumbers.get(key);
      const held = row?.used ?? new Uint8Array(0);
      const both = new Uint8Array(Math.max(used.length, held.length));
      for (let at = 0; at < both.length; at += 1) both[at] = (used[at] ?? 0) | (held[at] ?? 0);
      const known = row?.days ?? days; // the days of papers here are noted anew when their rows are shown
      await db.localNumbers.put({ key, used: both, ...(known !== undefined && { days: known }) });
    }
  }

  async #takeDrafts(rows: readonly DraftRow[]): Promise<void> {
    const { db } = this.#office;
    const held = await db.localDrafts.bulkGet(rows.map(({ key }) => key));
    await db.localDrafts.bulkPut(rows.filter(({ savedAtMs }, i) => (held[i]?.savedAtMs ?? 0) < savedAtMs));
  }

  /** Sequences of one epoch are comparable; of a stream that lives in another epoch here, only the province knows better. */
  async #takeShadows(rows: readonly ShadowRow[]): Promise<void> {
    const { db } = this.#office;
    this.#records += rows.length;
    const cookies = new Map((await db.cookies.toArray()).map((cookie) => [cookie.stream, cookie]));
    const held = await db.shadows.bulkGet(rows.map(({ type, id }) => [type, id]));
    const taken = rows.flatMap((row, i): ShadowRow[] => {
      const here = cookies.get(row.stream);
      const isOther = here !== undefined && here.epoch !== '' && here.epoch !== this.#cookies.get(row.stream)?.epoch;
      const before = held[i];
      if (row.stream !== LOCAL_STREAM && isOther) return [];
      if (before !== undefined && before.seq >= row.seq) return [];
      return [here === undefined || here.epoch === '' ? row : { ...row, gen: here.gen }];
    });
    await db.shadows.bulkPut(taken);
    taken.forEach((row) => {
      this.#see(row);
    });
  }

  #see({ type, id }: RecordRef): void {
    this.#refs.set(recordKey(type, id), { type, id });
  }
}
