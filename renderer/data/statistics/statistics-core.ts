import { comparePersonNames } from '#shared/base/person-name.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import {
  computeForms,
  entriesOf,
  ratingPeriodsFor,
  statSource,
  viewPair,
  type StatColumn,
  type StatForm,
  type StatPair,
  type StatSource,
} from '#shared/domain/statistics/compute-statistics.ts';
import type { StatSpan } from '#shared/domain/statistics/stat-data.ts';
import type { StatEntry } from '#shared/domain/statistics/stat-form.ts';
import type { OfficeDatabase } from '../database.ts';
import { readStatBase, readStatRatings, type ReadRatings, type StatBase } from './read-stat-data.ts';

type Counted = { readonly key: string; readonly pair: StatPair };

/** Counts the forms from the store. What was read is kept until something changes, so that another span or a list of people is there at once. */
export class StatisticsCore {
  readonly #db: OfficeDatabase;
  #base: StatBase | undefined;
  #source: StatSource | undefined;
  #ratings: ReadRatings | undefined;
  #counted: Counted | undefined;

  constructor(db: OfficeDatabase) {
    this.#db = db;
  }

  /** What was read is not so any more. */
  touch(): void {
    this.#base = undefined;
    this.#source = undefined;
    this.#ratings = undefined;
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
    const names = new Map(this.#base?.people.map(({ id, member }) => [id, member.name]));
    return entries.toSorted((a, b) => {
      const [left, right] = [names.get(a.id), names.get(b.id)];
      return left === undefined || right === undefined ? 0 : comparePersonNames(left, right);
    });
  }

  async #pairOf(span: StatSpan, rules: MemberRules): Promise<StatPair> {
    const key = JSON.stringify([span, rules]);
    if (this.#counted?.key === key) return this.#counted.pair;
    const reading = this.#base === undefined ? readStatBase(this.#db) : Promise.resolve(this.#base);
    const [base, ratings] = await Promise.all([
      reading,
      this.#ratings?.isWhole === true ? this.#ratings : readStatRatings(this.#db, reading, ratingPeriodsFor(span)),
    ]);
    this.#base = base;
    this.#ratings = ratings;
    const data = { ...base, ratings: ratings.rows, rules };
    this.#source = this.#source === undefined ? statSource(data) : { ...this.#source, data };
    const pair = viewPair(this.#source, span);
    this.#counted = { key, pair };
    return pair;
  }
}
