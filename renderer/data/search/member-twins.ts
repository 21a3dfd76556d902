import { sameKeys, whySame, type PersonFacts } from '#shared/domain/member/likely-same.ts';

/** A record as far as it can be another's double. */
export type TwinFacts = PersonFacts & { readonly id: string; readonly notSameAs: readonly string[] };

/** Records that may be of one person, kept up to date record by record. */
export class MemberTwins {
  readonly #facts = new Map<string, TwinFacts>();
  readonly #byKey = new Map<string, Set<string>>();
  #pairs: ReadonlyMap<string, readonly string[]> | undefined;

  /** Takes a new, changed or (null) removed record. */
  put(id: string, facts: TwinFacts | null): void {
    const before = this.#facts.get(id);
    if (before !== undefined) for (const key of sameKeys(before)) this.#byKey.get(key)?.delete(id);
    this.#pairs = undefined;
    if (facts === null) {
      this.#facts.delete(id);
      return;
    }
    this.#facts.set(id, facts);
    for (const key of sameKeys(facts)) {
      const held = this.#byKey.get(key);
      if (held === undefined) this.#byKey.set(key, new Set([id]));
      else held.add(id);
    }
  }

  /** By record, those it may be the same as; records somebody has told apart are not among them. */
  pairs(): ReadonlyMap<string, readonly string[]> {
    this.#pairs ??= this.#findPairs();
    return this.#pairs;
  }

  /** Records that may be of this person, who need not be among them; `ownId` is left out. */
  of(person: PersonFacts, ownId: string | null): readonly string[] {
    const found = new Set(sameKeys(person).flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    return [...found].filter((id) => {
      const other = this.#facts.get(id);
      return id !== ownId && other !== undefined && whySame(person, other).length > 0;
    });
  }

  #findPairs(): ReadonlyMap<string, readonly string[]> {
    const pairs = new Map<string, Set<string>>();
    for (const ids of this.#byKey.values()) {
      if (ids.size < 2) continue;
      const people = [...ids].flatMap((id) => this.#facts.get(id) ?? []);
      for (const [at, one] of people.entries())
        for (const other of people.slice(at + 1)) {
          if (one.notSameAs.includes(other.id) || other.notSameAs.includes(one.id)) continue;
          if (whySame(one, other).length === 0) continue;
          addTo(pairs, one.id, other.id);
          addTo(pairs, other.id, one.id);
        }
    }
    return new Map([...pairs].map(([id, others]) => [id, [...others]]));
  }
}

function addTo(pairs: Map<string, Set<string>>, id: string, other: string): void {
  const held = pairs.get(id);
  if (held === undefined) pairs.set(id, new Set([other]));
  else held.add(other);
}
