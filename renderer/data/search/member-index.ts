import { comparePersonNames } from '#shared/base/person-name.ts';
import { percentOf, weighMember, type WeighedMember } from '#shared/domain/member/completeness.ts';
import type { PersonFacts } from '#shared/domain/member/likely-same.ts';
import type { MemberState, PersonName } from '#shared/domain/member/member-record.ts';
import { activeStates } from '#shared/domain/member/party-age.ts';
import { countPerson, membersOf, noPeople, type UnitPeople } from '#shared/domain/unit/unit-concerns.ts';
import { presentUnit, type UnitPlace } from '#shared/domain/unit/unit-reach.ts';
import type { MemberAsk, MemberCounts, MemberReach, MemberSort } from '../members/member-list.ts';
import { memberFieldsOf } from '../members/member-fields.ts';
import { isOnlyHere } from '../receipts/only-here.ts';
import type { MemberRow, UnitRow } from '../rows.ts';
import { ID_BYTES, idBytes } from './id-list.ts';
import { parseMemberQuery, tokensOfMember, type MemberQuery } from './member-tokens.ts';
import { MemberTwins } from './member-twins.ts';
import { hasOrdinal, intersect, TextIndex, unite, type OrdinalSet } from './text-index.ts';

type Entry = {
  readonly ordinal: number;
  readonly id: string;
  readonly name: PersonName;
  readonly unitId: string | null;
  readonly state: MemberState;
  readonly isWoman: boolean;
  readonly bornOn: string | null;
  readonly admittedOn: string | null;
  readonly weighed: WeighedMember;
  /** It has changes the province has not. */
  readonly isUnsent: boolean;
};

/** A list of members: packed ids in the order asked for, and the counts of the chips. */
export type MemberListing = { readonly ids: Uint8Array<ArrayBuffer>; readonly counts: MemberCounts };

/** Members a unit has itself, and with the units below it; only those who take part in its life. `people`: what they are, with those below. */
export type UnitCount = { readonly own: number; readonly below: number; readonly people: UnitPeople };

/** States that are no member of this commune's Party organisation. */
const outsideStates: readonly MemberState[] = ['candidate', 'guest'];

/** All members and units of this PC as lists and searches see them. */
export class MemberIndex {
  readonly #entries = new Map<string, Entry>();
  #ordered: Entry[] | undefined;
  readonly #text = new TextIndex();
  readonly #twins = new MemberTwins();
  readonly #places = new Map<string, UnitPlace>();
  #nextOrdinal = 0;
  #owing: ReadonlySet<string> = new Set();

  get length(): number {
    return this.#entries.size;
  }

  /** Takes a new or changed member. */
  put(id: string, row: MemberRow | null): void {
    const before = this.#entries.get(id);
    this.#entries.delete(id);
    if (row === null || row.removed) {
      this.#ordered = undefined;
      this.#twins.put(id, null);
      return;
    }
    const { name, unitId, state, bornOn, admittedOn, gender } = row;
    const isWoman = gender === 'female';
    const weighed = weighMember(memberFieldsOf(row));
    const facts = { name, unitId, state, isWoman, bornOn, admittedOn, weighed, isUnsent: isOnlyHere(row) };
    const entry: Entry = { ordinal: this.#nextOrdinal, id, ...facts };
    this.#nextOrdinal += 1;
    this.#entries.set(id, entry);
    this.#text.add(entry.ordinal, tokensOfMember(row));
    const { citizenId, cardNumber, fileNumber, notSameAs } = row;
    this.#twins.put(id, { id, name, bornOn, citizenId, cardNumber, fileNumber, notSameAs });
    if (before === undefined || comparePersonNames(before.name, entry.name) !== 0) this.#ordered = undefined;
    else this.#ordered = this.#ordered?.map((held) => (held.id === id ? entry : held));
  }

  /** Takes a new or changed unit: where it hangs in the tree. */
  putUnit(id: string, row: UnitRow | null): void {
    if (row === null || row.removed) this.#places.delete(id);
    else this.#places.set(id, { parentId: row.parentId, successorIds: row.successorIds });
  }

  /** Takes the records with a file that is only here. */
  owe(ids: ReadonlySet<string>): void {
    this.#owing = ids;
  }

  settle(): void {
    this.#text.settle(true);
  }

  /** The list under a filter. */
  list(ask: MemberAsk): MemberListing {
    const matching = this.#matching(parseMemberQuery(ask.query, true, ask.reach.isPrivate));
    const [inUnit, inReach] = [this.#within(ask.unitId), this.#reach(ask.reach)];
    const twins = this.#twins.pairs();
    const counts = {
      all: 0,
      active: 0,
      probationary: 0,
      gone: 0,
      candidates: 0,
      guests: 0,
      lacking: 0,
      twins: 0,
      unsent: 0,
    };
    const chosen: Entry[] = [];
    for (const entry of this.#inOrder()) {
      if (matching !== undefined && !hasOrdinal(matching, entry.ordinal)) continue;
      if (!inUnit(entry.unitId) || !inReach(entry.unitId)) continue;
      const { state } = entry;
      const isActive = activeStates.includes(state);
      const isLacking = (isActive || state === 'candidate') && percentOf(entry.weighed, ask.paperYears).lacksPaper;
      const isTwin = twins.has(entry.id);
      if (state === 'candidate') counts.candidates += 1;
      else if (state === 'guest') counts.guests += 1;
      else counts.all += 1;
      if (isActive) counts.active += 1;
      else if (!outsideStates.includes(state)) counts.gone += 1;
      if (state === 'probationary') counts.probationary += 1;
      if (isActive && isLacking) counts.lacking += 1;
      const isUnsent = entry.isUnsent || this.#owing.has(entry.id);
      if (isTwin) counts.twins += 1;
      if (isUnsent) counts.unsent += 1;
      if (ask.only === 'not-at-province' && !isUnsent) continue;
      if (ask.only === 'lacking' && !isLacking) continue;
      const isOfAllStates = ask.only === 'not-at-province';
      if (ask.only === 'twins' ? !isTwin : !isOfAllStates && !isShown(state, ask.states)) continue;
      chosen.push(entry);
    }
    return { ids: packIds(ask.only === 'twins' ? this.#sideBySide(chosen) : sorted(chosen, ask)), counts };
  }

  /** Records that may be of this person; `ownId`: the record that is being written. */
  twinsOf(person: PersonFacts, ownId: string | null): Uint8Array<ArrayBuffer> {
    return packIds(this.#twins.of(person, ownId).flatMap((id) => this.#entries.get(id) ?? []));
  }

  /** The first members that fit a query: names written with the same marks first, then other names and numbers, then places. */
  best(query: string, limit: number, reach: MemberReach): Uint8Array<ArrayBuffer> {
    const asked = parseMemberQuery(query, false, reach.isPrivate);
    const named = this.#matching(asked);
    if (named === undefined) return new Uint8Array(0);
    const placed = this.#matching(parseMemberQuery(query, true, reach.isPrivate)) ?? named;
    const exact = asked.marked.length === 0 ? undefined : this.#allOf(asked.marked.map((piece) => [piece]));
    const inReach = this.#reach(reach);
    const rankOf = ({ ordinal }: Entry): number =>
      hasOrdinal(named, ordinal) ? (exact === undefined || hasOrdinal(exact, ordinal) ? 0 : 1) : 2;
    const hits = this.#inOrder().filter(({ ordinal, unitId }) => hasOrdinal(placed, ordinal) && inReach(unitId));
    const ranked = [0, 1, 2].flatMap((rank) => hits.filter((entry) => rankOf(entry) === rank));
    return packIds(ranked.slice(0, limit));
  }

  /** Members on probation, as packed ids. */
  probationary(): Uint8Array<ArrayBuffer> {
    return packIds(this.#inOrder().filter(({ state, admittedOn }) => state === 'probationary' && admittedOn !== null));
  }

  /** Active members per unit. */
  unitCounts(): ReadonlyMap<string, UnitCount> {
    const own = new Map<string, number>();
    const people = new Map<string, UnitPeople>();
    for (const { unitId, state, isWoman } of this.#entries.values()) {
      if (unitId === null || !(state === 'guest' || activeStates.includes(state))) continue;
      const living = this.#living(unitId);
      if (state !== 'guest') own.set(living, (own.get(living) ?? 0) + 1);
      for (const unit of this.#chain(living))
        people.set(unit, countPerson(people.get(unit) ?? noPeople, state, isWoman));
    }
    return new Map(
      [...this.#places.keys()].map((id) => {
        const counted = people.get(id) ?? noPeople;
        return [id, { own: own.get(id) ?? 0, below: membersOf(counted), people: counted }];
      }),
    );
  }

  #inOrder(): readonly Entry[] {
    this.#ordered ??= [...this.#entries.values()].sort((a, b) => comparePersonNames(a.name, b.name));
    return this.#ordered;
  }

  /** Each record beside those it may be the same as, in the order of names. */
  #sideBySide(entries: readonly Entry[]): readonly Entry[] {
    const twins = this.#twins.pairs();
    const wanted = new Set(entries.map(({ id }) => id));
    const placed = new Set<Entry>();
    for (const entry of entries) {
      placed.add(entry);
      for (const id of twins.get(entry.id) ?? []) {
        const other = this.#entries.get(id);
        if (other !== undefined && wanted.has(id)) placed.add(other);
      }
    }
    return [...placed];
  }

  #matching({ pieces }: MemberQuery): OrdinalSet | undefined {
    return pieces.length === 0 ? undefined : this.#allOf(pieces);
  }

  /** Members that have one form of every piece; of the last piece as a beginning. */
  #allOf(pieces: readonly (readonly string[])[]): OrdinalSet {
    this.#text.settle();
    const anyOf = (forms: readonly string[], asPrefix: boolean): OrdinalSet => {
      const found = new Uint8Array((this.#nextOrdinal + 7) >> 3);
      for (const form of forms) unite(found, this.#text.find(form, asPrefix, this.#nextOrdinal));
      return found;
    };
    const found = anyOf(pieces.at(-1) ?? [], true);
    for (const forms of pieces.slice(0, -1)) intersect(found, anyOf(forms, false));
    return found;
  }

  /** Whether a unit is this one or below it; every unit is, where none is named. */
  #within(wanted: string | null): (unitId: string | null) => boolean {
    if (wanted === null) return () => true;
    const known = new Map<string, boolean>();
    return (unitId) => {
      if (unitId === null) return false;
      const held = known.get(unitId);
      if (held !== undefined) return held;
      const isIn = this.#chain(this.#living(unitId)).includes(wanted);
      known.set(unitId, isIn);
      return isIn;
    };
  }

  /** Whether a member is within reach of somebody: who belonged to a unit that has ended belongs to its heir. */
  #reach({ within }: MemberReach): (unitId: string | null) => boolean {
    return this.#within(within === null ? null : this.#living(within));
  }

  /** The unit that has today what a unit had: nobody is listed in one that has ended, even while a late record still names it. */
  #living(unitId: string): string {
    return presentUnit(unitId, (id) => this.#places.get(id));
  }

  /** A unit and all above it; a tree damaged into a ring ends where it meets itself. */
  #chain(unitId: string): readonly string[] {
    const chain = [unitId];
    for (
      let above = this.#places.get(unitId)?.parentId;
      above !== null && above !== undefined && !chain.includes(above);
      above = this.#places.get(above)?.parentId
    )
      chain.push(above);
    return chain;
  }
}

function isShown(state: MemberState, states: readonly MemberState[]): boolean {
  return states.length === 0 ? !outsideStates.includes(state) : states.includes(state);
}

/** `entries` are in the order of names; those that are alike stay so. What is not known comes last. */
function sorted(entries: readonly Entry[], { sort, paperYears }: MemberAsk): readonly Entry[] {
  if (sort === 'name') return entries;
  const keyOf: Readonly<Record<Exclude<MemberSort, 'name'>, (entry: Entry) => string | number>> = {
    age: ({ bornOn }) => bornOn ?? '~',
    'party-age': ({ admittedOn }) => admittedOn ?? '~',
    completeness: ({ weighed }) => percentOf(weighed, paperYears).percent,
  };
  const keyed = entries.map((entry) => ({ entry, key: keyOf[sort](entry) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ entry }) => entry);
}

function packIds(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(entries.length * ID_BYTES);
  entries.forEach(({ id }, i) => {
    block.set(idBytes(id), i * ID_BYTES);
  });
  return block;
}
