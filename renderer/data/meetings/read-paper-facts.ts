import type { PlainDate } from '#shared/base/plain-date.ts';
import { meetingPaperRecord, type MeetingPaperKind } from '#shared/domain/meeting/meeting-paper.ts';
import { toPaperFacts, type PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import type { Office } from '../office.ts';
import { readPaperContext } from '../outgoing/use-paper-context.ts';
import type { MeetingDetails } from './read-meeting.ts';

/** What a paper of a meeting prints beside its text: header, number, place and date (`on`), signature, in the office's own style. */
export async function readMeetingPaperFacts(
  office: Office,
  kind: MeetingPaperKind,
  { meeting, roll }: Pick<MeetingDetails, 'meeting' | 'roll'>,
  on: PlainDate,
): Promise<PaperFacts> {
  const record = { ...meetingPaperRecord(kind, meeting, roll), issuedOn: on };
  const { names, settings } = await readPaperContext(office, record, null);
  return toPaperFacts(record, names, settings);
}
