import type { Office } from '../office.ts';

/** A PC of the commune that may give ops, as the province has published it. */
export type ColleaguePc = { readonly dev: number; readonly name: string; readonly publicKey: string };

/**
 * The other PCs of the commune, by what the province itself has written: read from its records, never from what colleagues' PCs say. Who was shut out, and
 * whose key is not published yet, is left out.
 */
export async function listColleagues({ db, device }: Office): Promise<readonly ColleaguePc[]> {
  const ids = (await db.devices.toCollection().primaryKeys()).map((id): [string, string] => ['device', id]);
  return (await db.shadows.bulkGet(ids)).flatMap((shadow): ColleaguePc[] => {
    const valueOf = (field: string): unknown => shadow?.f[field]?.v;
    const [dev, name, publicKey] = [valueOf('number'), valueOf('name'), valueOf('publicKey')];
    if (typeof dev !== 'number' || typeof name !== 'string' || typeof publicKey !== 'string') return [];
    return dev === device.dev || valueOf('shutOut') === true ? [] : [{ dev, name, publicKey }];
  });
}
