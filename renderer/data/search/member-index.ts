import { comparePersonNames } from '#shared/base/person-name.ts';
import type { MemberState, PersonName } from '#shared/domain/member/member-record.ts';
import { activeStates, type MemberCounts, type MemberFilter } from '../members/member-list.ts';
import type { MemberRow, UnitRow } from '../rows.ts';
import { ID_BYTES, idBytes } from './id-list.ts';
import { markedTokens, parseQuery, textTokens } from './search-tokens.ts';
import { hasOrdinal, intersect, TextIndex, type OrdinalSet } from './text-index.ts';

type Entry = {
  readonly ordinal: number;
  readonly id: string;
  readonly name: PersonName;
  readonly unitId: string | null;
  readonly state: MemberState;
  readonly officialDue: string | null;
};

/** A list of members: packed ids by name, and the counts of the chips. */
export type MemberListing = { readonly ids: Uint8Array<ArrayBuffer>; readonly counts: MemberCounts };

/** Members a unit has itself, and with the units below it; only those who take part in its life. */
export type UnitCount = { readonly own: number; readonly below: number };

/** All members and units of this PC as lists and searches see them. */
export class MemberIndex {
  readonly #entries = new Map<string, Entry>();
  #ordered: Entry[] | undefined;
  readonly #text = new TextIndex();
  readonly #parents = new Map<string, string | null>();
  #nextOrdinal = 0;

  get length(): number {
    return this.#entries.size;
  }

  /** Takes a new or changed member. */
  put(id: string, row: MemberRow | null): void {
    const before = this.#entries.get(id);
    this.#entries.delete(id);
    if (row === null || row.removed) {
      this.#ordered = undefined;
      return;
    }
    const entry: Entry = {
      ordinal: this.#nextOrdinal,
      id,
      name: row.name,
      unitId: row.unitId,
      state: row.state,
      officialDue: row.state === 'probationary' ? row.admittedOn : null,
    };
    this.#nextOrdinal += 1;
    this.#entries.set(id, entry);
    this.#text.add(entry.ordinal, tokensOfMember(row));
    if (before === undefined || comparePersonNames(before.name, entry.name) !== 0) this.#ordered = undefined;
    else this.#ordered = this.#ordered?.map((held) => (held.id === id ? entry : held));
  }

  /** Takes a new or changed unit: where it hangs in the tree. */
  putUnit(id: string, row: UnitRow | null): void {
    if (row === null || row.removed) this.#parents.delete(id);
    else this.#parents.set(id, row.parentId);
  }

  settle(): void {
    this.#text.settle(true);
  }

  /** The list under a filter, as Vietnamese lists of people go. */
  list(filter: MemberFilter): MemberListing {
    const matching = this.#matching(filter.query);
    const counts = { all: 0, active: 0, probationary: 0, gone: 0 };
    const chosen: Entry[] = [];
    for (const entry of this.#inOrder()) {
      if (matching !== undefined && !hasOrdinal(matching, entry.ordinal)) continue;
      if (filter.unitId !== null && !this.#isUnder(entry.unitId, filter.unitId)) continue;
      const isActive = activeStates.includes(entry.state);
      counts.all += 1;
      if (isActive) counts.active += 1;
      else counts.gone += 1;
      if (entry.state === 'probationary') counts.probationary += 1;
      if (filter.states.length === 0 || filter.states.includes(entry.state)) chosen.push(entry);
    }
    return { ids: packIds(chosen), counts };
  }

  /** The first members that fit a query; those written with the same marks first. */
  best(query: string, limit: number): Uint8Array<ArrayBuffer> {
    const matching = this.#matching(query);
    if (matching === undefined) return new Uint8Array(0);
    const { marked } = parseQuery(query);
    const exact = marked.length === 0 ? undefined : this.#allOf(marked);
    const hits = this.#inOrder().filter(({ ordinal }) => hasOrdinal(matching, ordinal));
    const first =
      exact === undefined
        ? hits
        : [
            ...hits.filter(({ ordinal }) => hasOrdinal(exact, ordinal)),
            ...hits.filter(({ ordinal }) => !hasOrdinal(exact, ordinal)),
          ];
    return packIds(first.slice(0, limit));
  }

  /** Members on probation, as packed ids. */
  probationary(): Uint8Array<ArrayBuffer> {
    return packIds(this.#inOrder().filter(({ officialDue }) => officialDue !== null));
  }

  /** Active members per unit. */
  unitCounts(): ReadonlyMap<string, UnitCount> {
    const own = new Map<string, number>();
    const below = new Map<string, number>();
    for (const { unitId, state } of this.#entries.values()) {
      if (unitId === null || !activeStates.includes(state)) continue;
      own.set(unitId, (own.get(unitId) ?? 0) + 1);
      for (const unit of this.#chain(unitId)) below.set(unit, (below.get(unit) ?? 0) + 1);
    }
    return new Map([...this.#parents.keys()].map((id) => [id, { own: own.get(id) ?? 0, below: below.get(id) ?? 0 }]));
  }

  #inOrder(): readonly Entry[] {
    this.#ordered ??= [...this.#entries.values()].sort((a, b) => comparePersonNames(a.name, b.name));
    return this.#ordered;
  }

  #matching(text: string): OrdinalSet | undefined {
    const { terms } = parseQuery(text);
    return terms.length === 0 ? undefined : this.#allOf(terms);
  }

  #allOf(terms: readonly string[]): OrdinalSet {
    this.#text.settle();
    const found = this.#text.find(terms.at(-1) ?? '', true, this.#nextOrdinal);
    for (const term of terms.slice(0, -1)) intersect(found, this.#text.find(term, false, this.#nextOrdinal));
    return found;
  }

  #isUnder(unitId: string | null, wanted: string): boolean {
    return unitId !== null && this.#chain(unitId).includes(wanted);
  }

  /** A unit and all above it; a tree damaged into a ring ends where it meets itself. */
  #chain(unitId: string): readonly string[] {
    const chain = [unitId];
    for (
      let above = this.#parents.get(unitId);
      above !== null && above !== undefined && !chain.includes(above);
      above = this.#parents.get(above)
    )
      chain.push(above);
    return chain;
  }
}

function tokensOfMember(row: MemberRow): readonly string[] {
  const text = `${row.name.full}\n${row.birthName}`;
  return [
    ...textTokens(text),
    ...markedTokens(text),
    ...textTokens(`${row.cardNumber} ${row.citizenId} ${row.fileNumber} ${row.phone}`),
  ];
}

function packIds(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(entries.length * ID_BYTES);
  entries.forEach(({ id }, i) => {
    block.set(idBytes(id), i * ID_BYTES);
  });
  return block;
}
