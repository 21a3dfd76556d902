import { Dexie } from 'dexie';
import { databaseName, OfficeDatabase, plainDatabaseName } from '../database.ts';
import type { RowCipher } from '../encryption/row-cipher.ts';
import type { DraftRow } from '../rows.ts';

/**
 * Stores this PC has under other names: of a number it had before, or in plain from the first build. Everything but unfinished forms comes from
 * journal and province; these are taken over, then the old store is deleted.
 */
export async function takeFormerDrafts(db: OfficeDatabase, former: readonly string[]): Promise<void> {
  for (const name of former) {
    const drafts = await readDrafts(name, db.cipher).catch(() => []);
    await db.transaction('rw', db.localDrafts, async () => {
      const held = await db.localDrafts.bulkGet(drafts.map(({ key }) => key));
      await db.localDrafts.bulkPut(drafts.filter((_, i) => held[i] === undefined));
    });
    await Dexie.delete(name);
  }
}

/** Names of former stores in this profile. */
export async function listFormerStores(dev: number): Promise<readonly string[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => name !== databaseName(dev) && /^(hosoxa-store|ho-so-xa)-\d+$/.test(name));
}

async function readDrafts(name: string, cipher: RowCipher): Promise<DraftRow[]> {
  const isPlain = name.startsWith(plainDatabaseName(0).slice(0, -1));
  const former = isPlain ? new Dexie(name, { cache: 'disabled' }) : new OfficeDatabase(name, cipher);
  try {
    await former.open();
    return await former.table<DraftRow>('localDrafts').toArray();
  } finally {
    former.close();
  }
}
