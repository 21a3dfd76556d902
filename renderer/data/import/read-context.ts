import type { CheckContext, KnownMember } from '#shared/domain/import/check-import.ts';
import type { NamedUnit } from '#shared/domain/import/match-unit.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { memberSchema, type MemberFields } from '#shared/domain/member/member-record.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import { entities } from '#shared/entities.ts';
import type { Office } from '../office.ts';

const ROWS_AT_ONCE = 500;
const partyKinds: ReadonlySet<UnitKind> = new Set(['cell', 'base-committee', 'section-committee', 'committee']);

/** Fields of a member that two people answer for. */
export const strictFields: ReadonlySet<string> = new Set(
  Object.entries(entities.member.policies).flatMap(([field, policy]) => (policy === 'strict' ? [field] : [])),
);

/** What a list is checked against: members and cells of the office, as they are now. Read in slices, so that the window goes on. */
export async function readCheckContext(office: Office): Promise<Omit<CheckContext, 'is1904'>> {
  const [members, units] = await Promise.all([readMembers(office), readUnits(office)]);
  return { today: office.today(), members, units, strict: strictFields, rules: defaultMemberRules };
}

/** Party organisations that exist today, by their names of today and of before. */
export async function readUnits(office: Office): Promise<readonly NamedUnit[]> {
  const now = office.today();
  const units = await office.db.units.toArray();
  return units
    .filter(({ removed, kind, validTo }) => !removed && partyKinds.has(kind) && (validTo === null || validTo >= now))
    .map(({ id, name, formerNames }) => ({ id, names: [name, ...formerNames.map((former) => former.name)] }));
}

const fields = Object.keys(memberSchema.shape) as readonly (keyof MemberFields)[];

async function readMembers({ db }: Office): Promise<readonly KnownMember[]> {
  const ids = await db.members.toCollection().primaryKeys();
  const members: KnownMember[] = [];
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const rows = await db.members.bulkGet(ids.slice(from, from + ROWS_AT_ONCE));
    for (const row of rows)
      if (row !== undefined && !row.removed)
        members.push({
          id: row.id,
          fields: Object.fromEntries(fields.map((field) => [field, row[field]])) as unknown as MemberFields,
        });
    await new Promise((resolve) => setTimeout(resolve));
  }
  return members;
}
