import { comparePersonNames } from '#shared/base/person-name.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import {
  computeForms,
  entriesOf,
  ratingPeriodsFor,
  viewPair,
  type StatColumn,
  type StatForm,
  type StatPair,
} from '#shared/domain/statistics/compute-statistics.ts';
import { listFacts, type PersonFacts } from '#shared/domain/statistics/person-facts.ts';
import type { StatSpan } from '#shared/domain/statistics/stat-data.ts';
import type { StatEntry } from '#shared/domain/statistics/stat-form.ts';
import type { OfficeDatabase } from '../database.ts';
import {
  readStatBase,
  readStatEvents,
  readStatRatings,
  readWholeRatings,
  type ReadRatings,
  type StatBase,
} from './read-stat-data.ts';
import type { ReadTables } from './statistics-messages.ts';

/** What is being read beside the counting. */
type ReadBeside = { readonly [Table in keyof ReadTables]: Promise<ReadTables[Table]> };

type Counted = { readonly key: string; readonly pair: StatPair };

/** What was read, and everybody looked at. */
type Read = {
  readonly base: StatBase;
  readonly people: readonly PersonFacts[];
  readonly ratings: ReadRatings;
};

/** Counts the forms from the store. What was read is kept until something changes, so that another span or a list of people is there at once. */
export class StatisticsCore {
  readonly #db: OfficeDatabase;
  readonly #readBeside: () => ReadBeside;
  #read: Read | undefined;
  #counted: Counted | undefined;

  /** `readBeside`: begins to read elsewhere what need not be read by who counts. */
  constructor(
    db: OfficeDatabase,
    readBeside = (): ReadBeside => ({ events: readStatEvents(db), ratings: readWholeRatings(db) }),
  ) {
    this.#db = db;
    this.#readBeside = readBeside;
  }

  /** What was read is not so any more. */
  touch(): void {
    this.#read = undefined;
    this.#counted = undefined;
  }

  /** All forms of a span. */
  async forms(span: StatSpan, rules: MemberRules): Promise<readonly StatForm[]> {
    return computeForms(await this.#pairOf(span, rules));
  }

  /** Who is behind a figure: people in the order of their names, organisations in that of the tree's records. */
  async entries(
    span: StatSpan,
    rules: MemberRules,
    { column, form, code }: { readonly column: StatColumn; readonly form: string; readonly code: string },
  ): Promise<readonly StatEntry[]> {
    const entries = entriesOf(await this.#pairOf(span, rules), column, form, code);
    const names = new Map(this.#read?.base.people.map(({ id, member }) => [id, member.name]));
    return entries.toSorted((a, b) => {
      const [left, right] = [names.get(a.id), names.get(b.id)];
      return left === undefined || right === undefined ? 0 : comparePersonNames(left, right);
    });
  }

  async #pairOf(span: StatSpan, rules: MemberRules): Promise<StatPair> {
    const key = JSON.stringify([span, rules]);
    if (this.#counted?.key === key) return this.#counted.pair;
    const { base, people, ratings } = await this.#readFor(ratingPeriodsFor(span));
    const pair = viewPair({ data: { ...base, ratings: ratings.rows, rules }, people }, span);
    this.#counted = { key, pair };
    return pair;
  }

  /** What is kept, with the ratings of these periods; all of it is read when nothing is kept. */
  async #readFor(periods: readonly string[]): Promise<Read> {
    const kept = this.#read;
    if (kept?.ratings.isWhole === true) return kept;
    this.#read = kept === undefined ? await this.#readAll(periods) : await this.#withRatings(kept, periods);
    return this.#read;
  }

  /** Everybody is looked at while ratings are still being read beside. */
  async #readAll(periods: readonly string[]): Promise<Read> {
    const beside = this.#readBeside();
    const reading = readStatBase(this.#db, beside.events);
    const [base, people, ratings] = await Promise.all([
      reading,
      reading.then((read) => listFacts(read.people)),
      readStatRatings(this.#db, reading, periods, beside.ratings),
    ]);
    return { base, people, ratings };
  }

  async #withRatings(kept: Read, periods: readonly string[]): Promise<Read> {
    const tooMany = Promise.resolve(undefined);
    return { ...kept, ratings: await readStatRatings(this.#db, Promise.resolve(kept.base), periods, tooMany) };
  }
}
