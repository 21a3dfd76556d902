import { sql, type Kysely } from 'kysely';

/** Packages on sticks that the province has read (`up`) and written (`down`): who had them, and what the next one answers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const here = `commune = (select nullif(current_setting('hosoxa.commune', true), ''))`;

const statements = [
  `create table parcel (
    id text primary key,
    commune text not null references commune,
    device integer not null references device,
    way text not null check (way in ('up', 'down')),
    series text not null,
    number bigint not null,
    at bigint not null,
    by text not null,
    label text not null,
    received_at bigint,
    facts jsonb not null)`,
  `create index parcel_by_device on parcel (device, way, number)`,
  `alter table parcel enable row level security`,
  `alter table parcel force row level security`,
  `create policy see on parcel for select to hosoxa_app using (${here})`,
  `create policy add on parcel for insert to hosoxa_app with check (${here})`,
  `create policy change on parcel for update to hosoxa_app using (${here}) with check (${here})`,
  `create policy province_office on parcel to current_user using (true) with check (true)`,
  `grant select, insert, update on parcel to hosoxa_app`,
];
