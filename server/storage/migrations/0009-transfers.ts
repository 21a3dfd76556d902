import { sql, type Kysely } from 'kysely';

/** Members who go from one office to another (docs/transfers.md): what the courier has to settle, and how what belongs to a member is found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table courier_task drop constraint courier_task_kind_check`,
  `alter table courier_task add constraint courier_task_kind_check
    check (kind in ('dispatch', 'arrival', 'answer', 'file', 'merge', 'transfer', 'transfer-answer'))`,
  `create index child_by_member on record (stream, (data -> 'f' -> 'memberId' ->> 0))
    where type in ('memberLine', 'memberEvent', 'memberChange', 'memberTransfer', 'memberArrival')`,
];
