import type { MeetingFields } from '#shared/domain/meeting/meeting-record.ts';
import { meetingWords } from '#shared/domain/meeting/meeting-words-table.ts';

/** The words of the invitation: a person's own, else the usual ones. */
export function invitationOf({ invitation }: Pick<MeetingFields, 'invitation'>): string {
  return invitation.trim() === '' ? meetingWords.invitation : invitation;
}
