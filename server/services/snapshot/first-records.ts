import { entities, type EntityDefinition, type EntityType } from '#shared/entities.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { listChildren, listNewestOf } from '#server/storage/snapshot-store.ts';
import { listRecordsOf } from '#server/storage/sync-reader.ts';

/** What every screen rests on: the organisation, its people, books and settings. There are few of each. */
const STANDING_TYPES: readonly EntityType[] = [
  'unit',
  'unitEvent',
  'appointment',
  'staff',
  'register',
  'numberBlock',
  'ledgerEntry',
  'term',
  'delegation',
  'device',
  'agency',
  'setting',
];

/** Papers the first screen can open, and what belongs to them. */
const NEWEST_PAPERS = 500;
const NEWEST_OUTGOING = 100;
const PAPER_PARTS: readonly EntityType[] = ['directive', 'attachment', 'handover'];

/** Most members that are worth a try: more of them never fit. */
const MOST_MEMBERS = 2500;

/** What the first screen needs, and the members, for when they fit as well. */
export type FirstRecords = { readonly needed: readonly SyncRecord[]; readonly members: readonly SyncRecord[] };

/** Reads what the first screen needs of a stream, all with sequences up to `upTo`. */
export async function listFirstRecords(trx: DatabaseTransaction, stream: string, upTo: number): Promise<FirstRecords> {
  const standing = (await listRecordsOf(trx, stream, ...STANDING_TYPES)).filter(({ seq }) => seq <= upTo);
  const papers = await listNewestOf(trx, stream, 'document', upTo, NEWEST_PAPERS);
  const outgoing = await listNewestOf(trx, stream, 'outgoing', upTo, NEWEST_OUTGOING);
  const owners = [...papers, ...outgoing].map(({ id }) => id);
  const parts: SyncRecord[] = [];
  for (const type of PAPER_PARTS) {
    const { parent }: EntityDefinition = entities[type];
    if (parent !== undefined && owners.length > 0)
      parts.push(...(await listChildren(trx, stream, { type, field: parent.field }, owners, upTo)));
  }
  const members = await listNewestOf(trx, stream, 'member', upTo, MOST_MEMBERS + 1);
  const needed = new Map([...standing, ...papers, ...outgoing, ...parts].map((record) => [keyOf(record), record]));
  return { needed: [...needed.values()], members: members.length > MOST_MEMBERS ? [] : members };
}

/** A record's address within its stream. */
export function keyOf({ type, id }: SyncRecord): string {
  return recordKey(type, id);
}
