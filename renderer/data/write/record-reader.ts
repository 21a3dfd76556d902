import { isEntityType, type EntityType } from '#shared/entities.ts';
import { recordKey } from '#shared/sync/record.ts';
import type { OfficeDatabase } from '../database.ts';
import { readStates, viewOf, type RecordRef, type RecordState } from '../replica/record-state.ts';
import type { RowOf } from '../rows.ts';
import { buildRow } from './build-row.ts';

/** Reads records for one write, each at most once, inside the write's transaction. */
export class RecordReader {
  readonly #db: OfficeDatabase;
  readonly #stream: string;
  readonly #states = new Map<string, RecordState>();
  #gen: number | undefined;

  /** `stream`: the commune's, whose present life is read along. */
  constructor(db: OfficeDatabase, stream: string) {
    this.#db = db;
    this.#stream = stream;
  }

  /** The row people see of a record, or undefined when there is none. */
  async row<T extends EntityType>(type: T, id: string): Promise<RowOf<T> | undefined> {
    await this.load([{ type, id }]);
    const state = this.#states.get(recordKey(type, id));
    return state === undefined ? undefined : buildRow(type, id, state.stream, viewOf(state));
  }

  /** Reads records not read yet. */
  async load(refs: readonly RecordRef[]): Promise<void> {
    const missing = refs.filter(({ type, id }) => isEntityType(type) && !this.#states.has(recordKey(type, id)));
    if (missing.length === 0 && this.#gen !== undefined) return;
    const db = this.#db;
    const [states, cookie] = await Promise.all([readStates(db, missing), this.#gen === undefined ? db.cookies.get(this.#stream) : undefined]);
    this.#gen ??= cookie?.gen ?? 0;
    for (const state of states) this.#states.set(recordKey(state.type, state.id), state);
  }

  /** States of records that are there; of one that is not, nothing. */
  known(): ReadonlyMap<string, RecordState> {
    return new Map([...this.#states].filter(([, { shadow, own }]) => shadow !== undefined || own.length > 0));
  }

  /** Present life of each stream's copy. */
  gens(): ReadonlyMap<string, number> {
    return new Map([[this.#stream, this.#gen ?? 0]]);
  }
}
