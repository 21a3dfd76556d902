import { isRequired } from '#shared/domain/meeting/meeting-roll.ts';
import { scanCodeOf } from '#shared/domain/meeting/scan-code.ts';
import { meetingPackText } from '#renderer/messages/meeting-pack.ts';
import { centred } from '../forms/form-pieces.ts';
import type { SheetPart } from '../sheet/sheet-parts.ts';
import type { PackFacts } from './pack-facts.ts';
import { packHead, paragraph, said } from './pack-pieces.ts';
import { qrSquares } from './qr-squares.ts';

const { paper: words, parts: names } = meetingPackText;
const CODE_SIDE = 92;
const SIGN_ROOM = 58;

/** The invitation: one to all, or one for each member with the code that notes them at the door. */
export function invitationParts(facts: PackFacts, isNamed: boolean): readonly SheetPart[] {
  if (!isNamed) return oneInvitation(facts, words.inviteeAll, null, true);
  return facts.roll
    .filter((entry) => isRequired(entry) || entry.standing === 'temporary')
    .flatMap((entry, i) =>
      oneInvitation(facts, `${words.invitee} ${entry.name.full}`, scanCodeOf(facts.meetingId, entry.memberId), i === 0),
    );
}

function oneInvitation(facts: PackFacts, invitee: string, code: string | null, isFirst: boolean): readonly SheetPart[] {
  const { meeting } = facts;
  const [turn, ...head] = packHead(names.invitation, words.invitation, facts, true);
  return [
    ...(isFirst && turn !== undefined ? [turn] : [{ kind: 'turn' as const }]),
    ...head,
    { kind: 'text', text: invitee, look: { face: 'bold', before: 14, align: 'centre' } },
    ...facts.invitation
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => paragraph(line)),
    said(words.time, facts.when),
    said(words.place, meeting.place),
    ...(meeting.chair === '' ? [] : [said(words.chair, meeting.chair)]),
    ...(meeting.agenda.length === 0 ? [] : [said(words.content, '')]),
    ...meeting.agenda.map((item, i): SheetPart => ({
      kind: 'text',
      text: `${String(i + 1)}. ${item.title}`,
      look: { leftIndent: 28, before: 2 },
    })),
    {
      kind: 'columns',
      before: 14,
      keepWithText: true,
      columns: [
        { share: 0.45, parts: code === null ? [] : codeParts(code) },
        {
          share: 0.55,
          parts: [
            centred(words.onBehalf, 'bold'),
            { kind: 'space', height: SIGN_ROOM },
            centred(meeting.chair, 'bold'),
          ],
        },
      ],
    },
  ];
}

function codeParts(code: string): readonly SheetPart[] {
  return [{ kind: 'matrix', squares: qrSquares(code), side: CODE_SIDE, align: 'centre' }, centred(words.scanMe)];
}
