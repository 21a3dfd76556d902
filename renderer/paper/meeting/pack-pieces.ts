import { meetingPackText } from '#renderer/messages/meeting-pack.ts';
import { centred, partyHeader, signatures } from '../forms/form-pieces.ts';
import type { SheetPart } from '../sheet/sheet-parts.ts';
import type { PackFacts } from './pack-facts.ts';

const { paper: words } = meetingPackText;

/** Tables of the pack are in the size of its text: nothing in it is small. */
export const TABLE_SIZE = 0.95;

/** The head of a paper of the pack: a page of its own in the outline, the Party header, the title. */
export function packHead(name: string, title: string, facts: PackFacts, withDate = false): readonly SheetPart[] {
  return [
    { kind: 'turn', name },
    partyHeader({
      above: facts.above,
      issuer: facts.issuer,
      party: words.party,
      placeAndDate: withDate ? facts.placeAndDate : '',
    }),
    centred(title, 'bold', { size: 1.25, role: 'H1', before: 18, keepNext: true }),
    centred(facts.meeting.title, 'bold', { before: 2 }),
  ];
}

/** `Thời gian: 19 giờ 30, …`: a label in bold and what it says. */
export function said(label: string, text: string): SheetPart {
  return {
    kind: 'text',
    text: [
      { text: `${label} `, face: 'bold' },
      { text, face: 'regular' },
    ],
    look: { before: 5 },
  };
}

/** A paragraph. */
export function paragraph(text: string): SheetPart {
  return { kind: 'text', text, look: { align: 'justify', firstIndent: 28, before: 5 } };
}

/** Chair and clerk sign side by side; their names stand where they are known. */
export function bothSign({ meeting }: PackFacts): SheetPart {
  const hint = { text: words.signHint, face: 'italic' as const };
  return signatures([
    { lines: [{ text: words.signClerk, face: 'bold' }, hint], name: meeting.clerk },
    { lines: [{ text: words.signChair, face: 'bold' }, hint], name: meeting.chair },
  ]);
}
