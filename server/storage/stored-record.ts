import type { FieldValue } from '#shared/sync/op.ts';
import type { Cell, ConflictSet, SyncRecord } from '#shared/sync/record.ts';

/** Sequence, hybrid time, device and person of a write. */
type Origin = readonly [s: number, h: number, d: number, by: string];

/** A value and the place of its origin in `o`. */
type StoredCell = readonly [v: FieldValue, origin: number];

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

function lengthen(origins: readonly Origin[], [v, place]: StoredCell): Cell {
  const origin = origins[place];
  if (origin === undefined) throw new Error('stored cell without origin');
  return { v, s: origin[0], h: origin[1], d: origin[2], by: origin[3] };
}

/** Writes of a record, each once. There are few, so a search through them is fastest. */
class Origins {
  readonly #list: Origin[] = [];

  get list(): readonly Origin[] {
    return this.#list;
  }

  shorten({ v, s, h, d, by }: Cell): StoredCell {
    const known = this.#list.findIndex(
      (origin) => origin[0] === s && origin[1] === h && origin[2] === d && origin[3] === by,
    );
    if (known !== -1) return [v, known];
    this.#list.push([s, h, d, by]);
    return [v, this.#list.length - 1];
  }
}
