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
export function fromStored(type: string, id: string, seq: number, { o, f, c = {} }: StoredRecord): SyncRecord {
  const cells: Record<string, Cell> = {};
  for (const field in f) cells[field] = lengthen(o, f[field] as StoredCell);
  const conflicts: Record<string, ConflictSet> = {};
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

function lengthen(origins: readonly Origin[], [v, place, saw = [], was]: StoredCell): Cell {
  const origin = origins[place];
  if (origin === undefined) throw new Error('stored cell without origin');
  const [s, h, d, by, n, told] = origin;
  return {
    ...{ v, s, h, d, by },
    ...(typeof n === 'number' && { n }),
    ...(told !== undefined && { told }),
    ...(saw.length > 0 && { saw }),
    ...(was !== undefined && { was }),
  };
}

type Write = { s: number; h: number; d: number; by: string; n: number | undefined; told: number | undefined };

function toOrigin({ s, h, d, by, n, told }: Write): Origin {
  if (told !== undefined) return [s, h, d, by, n ?? null, told];
  return n === undefined ? [s, h, d, by] : [s, h, d, by, n];
}

/** Writes of a record, each once. There are few, so a search through them is fastest. */
class Origins {
  readonly #list: Origin[] = [];

  get list(): readonly Origin[] {
    return this.#list;
  }

  shorten({ v, s, h, d, by, n, told, saw = [], was }: Cell): StoredCell {
    const known = this.#list.findIndex(
      (origin) =>
        origin[0] === s &&
        origin[1] === h &&
        origin[2] === d &&
        origin[3] === by &&
        (origin[4] ?? undefined) === n &&
        origin[5] === told,
    );
    const place = known === -1 ? this.#list.push(toOrigin({ s, h, d, by, n, told })) - 1 : known;
    if (was !== undefined) return [v, place, saw, was];
    return saw.length === 0 ? [v, place] : [v, place, saw];
  }
}
