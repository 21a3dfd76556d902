import { Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import * as firstTables from './migrations/0001-first-tables.ts';
import * as rowLevelSecurity from './migrations/0002-row-level-security.ts';
import * as deviceLife from './migrations/0003-device-life.ts';
import * as provinceKey from './migrations/0004-province-key.ts';
import * as deviceLog from './migrations/0005-device-log.ts';
import * as exchange from './migrations/0007-exchange.ts';
import * as resupplyTurn from './migrations/0008-resupply-turn.ts';
import * as transfers from './migrations/0009-transfers.ts';
import * as importLines from './migrations/0010-import-lines.ts';
import * as deviceStanding from './migrations/0011-device-standing.ts';
import * as fileByHash from './migrations/0012-file-by-hash.ts';
import * as parcels from './migrations/0013-parcels.ts';
import * as snapshots from './migrations/0014-snapshots.ts';
import * as news from './migrations/0016-news.ts';
import * as movedStreams from './migrations/0017-moved-streams.ts';
import * as recordsInOrder from './migrations/0018-records-in-order.ts';

/** Every migration by its number, forward only. */
const migrations = {
  '0001-first-tables': firstTables,
  '0002-row-level-security': rowLevelSecurity,
  '0003-device-life': deviceLife,
  '0004-province-key': provinceKey,
  '0005-device-log': deviceLog,
  '0007-exchange': exchange,
  '0008-resupply-turn': resupplyTurn,
  '0009-transfers': transfers,
  '0010-import-lines': importLines,
  '0011-device-standing': deviceStanding,
  '0012-file-by-hash': fileByHash,
  '0013-parcels': parcels,
  '0014-snapshots': snapshots,
  '0016-news': news,
  '0017-moved-streams': movedStreams,
  '0018-records-in-order': recordsInOrder,
};

/** Names of the migrations this build knows, in order. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/** Brings the database to the newest shape. Several servers may start at once: Kysely takes a lock. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('the database could not be migrated');
}
