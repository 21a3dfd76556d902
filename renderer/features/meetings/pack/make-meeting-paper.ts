import { composeMinutes } from '#shared/domain/meeting/compose-minutes.ts';
import { meetingPaperContent, type MeetingPaperKind } from '#shared/domain/meeting/meeting-paper.ts';
import { dayOfMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import { readMeetingPaperFacts } from '#renderer/data/meetings/read-paper-facts.ts';
import type { MeetingDetails } from '#renderer/data/meetings/use-meetings.ts';
import type { Office } from '#renderer/data/office.ts';
import { makeLetterPdf } from '#renderer/paper/letter/make-letter-pdf.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { largePaper } from '#renderer/paper/meeting/large-paper.ts';
import { makeSheetPdf } from '#renderer/paper/sheet/make-sheet-pdf.ts';

/** The minutes or the resolution as a PDF: `normal` in the exact form of a Party paper, `large` in large type. */
export async function makeMeetingPaper(
  office: Office,
  details: MeetingDetails,
  kind: MeetingPaperKind,
  type: 'normal' | 'large',
): Promise<Uint8Array> {
  const { meeting } = details;
  const [facts, fonts] = await Promise.all([
    readMeetingPaperFacts(office, kind, details, dayOfMeeting(meeting)),
    loadPaperFonts(),
  ]);
  const { tone } = facts.style;
  const minutes = meeting.minutes.trim() === '' ? composeMinutes({ ...details, tone }) : meeting.minutes;
  const text = kind === 'minutes' ? minutes : meeting.resolution;
  const createdAt = new Date(office.nowMs());
  if (type === 'large')
    return makeSheetPdf(largePaper(facts, text, kind === 'minutes' ? meeting.clerk : null), fonts, createdAt);
  return makeLetterPdf(facts, meetingPaperContent(kind, text, { meeting, tone }), fonts, { createdAt });
}
