import { comparePersonNames } from '#shared/base/person-name.ts';
import { firstDayOf } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { findFieldOn, standingOn } from '#shared/domain/member-life/record-on-day.ts';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import { activeStates } from '#shared/domain/member/party-age.ts';
import { countPerson, membersOf, noPeople, type UnitPeople } from '#shared/domain/unit/unit-concerns.ts';
import { unitsOn } from '#shared/domain/unit/unit-fields.ts';
import { livingUnit } from '#shared/domain/unit/unit-succession.ts';
import { readWanted } from '../books/read-in-slices.ts';
import { storyOf } from '../members/member-story.ts';
import type { Office } from '../office.ts';
import type { MemberEventRow, MemberRow, UnitRow } from '../rows.ts';
import type { UnitCount } from '../search/member-index.ts';
import { useLive } from '../use-live.ts';
import { readTree } from './read-succession.ts';
import { inTreeOrder } from './use-organisation.ts';

/** Somebody who belonged to an organisation on a day, with the standing of that day. */
export type MemberOnDay = { readonly id: string; readonly row: MemberRow; readonly state: MemberState };

/** The organisations as they stood on a day, and who belonged to each. */
export type TreeOnDay = {
  readonly day: PlainDate;
  readonly units: readonly UnitRow[];
  readonly counts: ReadonlyMap<string, UnitCount>;
  readonly members: ReadonlyMap<string, readonly MemberOnDay[]>;
};

/** Reads the tree of a day: names, places and people by what the changes of the tree and the events of members tell of it. */
export async function readTreeOnDay(office: Office, day: PlainDate): Promise<TreeOnDay> {
  const { changes, succession } = await readTree(office);
  const rows = await office.db.units.filter(({ removed }) => !removed).toArray();
  const units = inTreeOrder(unitsOn(rows, changes, succession, day));
  const [people, events] = [
    await readWanted(office.db.members, ({ unitId }) => unitId !== null),
    await readWanted(office.db.memberEvents, ({ state }) => state === 'decided'),
  ];
  const eventsOf = new Map<string, MemberEventRow[]>();
  for (const event of events) eventsOf.set(event.memberId, [...(eventsOf.get(event.memberId) ?? []), event]);
  const members = new Map<string, MemberOnDay[]>();
  for (const row of people) {
    const story = storyOf(row, eventsOf.get(row.id) ?? []);
    const { state } = standingOn(story, day);
    if (state !== 'guest' && !activeStates.includes(state)) continue;
    if (row.admittedOn !== null && firstDayOf(row.admittedOn) > day) continue;
    const told = (findFieldOn(story, 'unitId', day) ?? { value: row.unitId }).value;
    if (typeof told !== 'string') continue;
    const unitId = livingUnit(succession, told, day, row.id);
    members.set(unitId, [...(members.get(unitId) ?? []), { id: row.id, row, state }]);
  }
  for (const own of members.values()) own.sort((a, b) => comparePersonNames(a.row.name, b.row.name));
  return { day, units, counts: countAll(units, members), members };
}

function countAll(
  units: readonly UnitRow[],
  members: ReadonlyMap<string, readonly MemberOnDay[]>,
): ReadonlyMap<string, UnitCount> {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const people = new Map<string, UnitPeople>();
  for (const [unitId, own] of members) {
    const seen = new Set<string>();
    for (let at: string | null = unitId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      seen.add(at);
      people.set(
        at,
        own.reduce(
          (sum, { state, row }) => countPerson(sum, state, row.gender === 'female'),
          people.get(at) ?? noPeople,
        ),
      );
    }
  }
  return new Map(
    units.map(({ id }) => {
      const counted = people.get(id) ?? noPeople;
      const own = (members.get(id) ?? []).filter(({ state }) => state !== 'guest').length;
      return [id, { own, below: membersOf(counted), people: counted }];
    }),
  );
}

/** The tree of a day, live; undefined while it is read, and where none is asked for. */
export function useTreeOnDay(day: PlainDate | null): TreeOnDay | undefined {
  return useLive(async (office) => (day === null ? undefined : readTreeOnDay(office, day)), [day]);
}
