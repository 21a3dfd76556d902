import { calmQuery } from './calm-query.ts';
import { readRows, type Row, type RowTable } from './known-rows.ts';
import type { Office } from './office.ts';

/** Rows read at once: few enough that a frame is not missed over deciphering them. */
const AT_ONCE = 12;

/** Rows by id as they were read; undefined where there is none. */
export type ReadRows = ReadonlyMap<string, Row | undefined>;

/** Rows that are read and watched together. `rows`: as last read, in the order of `ids`; undefined until then. */
type Group = { readonly ids: readonly string[]; rows: readonly (Row | undefined)[] | undefined; end: () => void };

/**
 * The rows of the part of a list that is in view, live. Rows that come into view are read in small groups, one group after the other, those in the middle
 * first; a row that was read stays watched while it is wanted, and is not read again unless it has changed.
 */
export class WatchedRows {
  readonly #office: Office;
  readonly #table: RowTable;
  readonly #onRead: (rows: ReadRows) => void;
  readonly #onFail: (error: unknown) => void;
  #groups: readonly Group[] = [];
  #wanted: readonly string[] = [];

  /** `onRead` is told all rows read so far of those wanted, whenever some have come or changed; `onFail` why they cannot be read. */
  constructor(office: Office, table: RowTable, onRead: (rows: ReadRows) => void, onFail: (error: unknown) => void) {
    this.#office = office;
    this.#table = table;
    this.#onRead = onRead;
    this.#onFail = onFail;
  }

  /** From now on these rows are wanted and no others. */
  want(ids: readonly string[]): void {
    this.#wanted = [...new Set(ids)];
    const wanted = new Set(ids);
    const isOver = (group: Group): boolean => !group.ids.some((id) => wanted.has(id));
    for (const group of this.#groups.filter(isOver)) group.end();
    this.#groups = this.#groups.filter((group) => !isOver(group));
    this.#readNext();
  }

  #readNext(): void {
    if (this.#groups.some(({ rows }) => rows === undefined)) return;
    const watched = new Set(this.#groups.flatMap(({ ids }) => ids));
    const middle = this.#wanted.length / 2;
    const ids = this.#wanted
      .map((id, place) => ({ id, distance: Math.abs(place - middle) }))
      .filter(({ id }) => !watched.has(id))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, AT_ONCE)
      .map(({ id }) => id);
    if (ids.length > 0) this.#read(ids);
  }

  #read(ids: readonly string[]): void {
    const group: Group = { ids, rows: undefined, end: () => undefined };
    this.#groups = [...this.#groups, group];
    const query = calmQuery(() => readRows(this.#office, this.#table, ids));
    group.end = query.subscribe((rows) => {
      group.rows = rows;
      this.#onRead(this.#readSoFar());
      this.#readNext();
    }, this.#onFail);
  }

  #readSoFar(): ReadRows {
    return new Map(this.#groups.flatMap(({ ids, rows }) => rows?.map((row, i) => [ids[i] ?? '', row] as const) ?? []));
  }
}
