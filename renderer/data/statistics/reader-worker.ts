import { OfficeDatabase } from '../database.ts';
import { createRowCipher, type RowCipher } from '../encryption/row-cipher.ts';
import { readStatEvents, readWholeRatings } from './read-stat-data.ts';
import type { FromReader, ToReader } from './statistics-messages.ts';

/* Reads events and ratings while the worker of the statistics reads members: most of the time goes into deciphering, and office PCs have two cores. */
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

async function read({ askId, rowKeys }: Extract<ToReader, { kind: 'read' }>): Promise<void> {
  try {
    const db = await opening;
    if (db === undefined) throw new Error('the store does not open');
    cipher?.takeKeys(rowKeys);
    tell({ kind: 'events', askId, text: JSON.stringify(await readStatEvents(db)) });
    const ratings = await readWholeRatings(db);
    tell({ kind: 'ratings', askId, text: ratings === undefined ? null : JSON.stringify(ratings) });
  } catch (error) {
    tell({ kind: 'failed', askId, reason: String(error) });
  }
}

function tell(message: FromReader): void {
  self.postMessage(message);
}
