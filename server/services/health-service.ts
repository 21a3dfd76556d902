import { sql } from 'kysely';
import type { Database } from '#server/storage/database.ts';

/** Whether the database answers. */
export type HealthService = { readonly isWell: () => Promise<boolean> };

export function createHealthService(db: Database): HealthService {
  return {
    isWell: () =>
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      ),
  };
}
