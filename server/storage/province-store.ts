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
    .select(['id', 'commune', 'name', 'enrolled_at', 'revoked_at'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    dev: row.id,
    commune: row.commune,
    name: row.name,
    enrolledAt: row.enrolled_at,
    isRevoked: row.revoked_at !== null,
  }));
}

/** Shuts a PC out. Whether there was such a PC, not yet shut out. */
export async function revokeDevice(db: Database, dev: number, at: Date): Promise<boolean> {
  const row = await db
    .updateTable('device')
    .set({ revoked_at: at })
    .where('id', '=', dev)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
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

export async function listAllFiles(db: Database, commune: string): Promise<{ hash: string; size: number }[]> {
  return db.selectFrom('file').select(['hash', 'size']).where('commune', '=', commune).orderBy('hash').execute();
}
