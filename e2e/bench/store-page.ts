/** The part of the store bench that runs inside the app's own page, beside the real journal, IndexedDB and search worker. */
import { Dexie, type Table } from 'dexie';
import { saveMany, type RecordDraft } from '#renderer/data/bulk-writes.ts';
import { saveDocument } from '#renderer/data/documents/document-repository.ts';
import { allDocuments } from '#renderer/data/documents/document-list.ts';
import { fullReach } from '#renderer/data/members/member-list.ts';
import type { Office } from '#renderer/data/office.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';

/** Milliseconds of one write or read by each way, in the same run. `dexiePut`: the blind put of a row known beforehand. */
export type Times = {
  readonly repository: number;
  readonly dexie: number;
  readonly dexiePut: number;
  readonly indexedDb: number;
};

class PlainDexie extends Dexie {
  declare documents: Table<DocumentRow, string>;

  constructor() {
    super('bench-plain', { cache: 'disabled', chromeTransactionDurability: 'strict' });
    this.version(1).stores({ documents: 'id, stream, *flags' });
  }
}

/** Writes the sample through the repository and puts the same rows into the two peers. */
export async function fill(office: Office, drafts: readonly RecordDraft[]): Promise<number> {
  const begin = performance.now();
  const saved = await saveMany(office, drafts);
  if (!saved.ok) throw new Error(`the sample was refused: ${saved.error.code} ${saved.error.field ?? ''}`);
  const spent = performance.now() - begin;
  const rows = await office.db.documents.toArray();
  const plain = new PlainDexie();
  await plain.documents.bulkPut(rows);
  plain.close();
  const raw = await openRaw();
  const transaction = raw.transaction('documents', 'readwrite');
  for (const row of rows) transaction.objectStore('documents').put(row);
  await ended(transaction);
  raw.close();
  return spent;
}

/**
 * One edit of one field by each way in turn, so that all meet the same disk. The repository checks the rule, writes the fsynced journal, row,
 * outbox and clock; plain Dexie and raw IndexedDB do the bare act: read the row, change the field, put it, in one strict transaction.
 */
export async function measureWrites(office: Office, count: number): Promise<Times> {
  const plain = new PlainDexie();
  const raw = await openRaw();
  const ids = await pickIds(office, count);
  const spent = {
    repository: [] as number[],
    dexie: [] as number[],
    dexiePut: [] as number[],
    indexedDb: [] as number[],
  };
  for (const [i, id] of ids.entries()) {
    const row = await office.db.documents.get(id);
    if (row === undefined) throw new Error('the sample has lost a row');
    const note = `sửa lần ${String(i)}`;
    spent.repository.push(await timed(() => saveDocument(office, id, { note }, row.seq)));
    spent.dexie.push(await timed(() => plain.documents.update(id, { note })));
    spent.dexiePut.push(await timed(() => plain.documents.put({ ...row, note: `${note}.` })));
    spent.indexedDb.push(await timed(() => editRaw(raw, id, note)));
  }
  plain.close();
  raw.close();
  return medians(spent);
}

/** One row by its id, by each way in turn. */
export async function measureReads(office: Office, count: number): Promise<Times> {
  const plain = new PlainDexie();
  const raw = await openRaw();
  const spent = {
    repository: [] as number[],
    dexie: [] as number[],
    dexiePut: [] as number[],
    indexedDb: [] as number[],
  };
  for (const id of await pickIds(office, count)) {
    // What the screens call: the rows of a window of the list, by id.
    spent.repository.push(await timed(() => office.db.documents.bulkGet([id])));
    spent.dexie.push(await timed(() => plain.documents.get(id)));
    spent.indexedDb.push(await timed(() => getRaw(raw, id)));
  }
  plain.close();
  raw.close();
  return medians(spent);
}

/** Milliseconds of a search or list from the page to the worker and back, one for each query. */
export async function measureSearch(
  office: Office,
  queries: readonly string[],
): Promise<{ readonly search: number[]; readonly list: number[] }> {
  const search: number[] = [];
  const list: number[] = [];
  await office.search.find('a', 1, fullReach);
  for (const query of queries) {
    search.push(await timed(() => office.search.find(query, 20, fullReach)));
    list.push(await timed(() => office.search.list({ ...allDocuments, query }, office.today())));
  }
  return { search, list };
}

async function pickIds(office: Office, count: number): Promise<readonly string[]> {
  const ids = await office.db.documents.toCollection().primaryKeys();
  return Array.from({ length: count }, (_, i) => ids[(i * 7919) % ids.length] ?? '');
}

async function timed(act: () => PromiseLike<unknown>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

function medians(spent: Readonly<Record<keyof Times, number[]>>): Times {
  const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
  return {
    repository: median(spent.repository),
    dexie: median(spent.dexie),
    dexiePut: median(spent.dexiePut),
    indexedDb: median(spent.indexedDb),
  };
}

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('bench-raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('documents', { keyPath: 'id' });
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error('raw IndexedDB does not open'));
    };
  });
}

function editRaw(db: IDBDatabase, id: string, note: string): Promise<void> {
  const transaction = db.transaction('documents', 'readwrite', { durability: 'strict' });
  const documents = transaction.objectStore('documents');
  const request = documents.get(id) as IDBRequest<DocumentRow>;
  request.onsuccess = () => {
    documents.put({ ...request.result, note });
  };
  return ended(transaction);
}

function getRaw(db: IDBDatabase, id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = db.transaction('documents').objectStore('documents').get(id);
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(new Error('raw read failed'));
    };
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(new Error('raw write failed'));
    };
  });
}
