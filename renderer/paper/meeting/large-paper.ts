import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import { meetingPackText } from '#renderer/messages/meeting-pack.ts';
import { centred, partyHeader, signatures } from '../forms/form-pieces.ts';
import { largePage } from '../sheet/sheet-pages.ts';
import type { Sheet } from '../sheet/sheet-parts.ts';
import { textParts } from './form-parts.ts';

const { paper: words } = meetingPackText;

/** Minutes or resolution of a meeting in large type, for reading aloud: the words and signatures of the paper itself. `recorder`: who wrote the minutes. */
export function largePaper(facts: PaperFacts, text: string, recorder: string | null): Sheet {
  const hint = { text: words.signHint, face: 'italic' as const };
  const chair = {
    lines: facts.signature.lines.map((line) => ({ text: line.text, face: 'bold' as const })),
    name: facts.signature.name,
  };
  const blocks =
    recorder === null
      ? [{ lines: [], name: '' }, chair]
      : [
          { lines: [{ text: words.signClerk, face: 'bold' as const }, hint], name: recorder },
          { lines: [{ text: words.signChair, face: 'bold' as const }, hint], name: chair.name },
        ];
  return {
    page: largePage,
    title: `${facts.typeName} ${facts.abstract}`,
    author: facts.issuer,
    footer: facts.issuer,
    pageWords: words.page,
    parts: [
      partyHeader({
        above: facts.above,
        issuer: facts.issuer,
        party: words.party,
        number: recorder === null ? facts.numberLine : '',
        placeAndDate: facts.placeAndDate,
      }),
      centred(facts.typeName, 'bold', { size: 1.25, role: 'H1', before: 18, keepNext: true }),
      centred(facts.abstract, 'bold', { before: 2 }),
      ...textParts(text),
      signatures(blocks),
    ],
  };
}
