import type { SyncRecord } from '#shared/sync/record.ts';
import { fromPackedText, list, number, TextTable, tuple, WireError, type Packed } from '../wire-form.ts';
import { packTold, withTold } from '../wire-told.ts';
import { packIds, unpackIds } from './id-column.ts';
import { packGroup, readGroupHead, unpackGroup } from './record-group.ts';

/** Form of chunks this build writes and reads. A manifest of another form is none to it. */
export const SNAPSHOT_FORM = 1;

/**
 * Begins the text behind all others that holds the times PCs had told where the server cut them (`wire-told.ts`), as JSON. Builds that know nothing of them take
 * a chunk of exactly four parts, and pass over a text that nothing names. Neither a field nor an entity begins so.
 */
const TOLD_MARK = '!told ';

/**
 * Packs records of one stream in columns: `[form, texts, moreIds, groups]`, a group for each entity. Lossless: unpacked, every record has the same
 * sequence, cells with their origins, and conflicts. Records come back entity by entity, within one in the order given (docs/snapshot-format.md).
 */
export function packChunk(records: readonly SyncRecord[]): Packed {
  const groups = groupByType(records);
  const texts = new TextTable();
  const ids = new IdTable(groups.flatMap(([, members]) => members.map(({ id }) => id)));
  const packed = groups.map(([type, members]) => packGroup(type, members, texts, ids));
  const told = packTold(
    groups.flatMap(([, members]) => members),
    texts,
  );
  if (told !== undefined) texts.indexOf(TOLD_MARK + JSON.stringify(told));
  return [SNAPSHOT_FORM, texts.packed(), [ids.more.length, ...packIds(ids.more)], packed];
}

/** Unpacks a chunk. Throws `WireError` on what is none. */
export function unpackChunk(packed: Packed): SyncRecord[] {
  const [form, packedTexts, packedMore, packedGroups] = tuple(packed, 4);
  if (form !== SNAPSHOT_FORM) throw new WireError('a chunk of another form');
  const texts = list(packedTexts).map(fromPackedText);
  const heads = list(packedGroups).map((group) => readGroupHead(group, texts));
  const [count, times, rest] = tuple(packedMore, 3);
  const ids = [...heads.flatMap((head) => head.ids), ...unpackIds(times, rest, number(count))];
  const records = heads.flatMap((head) => unpackGroup(head, texts, ids));
  return [...withTold(records, readTold(texts.at(-1)), texts)];
}

function readTold(last: string | undefined): Packed {
  if (last?.startsWith(TOLD_MARK) !== true) return undefined;
  try {
    return JSON.parse(last.slice(TOLD_MARK.length)) as Packed;
  } catch {
    throw new WireError('times that are none');
  }
}

/** Ids of the chunk's own records first, others behind them as they are met: a child names its parent by a place. */
class IdTable {
  readonly more: string[] = [];
  readonly #own: number;
  readonly #places: Map<string, number>;

  constructor(own: readonly string[]) {
    this.#own = own.length;
    this.#places = new Map(own.map((id, i) => [id, i]));
  }

  readonly placeOf = (id: string): number => {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    const place = this.#own + this.more.length;
    this.#places.set(id, place);
    this.more.push(id);
    return place;
  };
}

function groupByType(records: readonly SyncRecord[]): (readonly [string, readonly SyncRecord[]])[] {
  const groups = new Map<string, SyncRecord[]>();
  for (const record of records) {
    const group = groups.get(record.type);
    if (group === undefined) groups.set(record.type, [record]);
    else group.push(record);
  }
  return [...groups];
}
