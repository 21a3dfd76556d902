import { dayOfMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import type { Office } from '../office.ts';
import type { MeetingRow } from '../rows.ts';

/**
 * Which meetings a list shows. `open`: those ahead or not finished, soonest first. A year: those of it that are closed or cancelled, newest first.
 * `unitId`: of one cell; null for all.
 */
export type MeetingListing = { readonly unitId: string | null; readonly shown: 'open' | number };

/** Meetings of a list, in its order. */
export async function listMeetings({ db }: Office, { unitId, shown }: MeetingListing): Promise<readonly MeetingRow[]> {
  const { meetings } = db;
  const rows =
    unitId !== null
      ? await meetings.where('unitId').equals(unitId).toArray()
      : shown === 'open'
        ? await meetings.where('flags').equals('open').toArray()
        : await meetings.toArray();
  const wanted = rows.filter((row) => !row.removed && isShown(row, shown));
  return wanted.sort((a, b) => (shown === 'open' ? 1 : -1) * byStart(a, b));
}

function isShown(row: MeetingRow, shown: MeetingListing['shown']): boolean {
  const isOpen = row.state !== 'closed' && row.state !== 'cancelled';
  return shown === 'open' ? isOpen : !isOpen && Number(dayOfMeeting(row).slice(0, 4)) === shown;
}

/** All meetings of a cell, soonest first. */
export async function listMeetingsOf({ db }: Office, unitId: string): Promise<readonly MeetingRow[]> {
  const rows = await db.meetings.where('unitId').equals(unitId).toArray();
  return rows.filter(({ removed }) => !removed).sort(byStart);
}

/** Meetings of all cells in a month (`2026-12`), soonest first. */
export async function listMeetingsIn({ db }: Office, month: string): Promise<readonly MeetingRow[]> {
  const rows = await db.meetings.filter((row) => !row.removed && dayOfMeeting(row).startsWith(month)).toArray();
  return rows.sort(byStart);
}

function byStart(a: MeetingRow, b: MeetingRow): number {
  if (a.startsAt !== b.startsAt) return a.startsAt < b.startsAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
