import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '#server/storage/database.ts';

/** Longest an answer of the database is waited for: who watches over the server must hear something even then. */
const PATIENCE_MS = 5000;

/** Whether the database answers, in time. */
export type HealthService = { readonly isWell: () => Promise<boolean> };

/** `db`: best one of its own, so that the question never waits behind work. */
export function createHealthService(db: Database): HealthService {
  return {
    isWell: () =>
      Promise.race([
        sql`select 1`.execute(db).then(
          () => true,
          () => false,
        ),
        wait(PATIENCE_MS, false, { ref: false }),
      ]),
  };
}
