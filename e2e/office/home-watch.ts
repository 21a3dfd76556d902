import { sql } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import { openAsOwner, type Database } from '#server/storage/database.ts';
import { findRunningPostgres } from '#server/storage/embedded-postgres.ts';

/** Looks at the province again and again while a proof runs, whatever becomes of its servers. */
export type HomeWatch = {
  /** How often it looked. */
  readonly looks: () => number;
  /** Moments at which a watched member was not in exactly one home. */
  readonly faults: () => readonly string[];
  readonly stop: () => Promise<void>;
};

const EVERY_MS = 15;

/** Watches that each of these people is kept and counted in exactly one commune: one statement, so one moment of the province. */
export function watchHomes(dataDir: string, names: readonly string[]): HomeWatch {
  const faults: string[] = [];
  const state = { looks: 0, isStopped: false };
  let db: Database | undefined;
  const look = async (): Promise<void> => {
    const url = await findRunningPostgres(dataDir);
    if (url === undefined) return;
    db ??= openAsOwner(url);
    const { rows } = await sql<{ name: string; homes: string[] }>`
      select data -> 'f' -> 'name' -> 0 ->> 'full' as name, array_agg(stream) as homes from record
      where type = 'member' and (data -> 'f' -> 'state' ->> 0) in ('probationary', 'official', 'exempt', 'temporarily-away')
        and coalesce(data -> 'f' -> '!del' ->> 0, 'false') <> 'true'
      group by 1`.execute(db);
    state.looks += 1;
    const homes = new Map(rows.map((row) => [row.name, row.homes]));
    for (const name of names) {
      const at = homes.get(name) ?? [];
      if (at.length !== 1) faults.push(`${name}: ${at.length === 0 ? 'nowhere' : at.join(' and ')}`);
    }
  };
  const forget = async (): Promise<void> => {
    const gone = db;
    db = undefined;
    await gone?.destroy().catch(() => undefined);
  };
  const running = (async (): Promise<void> => {
    while (!state.isStopped) {
      // The database goes away with a killed server and comes back with the next one, perhaps elsewhere.
      await look().catch(forget);
      await wait(EVERY_MS);
    }
    await forget();
  })();
  return {
    looks: () => state.looks,
    faults: () => faults,
    async stop() {
      state.isStopped = true;
      await running;
    },
  };
}
