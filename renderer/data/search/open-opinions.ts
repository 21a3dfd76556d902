import type { OpinionRow } from '../rows.ts';

type Opinion = Pick<OpinionRow, 'staffId' | 'kind' | 'givenAt'>;

/** Who was asked about the papers that are still open, and who has answered. */
export class OpenOpinions {
  readonly #byPaper = new Map<string, Map<string, Opinion>>();
  readonly #paperOf = new Map<string, string>();

  /** Takes a new or changed opinion; null when it is gone. */
  put(id: string, row: OpinionRow | null): void {
    const before = this.#paperOf.get(id);
    if (before !== undefined) this.#byPaper.get(before)?.delete(id);
    this.#paperOf.delete(id);
    if (row === null || row.removed) return;
    const { outgoingId, staffId, kind, givenAt } = row;
    const known = this.#byPaper.get(outgoingId) ?? new Map<string, Opinion>();
    known.set(id, { staffId, kind, givenAt });
    this.#byPaper.set(outgoingId, known);
    this.#paperOf.set(id, outgoingId);
  }

  /** A settled paper waits for nobody's opinion. */
  forget(outgoingId: string): void {
    for (const id of this.#byPaper.get(outgoingId)?.keys() ?? []) this.#paperOf.delete(id);
    this.#byPaper.delete(outgoingId);
  }

  /** Papers that wait for this person: asked, and not answered since. */
  waitingFor(staffId: string): readonly string[] {
    const papers: string[] = [];
    for (const [outgoingId, opinions] of this.#byPaper) {
      const own = [...opinions.values()].filter((opinion) => opinion.staffId === staffId);
      const lastOf = (isAsked: boolean): string =>
        own.reduce(
          (last, { kind, givenAt }) => ((kind === 'asked') === isAsked && givenAt > last ? givenAt : last),
          '',
        );
      const asked = lastOf(true);
      if (asked !== '' && asked > lastOf(false)) papers.push(outgoingId);
    }
    return papers;
  }
}
