import { dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';
import { madeOnOf } from '#shared/base/ids.ts';
import type { StatData, StatPerson, StatRating } from '#shared/domain/statistics/stat-data.ts';
import type { OfficeDatabase } from '../database.ts';
import { eachRow } from '../each-row.ts';
import type { MemberEventRow } from '../rows.ts';
import { ratingId } from '../ratings/rating-id.ts';

/** Everything but the ratings, which are read by their periods. */
export type StatBase = Omit<StatData, 'ratings' | 'rules'>;

/** Reads whom and what the forms count: one pass over each table. Runs in the worker of the statistics. */
export async function readStatBase(db: OfficeDatabase): Promise<StatBase> {
  const events = new Map<string, MemberEventRow[]>();
  await eachRow(db.memberEvents, (event) => {
    if (event.removed || event.state !== 'decided') return;
    const own = events.get(event.memberId);
    if (own === undefined) events.set(event.memberId, [event]);
    else own.push(event);
  });
  const people: StatPerson[] = [];
  await eachRow(db.members, (member) => {
    if (member.removed) return;
    const { id } = member;
    people.push({ id, member, events: events.get(id) ?? [], madeOn: madeOnOf(id) });
  });
  const [units, appointments, stock, comparisons, notes] = await Promise.all([
    db.units.filter(({ removed }) => !removed).toArray(),
    db.appointments.filter(({ removed }) => !removed).toArray(),
    db.formStocks.filter(({ removed }) => !removed).toArray(),
    db.importBatches
      .filter(({ removed, kind, state }) => !removed && kind === 'national' && state === 'done')
      .toArray(),
    db.reconcileNotes.filter(({ removed }) => !removed).toArray(),
  ]);
  return {
    people,
    units,
    appointments,
    stock,
    comparedOn: comparisons.map(({ startedAt }) => dayOf(startedAt)),
    settledOn: notes.map(({ notedAt }) => dayOf(notedAt)),
  };
}

/** A few reads by key cost as much as one more row of the whole table. */
const KEYS_FOR_A_ROW = 2;
const KEYS_AT_ONCE = 2000;

/** The ratings of these periods. Their ids follow from whom they rate: years of other periods are not even deciphered. */
export async function readStatRatings(
  db: OfficeDatabase,
  { people, units }: StatBase,
  periods: readonly string[],
): Promise<readonly StatRating[]> {
  const held = await db.ratings.count();
  const ids = periods.flatMap((period) => [
    ...people.map(({ id }) => ratingId({ memberId: id, unitId: id, period })),
    ...units.map(({ id }) => ratingId({ memberId: null, unitId: id, period })),
  ]);
  const found: StatRating[] = [];
  if (held <= ids.length * KEYS_FOR_A_ROW)
    await eachRow(db.ratings, (rating) => {
      if (!rating.removed && periods.includes(rating.period)) found.push(rating);
    });
  else
    for (let from = 0; from < ids.length; from += KEYS_AT_ONCE) {
      const rows = await db.ratings.bulkGet(ids.slice(from, from + KEYS_AT_ONCE));
      for (const row of rows) if (row?.removed === false) found.push(row);
    }
  return found;
}

function dayOf(instant: string): PlainDate {
  return dateOfInstant(Date.parse(instant));
}
