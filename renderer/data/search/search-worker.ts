import { OfficeDatabase } from '../database.ts';
import { SearchCore } from './search-core.ts';
import type { FromIndex, ToIndex } from './search-messages.ts';

/* Runs the search index beside the page. It only reads the store. */
let core: SearchCore | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToIndex>) => {
  if (data.kind === 'open') core = new SearchCore(new OfficeDatabase(data.databaseName), tell);
  else void core?.take(data);
});

function tell(message: FromIndex): void {
  self.postMessage(message);
}
