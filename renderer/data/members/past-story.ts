import { dateOfInstant } from '#shared/base/plain-date.ts';
import type { LifeEvent } from '#shared/domain/member-life/life-event.ts';
import type { MemberStory, PlainEdit } from '#shared/domain/member-life/record-on-day.ts';
import type { Office } from '../office.ts';
import { readRecordHistory, type HistoryLine } from '../review/record-history.ts';
import { readStory } from './member-story.ts';

/** Everything from which the record on a past day is told. `complete`: the province's own trail of what was written by hand is in it. */
export type PastStory = {
  readonly story: MemberStory;
  readonly edits: readonly PlainEdit[];
  readonly complete: boolean;
};

/** Reads a member's events and what was written by hand; undefined when there is no such member. Asks the province for its trail where it answers. */
export async function readPastStory(office: Office, memberId: string): Promise<PastStory | undefined> {
  const row = await office.db.members.get(memberId);
  if (row === undefined || row.removed) return undefined;
  const trail = await office.ports.history.read('member', memberId);
  const { entries, complete } = await readRecordHistory(office, 'member', memberId, trail);
  return { story: await readStory(office, row), edits: toPlainEdits(entries), complete };
}

/** The lines of a record's history, newest first, as writings by hand in the order of writing. */
export function toPlainEdits(entries: readonly Pick<HistoryLine, 'field' | 'value' | 'atMs'>[]): readonly PlainEdit[] {
  return entries.toReversed().map(({ field, value, atMs }) => ({
    field,
    value: value as LifeEvent['sets'][string],
    on: dateOfInstant(atMs),
  }));
}
