import { isEntityType, type EntityType } from '#shared/entities.ts';
import { hlcToMs } from '#shared/sync/hlc.ts';
import type { Office } from '../office.ts';
import { readSealed } from '../read-sealed.ts';
import { OPEN_TRANSFERS } from '../receipts/place-of.ts';
import { countOutbox, listOutbox } from '../replica/outbox.ts';
import { countAttention } from './list-attention.ts';

/** What is only on this PC. An op counts until the province has acknowledged it; a file until the province has it whole. */
export type OutboxSummary = {
  readonly changes: number;
  readonly records: number;
  readonly oldestAtMs: number | null;
  readonly files: number;
  readonly fileBytes: number;
  readonly attention: number;
  readonly conflicts: number;
  /** Records with unsent changes, by entity. */
  readonly byType: Readonly<Partial<Record<EntityType, number>>>;
};

const READ_WHOLE = 1000;

/** Counts what is only on this PC. */
export async function readOutboxSummary(office: Office): Promise<OutboxSummary> {
  const { db } = office;
  const [changes, records, oldest, transfers, conflicts, attention] = await Promise.all([
    countUnsent(office),
    unsentRecords(office),
    listOutbox(db, 'waiting', 1),
    db.localTransfers.where('state').anyOf(OPEN_TRANSFERS).toArray(),
    db.shadows.where('open').equals(1).count(),
    countAttention(office),
  ]);
  const byType: Partial<Record<EntityType, number>> = {};
  for (const [type] of records) if (isEntityType(type)) byType[type] = (byType[type] ?? 0) + 1;
  const [first] = oldest;
  const uploads = transfers.filter(({ direction }) => direction === 'up');
  return {
    changes,
    records: records.length,
    oldestAtMs: first === undefined ? null : hlcToMs(first.op.h),
    files: uploads.length,
    fileBytes: uploads.reduce((sum, { size, offset }) => sum + size - offset, 0),
    attention,
    conflicts,
    byType,
  };
}

async function countUnsent({ db }: Office): Promise<number> {
  const [waiting, parked] = await Promise.all([countOutbox(db, 'waiting'), countOutbox(db, 'parked')]);
  return waiting + parked;
}

type UnsentRecord = readonly [type: string, id: string];

/** Records of a long outbox as they were last read, by the counters of their ops. */
const knownOutboxes = new WeakMap<Office, Map<number, UnsentRecord>>();

/**
 * Records with unsent changes. Of a long outbox only what came since the last reading is read (an import adds to it after each write, an exchange takes away), and
 * nothing of it deciphered; then records whose changes wait to be shown back count too.
 */
async function unsentRecords(office: Office): Promise<readonly UnsentRecord[]> {
  const { db } = office;
  if ((await db.outbox.count()) > READ_WHOLE) return longOutbox(office);
  knownOutboxes.delete(office);
  const rows = await db.outbox.toArray();
  return distinct(rows.flatMap(({ kind, type, id }) => (kind === 'waiting' || kind === 'parked' ? [[type, id]] : [])));
}

async function longOutbox(office: Office): Promise<readonly UnsentRecord[]> {
  const { outbox } = office.db;
  const before = knownOutboxes.get(office);
  const counters = await outbox.toCollection().primaryKeys();
  const lacking = before === undefined ? counters : counters.filter((n) => !before.has(n));
  const read = new Map<number, UnsentRecord>();
  const last = lacking.at(-1) ?? 0;
  for (let from = lacking[0]; from !== undefined && from <= last;) {
    const rows = await readSealed(outbox, from, READ_WHOLE);
    for (const { n, type, id } of rows) read.set(Number(n), [String(type), String(id)]);
    const end = rows.length < READ_WHOLE ? undefined : rows.at(-1);
    from = end === undefined ? undefined : Number(end['n']) + 1;
  }
  const known = new Map(
    counters.flatMap((n) => {
      const record = before?.get(n) ?? read.get(n);
      return record === undefined ? [] : [[n, record] as const];
    }),
  );
  knownOutboxes.set(office, known);
  return distinct([...known.values()]);
}

function distinct(records: readonly UnsentRecord[]): readonly UnsentRecord[] {
  return [...new Map(records.map((record) => [record.join(':'), record])).values()];
}
