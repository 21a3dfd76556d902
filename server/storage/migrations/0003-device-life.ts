import { sql, type Kysely } from 'kysely';

/**
 * What a device goes through after enrolment: its counters are marked (a copy of it is noticed), it may come again under another number,
 * leave, be shut out, be told to wipe. Kept outcomes get a time, so that old ones can go.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // 512 marks of 4 bytes; 0 is "not known", as for all ops taken before this migration.
  `alter table device add column marks bytea not null default decode(repeat('00', 2048), 'hex')`,
  // Marks look random: to squeeze them is work for nothing.
  `alter table device alter column marks set storage external`,
  `alter table device add column rejoined_from integer references device`,
  `alter table device add column left_at timestamptz`,
  `alter table device add column wipe_at bigint`,
  `alter table device add column wipe_signature text`,
  `create index device_by_origin on device (rejoined_from) where rejoined_from is not null`,
  `alter table kept_outcome add column at timestamptz not null default now()`,
];
