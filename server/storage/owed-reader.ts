import { sql } from 'kysely';
import { bySequence } from './by-sequence.ts';
import type { Database } from './database.ts';

/** A file that a record announces and the province does not have. `dev`: the PC that entered it; `since`: when the record was taken. */
export type OwedFile = {
  readonly commune: string;
  readonly dev: number;
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly since: Date | null;
};

/** What a PC last said of itself, beside how far its commune's stream is. `lastN`: the last of its changes that was taken. */
export type KnownStanding = {
  readonly dev: number;
  readonly commune: string;
  readonly name: string;
  readonly lastN: number;
  readonly seenAt: Date | null;
  /** Records of its commune changed since its copy was last complete. */
  readonly behind: number;
};

/** Every file announced in records of these communes that the province does not have, oldest first. Works as the owner. */
export async function listOwedFiles(db: Database, communes: readonly string[]): Promise<OwedFile[]> {
  const { rows } = await sql<OwedFile>`
    select c.id as commune, (r.data -> 'o' -> (r.data -> 'f' -> 'hash' ->> 1)::int ->> 2)::int as dev,
      r.data -> 'f' -> 'hash' ->> 0 as hash, coalesce(r.data -> 'f' -> 'name' ->> 0, '') as name,
      coalesce((r.data -> 'f' -> 'size' ->> 0)::bigint, 0) as size,
      (select min(a.at) from audit a where a.stream = r.stream and a.type = r.type and a.id = r.id) as since
    from unnest(${communes}::text[]) as c (id)
    join record r on r.stream = 'org:' || c.id and r.type = 'attachment'
    where r.data -> 'f' -> 'hash' ->> 0 is not null and coalesce(r.data -> 'f' -> '!del' ->> 0, 'false') <> 'true'
      and not exists (select from file where file.commune = c.id and file.hash = r.data -> 'f' -> 'hash' ->> 0)
    order by since nulls first, hash`.execute(db);
  return rows;
}

/** How each PC of these communes that is still in stands, by commune and number. Works as the owner. */
export async function listStandings(db: Database, communes: readonly string[]): Promise<KnownStanding[]> {
  const { rows } = await sql<KnownStanding>`
    select d.id as dev, d.commune, d.name, d.last_n as "lastN", d.seen_at as "seenAt",
      (select count(*) from record r where r.stream = s.id and ${bySequence}
        and (d.pulled_epoch is distinct from s.epoch or r.seq > d.pulled_seq)) as behind
    from device d join stream s on s.commune = d.commune
    where d.revoked_at is null and d.commune = any(${communes}::text[])
    order by d.commune, d.id`.execute(db);
  return rows;
}
