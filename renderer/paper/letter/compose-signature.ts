import { placeTones } from '#shared/base/vietnamese-tone-place.ts';
import { paperWords } from '#shared/domain/paper/paper-words-table.ts';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import type { PaperLayout } from '#shared/domain/paper/paper-layout.ts';
import type { LetterColumns, LetterPart } from './letter-parts.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { endLines } from './end-lines.ts';
import { mm, type ParagraphMaker } from './paragraph-maker.ts';

/** Four empty lines for the signature and the seal (HD 05-HD/VPTW). */
const SIGNING_ROOM = 4 * 17;
const BEFORE = 14;

/** Nơi nhận on the left, who signs on the right; on minutes two signatures, and nơi nhận under them. */
export function composeSignature(
  facts: PaperFacts,
  content: PaperContent,
  layout: PaperLayout,
  make: ParagraphMaker,
): readonly LetterPart[] {
  const widths = { leftWidth: mm(layout.signature.left), rightWidth: mm(layout.signature.right) };
  const recipients = recipientLines(facts, content, make);
  const chair = signer(facts, make);
  if (facts.form !== 'minutes') return [columns(recipients, chair, widths, BEFORE)];
  const words = paperWords[facts.regime];
  const recorder = [make.line('authority', words.recorder), ...nameLine(content.recorder ?? '', make)];
  const title = make.line('authority', placeTones(words.chair, facts.style.tone));
  const both = columns(recorder, [title, ...chair.slice(-1)], widths, BEFORE);
  return recipients.length === 0 ? [both] : [both, columns(recipients, [], widths, BEFORE)];
}

function columns(
  left: readonly TextParagraph[],
  right: readonly TextParagraph[],
  widths: Pick<LetterColumns, 'leftWidth' | 'rightWidth'>,
  before: number,
): LetterColumns {
  return { kind: 'columns', place: 'signature', left, right, ...widths, before };
}

function signer(facts: PaperFacts, make: ParagraphMaker): readonly TextParagraph[] {
  const { lines, name } = facts.signature;
  return [...lines.map(({ part, text }) => make.line(part, text)), ...nameLine(name, make)];
}

function nameLine(name: string, make: ParagraphMaker): readonly TextParagraph[] {
  return [make.line('signer', name, { before: SIGNING_ROOM })];
}

/** Each ends with a semicolon, the last with a full stop (HD 05-HD/VPTW; NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 9). */
function recipientLines(
  { regime, typist }: PaperFacts,
  content: PaperContent,
  make: ParagraphMaker,
): readonly TextParagraph[] {
  const lines = endLines(content.recipients, ';', '.');
  if (lines.length === 0) return [];
  const left = { align: 'left' } as const;
  return [
    make.line('recipients-label', paperWords[regime].recipients, left),
    ...lines.map((line) => make.line('recipient', `- ${line}`, left)),
    ...(typist === '' ? [] : [make.line('typist', typist, { ...left, before: 2 })]),
  ];
}
