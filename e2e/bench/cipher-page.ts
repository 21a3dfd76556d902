/** The part of the cipher bench that runs inside the app's own page: the same Dexie tables plain and enciphered, side by side. */
import { Dexie, type Table } from 'dexie';
import { encryptRows } from '#renderer/data/encryption/encrypt-rows.ts';
import { createRowCipher } from '#renderer/data/encryption/row-cipher.ts';

type Row = { readonly id: string; readonly stream: string; readonly note: string };

/** Milliseconds of one act on each table: a row changed in a transaction of its own, a row read by its id, a thousand rows listed. */
export type CipherTimes = Record<'write' | 'read' | 'list', { readonly plain: number; readonly sealed: number }>;

class Store extends Dexie {
  declare rows: Table<Row, string>;

  constructor(name: string) {
    super(name, { cache: 'disabled', chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ rows: 'id, stream, *flags' });
  }
}

const LISTED = 1000;

/** Fills both stores and measures in turn, so that both meet the same machine. Medians. */
export async function measureCipher(
  rows: readonly Row[],
  counts: { readonly writes: number; readonly reads: number; readonly lists: number },
): Promise<CipherTimes> {
  const plain = new Store('bench-cipher-plain');
  const sealed = new Store('bench-cipher-sealed');
  encryptRows(sealed, createRowCipher([{ id: 1, key: crypto.getRandomValues(new Uint8Array(32)) }]));
  for (const store of [plain, sealed])
    for (let from = 0; from < rows.length; from += LISTED) await store.rows.bulkPut(rows.slice(from, from + LISTED));
  const times = {
    write: await inTurn(counts.writes, [plain, sealed], (store, i) => {
      const row = pick(rows, i);
      return store.rows.put({ ...row, note: `sửa lần ${String(i)}` });
    }),
    read: await inTurn(counts.reads, [plain, sealed], (store, i) => store.rows.get(pick(rows, i).id)),
    list: await inTurn(counts.lists, [plain, sealed], (store, i) =>
      store.rows.where('id').aboveOrEqual(pick(rows, i).id).limit(LISTED).toArray(),
    ),
  };
  for (const store of [plain, sealed]) await store.delete();
  return times;
}

function pick(rows: readonly Row[], i: number): Row {
  const row = rows[(i * 7919) % rows.length];
  if (row === undefined) throw new Error('the sample is empty');
  return row;
}

/** The first tenth of the turns warms up and is not counted. */
async function inTurn(
  count: number,
  [plain, sealed]: readonly [Store, Store],
  act: (store: Store, i: number) => PromiseLike<unknown>,
): Promise<{ readonly plain: number; readonly sealed: number }> {
  const spent: Record<'plain' | 'sealed', number[]> = { plain: [], sealed: [] };
  for (let i = 0; i < count; i += 1) {
    const first = i % 2 === 0;
    for (const which of first ? (['plain', 'sealed'] as const) : (['sealed', 'plain'] as const)) {
      const begin = performance.now();
      await act(which === 'plain' ? plain : sealed, i);
      if (i >= count / 10) spent[which].push(performance.now() - begin);
    }
  }
  const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
  return { plain: median(spent.plain), sealed: median(spent.sealed) };
}
