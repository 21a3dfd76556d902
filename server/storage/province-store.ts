import { sql } from 'kysely';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { Database, DatabaseTransaction } from './database.ts';
import type { Commune } from './enrolment-store.ts';
import { fromStored } from './stored-record.ts';

/** A PC in the province's list. */
export type ListedDevice = {
  readonly dev: number;
  readonly commune: string;
  readonly name: string;
  readonly enrolledAt: Date;
  readonly isRevoked: boolean;
  readonly hasLeft: boolean;
  readonly isToWipe: boolean;
  /** The device whose copy it was. */
  readonly rejoinedFrom: number | null;
  /** How its log stands: lines taken, and what was wrong with one, if anything was. */
  readonly log: { readonly n: number; readonly broken: 'gap' | 'changed' | null; readonly brokenN: number | null };
};

/** Makes a commune with its stream, or brings its names up to date. Whether it is new. */
export async function upsertCommune(
  trx: DatabaseTransaction,
  commune: Commune,
  stream: { readonly id: string; readonly epoch: string; readonly registerIds: readonly string[] },
): Promise<boolean> {
  const { name, province } = commune;
  await trx
    .insertInto('commune')
    .values(commune)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, province }))
    .execute();
  const made = await trx
    .insertInto('stream')
    .values({ id: stream.id, commune: commune.id, epoch: stream.epoch, register_ids: [...stream.registerIds] })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function hasCommune(db: Database, id: string): Promise<boolean> {
  return (await db.selectFrom('commune').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export async function insertCode(
  db: Database,
  code: {
    readonly codeHash: string;
    readonly commune: string;
    readonly name: string | null;
    readonly holdsRegister: boolean;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const { codeHash, commune, name, holdsRegister, expiresAt } = code;
  await db
    .insertInto('enrolment_code')
    .values({ code_hash: codeHash, commune, name, holds_register: holdsRegister, expires_at: expiresAt })
    .execute();
}

export async function listCommunes(db: Database): Promise<Commune[]> {
  return db.selectFrom('commune').select(['id', 'name', 'province']).orderBy('id').execute();
}

export async function listDevices(db: Database): Promise<ListedDevice[]> {
  const rows = await db
    .selectFrom('device')
    .leftJoin('device_log_head as head', 'head.device', 'device.id')
    .select(['device.id', 'device.commune', 'name', 'enrolled_at', 'revoked_at', 'left_at', 'wipe_at', 'rejoined_from'])
    .select(['head.n', 'head.broken_kind', 'head.broken_n'])
    .orderBy('device.id')
    .execute();
  return rows.map((row) => ({
    dev: row.id,
    commune: row.commune,
    name: row.name,
    enrolledAt: row.enrolled_at,
    isRevoked: row.revoked_at !== null,
    hasLeft: row.left_at !== null,
    isToWipe: row.wipe_at !== null,
    rejoinedFrom: row.rejoined_from,
    log: { n: row.n ?? 0, broken: row.broken_kind, brokenN: row.broken_n },
  }));
}

/** Devices whose records lack their keys. */
export async function listUnpublishedDevices(
  db: Database,
): Promise<
  { readonly commune: string; readonly recordId: string; readonly publicKey: string; readonly isRevoked: boolean }[]
> {
  const { rows } = await sql<{ commune: string; recordId: string; publicKey: string; isRevoked: boolean }>`
    select d.commune, d.record_id as "recordId", d.public_key as "publicKey", d.revoked_at is not null as "isRevoked"
    from device d join stream s on s.commune = d.commune
    join record r on r.stream = s.id and r.type = 'device' and r.id = d.record_id
    where r.data->'f'->'publicKey' is null order by d.id`.execute(db);
  return rows;
}

/** Everything a stream holds, in order of sequence. */
export async function listAllRecords(db: Database, stream: string): Promise<SyncRecord[]> {
  const rows = await db
    .selectFrom('record')
    .select(['type', 'id', 'seq', 'data'])
    .where('stream', '=', stream)
    .orderBy('seq')
    .execute();
  return rows.map(({ type, id, seq, data }) => fromStored(type, id, seq, data));
}

/** Full names of the people among these records; of whoever is not here, nothing. */
export async function listPeopleNames(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('record')
    .select(['id', sql<string | null>`data #>> '{f,name,0,full}'`.as('name')])
    .where('type', 'in', ['staff', 'member'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}

export async function listAllFiles(db: Database, commune: string): Promise<{ hash: string; size: number }[]> {
  return db.selectFrom('file').select(['hash', 'size']).where('commune', '=', commune).orderBy('hash').execute();
}

/** Epochs of all streams as they stand, locked. */
export async function lockStreams(trx: DatabaseTransaction): Promise<{ id: string; epoch: string; seq: number }[]> {
  return trx.selectFrom('stream').select(['id', 'epoch', 'seq']).orderBy('id').forUpdate().execute();
}

/** Where streams end: the sequence of each that there is. */
export async function listStreamEnds(
  trx: DatabaseTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; seq: number }>`
    select s.id, s.seq from unnest(${ids}::text[]) as wanted (id) join stream s on s.id = wanted.id`.execute(trx);
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** A stream begins another life; `formerEnd`: when the one before ended, in server milliseconds. */
export async function setEpoch(trx: DatabaseTransaction, id: string, epoch: string, formerEnd: number): Promise<void> {
  await trx.updateTable('stream').set({ epoch, former_end: formerEnd }).where('id', '=', id).execute();
}

/** How many device numbers a restore leaves out: those given since the backup are other PCs' and are never given again. */
export const NUMBERS_LEFT_OUT = 1000;

/** Leaves out the device numbers that may have been given since the backup. */
export async function leaveOutNumbers(trx: DatabaseTransaction): Promise<void> {
  await sql`
    select setval(pg_get_serial_sequence('device', 'id'),
      greatest((select coalesce(max(id), 0) from device), nextval(pg_get_serial_sequence('device', 'id'))) + ${NUMBERS_LEFT_OUT}::bigint)`.execute(
    trx,
  );
}

/** Nobody is in any more: every PC opens its session anew. */
export async function emptySessions(trx: DatabaseTransaction): Promise<void> {
  await trx.deleteFrom('session').execute();
  await trx.deleteFrom('challenge').execute();
}

/**
 * Throws out what nobody asks for again: sessions and challenges that are over, and outcomes kept since before `outcomesBefore`
 * of ops so old that the ring of marks does not reach them (`behind` counters or more). What a PC has not yet taken note of stays.
 */
export async function prune(db: Database, now: Date, outcomesBefore: Date, behind: number): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', now).execute();
  await db.deleteFrom('challenge').where('expires_at', '<', now).execute();
  await sql`
    delete from kept_outcome k using device d
    where d.id = k.device and not k.late and k.kind <> 'parked' and k.at < ${outcomesBefore} and k.n <= d.last_n - ${behind}::bigint`.execute(
    db,
  );
}
