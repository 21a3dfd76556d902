import { OfficeDatabase } from '../database.ts';
import { createRowCipher, type RowCipher } from '../encryption/row-cipher.ts';
import { ReaderClient } from './reader-client.ts';
import { StatisticsCore } from './statistics-core.ts';
import type { FromStatistics, ToStatistics } from './statistics-messages.ts';

/* Counts the statistics beside the page. It only reads the store. Questions are answered one after the other. */
let core: StatisticsCore | undefined;
let cipher: RowCipher | undefined;
let last: Promise<unknown> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<ToStatistics>) => {
  if (data.kind === 'open') last = open(data);
  else if (data.kind === 'touch') last = last.then(() => core?.touch());
  else last = last.then(() => answer(data));
});

async function open({ databaseName, rowKeys }: Extract<ToStatistics, { kind: 'open' }>): Promise<void> {
  const keys = (cipher = createRowCipher(rowKeys));
  const tellDamaged = (table: string): void => tell({ kind: 'damaged', table });
  keys.onDamaged(({ table }) => tellDamaged(table));
  const events = new ReaderClient('events', databaseName, rowKeys, tellDamaged);
  const ratings = new ReaderClient('ratings', databaseName, rowKeys, tellDamaged);
  const db = new OfficeDatabase(databaseName, keys);
  await db.open();
  core = new StatisticsCore(db, () => ({ events: events.read(keys.keys()), ratings: ratings.read(keys.keys()) }));
}

async function answer({ askId, rowKeys, rules, span, place }: Extract<ToStatistics, { kind: 'ask' }>): Promise<void> {
  try {
    if (core === undefined) throw new Error('the store does not open');
    cipher?.takeKeys(rowKeys);
    if (place === undefined) tell({ kind: 'forms', askId, forms: await core.forms(span, rules) });
    else tell({ kind: 'entries', askId, entries: await core.entries(span, rules, place) });
  } catch (error) {
    core?.touch();
    tell({ kind: 'failed', askId, reason: String(error) });
  }
}

function tell(message: FromStatistics): void {
  self.postMessage(message);
}
