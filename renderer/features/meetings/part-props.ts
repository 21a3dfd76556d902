import type { MeetingDetails } from '#renderer/data/meetings/use-meetings.ts';

/** What every part of a meeting's page is given. `mayWrite`: the person may write in this cell, and the meeting is not closed. */
export type PartProps = { readonly details: MeetingDetails; readonly mayWrite: boolean };
