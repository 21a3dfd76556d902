import type { OfficeDatabase } from '../database.ts';
import { SearchClient } from './search-client.ts';
import { SearchCore } from './search-core.ts';
import type { FromIndex, ToIndex } from './search-messages.ts';
import type { SearchPort } from './search-port.ts';

/** Starts the index of this store: in a worker where there are workers, else in the page (tests). */
export function createSearch(db: OfficeDatabase): SearchPort {
  return typeof Worker === 'undefined' ? inPage(db) : inWorker(db);
}

function inWorker(db: OfficeDatabase): SearchPort {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  const client = new SearchClient(
    (message: ToIndex) => {
      worker.postMessage(message);
    },
    () => {
      worker.terminate();
    },
  );
  worker.addEventListener('message', ({ data }: MessageEvent<FromIndex>) => {
    if (data.kind === 'damaged') db.cipher.reportDamaged(data.table);
    else client.take(data);
  });
  worker.postMessage({ kind: 'open', databaseName: db.name, rowKeys: db.cipher.keys() } satisfies ToIndex);
  return client;
}

function inPage(db: OfficeDatabase): SearchPort {
  const core = new SearchCore(db, (message) => {
    if (message.kind !== 'damaged') client.take(message);
  });
  const client: SearchClient = new SearchClient(
    (message: ToIndex) => {
      if (message.kind !== 'open' && message.kind !== 'keys') void core.take(message);
    },
    () => {
      core.close();
    },
  );
  return client;
}
