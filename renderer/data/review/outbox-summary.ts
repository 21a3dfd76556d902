import { isEntityType, type EntityType } from '#shared/entities.ts';
import { hlcToMs } from '#shared/sync/hlc.ts';
import type { Office } from '../office.ts';
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

/** A long outbox as it was last read by its keys. */
type KnownOutbox = { readonly lastN: number; readonly length: number; readonly records: Map<string, UnsentRecord> };
const knownOutboxes = new WeakMap<Office, KnownOutbox>();

/**
 * Records with unsent changes. A long outbox is read by its keys only; then records whose changes wait to be shown back count too. While it only grows (an
 * import), what was added is read, not ten thousand keys again after each write.
 */
async function unsentRecords(office: Office): Promise<readonly UnsentRecord[]> {
  const { db } = office;
  const length = await db.outbox.count();
  if (length > READ_WHOLE) return longOutbox(office, length);
  knownOutboxes.delete(office);
  const rows = await db.outbox.toArray();
  const unsent = rows.filter(({ kind }) => kind === 'waiting' || kind === 'parked');
  return [...new Map(unsent.map(({ type, id }) => [`${type}:${id}`, [type, id] as const])).values()];
}

async function longOutbox(office: Office, length: number): Promise<readonly UnsentRecord[]> {
  const { db } = office;
  const known = knownOutboxes.get(office);
  const added = known === undefined ? [] : await db.outbox.where('n').above(known.lastN).toArray();
  const hasGrown = known !== undefined && known.length + added.length === length;
  const keys: readonly UnsentRecord[] = hasGrown
    ? added.map(({ type, id }) => [type, id])
    : ((await db.outbox.orderBy('[type+id]').uniqueKeys()) as unknown as UnsentRecord[]);
  const records = hasGrown ? known.records : new Map<string, UnsentRecord>();
  for (const key of keys) records.set(`${key[0]}:${key[1]}`, key);
  const lastN = hasGrown ? (added.at(-1)?.n ?? known.lastN) : ((await db.outbox.orderBy('n').last())?.n ?? 0);
  knownOutboxes.set(office, { lastN, length, records });
  return [...records.values()];
}
