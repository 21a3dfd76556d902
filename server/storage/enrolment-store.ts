import type { DatabaseTransaction } from './database.ts';

/** A one-time code as it was made for a commune. */
export type EnrolmentCode = {
  readonly commune: string;
  readonly holdsRegister: boolean;
  readonly expiresAt: Date;
  readonly usedBy: number | null;
};

/** A commune as the province names it. */
export type Commune = { readonly id: string; readonly name: string; readonly province: string };

/** The code with this hash, locked; in a transaction by that key. */
export async function lockCode(trx: DatabaseTransaction, codeHash: string): Promise<EnrolmentCode | undefined> {
  const row = await trx
    .selectFrom('enrolment_code')
    .selectAll()
    .where('code_hash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { commune: row.commune, holdsRegister: row.holds_register, expiresAt: row.expires_at, usedBy: row.used_by };
}

/** Marks a code as used by a device. */
export async function useCode(trx: DatabaseTransaction, codeHash: string, dev: number): Promise<void> {
  await trx.updateTable('enrolment_code').set({ used_by: dev }).where('code_hash', '=', codeHash).execute();
}

export async function getCommune(trx: DatabaseTransaction, id: string): Promise<Commune> {
  return trx.selectFrom('commune').select(['id', 'name', 'province']).where('id', '=', id).executeTakeFirstOrThrow();
}

export async function countDevices(trx: DatabaseTransaction, commune: string): Promise<number> {
  const { count } = await trx
    .selectFrom('device')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('commune', '=', commune)
    .executeTakeFirstOrThrow();
  return count;
}
