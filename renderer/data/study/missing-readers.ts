import { comparePersonNames } from '#shared/base/person-name.ts';
import { allMembers, fullReach } from '../members/member-list.ts';
import type { Office } from '../office.ts';
import { readerStates } from './reader-states.ts';

/** Names of the members of a cell who have not studied each item, as lists of people go; by the item's id. */
export async function listMissingReaders(
  office: Office,
  unitId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { db, search } = office;
  const ids = await search.listMembers({
    ...allMembers,
    unitId,
    states: readerStates,
    reach: fullReach,
    paperYears: [],
  });
  const rows = await db.members.bulkGet([...ids.slice(0, ids.length)]);
  const members = rows
    .flatMap((row) => (row === undefined ? [] : [row]))
    .sort((a, b) => comparePersonNames(a.name, b.name));
  const readings = await db.studyReadings
    .where('memberId')
    .anyOf(members.map(({ id }) => id))
    .toArray();
  const read = new Set(
    readings.filter(({ removed }) => !removed).map(({ itemId, memberId }) => `${itemId} ${memberId}`),
  );
  return new Map(
    itemIds.map((itemId) => [
      itemId,
      members.filter(({ id }) => !read.has(`${itemId} ${id}`)).map(({ name }) => name.full),
    ]),
  );
}
