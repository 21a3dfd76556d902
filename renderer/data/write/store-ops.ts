import { attachmentSchema } from '#shared/domain/attachment/attachment-record.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import type { Op } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import { writeRows, type RecordState } from '../replica/record-state.ts';
import type { Office } from '../office.ts';
import type { HistoryRow, OutboxRow, RowChange, ShadowRow } from '../rows.ts';
import type { ClockState } from './office-clock.ts';
import { noteNewFiles } from '../files/transfer-store.ts';
import { noteNumbers } from './used-numbers.ts';

/** Ops that lie in the journal, with the states of their records after them. */
export type JournalledOps = {
  readonly ops: readonly Op[];
  readonly states: ReadonlyMap<string, RecordState>;
  readonly history: readonly HistoryRow[];
  readonly clock: ClockState;
};

/** Fields that decide which number of which series a paper takes, by entity. */
const numberFields: Readonly<Record<string, readonly string[]>> = {
  document: ['arrivalNumber', 'receivedOn', 'book'],
  outgoing: ['number', 'series', 'registerId', 'issuedOn'],
};

/** Writes ops into the store in a transaction of their own. (Dexie keeps its transaction through `await` only under an `async` function.) Gives the changes for the search index. */
export function storeOps(office: Office, journalled: JournalledOps): Promise<readonly RowChange[]> {
  return office.db.transaction('rw', office.db.tables, async () => writeOps(office, journalled));
}

/** Writes ops into the store inside the caller's transaction: rows, outbox, history and clock. Gives the changes for the search index. */
export async function writeOps(
  office: Office,
  { ops, states, history, clock }: JournalledOps,
): Promise<readonly RowChange[]> {
  const { db, copies } = office;
  for (const { type, id, stream } of ops) if (stream !== LOCAL_STREAM) copies.noteOwnOp(type, id);
  const touched = [...new Set(ops.map((op) => recordKey(op.type, op.id)))].flatMap((key) => states.get(key) ?? []);
  const counters = new Set(ops.filter(({ stream }) => stream !== LOCAL_STREAM).map(({ n }) => n));
  const outbox = touched.flatMap(({ own }) => own).filter(({ n }) => counters.has(n));
  const shadows = touched.flatMap(({ shadow, stream }) =>
    shadow !== undefined && stream === LOCAL_STREAM ? [shadow] : [],
  );
  const [written] = await Promise.all([
    writeRows(db, touched),
    putAll(office, outbox, shadows, history),
    db.localMeta.put({ key: 'clock', value: clock }),
    noteFiles(office, ops),
  ]);
  if (ops.some(touchesNumber)) await noteNumbers(db, written.numbers);
  return written.changes;
}

/** What the attachments among these ops name. */
async function noteFiles(office: Office, ops: readonly Op[]): Promise<void> {
  const files = ops.flatMap(({ type, t, f }) => {
    const named = type === 'attachment' && t === 'set' ? fileFields.safeParse(f).data : undefined;
    return named ?? [];
  });
  if (files.length > 0) await noteNewFiles(office, files);
}

const fileFields = attachmentSchema.pick({ hash: true, name: true, size: true, documentId: true }).strip();

function touchesNumber({ type, f }: Op): boolean {
  return numberFields[type]?.some((field) => Object.hasOwn(f, field)) === true;
}

async function putAll(
  { db }: Office,
  outbox: readonly OutboxRow[],
  shadows: readonly ShadowRow[],
  history: readonly HistoryRow[],
): Promise<void> {
  await Promise.all([
    outbox.length === 1 && outbox[0] !== undefined ? db.outbox.put(outbox[0]) : db.outbox.bulkPut(outbox),
    shadows.length > 0 ? db.shadows.bulkPut(shadows) : undefined,
    history.length > 0 ? db.history.bulkPut(history) : undefined,
  ]);
}
