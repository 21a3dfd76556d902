import type { FieldValue, OpName } from '#shared/sync/op.ts';
import type { Cell, ConflictSet, SyncRecord } from '#shared/sync/record.ts';

/**
 * Sequence, hybrid time, device and person of a write, its counter where it is known (not of what was brought back, nor of what older builds stored: null
 * then, if more follows), and the time as its PC told it where that was cut.
 */
type Origin = readonly [s: number, h: number, d: number, by: string, n?: number | null, told?: number];

/** A value, the place of its origin in `o`, the ops whose values it replaced before the server had them, and since when it had been in use before it began to wait. */
type StoredCell = readonly [v: FieldValue, origin: number, saw?: readonly OpName[], was?: number];

/**
 * A record's cells as they lie in the database: values by field, and the few writes they came from once each. A new paper of 21 fields has one origin,
 * so a row is a third of its cells written out and stays below the size at which PostgreSQL begins to compress rows (docs/adr/0012).
 */
export type StoredRecord = {
  readonly o: readonly Origin[];
  readonly f: Readonly<Record<string, StoredCell>>;
  /** Conflict sets; left out when there are none. */
  readonly c?: Readonly<Record<string, { readonly s: number; readonly e: readonly StoredCell[] }>>;
};

/** What is stored of a record beside its address and sequence. */
export function toStored(record: SyncRecord): StoredRecord {
  const origins = new Origins();
  const f: Record<string, StoredCell> = {};
  for (const field in record.f) f[field] = origins.shorten(record.f[field] as Cell);
  const conflicts = Object.entries(record.c);
  if (conflicts.length === 0) return { o: origins.list, f };
  const c = conflicts.map(
    ([field, { s, e }]) => [field, { s, e: Object.values(e).map((cell) => origins.shorten(cell)) }] as const,
  );
  return { o: origins.list, f, c: Object.fromEntries(c) };
}

/** A record from what was stored of it. */
export function fromStored(type: string, id: string, seq: number, { o, f, c }: StoredRecord): SyncRecord {
  const cells: Record<string, Cell> = {};
  for (const field in f) cells[field] = lengthen(o, f[field] as StoredCell);
  const conflicts: Record<string, ConflictSet> = {};
  if (c === undefined) return { type, id, seq, f: cells, c: conflicts };
  for (const [field, { s, e }] of Object.entries(c)) {
    const held = e.map((cell) => lengthen(o, cell));
    conflicts[field] = { s, e: Object.fromEntries(held.map((cell) => [String(cell.d), cell])) };
  }
  return { type, id, seq, f: cells, c: conflicts };
}

/** What is stored of a record, with its sequences moved. */
export function shiftStored({ o, f, c }: StoredRecord, by: number): StoredRecord {
  const origins = o.map(([s, ...rest]): Origin => [s + by, ...rest]);
  if (c === undefined) return { o: origins, f };
  const moveWas = ([v, place, saw, was]: StoredCell): StoredCell =>
    was === undefined ? (saw === undefined ? [v, place] : [v, place, saw]) : [v, place, saw ?? [], was + by];
  const sets = Object.entries(c).map(([field, { s, e }]) => [field, { s: s + by, e: e.map(moveWas) }] as const);
  return { o: origins, f, c: Object.fromEntries(sets) };
}

/** Nearly all cells have nothing beside their write: those are made in one piece, by the hundred thousand a second. */
function lengthen(origins: readonly Origin[], stored: StoredCell): Cell {
  const origin = origins[stored[1]];
  if (origin === undefined) throw new Error('stored cell without origin');
  if (stored.length > 2 || origin.length > 5) return lengthenWhole(origin, stored);
  const n = origin[4];
  return typeof n === 'number'
    ? { v: stored[0], s: origin[0], h: origin[1], d: origin[2], by: origin[3], n }
    : { v: stored[0], s: origin[0], h: origin[1], d: origin[2], by: origin[3] };
}

function lengthenWhole([s, h, d, by, n, told]: Origin, [v, , saw = [], was]: StoredCell): Cell {
  return {
    ...{ v, s, h, d, by },
    ...(typeof n === 'number' && { n }),
    ...(told !== undefined && { told }),
    ...(saw.length > 0 && { saw }),
    ...(was !== undefined && { was }),
  };
}

function toOrigin({ s, h, d, by, n, told }: Cell): Origin {
  if (told !== undefined) return [s, h, d, by, n ?? null, told];
  return n === undefined ? [s, h, d, by] : [s, h, d, by, n];
}

/** Writes of a record, each once. There are few, and neighbours mostly come from the same one: a search through them is fastest. */
class Origins {
  readonly #list: Origin[] = [];
  #last = 0;

  get list(): readonly Origin[] {
    return this.#list;
  }

  shorten(cell: Cell): StoredCell {
    const place = this.#placeOf(cell);
    const { v, saw, was } = cell;
    if (was !== undefined) return [v, place, saw ?? [], was];
    return saw === undefined || saw.length === 0 ? [v, place] : [v, place, saw];
  }

  #placeOf(cell: Cell): number {
    const list = this.#list;
    const last = list[this.#last];
    if (last !== undefined && isOf(last, cell)) return this.#last;
    for (let i = 0; i < list.length; i += 1) if (isOf(list[i] as Origin, cell)) return (this.#last = i);
    return (this.#last = list.push(toOrigin(cell)) - 1);
  }
}

function isOf(origin: Origin, { s, h, d, by, n, told }: Cell): boolean {
  return (
    origin[0] === s &&
    origin[1] === h &&
    origin[2] === d &&
    origin[3] === by &&
    (origin[4] ?? undefined) === n &&
    origin[5] === told
  );
}
