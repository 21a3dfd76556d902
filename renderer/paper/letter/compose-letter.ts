import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import type { PaperLayout } from '#shared/domain/paper/paper-layout.ts';
import { partyLayout } from '#shared/domain/paper/party-layout-table.ts';
import { stateLayout } from '#shared/domain/paper/state-layout-table.ts';
import { composeBody } from './compose-body.ts';
import { composeHeader } from './compose-header.ts';
import { composeSignature } from './compose-signature.ts';
import type { LetterParts } from './letter-parts.ts';
import { createParagraphMaker } from './paragraph-maker.ts';

/** Layout of a regime's papers. */
export function layoutOf({ regime }: Pick<PaperFacts, 'regime'>): PaperLayout {
  return regime === 'party' ? partyLayout : stateLayout;
}

/** Every word of a paper in its order and look: header, title, content, signature part. Never fails, whatever is missing. */
export function composeLetter(facts: PaperFacts, content: PaperContent): LetterParts {
  const layout = layoutOf(facts);
  const make = createParagraphMaker(layout, facts);
  return {
    topMark:
      facts.circulation === ''
        ? null
        : make.line('circulation', facts.circulation, { lineHeight: 18, frame: { width: 0, height: 20 } }),
    parts: [
      ...composeHeader(facts, layout, make),
      ...composeBody(facts, content, layout, make),
      ...composeSignature(facts, content, layout, make),
    ],
  };
}
