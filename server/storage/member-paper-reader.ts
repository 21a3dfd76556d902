import { sql } from 'kysely';
import type { FieldValue } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { DatabaseTransaction } from './database.ts';
import { fromStored, type StoredRecord } from './stored-record.ts';

/** What a change of a member's record wrote, as the trail has it. */
export type PastValues = {
  readonly id: string;
  readonly seq: number;
  readonly f: Readonly<Record<string, FieldValue>>;
};

/** Events, proposals and lines of imports of these members. */
export async function listMemberPapers(
  trx: DatabaseTransaction,
  stream: string,
  memberIds: readonly string[],
): Promise<SyncRecord[]> {
  // Two indexes know the member of a record: that of what belongs to members, and that of lines of imports.
  const { rows } = await sql<{ type: string; id: string; seq: number; data: StoredRecord }>`
    select r.* from unnest(${memberIds}::text[]) as asked (id)
    cross join lateral (
      select type, id, seq, data from record
      where stream = ${stream} and type in ('memberEvent', 'memberChange')
        and (data -> 'f' -> 'memberId' ->> 0) = asked.id
      union all
      select type, id, seq, data from record
      where stream = ${stream} and type = 'importLine' and (data -> 'f' -> 'memberId' ->> 0) = asked.id) as r`.execute(
    trx,
  );
  return rows.map(({ type, id, seq, data }) => fromStored(type, id, seq, data));
}

/** What was written into these fields of these members, oldest first. */
export async function listPastValues(
  trx: DatabaseTransaction,
  stream: string,
  memberIds: readonly string[],
  fields: readonly string[],
): Promise<PastValues[]> {
  const { rows } = await sql<PastValues>`
    select id, seq, f from audit
    where stream = ${stream} and type = 'member' and id = any(${memberIds}::uuid[]) and f::jsonb ?| ${fields}::text[]
    order by seq`.execute(trx);
  return rows;
}
