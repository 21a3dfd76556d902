import type { PartialDate } from '#shared/base/partial-date.ts';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { compareDates, compareTexts, isSameYear } from './compare-values.ts';

/** What tells who somebody is. */
export type Identity = {
  readonly name: string;
  readonly bornOn: PartialDate | null;
  readonly gender: MemberFields['gender'] | null;
  readonly citizenId: string;
  readonly cardNumber: string;
  readonly fileNumber: string;
};

/** Somebody the office knows. */
export type KnownPerson = Identity & { readonly id: string };

/** Numbers of which everybody has one of their own. */
export const ownNumbers = ['citizenId', 'cardNumber', 'fileNumber'] as const;
type OwnNumber = (typeof ownNumbers)[number];

/**
 * Whom somebody from outside is among the known: `sure` by a number and name or birth date, or by name and whole birth date where nobody else fits;
 * `ask` where only some of it agrees (`by`: what); `two` where the numbers are those of different people.
 */
export type MemberMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'sure'; readonly id: string }
  | { readonly kind: 'ask'; readonly ids: readonly string[]; readonly by: 'number' | 'name' }
  | { readonly kind: 'two'; readonly ids: readonly string[] };

/** Finds people by their numbers, and by name and birth. Built once for all rows. Nothing is guessed: what is not beyond doubt is asked. */
export class MemberFinder {
  readonly #byNumber = new Map<string, Set<string>>();
  readonly #byName = new Map<string, KnownPerson[]>();
  readonly #people = new Map<string, KnownPerson>();

  constructor(people: Iterable<KnownPerson>) {
    for (const person of people) this.#add(person);
  }

  get(id: string): KnownPerson | undefined {
    return this.#people.get(id);
  }

  /** Everybody who bears this number. */
  holders(number: OwnNumber, value: string): readonly string[] {
    return value === '' ? [] : [...(this.#byNumber.get(`${number} ${value}`) ?? [])];
  }

  match(wanted: Identity): MemberMatch {
    const holders = [...new Set(ownNumbers.flatMap((number) => this.holders(number, wanted[number])))];
    if (holders.length > 1) return { kind: 'two', ids: holders };
    const [holder] = holders.flatMap((id) => this.#people.get(id) ?? []);
    if (holder === undefined) return this.#matchByName(wanted);
    if (compareTexts(holder.name, wanted.name) !== 'different') return { kind: 'sure', id: holder.id };
    // Another name with the same number: a name that changed, a number in the wrong row, or a twin's.
    const others = this.#namesakes(wanted).filter(({ id }) => id !== holder.id);
    return others.length === 0 && isBornAlike(holder, wanted)
      ? { kind: 'sure', id: holder.id }
      : { kind: 'ask', ids: [holder.id, ...others.map(({ id }) => id)], by: 'number' };
  }

  /** Those of the same name who can be born when `wanted` was, whatever their numbers. */
  #namesakes(wanted: Identity): readonly KnownPerson[] {
    return (this.#byName.get(foldForSearch(wanted.name)) ?? []).filter((person) => mayBeBorn(person, wanted));
  }

  #matchByName(wanted: Identity): MemberMatch {
    const alike = this.#namesakes(wanted).filter((person) => !isBorneOutAsTwo(person, wanted));
    const sure = alike.filter((person) => isBeyondDoubt(person, wanted));
    const [only] = sure;
    if (sure.length === 1 && alike.length === 1 && only !== undefined) return { kind: 'sure', id: only.id };
    return alike.length === 0 ? { kind: 'none' } : { kind: 'ask', ids: alike.map(({ id }) => id), by: 'name' };
  }

  #add(person: KnownPerson): void {
    this.#people.set(person.id, person);
    for (const number of ownNumbers) {
      if (person[number] === '') continue;
      const key = `${number} ${person[number]}`;
      const set = this.#byNumber.get(key) ?? new Set();
      set.add(person.id);
      this.#byNumber.set(key, set);
    }
    const name = foldForSearch(person.name);
    const list = this.#byName.get(name) ?? [];
    list.push(person);
    this.#byName.set(name, list);
  }
}

function isBornAlike(person: Identity, wanted: Identity): boolean {
  return person.bornOn !== null && wanted.bornOn !== null && compareDates(person.bornOn, wanted.bornOn) === 'same';
}

/** Born in the same year, or one of the years is not known. */
export function mayBeBorn(person: Identity, wanted: Identity): boolean {
  return person.bornOn === null || wanted.bornOn === null || isSameYear(person.bornOn, wanted.bornOn);
}

/** Each has a number of this kind, and they differ: twins and namesakes. A number of 9 digits and one of 12 can be the old and the new one of one person. */
export function isBorneOutAsTwo(one: Identity, other: Identity): boolean {
  return ownNumbers.some((number) => {
    const [left, right] = [one[number], other[number]];
    return left !== '' && right !== '' && left !== right && left.length === right.length;
  });
}

/** The same name to the letter and the same whole birth date, gender not against it. */
export function isBeyondDoubt(person: Identity, wanted: Identity): boolean {
  const { bornOn } = person;
  if (compareTexts(person.name, wanted.name) !== 'same' || bornOn === null || bornOn.length < 10) return false;
  if (person.gender !== null && wanted.gender !== null && person.gender !== wanted.gender) return false;
  return bornOn === wanted.bornOn;
}
