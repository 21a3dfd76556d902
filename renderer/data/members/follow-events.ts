import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import { ok } from '#shared/base/result.ts';
import { mayAct } from '#shared/domain/rights/rights-table.ts';
import { governs, startOf } from '#shared/domain/member-life/life-event.ts';
import { changesByEvents, pastStates, type MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { readWanted } from '../books/read-in-slices.ts';
import type { Office } from '../office.ts';
import type { ImportLineRow, MemberRow } from '../rows.ts';
import { commit } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { memberOps } from './event-ops.ts';
import { readStory } from './member-story.ts';

const FOLLOWED = 'life-followed-on';
const MEMBERS_AT_ONCE = 50;
const DAYS_OF_FIRST_LOOK = 60;

/**
 * Brings records level with events that were entered ahead and whose day has come, once a day: at the start of the program and at midnight. Every PC writes
 * the same, so that it does not matter which does it. Returns how many records were changed; undefined when the person at the PC may not.
 */
export async function followDueEvents(office: Office): Promise<number | undefined> {
  if (!(await mayFollow(office))) return undefined;
  const today = office.today();
  const last = (await office.db.localMeta.get(FOLLOWED))?.value as PlainDate | undefined;
  if (last !== undefined && last >= today) return 0;
  const due = await listDue(office, last, today);
  const changed = await followEvents(office, due);
  await office.db.localMeta.put({ key: FOLLOWED, value: today });
  return changed;
}

/**
 * Brings the records of these members level with their events: after events came from elsewhere, what several PCs made of a record apart may not be what all
 * events together make of it. A field with a conflict waits for its person; what was written against the events by hand stays. Returns how many changed.
 */
export async function followEvents(office: Office, memberIds: Iterable<string>): Promise<number> {
  const ids = [...new Set(memberIds)];
  if (ids.length === 0 || !(await mayFollow(office))) return 0;
  let changed = 0;
  for (let from = 0; from < ids.length; from += MEMBERS_AT_ONCE) {
    const group = ids.slice(from, from + MEMBERS_AT_ONCE);
    const saved = await commit(office, async (reader) => {
      const drafts: OpDraft[] = [];
      for (const id of group) {
        const row = await reader.row('member', id);
        if (row !== undefined && !row.removed) drafts.push(...memberOps(row, await lagOf(office, row)));
      }
      return ok(drafts);
    });
    changed += saved.ok ? new Set(saved.value.ops.map(({ id }) => id)).size : 0;
  }
  return changed;
}

/** Members to whom events belong. */
export async function membersOfEvents({ db }: Office, eventIds: readonly string[]): Promise<readonly string[]> {
  const events = await db.memberEvents.bulkGet([...eventIds]);
  return [...new Set(events.flatMap((event) => event?.memberId ?? []))];
}

/** What of a record lags behind its events: fields that still hold what an earlier event, or none, had made of them. */
async function lagOf(office: Office, row: MemberRow): Promise<Readonly<Record<string, FieldValue>>> {
  const story = await readStory(office, row);
  const changes = Object.entries(changesByEvents(story, office.today()));
  if (changes.length === 0) return {};
  const held = row as unknown as Readonly<Record<string, FieldValue>>;
  const lines = await readImportLines(office, row.id);
  return Object.fromEntries(
    changes.filter(([field]) => {
      const value = held[field] ?? null;
      if (row.conflicts.includes(field) || isImported(story, lines, field, value)) return false;
      return isFormer(story, field, value, office.today());
    }),
  );
}

/** Lines of imports that have changed a member. */
async function readImportLines({ db }: Office, memberId: string): Promise<readonly ImportLineRow[]> {
  const lines = await db.importLines.where('memberId').equals(memberId).toArray();
  return lines.filter(({ state, removed }) => !removed && (state === 'written' || state === 'kept'));
}

/** Whether an import wrote this value after all events of the field were recorded: it said so of today, and no event has said otherwise since. */
function isImported(story: MemberStory, lines: readonly ImportLineRow[], field: string, value: FieldValue): boolean {
  return lines.some(
    ({ id, to }) =>
      Object.hasOwn(to, field) &&
      equalValues(to[field] ?? null, value) &&
      !story.events.some((event) => governs(event, field) && event.id > id),
  );
}

function isFormer(story: MemberStory, field: string, value: FieldValue, today: PlainDate): boolean {
  if (field === 'state' || field === 'candidateStage')
    return pastStates(story, today).some((standing) => standing[field] === value);
  return story.events.some(
    (event) =>
      governs(event, field) &&
      [event.sets[field], event.before[field]].some((known) => known !== undefined && equalValues(known, value)),
  );
}

/** Members with an event that has come into effect since `last`; on a PC that never looked, in the last weeks. */
async function listDue({ db }: Office, last: PlainDate | undefined, today: PlainDate): Promise<readonly string[]> {
  const since = last ?? addDays(today, -DAYS_OF_FIRST_LOOK);
  const due = await readWanted(db.memberEvents, (event) => {
    const start = startOf(event);
    return event.state === 'decided' && !event.isPastOnly && start > since && start <= today;
  });
  return due.map(({ memberId }) => memberId);
}

async function mayFollow({ db, actor }: Office): Promise<boolean> {
  const person = actor === '' ? undefined : await db.staff.get(actor);
  return person !== undefined && person.active && !person.removed && mayAct(person.role, 'event.record');
}
