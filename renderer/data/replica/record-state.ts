import { isEntityType, LOCAL_STREAM, policyOf, type EntityType } from '#shared/entities.ts';
import { withPeerOps } from '#shared/sync/peers.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { openConflicts, viewRecord, type RecordView } from '#shared/sync/replica.ts';
import { numbersKey, seriesKey, type TakenNumber } from '../write/used-numbers.ts';
import { buildRow } from '../write/build-row.ts';
import { tableOfEntity, type OfficeDatabase } from '../database.ts';
import type { OutboxRow, PeerOpRow, RowChange, RowOf, ShadowRow, StoredRow } from '../rows.ts';
import { toStamp } from './view-stamp.ts';
import { findTurned, hideImported, turnImported } from './imported-rows.ts';

/** Address of a record. */
export type RecordRef = { readonly type: string; readonly id: string };

/** All this PC knows of a record: the server's record below, colleagues' ops on it, and its own ops on top, in counter order. */
export type RecordState = {
  readonly type: string;
  readonly id: string;
  readonly stream: string;
  readonly shadow: ShadowRow | undefined;
  readonly own: readonly OutboxRow[];
  readonly peers: readonly PeerOpRow[];
};

/** Reads the states of records, in the order asked. Works inside and outside a transaction over `shadows` and `outbox`. */
export function readStates(db: OfficeDatabase, refs: readonly RecordRef[]): Promise<RecordState[]> {
  return readAround(db, refs, readShadows(db, refs));
}

/** As `readStates`, of records of which the server's copy is at hand. */
export function statesOf(db: OfficeDatabase, shadows: readonly ShadowRow[]): Promise<RecordState[]> {
  return readAround(db, shadows, Promise.resolve(shadows));
}

async function readAround(
  db: OfficeDatabase,
  refs: readonly RecordRef[],
  reading: Promise<readonly (ShadowRow | undefined)[]>,
): Promise<RecordState[]> {
  const [shadows, own, peerRows] = await Promise.all([reading, readOwn(db, refs), readPeers(db, refs)]);
  return refs.map(({ type, id }, i) => {
    const shadow = shadows[i];
    const ops = own.get(recordKey(type, id)) ?? [];
    const peers = peerRows.get(recordKey(type, id)) ?? [];
    const stream = shadow?.stream ?? ops[0]?.op.stream ?? peers[0]?.op.stream ?? '';
    return { type, id, stream, shadow, own: ops, peers };
  });
}

/** From so many records on, those that are not held at all are told by their keys first. */
const MANY = 50;

/** The server's records as held here, in the order asked. */
export async function readShadows(
  db: OfficeDatabase,
  refs: readonly RecordRef[],
): Promise<readonly (ShadowRow | undefined)[]> {
  const [only] = refs;
  if (only !== undefined && refs.length === 1) return [await db.shadows.get([only.type, only.id])];
  const wanted = refs.length < MANY ? refs : await listHeld(db, refs);
  const held = await db.shadows.bulkGet(wanted.map(({ type, id }) => [type, id]));
  if (wanted === refs) return held;
  const byKey = new Map(wanted.map(({ type, id }, at) => [recordKey(type, id), held[at]]));
  return refs.map(({ type, id }) => byKey.get(recordKey(type, id)));
}

/** Those of the records that may be held. What was just made here lies close together by its ids, and the province's copy of it is not here: one question instead of hundreds. */
async function listHeld(db: OfficeDatabase, refs: readonly RecordRef[]): Promise<readonly RecordRef[]> {
  const held: RecordRef[] = [];
  for (const type of new Set(refs.map((ref) => ref.type))) {
    const own = refs.filter((ref) => ref.type === type);
    const ids = own.map(({ id }) => id).sort();
    const most = own.length * 4;
    const range = db.shadows.where(':id').between([type, ids[0]], [type, ids.at(-1)], true, true);
    const keys = await range.limit(most).primaryKeys();
    const there = new Set(keys.map(([, id]) => id));
    held.push(...(keys.length === most ? own : own.filter(({ id }) => there.has(id))));
  }
  return held;
}

async function readOwn(db: OfficeDatabase, refs: readonly RecordRef[]): Promise<Map<string, OutboxRow[]>> {
  const rows = await readOwnRows(db, refs);
  const byRecord = new Map<string, OutboxRow[]>();
  for (const row of rows) {
    const key = recordKey(row.type, row.id);
    const list = byRecord.get(key);
    if (list === undefined) byRecord.set(key, [row]);
    else if (!list.some(({ n }) => n === row.n)) list.push(row);
  }
  return byRecord;
}

async function readPeers(db: OfficeDatabase, refs: readonly RecordRef[]): Promise<Map<string, PeerOpRow[]>> {
  const byRecord = new Map<string, PeerOpRow[]>();
  if ((await db.peerOps.count()) === 0) return byRecord;
  const rows = await db.peerOps
    .where('[type+id]')
    .anyOf(refs.map(({ type, id }) => [type, id]))
    .toArray();
  for (const row of rows) append(byRecord, recordKey(row.type, row.id), row);
  return byRecord;
}

/** Few records are asked for one by one; many by the whole outbox, unless that is longer still. */
async function readOwnRows(db: OfficeDatabase, refs: readonly RecordRef[]): Promise<OutboxRow[]> {
  if (refs.length <= 20)
    return (
      await Promise.all(refs.map(({ type, id }) => db.outbox.where('[type+id]').equals([type, id]).sortBy('n')))
    ).flat();
  const length = await db.outbox.count();
  if (length === 0) return [];
  if (length <= refs.length * 2) return db.outbox.orderBy('n').toArray();
  const wanted = refs.map(({ type, id }) => [type, id]);
  return (await db.outbox.where('[type+id]').anyOf(wanted).toArray()).sort((a, b) => a.n - b.n);
}

/** What a person sees of a record. */
export function viewOf(state: RecordState): RecordView {
  return viewRecord(state.shadow, state.own, mergedOf(state));
}

/** The server's record with colleagues' ops. */
export function mergedOf({ shadow, peers }: RecordState): SyncRecord | undefined {
  return peers.length === 0
    ? shadow
    : withPeerOps(
        shadow,
        peers.map(({ op }) => op),
        policyOf,
      );
}

/** What a form opened now hands back as `seen`. */
function stampOf({ shadow, peers }: RecordState): number {
  return toStamp(shadow?.seq ?? 0, Math.max(0, ...peers.map(({ order }) => order)));
}

/** The row a person sees of a record, or undefined when too little is known of it. */
export function rowOf<T extends EntityType>(type: T, state: RecordState): StoredRow<T> | undefined {
  return buildRow(type, state.id, state.stream, viewOf(state), stampOf(state));
}

/**
 * Writes the rows people see for these records, inside the caller's transaction. Gives back the changes and the numbers they bear.
 */
export async function writeRows(
  db: OfficeDatabase,
  states: readonly RecordState[],
): Promise<{ readonly changes: readonly RowChange[]; readonly numbers: Map<string, TakenNumber[]> }> {
  const built = states.flatMap((state): RowChange[] =>
    isEntityType(state.type) ? [{ type: state.type, id: state.id, row: rowOf(state.type, state) ?? null }] : [],
  );
  const onlyHere = new Set(states.flatMap(({ shadow, id }) => (shadow === undefined ? [id] : [])));
  const [changes, turned] = await Promise.all([
    hideImported(db, built, (id) => onlyHere.has(id)),
    findTurned(db, built),
  ]);
  const numbers = new Map<string, TakenNumber[]>();
  const puts = new Map<EntityType, StoredRow<EntityType>[]>();
  const deletes = new Map<EntityType, string[]>();
  for (const { type, id, row } of changes) {
    if (row === null) append(deletes, type, id);
    else append(puts, type, row);
    if (row !== null) noteNumber(numbers, type, row);
  }
  await Promise.all([
    ...[...puts].map(([type, rows]) =>
      rows.length === 1 ? db.table(tableOfEntity[type]).put(rows[0]) : db.table(tableOfEntity[type]).bulkPut(rows),
    ),
    ...[...deletes].map(([type, ids]) => db.table(tableOfEntity[type]).bulkDelete(ids)),
  ]);
  if (turned.size === 0) return { changes, numbers };
  const others = await turnImported(db, turned, new Set(changes.map(({ id }) => id)));
  return { changes: [...changes, ...others], numbers };
}

/** A shadow row with its coarse mark for open conflicts. */
export function toShadowRow(record: Omit<ShadowRow, 'open'>): ShadowRow {
  const { type, id, seq, f, c, stream, gen, at } = record;
  const row = { type, id, seq, f, c, stream, gen, ...(at !== undefined && { at }) };
  return openConflicts(row).length > 0 ? { ...row, open: 1 } : row;
}

/** Sequence an op may claim to have seen: a copy from an earlier life of the stream counts as unseen. */
export function isCurrent(shadow: ShadowRow | undefined, gen: number): boolean {
  return shadow === undefined || shadow.stream === LOCAL_STREAM || shadow.gen === gen;
}

/** Numbers the papers among these records bear, by series. */
export function numbersOf(states: readonly RecordState[]): Map<string, TakenNumber[]> {
  const numbers = new Map<string, TakenNumber[]>();
  for (const state of states) {
    if (state.type !== 'document' && state.type !== 'outgoing') continue;
    const row = rowOf<'document' | 'outgoing'>(state.type, state);
    if (row !== undefined) noteNumber(numbers, state.type, row);
  }
  return numbers;
}

function noteNumber(numbers: Map<string, TakenNumber[]>, type: EntityType, row: RowOf<EntityType>): void {
  if (type === 'document') {
    const { book, receivedOn, arrivalNumber } = row as unknown as RowOf<'document'>;
    if (arrivalNumber !== null) append(numbers, numbersKey(book, receivedOn), { number: arrivalNumber });
  } else if (type === 'outgoing') {
    const { registerId, series, number, issuedOn } = row as unknown as RowOf<'outgoing'>;
    if (registerId !== null && number !== null)
      append(numbers, seriesKey(registerId, series), { number, ...(issuedOn !== null && { day: issuedOn }) });
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
