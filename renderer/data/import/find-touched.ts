import type { Table } from 'dexie';
import { equalValues } from '#shared/sync/equal-values.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import { tableOfEntity } from '../database.ts';
import type { Office } from '../office.ts';
import { readStates, type RecordState } from '../replica/record-state.ts';
import type { RecordMeta } from '../rows.ts';
import { readLines } from './write-lines.ts';

/**
 * What of an import was touched by somebody since: an undo asks about each. `changed`: fields have other values; `used`: other records rest upon it
 * (`by`: which); `confirmed`: a second person has confirmed a change it proposed.
 */
export type Touched = {
  /** The record, or the line for one that was there before. */
  readonly id: string;
  readonly type: 'member' | 'unit';
  readonly recordId: string;
  readonly fields: readonly string[];
  readonly used: readonly UsedBy[];
  readonly confirmed: boolean;
};

/** Kinds of records that rest upon a member or a unit. */
export type UsedBy =
  | 'memberLine'
  | 'memberEvent'
  | 'memberChange'
  | 'appointment'
  | 'memberTransfer'
  | 'feeBasis'
  | 'feePayment'
  | 'rating'
  | 'attendance'
  | 'studyReading'
  | 'attachment'
  | 'member'
  | 'unit'
  | 'meeting'
  | 'staff';

const AT_ONCE = 500;
const ofMember = [
  'memberLine',
  'memberEvent',
  'memberChange',
  'appointment',
  'memberTransfer',
  'feeBasis',
  'feePayment',
  'rating',
  'attendance',
  'studyReading',
] as const satisfies readonly UsedBy[];

/** Everything of a batch that was touched since; empty when an undo leaves no question. */
export async function findTouched(office: Office, batchId: string): Promise<readonly Touched[]> {
  const { db } = office;
  const memberIds = await db.members.where('importId').equals(batchId).primaryKeys();
  const unitIds = await db.units.where('importId').equals(batchId).primaryKeys();
  const used = new Map<string, Set<UsedBy>>();
  await noteChildren(office, new Set(memberIds), used);
  await noteInUnits(office, new Set(unitIds), new Set(memberIds), used);
  const made = [
    ...(await touchedOf(office, 'member', memberIds, used)),
    ...(await touchedOf(office, 'unit', unitIds, used)),
  ];
  return [...made, ...(await touchedLines(office, batchId))];
}

async function touchedOf(
  { db }: Office,
  type: 'member' | 'unit',
  ids: readonly string[],
  used: ReadonlyMap<string, ReadonlySet<UsedBy>>,
): Promise<Touched[]> {
  const touched: Touched[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const group = ids.slice(from, from + AT_ONCE).map((id) => ({ type, id }));
    for (const state of await readStates(db, group)) {
      const fields = writtenSince(state);
      const by = [...(used.get(state.id) ?? [])];
      if (fields.length > 0 || by.length > 0)
        touched.push({ id: state.id, type, recordId: state.id, fields, used: by, confirmed: false });
    }
  }
  return touched;
}

/** Fields of a record that were not last written by the write that made it; that one alone writes `importId`. */
function writtenSince({ shadow, own }: RecordState): readonly string[] {
  const stamps = new Map<string, string>();
  for (const [field, { h, d }] of Object.entries(shadow?.f ?? {})) stamps.set(field, `${String(h)} ${String(d)}`);
  for (const { op, kind } of own)
    if (kind !== 'rejected' && op.t !== 'cmd')
      for (const field of op.t === 'del' ? [REMOVED] : Object.keys(op.f))
        stamps.set(field, `${String(op.h)} ${String(op.dev)}`);
  const born = stamps.get('importId');
  const open = Object.entries(shadow?.c ?? {}).flatMap(([field, { e }]) => (Object.keys(e).length > 0 ? [field] : []));
  const since = [...stamps].flatMap(([field, stamp]) => (stamp === born ? [] : [field]));
  return [...new Set([...since, ...open])];
}

async function noteChildren({ db }: Office, ids: ReadonlySet<string>, used: Map<string, Set<UsedBy>>): Promise<void> {
  if (ids.size === 0) return;
  for (const type of ofMember) await noteHits(db.table(tableOfEntity[type]), 'memberId', type, ids, used);
  await noteHits(db.attachments, 'documentId', 'attachment', ids, used);
}

type Child = RecordMeta & Readonly<Record<string, unknown>>;

/** Which of `ids` the rows of a table name; first by keys alone, for there are thousands of ids and few such rows. */
async function noteHits(
  table: Table,
  field: string,
  type: UsedBy,
  ids: ReadonlySet<string>,
  used: Map<string, Set<UsedBy>>,
): Promise<void> {
  const keys = (await table.orderBy(field).uniqueKeys()) as readonly unknown[];
  for (const id of keys) {
    if (typeof id !== 'string' || !ids.has(id)) continue;
    const rows = (await table.where(field).equals(id).toArray()) as readonly Child[];
    if (rows.some(({ removed }) => !removed)) note(used, id, type);
  }
}

/** Units made on request are in use when others than the batch's own members belong to them. */
async function noteInUnits(
  { db }: Office,
  unitIds: ReadonlySet<string>,
  memberIds: ReadonlySet<string>,
  used: Map<string, Set<UsedBy>>,
): Promise<void> {
  if (unitIds.size === 0) return;
  for (const { id, unitId, removed } of await db.members.toArray())
    if (!removed && unitId !== null && unitIds.has(unitId) && !memberIds.has(id)) note(used, unitId, 'member');
  for (const { id, parentId, removed } of await db.units.toArray())
    if (!removed && parentId !== null && unitIds.has(parentId) && !unitIds.has(id)) note(used, parentId, 'unit');
  for (const { unitId, removed } of await db.staff.toArray())
    if (!removed && unitId !== null && unitIds.has(unitId)) note(used, unitId, 'staff');
  await noteHits(db.meetings, 'unitId', 'meeting', unitIds, used);
  await noteHits(db.appointments, 'unitId', 'appointment', unitIds, used);
}

function note(used: Map<string, Set<UsedBy>>, id: string, type: UsedBy): void {
  const set = used.get(id) ?? new Set();
  set.add(type);
  used.set(id, set);
}

/** Lines whose record has another value by now than they wrote, or whose proposal was confirmed. */
async function touchedLines(office: Office, batchId: string): Promise<Touched[]> {
  const { db } = office;
  const lines = await readLines(office, batchId, ['written']);
  const touched: Touched[] = [];
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const group = lines.slice(from, from + AT_ONCE);
    const rows = await db.members.bulkGet(group.map(({ memberId }) => memberId));
    const changes = await db.memberChanges.bulkGet(
      group.flatMap(({ proposals }) => proposals.map(({ changeId }) => changeId)),
    );
    const confirmed = new Set(changes.flatMap((change) => (change?.state === 'confirmed' ? [change.id] : [])));
    for (const [at, { id, memberId, to, passed, proposals }] of group.entries()) {
      const row = rows[at] as (RecordMeta & Readonly<Record<string, FieldValue>>) | undefined;
      const fields = Object.keys(to).filter(
        (field) => !passed.includes(field) && !equalValues(row?.[field] ?? null, to[field] ?? null),
      );
      const isConfirmed = proposals.some(({ changeId }) => confirmed.has(changeId));
      if (fields.length > 0 || isConfirmed)
        touched.push({ id, type: 'member', recordId: memberId, fields, used: [], confirmed: isConfirmed });
    }
  }
  return touched;
}
