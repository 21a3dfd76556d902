import { placeTones } from '#shared/base/vietnamese-tone-place.ts';
import { toUpperVietnamese } from '#shared/base/vietnamese.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import { blocksOfText } from './blocks-of-text.ts';
import { dayOfMeeting } from './meeting-plan.ts';
import type { MeetingFields } from './meeting-record.ts';
import type { RollEntry } from './meeting-roll.ts';
import { cellPaperWords as words } from './meeting-words-table.ts';
import type { MeetingParts } from './compose-minutes.ts';

/** Papers of a meeting that have the form of a Party paper. */
export type MeetingPaperKind = 'minutes' | 'resolution';

/**
 * A paper of a meeting as if it stood in the register: what the header, the date and the signature are made of (HD 05-HD/VPTW). Cells keep their own
 * numbers, so it never does stand there.
 */
export function meetingPaperRecord(
  kind: MeetingPaperKind,
  meeting: MeetingFields,
  roll: readonly RollEntry[],
): OutgoingFields {
  return {
    regime: 'party',
    bodyId: meeting.unitId,
    typeId: kind === 'minutes' ? 'party-minutes' : 'party-resolution',
    abstract: meeting.title,
    registerId: null,
    series: '',
    number: null,
    symbol: kind === 'resolution' ? meeting.resolutionSymbol : '',
    issuedOn: dayOfMeeting(meeting),
    numberReason: '',
    numberedBy: null,
    numberedAt: null,
    place: '',
    signMode: 'on-behalf',
    signBody: words.cell,
    signPost: postOf(meeting.chair, roll),
    signer: meeting.chair,
    signerId: null,
    urgency: 'normal',
    secrecy: 'none',
    circulation: '',
    recipients: '',
    archiveKeeper: '',
    copies: 0,
    pages: 0,
    dueOn: null,
    replyToId: null,
    replacesId: null,
    state: 'draft',
    reason: '',
    note: '',
    drafterId: null,
    createdAt: meeting.startsAt,
  };
}

/** The post under the signature, without the cell it is in (`Bí thư chi bộ` signs as BÍ THƯ); empty where the record says none. */
function postOf(chair: string, roll: readonly RollEntry[]): string {
  const post = roll.find(({ name }) => name.full === chair)?.partyPost ?? '';
  const upper = toUpperVietnamese(post.trim());
  const cell = ` ${toUpperVietnamese(words.cell)}`;
  return upper.includes(cell) ? upper.slice(0, upper.indexOf(cell)) : upper;
}

/** What is written of such a paper. `text`: the minutes or the resolution, line by line. */
export function meetingPaperContent(
  kind: MeetingPaperKind,
  text: string,
  { meeting, tone }: Pick<MeetingParts, 'meeting' | 'tone'>,
): PaperContent {
  const recipients = kind === 'resolution' ? words.recipients : words.kept;
  const content: PaperContent = {
    addressees: [],
    bases: [],
    blocks: [...blocksOfText(text)],
    recipients: recipients.map((line) => placeTones(line, tone)),
  };
  return kind === 'minutes' ? { ...content, recorder: meeting.clerk } : content;
}
