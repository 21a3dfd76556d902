import type pg from 'pg';
import { NUMBERS_LEFT_OUT } from '../province-store.ts';
import type { FileEntry } from './file-copies.ts';

/** A stream as the backup has it. */
export type RestoredStream = { readonly id: string; readonly epoch: string; readonly seq: number };

/**
 * What follows a load, in the same transaction: every stream gets the epoch of its new life, numbers given since the backup are left out,
 * and files without bytes are forgotten, so that the PCs send them again. `lastDevice`: highest number ever given here; `now`: server milliseconds at
 * which the former life is over.
 */
export async function beginRestoredLife(
  client: pg.Client,
  plan: {
    readonly epochOf: (stream: RestoredStream) => string;
    readonly lastDevice: number;
    readonly now: number;
    readonly lost: readonly FileEntry[];
  },
): Promise<void> {
  const { rows } = await client.query<{ id: string; epoch: string; seq: string }>('select id, epoch, seq from stream');
  for (const { id, epoch, seq } of rows)
    await client.query('update stream set epoch = $2, former_end = $3 where id = $1', [
      id,
      plan.epochOf({ id, epoch, seq: Number(seq) }),
      plan.now,
    ]);
  await client.query(
    `select setval(pg_get_serial_sequence('device', 'id'), greatest((select coalesce(max(id), 0) from device), $1::bigint) + $2::bigint)`,
    [plan.lastDevice, NUMBERS_LEFT_OUT],
  );
  for (const { commune, hash } of plan.lost)
    await client.query('delete from file where commune = $1 and hash = $2', [commune, hash]);
}

/** Whether the database holds a province, its key, and the highest device number it gave. */
export async function describePresent(
  client: pg.Client,
): Promise<{ readonly isEmpty: boolean; readonly provinceKey: string; readonly lastDevice: number }> {
  const { rows } = await client.query<{ communes: string; key: string; last: string | null }>(
    `select (select count(*) from commune) as communes, (select public_key from province_key) as key,
       (select max(id) from device) as last`,
  );
  const [present] = rows;
  return {
    isEmpty: Number(present?.communes ?? 0) === 0,
    provinceKey: present?.key ?? '',
    lastDevice: Number(present?.last ?? 0),
  };
}

/** Whether a server works on this database now, from this machine or another one. */
export async function isServed(client: pg.Client, appName: string): Promise<boolean> {
  const { rows } = await client.query('select 1 from pg_stat_activity where application_name = $1 limit 1', [appName]);
  return rows.length > 0;
}
