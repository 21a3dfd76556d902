import type { PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { StatEntry } from '#shared/domain/statistics/stat-form.ts';
import { readByIds } from '../books/read-in-slices.ts';
import type { Office } from '../office.ts';
import type { MemberRow } from '../rows.ts';

/** A line of the list behind a figure. */
export type StatPersonLine = {
  readonly name: string;
  readonly bornOn: PartialDate | null;
  readonly cell: string;
  readonly on: PlainDate | null;
};

/** Reads the people behind a figure, in the order of the entries; of one whose record is gone since, nothing. */
export async function readStatPeople(
  { db }: Office,
  entries: readonly StatEntry[],
): Promise<readonly StatPersonLine[]> {
  const ids = [...new Set(entries.map(({ id }) => id))];
  const rows = new Map<string, MemberRow>();
  for await (const slice of readByIds(db.members, (from, to) => ids.slice(from, to)))
    for (const row of slice) rows.set(row.id, row);
  const units = new Map((await db.units.toArray()).map(({ id, name }) => [id, name]));
  return entries.flatMap(({ id, on }) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    return [{ name: row.name.full, bornOn: row.bornOn, cell: units.get(row.unitId ?? '') ?? '', on }];
  });
}
