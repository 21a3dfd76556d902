import { generateKeyPairSync } from 'node:crypto';
import { sql, type Kysely } from 'kysely';

/** The province's own key: made once, with the table, and shared by every server of the province. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  const { x } = publicKey.export({ format: 'jwk' });
  await sql`insert into province_key (id, private_key, public_key) values (1, ${pkcs8}, ${x})`.execute(db);
}

const statements = [
  `create table province_key (
    id integer primary key check (id = 1),
    private_key text not null,
    public_key text not null)`,
  `alter table province_key enable row level security`,
  `alter table province_key force row level security`,
  `create policy see on province_key for select to hosoxa_app using (true)`,
  `create policy province_office on province_key to current_user using (true) with check (true)`,
  `grant select on province_key to hosoxa_app`,
];
