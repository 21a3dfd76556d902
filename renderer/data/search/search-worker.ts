import { OfficeDatabase } from '../database.ts';
import { createRowCipher, type RowCipher } from '../encryption/row-cipher.ts';
import { SearchCore } from './search-core.ts';
import type { FromIndex, PackedIds, ToIndex } from './search-messages.ts';

/* Runs the search index beside the page. It only reads the store. */
let core: SearchCore | undefined;
let cipher: RowCipher | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToIndex>) => {
  if (data.kind === 'open') {
    cipher = createRowCipher(data.rowKeys);
    cipher.onDamaged(({ table }) => {
      tell({ kind: 'damaged', table });
    });
    core = new SearchCore(new OfficeDatabase(data.databaseName, cipher), tell);
  } else if (data.kind === 'keys') cipher?.takeKeys(data.rowKeys);
  else void core?.take(data);
});

/** Blocks of ids are handed over, not copied. */
function blocksOf(message: FromIndex): readonly PackedIds[] {
  if (message.kind === 'answer') return message.ids;
  if (message.kind === 'damaged') return [];
  const { shown } = message;
  return 'ids' in shown ? [shown.ids] : [];
}

function tell(message: FromIndex): void {
  self.postMessage(message, { transfer: blocksOf(message).map(({ buffer }) => buffer) });
}
