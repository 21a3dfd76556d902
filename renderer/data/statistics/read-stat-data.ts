import { dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';
import { madeOnOf } from '#shared/base/ids.ts';
import type { StatData, StatPerson, StatRating } from '#shared/domain/statistics/stat-data.ts';
import type { OfficeDatabase } from '../database.ts';
import { eachRow } from '../each-row.ts';
import type { MemberEventRow, MemberRow } from '../rows.ts';
import { ratingId } from '../ratings/rating-id.ts';

/** Everything but the ratings, which are read by their periods. */
export type StatBase = Omit<StatData, 'ratings' | 'rules'>;

/** Reads whom and what the forms count: one pass over each table, side by side. Runs in the worker of the statistics. */
export async function readStatBase(db: OfficeDatabase): Promise<StatBase> {
  const events = new Map<string, MemberEventRow[]>();
  const members: MemberRow[] = [];
  const [units, appointments, stock, comparisons, notes] = await Promise.all([
    db.units.filter(({ removed }) => !removed).toArray(),
    db.appointments.filter(({ removed }) => !removed).toArray(),
    db.formStocks.filter(({ removed }) => !removed).toArray(),
    db.importBatches
      .filter(({ removed, kind, state }) => !removed && kind === 'national' && state === 'done')
      .toArray(),
    db.reconcileNotes.filter(({ removed }) => !removed).toArray(),
    eachRow(db.memberEvents, (event) => {
      if (event.removed || event.state !== 'decided') return;
      const own = events.get(event.memberId);
      if (own === undefined) events.set(event.memberId, [event]);
      else own.push(event);
    }),
    eachRow(db.members, (member) => {
      if (!member.removed) members.push(member);
    }),
  ]);
  return {
    people: members.map((member): StatPerson => {
      const { id } = member;
      return { id, member, events: events.get(id) ?? [], madeOn: madeOnOf(id) };
    }),
    units,
    appointments,
    stock,
    comparedOn: comparisons.map(({ startedAt }) => dayOf(startedAt)),
    settledOn: notes.map(({ notedAt }) => dayOf(notedAt)),
  };
}

/** Ratings of an office of some years: up to so many the whole table is read, beside the others. */
const WHOLE_TABLE = 40_000;
const KEYS_AT_ONCE = 2000;

/** Ratings as they were read; `isWhole`: those of every period. */
export type ReadRatings = { readonly rows: readonly StatRating[]; readonly isWhole: boolean };

/**
 * The ratings of these periods, or all. In a large table they are read by their ids, which follow from whom they rate: years of other periods are not even
 * deciphered. `base`: may still be being read.
 */
export async function readStatRatings(
  db: OfficeDatabase,
  base: Promise<StatBase>,
  periods: readonly string[],
): Promise<ReadRatings> {
  const rows: StatRating[] = [];
  if ((await db.ratings.count()) <= WHOLE_TABLE) {
    await eachRow(db.ratings, (rating) => {
      if (!rating.removed) rows.push(rating);
    });
    return { rows, isWhole: true };
  }
  const { people, units } = await base;
  const ids = periods.flatMap((period) => [
    ...people.map(({ id }) => ratingId({ memberId: id, unitId: id, period })),
    ...units.map(({ id }) => ratingId({ memberId: null, unitId: id, period })),
  ]);
  for (let from = 0; from < ids.length; from += KEYS_AT_ONCE)
    for (const row of await db.ratings.bulkGet(ids.slice(from, from + KEYS_AT_ONCE)))
      if (row?.removed === false) rows.push(row);
  return { rows, isWhole: false };
}

function dayOf(instant: string): PlainDate {
  return dateOfInstant(Date.parse(instant));
}
