import type { EntityType } from '#shared/entities.ts';
import { recordKey } from '#shared/sync/record.ts';
import type { OfficeDatabase } from '../database.ts';
import type { KnownCopies } from '../replica/known-copies.ts';
import { readShadows, readStates, rowOf, type RecordRef, type RecordState } from '../replica/record-state.ts';
import type { RowOf } from '../rows.ts';

/** Reads records for one write, each at most once, inside the write's transaction. */
export class RecordReader {
  readonly #db: OfficeDatabase;
  readonly #copies: KnownCopies;
  readonly #states = new Map<string, RecordState>();

  constructor({ db, copies }: { readonly db: OfficeDatabase; readonly copies: KnownCopies }) {
    this.#db = db;
    this.#copies = copies;
  }

  /** The row people see of a record, or undefined when there is none. */
  async row<T extends EntityType>(type: T, id: string): Promise<RowOf<T> | undefined> {
    await this.load([{ type, id }]);
    const state = this.#states.get(recordKey(type, id));
    return state === undefined ? undefined : rowOf(type, state);
  }

  /** Reads records not read yet; unfinished ops, own and colleagues', are looked for only where there may be any. */
  async load(refs: readonly RecordRef[]): Promise<void> {
    const missing = refs.filter(({ type, id }) => !this.#states.has(recordKey(type, id)));
    if (missing.length === 0) return;
    const withOwn = missing.filter(({ type, id }) => this.#copies.mayHaveOwnOps(type, id));
    const plain = missing.filter(({ type, id }) => !this.#copies.mayHaveOwnOps(type, id));
    const [states, shadows] = await Promise.all([
      withOwn.length > 0 ? readStates(this.#db, withOwn) : [],
      plain.length > 0 ? readShadows(this.#db, plain) : [],
    ]);
    for (const state of states) this.#states.set(recordKey(state.type, state.id), state);
    plain.forEach(({ type, id }, i) =>
      this.#states.set(recordKey(type, id), {
        type,
        id,
        stream: shadows[i]?.stream ?? '',
        shadow: shadows[i],
        own: [],
        peers: [],
      }),
    );
  }

  /** States of records that are there; of one that is not, nothing. */
  known(): ReadonlyMap<string, RecordState> {
    return new Map(
      [...this.#states].filter(([, { shadow, own, peers }]) => shadow !== undefined || own.length + peers.length > 0),
    );
  }

  /** Present life of a stream's copy. */
  genOf(stream: string): number {
    return this.#copies.genOf(stream);
  }
}
