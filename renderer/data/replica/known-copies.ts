import type { OfficeDatabase } from '../database.ts';
import { recordKey } from '#shared/sync/record.ts';

/**
 * What a write need not ask the store for: which records have no unfinished ops, own or of colleagues, and the present life of each stream's copy.
 * Kept beside the store by those who change it; a record once noted stays noted until the next start, which costs a read and harms nothing.
 */
export class KnownCopies {
  readonly #withOwnOps: Set<string>;
  readonly #gens: Map<string, number>;

  constructor(withOwnOps: Iterable<string>, gens: Iterable<readonly [string, number]>) {
    this.#withOwnOps = new Set(withOwnOps);
    this.#gens = new Map(gens);
  }

  /** Whether there may be unfinished ops on a record, own or of colleagues; false is certain. */
  mayHaveOwnOps(type: string, id: string): boolean {
    return this.#withOwnOps.has(recordKey(type, id));
  }

  /** Notes that such ops on a record are being put into the store. */
  noteOwnOp(type: string, id: string): void {
    this.#withOwnOps.add(recordKey(type, id));
  }

  /** Life of a stream's copy. */
  genOf(stream: string): number {
    return this.#gens.get(stream) ?? 0;
  }

  /** Notes that a stream's copy has started anew. */
  noteGen(stream: string, gen: number): void {
    this.#gens.set(stream, gen);
  }
}

/** Reads it at the start of the program, by keys only. */
export async function readKnownCopies(db: OfficeDatabase): Promise<KnownCopies> {
  const [own, peers, cookies] = await Promise.all([
    db.outbox.orderBy('[type+id]').uniqueKeys(),
    db.peerOps.orderBy('[type+id]').uniqueKeys(),
    db.cookies.toArray(),
  ]);
  const records = [...own, ...peers] as unknown as readonly (readonly [string, string])[];
  return new KnownCopies(
    records.map(([type, id]) => recordKey(type, id)),
    cookies.map(({ stream, gen }) => [stream, gen]),
  );
}
