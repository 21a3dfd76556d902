import { Dexie } from 'dexie';
import { entities, type EntityType } from '#shared/entities.ts';
import type { OfficeDatabase } from '../database.ts';
import type { Office } from '../office.ts';
import { tableOfEntity } from '../database.ts';
import { readStates, writeRows, type RecordRef } from './record-state.ts';

/** Fields by entity, as the build knew them that last wrote rows here. */
type KnownParts = Readonly<Partial<Record<string, readonly string[]>>>;

const PARTS_KEY = 'known-parts';
const ROWS_AT_ONCE = 200;

/**
 * After the program was updated: what a newer province had sent before, and what lay with the server's records only because this PC did not know it, is
 * brought before people's eyes. Rows of entities and fields that are new since are made again from what is held, some at a time; begun again after a crash.
 * How many rows were made.
 */
export async function takeUpNewParts(office: Office): Promise<number> {
  const { db } = office;
  const before = (await db.localMeta.get(PARTS_KEY))?.value as KnownParts | undefined;
  const now = partsOfThisBuild();
  let made = 0;
  for (const type of Object.keys(entities) as EntityType[])
    if (await isNewHere(db, type, before, now)) made += await makeRowsAgain(office, type);
  if (before === undefined || JSON.stringify(before) !== JSON.stringify(now))
    await db.localMeta.put({ key: PARTS_KEY, value: now });
  return made;
}

function partsOfThisBuild(): KnownParts {
  return Object.fromEntries(Object.entries(entities).map(([type, { schema }]) => [type, Object.keys(schema.shape)]));
}

/** Before builds noted what they know, only a whole entity without rows shows that it was not known. */
async function isNewHere(
  db: OfficeDatabase,
  type: EntityType,
  before: KnownParts | undefined,
  now: KnownParts,
): Promise<boolean> {
  if (before !== undefined) return now[type]?.some((field) => before[type]?.includes(field) !== true) === true;
  return (await shadowsOf(db, type).count()) > 0 && (await db.table(tableOfEntity[type]).count()) === 0;
}

async function makeRowsAgain(office: Office, type: EntityType): Promise<number> {
  const { db } = office;
  const ids = (await shadowsOf(db, type).primaryKeys()).map(([, id]) => id);
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const refs: RecordRef[] = ids.slice(from, from + ROWS_AT_ONCE).map((id) => ({ type, id }));
    await office.queue.run(async () => {
      const { changes } = await db.transaction('rw', db.tables, async () => writeRows(db, await readStates(db, refs)));
      office.search.changed(changes);
    });
  }
  return ids.length;
}

function shadowsOf(db: OfficeDatabase, type: EntityType) {
  return db.shadows.where('[type+id]').between([type, Dexie.minKey], [type, Dexie.maxKey]);
}
