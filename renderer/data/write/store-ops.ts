import type { Table } from 'dexie';
import { LOCAL_STREAM } from '#shared/entities.ts';
import type { Op } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import { writeRows, type RecordState } from '../replica/record-state.ts';
import type { Office } from '../office.ts';
import type { HistoryRow, OutboxRow, RowChange, ShadowRow } from '../rows.ts';
import type { ClockState } from './office-clock.ts';
import { noteNumbers } from './used-numbers.ts';

/** Ops that lie in the journal, with the states of their records after them. */
export type JournalledOps = {
  readonly ops: readonly Op[];
  readonly states: ReadonlyMap<string, RecordState>;
  readonly history: readonly HistoryRow[];
  readonly clock: ClockState;
};

/** Fields that decide which number of which book and year a paper takes. */
const numberFields = ['arrivalNumber', 'receivedOn', 'book'] as const;

/** Writes journalled ops into the store: rows, outbox, history and clock in one transaction. Gives the changes for the search index. */
export async function storeOps(office: Office, { ops, states, history, clock }: JournalledOps): Promise<readonly RowChange[]> {
  const { db } = office;
  const touched = [...new Set(ops.map((op) => recordKey(op.type, op.id)))].flatMap((key) => states.get(key) ?? []);
  const outbox = touched.flatMap(({ own }) => own).filter((row) => ops.some((op) => op.n === row.n && op.stream !== LOCAL_STREAM));
  const shadows = touched.flatMap(({ shadow, stream }) => (shadow !== undefined && stream === LOCAL_STREAM ? [shadow] : []));
  const tables = [db.outbox, db.localMeta, ...rowTables(office, touched), ...(history.length > 0 ? [db.history] : []), ...(shadows.length > 0 ? [db.shadows] : [])];
  const numbersTouched = ops.some(({ type, f }) => type === 'document' && numberFields.some((field) => Object.hasOwn(f, field)));
  return db.transaction('rw', numbersTouched ? [...tables, db.localNumbers] : tables, async () => {
    const [written] = await Promise.all([
      writeRows(db, touched),
      putAll(office, outbox, shadows, history),
      db.localMeta.put({ key: 'clock', value: clock }),
    ]);
    if (numbersTouched) await noteNumbers(db, written.numbers);
    return written.changes;
  });
}

function rowTables(office: Office, states: readonly RecordState[]): Table[] {
  return [...new Set(states.map(({ type }) => type))].flatMap((type) => (office.db.findRowTable(type) as Table | undefined) ?? []);
}

async function putAll({ db }: Office, outbox: readonly OutboxRow[], shadows: readonly ShadowRow[], history: readonly HistoryRow[]): Promise<void> {
  await Promise.all([
    outbox.length === 1 && outbox[0] !== undefined ? db.outbox.put(outbox[0]) : db.outbox.bulkPut(outbox),
    shadows.length > 0 ? db.shadows.bulkPut(shadows) : undefined,
    history.length > 0 ? db.history.bulkPut(history) : undefined,
  ]);
}
