import { paperWords } from '#shared/domain/paper/paper-words-table.ts';
import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import type { PaperLayout } from '#shared/domain/paper/paper-layout.ts';
import { placeTones } from '#shared/base/vietnamese-tone-place.ts';
import type { LetterColumns, LetterPart } from './letter-parts.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { mm, type ParagraphMaker } from './paragraph-maker.ts';

/** Every line of the header is as high as this, so that number and date stand on one line in both blocks. */
const HEADER_LINE = 17;

/** The header: who issues it and under which number on the left, nation or Party, place and date on the right. */
export function composeHeader(facts: PaperFacts, layout: PaperLayout, make: ParagraphMaker): readonly LetterPart[] {
  const rows = facts.regime === 'party' ? partyRows(facts, layout, make) : stateRows(facts, layout, make);
  const leftWidth = mm(layout.header.left);
  const rightWidth = mm(layout.header.right);
  return rows.map(([left, right]): LetterColumns => ({
    kind: 'columns',
    place: 'header',
    left,
    right,
    leftWidth,
    rightWidth,
    before: 0,
  }));
}

type Row = readonly [left: readonly TextParagraph[], right: readonly TextParagraph[]];

/** The date stands under the rule of the right block, in the third line of the header (HD 05-HD/VPTW). */
function partyRows(facts: PaperFacts, layout: PaperLayout, make: ParagraphMaker): readonly Row[] {
  const words = paperWords.party;
  const at = { lineHeight: HEADER_LINE };
  const left = [
    ...optional(facts.above, (text) => make.line('above', text, at)),
    make.line('issuer', facts.issuer, at),
    make.line('separator', words.belowIssuer, at),
    make.line('number', facts.numberLine, at),
    ...marks(facts, make),
  ];
  const nation = make.line('nation', words.nation, { ...at, rule: { share: layout.rules.nation, gap: 4 } });
  const date = optional(facts.placeAndDate, (text) => make.line('date', text, { ...at, before: HEADER_LINE }));
  return [[left, [nation, ...date]]];
}

/** Number and date stand on one line, whatever the names above them take (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 4). */
function stateRows(facts: PaperFacts, layout: PaperLayout, make: ParagraphMaker): readonly Row[] {
  const words = paperWords.state;
  const at = { lineHeight: HEADER_LINE - 1 };
  const tone = (text: string): string => placeTones(text, facts.style.tone);
  const names = [
    ...optional(facts.above, (text) => make.line('above', text, at)),
    make.line('issuer', facts.issuer, { ...at, rule: { share: layout.rules.issuer, gap: 5 } }),
  ];
  const nation = [
    make.line('nation', tone(words.nation), at),
    make.line('motto', words.motto, { ...at, rule: { share: layout.rules.nation, gap: 4.5 } }),
  ];
  const number = [make.line('number', facts.numberLine, { ...at, before: 10 }), ...marks(facts, make)];
  const date = optional(facts.placeAndDate, (text) => make.line('date', text, { ...at, before: 10 }));
  return [
    [names, nation],
    [number, date],
  ];
}

/** What stands under the number: the subject of a letter, the stamp of urgency, the mark of a draft. */
function marks(facts: PaperFacts, make: ParagraphMaker): readonly TextParagraph[] {
  return [
    ...(facts.form === 'letter'
      ? optional(letterSubject(facts), (text) =>
          make.line('letter-subject', text, { before: facts.regime === 'state' ? 6 : 3 }),
        )
      : []),
    // Stamps are 20, 40 and 30 mm wide and 8 mm high (NĐ 30/2020, Phụ lục I, Phần I, Mục III, khoản 2).
    ...optional(facts.urgencyMark, (text) =>
      make.line('urgency', text, {
        before: 8,
        lineHeight: mm(8),
        isRed: true,
        frame: { width: mm(stampWidth[facts.record.urgency]), height: mm(8) },
      }),
    ),
    ...optional(facts.draftMark, (text) => make.line('draft-mark', text, { before: 6 })),
  ];
}

const stampWidth = { normal: 0, urgent: 20, 'very-urgent': 40, flash: 30 } as const;

const subjectStart = /^(?:v\/v|về việc)\s+/iu;

/** Subject of a letter: `V/v …`, or as it is where the office's Party letters go without (domain.md 1.6). */
function letterSubject({ regime, abstract, style }: PaperFacts): string {
  if (abstract === '') return '';
  if (regime === 'party' && !style.subjectMark) return abstract;
  const bare = abstract.replace(subjectStart, '');
  return `${paperWords[regime].subjectMark} ${bare}`;
}

function optional(text: string, toLine: (text: string) => TextParagraph): readonly TextParagraph[] {
  return text === '' ? [] : [toLine(text)];
}
