import { dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';
import { madeOnOf } from '#shared/base/ids.ts';
import type { StatData, StatEvent, StatPerson, StatRating } from '#shared/domain/statistics/stat-data.ts';
import type { OfficeDatabase } from '../database.ts';
import type { MemberRow } from '../rows.ts';
import { scanRows } from '../scan-rows.ts';
import { ratingId } from '../ratings/rating-id.ts';

/** Everything but the ratings, which are read by their periods. */
export type StatBase = Omit<StatData, 'ratings' | 'rules'>;

/** An event and whose it is. */
export type OwnedEvent = StatEvent & { readonly memberId: string };

/** Reads the decided events of everybody, and of each what the forms look at. */
export async function readStatEvents(db: OfficeDatabase): Promise<readonly OwnedEvent[]> {
  const events: OwnedEvent[] = [];
  await scanRows(db.memberEvents, (row) => {
    if (row.removed || row.state !== 'decided') return;
    const { id, memberId, kind, effectiveOn, until, state, isPastOnly, sets, before, form, years, unitId } = row;
    const { atOffice, transferId } = row;
    const life = { id, kind, effectiveOn, until, state, isPastOnly, sets, before, form, years, unitId };
    events.push({ ...life, memberId, atOffice, transferId });
  });
  return events;
}

/** Reads whom and what the forms count: one pass over each table, side by side. `events`: may still be being read, elsewhere. */
export async function readStatBase(
  db: OfficeDatabase,
  events: Promise<readonly OwnedEvent[]> = readStatEvents(db),
): Promise<StatBase> {
  const members: MemberRow[] = [];
  const [units, appointments, stock, comparisons, notes, owned] = await Promise.all([
    db.units.filter(({ removed }) => !removed).toArray(),
    db.appointments.filter(({ removed }) => !removed).toArray(),
    db.formStocks.filter(({ removed }) => !removed).toArray(),
    db.importBatches
      .filter(({ removed, kind, state }) => !removed && kind === 'national' && state === 'done')
      .toArray(),
    db.reconcileNotes.filter(({ removed }) => !removed).toArray(),
    events,
    scanRows(db.members, (member) => {
      if (!member.removed) members.push(member);
    }),
  ]);
  const eventsOf = new Map<string, StatEvent[]>();
  for (const event of owned) {
    const own = eventsOf.get(event.memberId);
    if (own === undefined) eventsOf.set(event.memberId, [event]);
    else own.push(event);
  }
  return {
    people: members.map((member): StatPerson => {
      const { id } = member;
      return { id, member, events: eventsOf.get(id) ?? [], madeOn: madeOnOf(id) };
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

/** Reads all ratings, and of each what the forms look at; undefined when there are too many to be read for two periods. */
export async function readWholeRatings(db: OfficeDatabase): Promise<readonly StatRating[] | undefined> {
  if ((await db.ratings.count()) > WHOLE_TABLE) return undefined;
  const ratings: StatRating[] = [];
  await scanRows(db.ratings, ({ memberId, unitId, period, proposedLevel, decidedLevel, notRated, removed }) => {
    if (!removed) ratings.push({ memberId, unitId, period, proposedLevel, decidedLevel, notRated });
  });
  return ratings;
}

/** Ratings as they were read; `isWhole`: those of every period. */
export type ReadRatings = { readonly rows: readonly StatRating[]; readonly isWhole: boolean };

/**
 * The ratings of these periods, or all. In a large table they are read by their ids, which follow from whom they rate: years of other periods are not even
 * deciphered. `base` and `whole` may still be being read.
 */
export async function readStatRatings(
  db: OfficeDatabase,
  base: Promise<StatBase>,
  periods: readonly string[],
  whole: Promise<readonly StatRating[] | undefined> = readWholeRatings(db),
): Promise<ReadRatings> {
  const all = await whole;
  if (all !== undefined) return { rows: all, isWhole: true };
  const rows: StatRating[] = [];
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
