import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, PaperContent } from '#shared/domain/paper/paper-content.ts';
import { defaultPaperStyle, formOf, type PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { Measure } from '../fonts.ts';
import { composeLetter, layoutOf } from './compose-letter.ts';
import { layOutLetter } from './lay-out-letter.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { mm } from './paragraph-maker.ts';

const measure: Measure = (text, face, size) => text.length * size * (face === 'bold' ? 0.52 : 0.46);
const words = fc.stringMatching(/^[a-zđêơư]{1,12}( [a-zđêơư]{1,12}){0,40}$/u);
const runs = fc.array(fc.record({ text: words, style: fc.constantFrom('plain', 'bold', 'italic') }), { maxLength: 3 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({ kind: fc.constant('item' as const), mark: fc.constantFrom('-', '1.', 'a)'), runs }),
  fc.record({ kind: fc.constant('article' as const), number: fc.integer({ min: 1, max: 99 }), runs }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.integer({ min: 1, max: 4 }),
    number: fc.constantFrom('', 'I-', '1.', 'Chương I'),
    text: words,
  }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.array(words, { maxLength: 4 }), { maxLength: 5 }),
  }),
);
const content: fc.Arbitrary<PaperContent> = fc.record({
  addressees: fc.array(words, { maxLength: 5 }),
  bases: fc.array(words, { maxLength: 4 }),
  blocks: fc.array(block, { maxLength: 40 }),
  recipients: fc.array(words, { maxLength: 60 }),
  recorder: words,
  opening: words,
});
const typeIds = [
  'party-letter',
  'party-decision',
  'party-minutes',
  'state-letter',
  'state-report',
  'state-minutes',
  'state-introduction',
  'unknown',
];
const facts: fc.Arbitrary<PaperFacts> = fc
  .record({ typeId: fc.constantFrom(...typeIds), abstract: words })
  .map(({ typeId, abstract }) => ({
    regime: typeId.startsWith('state') ? 'state' : 'party',
    typeId,
    form: formOf(typeId),
    above: 'ĐẢNG BỘ TỈNH LẠNG SƠN',
    issuer: 'ĐẢNG UỶ XÃ NÀ LẦU',
    numberLine: 'Số 05-NQ/ĐU',
    placeAndDate: 'Nà Lầu, ngày 05 tháng 02 năm 2026',
    typeName: 'NGHỊ QUYẾT',
    abstract,
    urgencyMark: 'KHẨN',
    circulation: '',
    draftMark: '',
    signature: { lines: [{ part: 'authority', text: 'T/M ĐẢNG UỶ' }], name: 'Nông Thị Đào' },
    typist: '',
    style: defaultPaperStyle,
    record: { urgency: 'urgent' } as OutgoingFields,
    bodyKind: 'committee',
  }));

const textOf = ({ pieces }: Pick<TextParagraph, 'pieces'>): string => pieces.map(({ text }) => text).join('');
const squeeze = (text: string): string => text.replace(/\s/gu, '');

test('every word is set once, inside the margins, whatever somebody wrote', () => {
  fc.assert(
    fc.property(facts, content, (paper, written) => {
      const letter = composeLetter(paper, written);
      const layout = layoutOf(paper);
      const pages = layOutLetter(letter, layout, measure);
      const set = pages.flatMap(({ lines }) => lines.filter(({ isRepeated }) => !isRepeated));
      const wanted = letter.parts.flatMap((part) => {
        if (part.kind === 'paragraph') return [part.paragraph];
        return part.kind === 'columns' ? [...part.left, ...part.right] : [part.head, ...part.rows].flat();
      });
      for (const paragraph of wanted) {
        const lines = set.filter(({ line }) => line.paragraph === paragraph);
        expect(squeeze(lines.map(({ line }) => textOf(line.text)).join(''))).toBe(squeeze(textOf(paragraph)));
      }
      for (const { line, x, y } of pages.flatMap(({ lines }) => lines)) {
        expect(x).toBeGreaterThanOrEqual(mm(layout.page.left) - 0.1);
        expect(y).toBeGreaterThan(mm(layout.page.top));
        expect(y).toBeLessThan(mm(layout.page.height - layout.page.bottom) + 0.1);
        expect(line.text.stretch ?? 0).toBeGreaterThanOrEqual(-0.05);
      }
    }),
    { numRuns: 150 },
  );
});

test('a signature never stands on a page without text of the paper', () => {
  fc.assert(
    fc.property(
      facts,
      fc.array(
        runs.filter((each) => each.length > 0),
        { minLength: 2, maxLength: 60 },
      ),
      (paper, texts) => {
        const blocks = texts.map((each): Block => ({ kind: 'paragraph', runs: each }));
        const written: PaperContent = { addressees: [], bases: [], blocks, recipients: ['nơi nhận', 'Lưu'] };
        const pages = layOutLetter(composeLetter(paper, written), layoutOf(paper), measure);
        const last = pages.at(-1)?.lines.map(({ line }) => line.paragraph.element) ?? [];
        expect(last).toContain('signer');
        expect(last.filter((element) => element === 'body').length).toBeGreaterThanOrEqual(1);
      },
    ),
    { numRuns: 150 },
  );
});

test('no page tears off the first or the last line of a paragraph', () => {
  fc.assert(
    fc.property(
      facts,
      fc.array(
        block.filter(({ kind }) => kind === 'heading' || kind === 'paragraph'),
        { minLength: 30, maxLength: 60 },
      ),
      (paper, blocks) => {
        const pages = layOutLetter(
          composeLetter(paper, { addressees: [], bases: [], blocks, recipients: ['Lưu'] }),
          layoutOf(paper),
          measure,
        );
        const all = pages.flatMap(({ lines }) => lines.map(({ line }) => line));
        for (const { lines } of pages.slice(0, -1)) {
          const end = lines.at(-1)?.line;
          const count = all.filter(({ paragraph }) => paragraph === end?.paragraph).length;
          const here = lines.filter(({ line }) => line.paragraph === end?.paragraph).length;
          if (count > 1) expect(here === count || (here >= 2 && count - here >= 2)).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});
