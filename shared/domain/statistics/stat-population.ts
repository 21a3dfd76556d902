import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import { ratingPeriodIn } from './rating-period.ts';
import type { PersonFacts } from './person-facts.ts';
import { viewPerson, type Happened, type MembershipStep, type StatView } from './population.ts';
import type { StatData, StatRating, StatSpan, StatUnit } from './stat-data.ts';

/** Something that happened to a person. */
export type Occurrence<T> = { readonly view: StatView; readonly what: T; readonly on: PlainDate };

/** An organisation of the Party on the last day of a span, with its rating and its place. */
export type UnitView = {
  readonly id: string;
  /** Tổ chức cơ sở đảng: đảng bộ cơ sở, or a chi bộ directly under the commune's committee. */
  readonly place: 'base-committee' | 'base-cell' | 'section-committee' | 'cell';
  /** Thôn, trường học, công an …: a code of `unit-sort-table.ts`, or empty. */
  readonly sort: string;
  readonly rating: StatRating | undefined;
};

/** Everything the forms of one span count from. */
export type StatPopulation = {
  readonly span: StatSpan;
  readonly data: StatData;
  readonly views: readonly StatView[];
  readonly members: readonly StatView[];
  readonly gains: readonly Occurrence<MembershipStep>[];
  readonly losses: readonly Occurrence<MembershipStep>[];
  readonly happened: readonly Occurrence<Happened>[];
  readonly units: readonly UnitView[];
  /** The period the quality forms are about; undefined when the span holds none. */
  readonly ratingPeriod: string | undefined;
  readonly ratingOf: ReadonlyMap<string, StatRating>;
  /** Members who sit in a committee (cấp uỷ) on the last day; null when the office has entered no posts. */
  readonly committeeMembers: ReadonlySet<string> | null;
  /** The base organisation an organisation belongs to. */
  readonly baseOf: (unitId: string) => string | undefined;
};

/** How everybody and everything stood, for one span. */
export function viewPopulation(people: readonly PersonFacts[], data: StatData, span: StatSpan): StatPopulation {
  const before = dayBefore(span);
  const views = people.map((person) => viewPerson(person, span, before));
  const ratingPeriod = ratingPeriodIn(span);
  const ratings = data.ratings.filter(({ period }) => period === ratingPeriod);
  const steps = (side: 'gains' | 'losses'): readonly Occurrence<MembershipStep>[] =>
    views.flatMap((view) => view[side].map((what) => ({ view, what, on: what.on })));
  const unitRatings = new Map(ratings.filter((each) => each.memberId === null).map((each) => [each.unitId, each]));
  return {
    span,
    data,
    views,
    members: views.filter(({ isMember }) => isMember),
    gains: steps('gains'),
    losses: steps('losses'),
    happened: views.flatMap((view) => view.happened.map((what) => ({ view, what, on: what.on }))),
    units: viewUnits(data.units, span.to, unitRatings),
    ratingPeriod,
    ratingOf: new Map(ratings.flatMap((each) => (each.memberId === null ? [] : [[each.memberId, each] as const]))),
    committeeMembers: committeeMembersOn(data, span.to),
    baseOf: (unitId) => findBase(data.units, unitId),
  };
}

/** Whether an organisation exists at the end of a day; of one without days nobody has said otherwise. */
export function existsOn({ validFrom, validTo }: Pick<StatUnit, 'validFrom' | 'validTo'>, day: PlainDate): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}

function viewUnits(
  units: readonly StatUnit[],
  day: PlainDate,
  ratings: ReadonlyMap<string, StatRating>,
): readonly UnitView[] {
  return units.flatMap((unit): UnitView[] => {
    if (!existsOn(unit, day)) return [];
    const place = placeOf(units, unit);
    return place === undefined ? [] : [{ id: unit.id, place, sort: unit.sort, rating: ratings.get(unit.id) }];
  });
}

function placeOf(units: readonly StatUnit[], unit: StatUnit): UnitView['place'] | undefined {
  switch (unit.kind) {
    case 'base-committee':
    case 'section-committee':
      return unit.kind;
    case 'cell':
      return isUnderCommittee(units, unit) ? 'base-cell' : 'cell';
    default:
      return undefined;
  }
}

function isUnderCommittee(units: readonly StatUnit[], { parentId }: StatUnit): boolean {
  const parent = units.find(({ id }) => id === parentId);
  return parent === undefined || parent.kind === 'committee';
}

/** Steps up to the base organisation; a tree that runs in a ring leads nowhere. */
function findBase(units: readonly StatUnit[], unitId: string): string | undefined {
  let unit = units.find(({ id }) => id === unitId);
  for (let steps = 0; unit !== undefined && steps < 10; steps += 1) {
    const place = placeOf(units, unit);
    if (place === 'base-committee' || place === 'base-cell') return unit.id;
    const { parentId } = unit;
    unit = units.find(({ id }) => id === parentId);
  }
  return undefined;
}

/** Posts of who sits in a committee; whoever leads a group of a cell, or has a post that is only told by words, need not. */
const committeePosts: readonly string[] = ['secretary', 'deputy-secretary', 'standing-member', 'committee-member'];

function committeeMembersOn({ appointments, units }: StatData, day: PlainDate): ReadonlySet<string> | null {
  if (appointments.length === 0) return null;
  const party = new Set(units.filter(({ kind }) => kind !== 'office' && kind !== 'outside-body').map(({ id }) => id));
  return new Set(
    appointments.flatMap(({ memberId, unitId, kind, from, to }) =>
      memberId !== null &&
      committeePosts.includes(kind) &&
      party.has(unitId) &&
      (from === null || from <= day) &&
      (to === null || to >= day)
        ? [memberId]
        : [],
    ),
  );
}

/** The day before a span. */
export function dayBefore({ from }: StatSpan): PlainDate {
  return addDays(from, -1);
}
