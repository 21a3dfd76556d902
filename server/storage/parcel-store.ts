import { sql } from 'kysely';
import type { ParcelReceipt } from '#shared/contract/parcel-manifest.ts';
import type { DatabaseTransaction } from './database.ts';
import type { ParcelFacts } from './parcel-facts.ts';

/** A package the province has read or written. `by`: name of who had it read or written here; `receivedAt`: of a written one, when its PC read it. */
export type StoredParcel = {
  readonly id: string;
  readonly commune: string;
  readonly dev: number;
  readonly way: 'up' | 'down';
  readonly series: string;
  readonly number: number;
  /** Server milliseconds. */
  readonly at: number;
  readonly by: string;
  readonly label: string;
  readonly receivedAt: number | null;
  readonly facts: ParcelFacts;
};

/** Packages of a device in one direction, the newest first. In a transaction of its commune. */
export async function listParcels(
  trx: DatabaseTransaction,
  dev: number,
  way: StoredParcel['way'],
  limit: number,
): Promise<StoredParcel[]> {
  const rows = await trx
    .selectFrom('parcel')
    .selectAll()
    .where('device', '=', dev)
    .where('way', '=', way)
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ device, received_at, ...row }) => ({ ...row, dev: device, receivedAt: received_at }));
}

/** Numbers of a device's series that were read. */
export async function listParcelNumbers(trx: DatabaseTransaction, dev: number, series: string): Promise<number[]> {
  const rows = await trx
    .selectFrom('parcel')
    .select('number')
    .where('device', '=', dev)
    .where('way', '=', 'up')
    .where('series', '=', series)
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => number);
}

/** Number of the next package to a device. */
export async function nextParcelNumber(trx: DatabaseTransaction, dev: number): Promise<number> {
  const row = await trx
    .selectFrom('parcel')
    .select((from) => from.fn.max('number').as('last'))
    .where('device', '=', dev)
    .where('way', '=', 'down')
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Notes a package; whether it was not noted before. */
export async function insertParcel(trx: DatabaseTransaction, parcel: StoredParcel): Promise<boolean> {
  const { dev, receivedAt, facts, ...row } = parcel;
  const made = await trx
    .insertInto('parcel')
    .values({ ...row, device: dev, received_at: receivedAt, facts: JSON.stringify(facts) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** Notes that a PC has read packages written for it. */
export async function noteReceipts(
  trx: DatabaseTransaction,
  dev: number,
  receipts: readonly ParcelReceipt[],
): Promise<void> {
  for (const { id, at } of receipts)
    await trx
      .updateTable('parcel')
      .set({ received_at: sql<number>`coalesce(received_at, ${at})` })
      .where('id', '=', id)
      .where('device', '=', dev)
      .where('way', '=', 'down')
      .execute();
}
