import { tableOfEntity, type OfficeDatabase } from '../database.ts';

/** How many records of all kinds the store shows. */
export async function countRecords(db: OfficeDatabase): Promise<number> {
  const counts = await Promise.all(Object.values(tableOfEntity).map((name) => db.table(name).count()));
  return counts.reduce((sum, count) => sum + count, 0);
}
