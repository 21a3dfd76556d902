import { Dexie } from 'dexie';
import { databaseName, OfficeDatabase, plainDatabaseName } from '../database.ts';
import type { RowCipher } from '../encryption/row-cipher.ts';
import { listLostNotes } from '../replica/bring-back.ts';
import type { DraftRow, MetaRow } from '../rows.ts';

/** What only a former store holds: unfinished forms, and what was noted to be brought back to a restored province and is not journalled yet. */
type Kept = { readonly drafts: readonly DraftRow[]; readonly lost: readonly MetaRow[] };

/**
 * Stores this PC has under other names: of a number it had before, or in plain from the first build. Everything but `Kept` comes from journal and
 * province; that is taken over, then the old store is deleted.
 */
export async function takeFormerStores(db: OfficeDatabase, former: readonly string[]): Promise<void> {
  for (const name of former) {
    const { drafts, lost } = await readKept(name, db.cipher).catch((): Kept => ({ drafts: [], lost: [] }));
    await db.transaction('rw', db.localDrafts, db.localMeta, async () => {
      const held = await db.localDrafts.bulkGet(drafts.map(({ key }) => key));
      await db.localDrafts.bulkPut(drafts.filter((_, i) => held[i] === undefined));
      await db.localMeta.bulkPut(lost);
    });
    await Dexie.delete(name);
  }
}

/** Names of former stores in this profile. */
export async function listFormerStores(dev: number): Promise<readonly string[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => name !== databaseName(dev) && /^(hosoxa-store|ho-so-xa)-\d+$/.test(name));
}

async function readKept(name: string, cipher: RowCipher): Promise<Kept> {
  const isPlain = name.startsWith(plainDatabaseName(0).slice(0, -1));
  const former = isPlain ? new Dexie(name, { cache: 'disabled' }) : new OfficeDatabase(name, cipher);
  try {
    await former.open();
    const lost = former instanceof OfficeDatabase ? await listLostNotes(former) : [];
    return { drafts: await former.table<DraftRow>('localDrafts').toArray(), lost };
  } finally {
    former.close();
  }
}
