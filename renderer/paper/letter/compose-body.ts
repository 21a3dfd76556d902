import type { Block, PaperContent } from '#shared/domain/paper/paper-content.ts';
import { sortOfType, type PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import { ARTICLE_WORD, paperWords, SUBMISSION_LABEL } from '#shared/domain/paper/paper-words-table.ts';
import type { PaperLayout } from '#shared/domain/paper/paper-layout.ts';
import { composeTable } from './compose-table.ts';
import { endLines } from './end-lines.ts';
import type { LetterPart } from './letter-parts.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { mm, type ParagraphChange, type ParagraphMaker } from './paragraph-maker.ts';

/** Kính gửi stands here, and the names of several bodies under its colon, mm from the margin. */
const ADDRESSEE = { label: 27, list: 45 } as const;
/** The abstract keeps so far from both margins, mm. */
const ABSTRACT_INSET = 10;
/** Points between title and text. */
const AFTER_TITLE = 14;
/** Chapters and their like stand in the middle on a line of their own. */
const chapterNumber = /^(?:phần|chương|mục|tiểu mục)\s/iu;
const romanNumber = /^[IVXLC]+\s*[-.–]?$/u;

/** Everything between header and signature part. */
export function composeBody(
  facts: PaperFacts,
  content: PaperContent,
  layout: PaperLayout,
  make: ParagraphMaker,
): readonly LetterPart[] {
  const text: ParagraphChange = {
    align: 'justify',
    lineHeight: lineHeightOf(facts),
    before: layout.paragraphGap,
    firstIndent: mm(layout.indent),
  };
  const parts = [
    ...addressees(facts, content, make, text).map(asPart),
    ...opening(facts, content, make, text).map(asPart),
    ...content.blocks.flatMap((block) => composeBlock(block, layout, make, text)),
  ];
  return [...(facts.form === 'letter' ? [] : title(facts, layout, make)).map(asPart), ...setOff(parts)];
}

/** The first part keeps off the title above it. */
function setOff(parts: readonly LetterPart[]): readonly LetterPart[] {
  const [first, ...rest] = parts;
  if (first?.kind !== 'paragraph') return parts;
  return [asPart({ ...first.paragraph, before: Math.max(first.paragraph.before, AFTER_TITLE) }), ...rest];
}

/** Party papers are set exactly so many points from line to line; State papers may have 1 to 1.5 lines, and get the same. */
function lineHeightOf({ style }: PaperFacts): number {
  return Math.max(style.lineSpacing, style.bodySize * 1.15);
}

function title(facts: PaperFacts, layout: PaperLayout, make: ParagraphMaker): readonly TextParagraph[] {
  const { belowAbstract } = paperWords[facts.regime];
  const type = make.line('type', facts.typeName, { role: 'H1', before: 20, keepNext: true });
  if (facts.form === 'slip' && facts.abstract === '') return [type];
  const isRuled = layout.rules.abstract > 0;
  const abstract = make.line('abstract', facts.abstract, {
    keepNext: true,
    leftIndent: mm(ABSTRACT_INSET),
    rule: isRuled ? { share: layout.rules.abstract, gap: 5 } : null,
  });
  const below = belowAbstract === '' ? [] : [make.line('body', belowAbstract, { keepNext: true })];
  return [type, abstract, ...below];
}

function addressees(
  facts: PaperFacts,
  { addressees: given }: PaperContent,
  make: ParagraphMaker,
  text: ParagraphChange,
): readonly TextParagraph[] {
  const isSubmission = facts.regime === 'party' && sortOfType(facts.typeId) === 'submission';
  const label = isSubmission ? SUBMISSION_LABEL : paperWords[facts.regime].addressees;
  const one = endLines(given, '', '');
  const [only] = one;
  if (only === undefined) return [];
  const at = { ...text, firstIndent: 0, keepNext: true } as const;
  // Lines broken by hand in one name are kept; a comma or full stop is not asked for behind a single name.
  if (one.length === 1) return [make.line('addressee', `${label} ${only}`, { ...at, align: 'centre', before: 14 })];
  const end = facts.regime === 'party' ? ',' : ';';
  return [
    make.line('addressee', label, { ...at, align: 'left', leftIndent: mm(ADDRESSEE.label), before: 14 }),
    ...endLines(given, end, '.').map((line) =>
      make.line('addressee', `- ${line}`, { ...at, align: 'left', leftIndent: mm(ADDRESSEE.list), before: 0 }),
    ),
  ];
}

function opening(
  { regime }: PaperFacts,
  content: PaperContent,
  make: ParagraphMaker,
  text: ParagraphChange,
): readonly TextParagraph[] {
  const words = paperWords[regime];
  const who = content.opening ?? '';
  const gap = { before: 12 };
  const bases = endLines(content.bases, ';', words.lastBasisEnd).map((line, index) =>
    make.line('basis', `${words.basisMark}${line}`, { ...text, ...(index === 0 ? gap : {}) }),
  );
  return who.trim() === ''
    ? bases
    : [
        make.line('opening', who.trim(), { ...text, firstIndent: 0, align: 'centre', before: 12, keepNext: true }),
        ...bases,
      ];
}

function composeBlock(
  block: Block,
  layout: PaperLayout,
  make: ParagraphMaker,
  text: ParagraphChange,
): readonly LetterPart[] {
  switch (block.kind) {
    case 'heading':
      return composeHeading(block, make, text).map(asPart);
    case 'article': {
      const number = { text: `${ARTICLE_WORD} ${String(block.number)}. `, style: 'bold' } as const;
      return [asPart(make.runs('body', [number, ...block.runs], text))];
    }
    case 'item':
      return [asPart(make.runs('body', [{ text: `${block.mark} `, style: 'plain' }, ...block.runs], text))];
    case 'paragraph':
      return [asPart(make.runs('body', block.runs, text))];
    case 'table':
      return composeTable(block.rows, mm(layout.page.width - layout.page.left - layout.page.right), make);
  }
}

function composeHeading(
  { level, number, text: words }: Extract<Block, { kind: 'heading' }>,
  make: ParagraphMaker,
  text: ParagraphChange,
): readonly TextParagraph[] {
  const centred = { ...text, align: 'centre', firstIndent: 0, keepNext: true } as const;
  if (chapterNumber.test(number)) {
    const title = words === '' ? [] : [make.line('section', words, { ...centred, before: 0, role: 'H2' })];
    return [make.line('chapter', number, { ...centred, role: 'H2', before: 12 }), ...title];
  }
  if (number.trim() === '') return [make.line('chapter', words, { ...centred, role: 'H2', before: 10 })];
  const line = `${number.trim()} ${words}`;
  const at = { ...text, align: 'justify', keepNext: true } as const;
  if (level === 1 || romanNumber.test(number.trim()))
    return [make.line('section', line, { ...at, role: 'H2', before: 10 })];
  if (level === 2) return [make.line('heading', line, { ...at, role: 'H3' })];
  return [make.line('subheading', line, { ...at, role: 'H4' })];
}

function asPart(paragraph: TextParagraph): LetterPart {
  return { kind: 'paragraph', paragraph };
}
