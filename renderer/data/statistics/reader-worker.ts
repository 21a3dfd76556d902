import { OfficeDatabase } from '../database.ts';
import { createRowCipher, type RowCipher } from '../encryption/row-cipher.ts';
import { readStatEvents, readWholeRatings } from './read-stat-data.ts';
import type { FromReader, ToReader } from './statistics-messages.ts';

/*
 * Reads a table while the worker of the statistics reads the members: most of the time goes into deciphering, and office PCs have two cores. There are two of
 * these, one for the events and one for the ratings: together they keep both cores at work until the last row, whichever table is longer.
 */
let cipher: RowCipher | undefined;
let opening: Promise<OfficeDatabase> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if (data.kind === 'open') opening = open(data);
  else void read(data);
});

async function open({ databaseName, rowKeys }: Extract<ToReader, { kind: 'open' }>): Promise<OfficeDatabase> {
  cipher = createRowCipher(rowKeys);
  cipher.onDamaged(({ table }) => {
    tell({ kind: 'damaged', table });
  });
  const db = new OfficeDatabase(databaseName, cipher);
  await db.open();
  return db;
}

async function read({ table, askId, rowKeys }: Extract<ToReader, { kind: 'read' }>): Promise<void> {
  try {
    const db = await opening;
    if (db === undefined) throw new Error('the store does not open');
    cipher?.takeKeys(rowKeys);
    const rows = table === 'events' ? await readStatEvents(db) : await readWholeRatings(db);
    tell({ kind: 'rows', askId, text: rows === undefined ? null : JSON.stringify(rows) });
  } catch (error) {
    tell({ kind: 'failed', askId, reason: String(error) });
  }
}

function tell(message: FromReader): void {
  self.postMessage(message);
}
