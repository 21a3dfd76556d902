import type { PlainDate } from '#shared/base/plain-date.ts';
import { planStudy, planWork, workTypes, type HeldWork, type WorkStep } from '#shared/domain/unit/carry-work.ts';
import { updatesOf } from '#shared/domain/unit/unit-fields.ts';
import type { EntityType } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { tableOfEntity } from '../database.ts';
import type { Office } from '../office.ts';
import type { RecordRef } from '../replica/record-state.ts';
import type { MemberRow, RecordMeta, StudyItemRow, UnitRow } from '../rows.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { planMemberOps, type CarriedMember } from './carry-member-ops.ts';
import type { Tree } from './read-succession.ts';

/** What goes along when organisations end. */
export type Carried = { readonly members: readonly CarriedMember[]; readonly works: readonly WorkStep[] };

/** What must be written so that nothing lies with an organisation that has ended. */
export type CarryPlan = { readonly drafts: readonly OpDraft[]; readonly carried: Carried };

/** Records to look at. */
export type CarryScope = {
  readonly units: readonly UnitRow[];
  readonly members: readonly MemberRow[];
  readonly works: readonly HeldWork[];
  readonly studyItems: readonly StudyItemRow[];
};

/** Plans it by the changes of the tree as it is on a day, `voided` events taken back: every PC that knows the same plans the same, and once it is written there is nothing left to plan. */
export async function planCarry(
  office: Office,
  tree: Tree,
  scope: CarryScope,
  {
    voided = new Set(),
    today = office.today(),
  }: { readonly voided?: ReadonlySet<string>; readonly today?: PlainDate } = {},
): Promise<CarryPlan> {
  const { changes, succession } = tree;
  const units = scope.units.flatMap((unit) => set(unit, 'unit', updatesOf(unit, changes, succession, today)));
  const steps = [...planWork(scope.works, succession, today), ...planStudy(scope.studyItems, succession, today)];
  const { drafts, members } = await planMemberOps(office, tree, scope.members, voided, today);
  const streams = new Map(scope.works.map(({ id, fields }) => [id, fields['stream']]));
  const works = steps.flatMap(({ type, id, f }) => {
    const stream = streams.get(id);
    return set({ id, stream: typeof stream === 'string' ? stream : office.stream }, type, f);
  });
  return { drafts: [...units, ...drafts, ...works], carried: { members, works: steps } };
}

/** Everything that may lie with an organisation the changes end or part. */
export async function readWholeScope(office: Office, { succession }: Tree): Promise<CarryScope> {
  const { db } = office;
  const touched = new Set([...succession.ends.keys(), ...succession.parts.keys()]);
  const isTouched = (unitId: unknown): boolean => typeof unitId === 'string' && touched.has(unitId);
  const units = await db.units.filter(({ removed }) => !removed).toArray();
  if (touched.size === 0) return { units, members: [], works: [], studyItems: [] };
  const events = await db.memberEvents
    .filter(({ removed, sets, before }) => !removed && (isTouched(sets['unitId']) || isTouched(before['unitId'])))
    .toArray();
  const named = new Set(events.map(({ memberId }) => memberId));
  const members = await db.members
    .filter(({ id, removed, unitId }) => !removed && (isTouched(unitId) || named.has(id)))
    .toArray();
  const works: HeldWork[] = [];
  for (const type of workTypes)
    works.push(...(await readWorks(office, type)).filter((work) => mentions(work, touched)));
  return { units, members, works, studyItems: await db.studyItems.filter(({ removed }) => !removed).toArray() };
}

/** Those of the records that have just come which may lie with an organisation that ended before. */
export async function readScopeOf(office: Office, refs: readonly RecordRef[]): Promise<CarryScope> {
  const idsOf = (...types: readonly EntityType[]): string[] =>
    refs.filter(({ type }) => (types as readonly string[]).includes(type)).map(({ id }) => id);
  const { db } = office;
  const events = await db.memberEvents.bulkGet(idsOf('memberEvent'));
  const memberIds = [...new Set([...idsOf('member'), ...events.flatMap((event) => event?.memberId ?? [])])];
  const works: HeldWork[] = [];
  for (const type of workTypes) works.push(...(await readWorks(office, type, idsOf(type))));
  return {
    units: present(await db.units.bulkGet(idsOf('unit'))),
    members: present(await db.members.bulkGet(memberIds)),
    works,
    studyItems: present(await db.studyItems.bulkGet(idsOf('studyItem'))),
  };
}

async function readWorks(
  { db }: Office,
  type: HeldWork['type'],
  ids?: readonly string[],
): Promise<readonly HeldWork[]> {
  const table = db.table<RecordMeta & Readonly<Record<string, FieldValue>>, string>(tableOfEntity[type]);
  const rows =
    ids === undefined ? await table.toArray() : ids.length === 0 ? [] : present(await table.bulkGet([...ids]));
  return rows.filter(({ removed }) => !removed).map((row) => ({ type, id: row.id, fields: row }));
}

function mentions({ fields }: HeldWork, touched: ReadonlySet<string>): boolean {
  return Object.values(fields).some((value) => typeof value === 'string' && touched.has(value));
}

function present<T extends RecordMeta>(rows: readonly (T | undefined)[]): T[] {
  return rows.filter((row): row is T => row !== undefined && !row.removed);
}

function set(
  { id, stream }: { readonly id: string; readonly stream: string },
  type: EntityType,
  f: Readonly<Record<string, FieldValue>>,
): OpDraft[] {
  return Object.keys(f).length === 0 ? [] : [{ t: 'set', stream, type, id, f }];
}
