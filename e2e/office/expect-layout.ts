import type { LayoutLetter } from './layout-letters.ts';
import { docxLayout, docxText } from './docx-text.ts';
import type { MeasuredLine, MeasuredPdf, MeasuredRule } from './measure-pdf.ts';
import { expectEqual, expectThat } from './run-proof.ts';

/** What an element must look like; `size` in points. */
export type Look = { readonly size: number; readonly face: string };

/** Measures a paper is held against, written down again from the law, not taken from the program's tables. Millimetres. */
export type PageRule = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

const mm = (value: number): number => (value * 72) / 25.4;
const near = (one: number, other: number, within: number): boolean => Math.abs(one - other) <= within;

/** Expectations on one measured letter; each says which letter it failed in. */
export type LayoutExpectations = {
  /** The line with exactly this text. */
  readonly line: (text: string, page?: number) => MeasuredLine;
  readonly looks: (text: string, look: Look) => MeasuredLine;
  /** Centred between two distances from the left edge, mm. */
  readonly centred: (text: string, fromMm: number, toMm: number) => void;
  readonly ruleBelow: (text: string, share: readonly [least: number, most: number]) => void;
  readonly noText: (text: string) => void;
};

/** Makes expectations for a letter. */
export function expectLetter({ name }: LayoutLetter, pdf: MeasuredPdf): LayoutExpectations {
  const line = (text: string, page = 1): MeasuredLine => {
    const found = pdf.lines.find((each) => each.page === page && each.text === text);
    if (found === undefined) expectThat(text, () => false, `${name}: no such line on page ${String(page)}`);
    return found as MeasuredLine;
  };
  return {
    line,
    looks: (text, look) => {
      const found = line(text);
      expectEqual({ size: found.size, face: found.face }, { ...look }, `${name}: look of “${text}”`);
      return found;
    },
    centred: (text, fromMm, toMm) => {
      const { x1, x2 } = line(text);
      expectThat(
        (x1 + x2) / 2,
        (middle) => near(middle, mm((fromMm + toMm) / 2), 1.5),
        `${name}: “${text}” in the middle of ${String(fromMm)}–${String(toMm)} mm`,
      );
    },
    ruleBelow: (text, [least, most]) => {
      const above = line(text);
      const rule = ruleUnder(pdf.rules, above);
      expectThat(rule, (each) => each !== undefined, `${name}: rule below “${text}”`);
      const share = rule === undefined ? 0 : (rule.x2 - rule.x1) / (above.x2 - above.x1);
      expectThat(
        share,
        (value) => value >= least && value <= most,
        `${name}: length of the rule below “${text}” against it`,
      );
      expectThat(
        rule === undefined ? 0 : (rule.x1 + rule.x2) / 2,
        (middle) => near(middle, (above.x1 + above.x2) / 2, 1),
        `${name}: rule below “${text}” stands in its middle`,
      );
    },
    noText: (text) =>
      expectThat(
        pdf.lines.filter((each) => each.text.includes(text)).map((each) => each.text),
        (found) => found.length === 0,
        `${name}: “${text}” is nowhere`,
      ),
  };
}

function ruleUnder(rules: readonly MeasuredRule[], line: MeasuredLine): MeasuredRule | undefined {
  return rules.find(
    ({ page, x1, x2, y1, y2 }) =>
      page === line.page && y1 === y2 && y1 > line.y1 && y1 < line.y2 + 6 && x1 >= line.x1 - 1 && x2 <= line.x2 + 1,
  );
}

/** What holds for every paper of either regime: sheet, margins, page numbers, fonts, tags, title, language, and no signature alone on a page. */
export function expectSound({ name, facts }: LayoutLetter, pdf: MeasuredPdf, page: PageRule): void {
  expectThat(
    [pdf.width, pdf.height],
    ([w = 0, h = 0]) => near(w, mm(210), 0.5) && near(h, mm(297), 0.5),
    `${name}: A4`,
  );
  const left = mm(page.left);
  const right = mm(210 - page.right);
  const text = pdf.lines.filter(({ y1 }) => y1 > mm(page.top) - 2);
  const outside = text.filter(({ x1, x2, y2 }) => x1 < left - 1 || x2 > right + 1 || y2 > mm(297 - page.bottom) + 1);
  expectEqual(
    outside.map((each) => each.text),
    [],
    `${name}: lines outside the margins`,
  );
  const running = text.filter(({ x1 }) => near(x1, left, 0.6));
  expectThat(running.length, (count) => count >= 1, `${name}: lines begin at the left margin`);
  // A line that goes on at the left margin has a full line above it; slips may have none.
  const goesOn = running.some(({ size, text: words }) => size === 14 && words !== 'Nơi nhận:');
  const full = text.filter(({ x2 }) => near(x2, right, 0.6)).length;
  expectThat(full, (count) => count >= 1 || !goesOn, `${name}: justified lines end at the right margin`);
  expectThat(
    text.filter(({ x1 }) => near(x1, left + mm(10), 0.6)).length,
    (count) => count >= 2,
    `${name}: paragraphs begin 10 mm in`,
  );
  const top = Math.min(...text.filter((each) => each.page === 1).map(({ y1 }) => y1));
  expectThat(top, (y) => near(y, mm(page.top), 2), `${name}: the first line stands at the top margin`);
  expectPageNumbers(name, pdf, (left + right) / 2);
  for (const font of pdf.fonts) {
    expectThat(
      font.name,
      (each) => /^[A-Z]{6}\+LiberationSerif(?:-Bold|-Italic|-BoldItalic)?$/u.test(each),
      `${name}: font`,
    );
    expectEqual(font.flags, 'yes yes yes', `${name}: ${font.name} is embedded, a subset, and mapped to Unicode`);
  }
  expectEqual(pdf.info.get('Tagged'), 'yes', `${name}: tagged`);
  expectEqual(pdf.language, '(vi-VN)', `${name}: language`);
  expectThat(pdf.showsTitle, Boolean, `${name}: the window shows the title`);
  expectThat(
    pdf.info.get('Title') ?? '',
    (title) => title.includes(facts.record.symbol) && title.includes(facts.abstract),
    `${name}: title`,
  );
  const last = pdf.lines.filter((each) => each.page === pdf.pages);
  const sign = last.findIndex((each) => each.text === facts.signature.name);
  expectThat(sign, (index) => index >= 0, `${name}: the signer stands on the last page`);
  const before = last
    .filter((each) => each.x2 > right - mm(60) || near(each.x1, left + mm(10), 1))
    .filter(({ size }) => size === 14);
  expectThat(before.length, (count) => count >= 3, `${name}: the signature does not stand alone on its page`);
}

function expectPageNumbers(name: string, pdf: MeasuredPdf, middle: number): void {
  expectEqual(
    pdf.lines.filter((each) => each.page === 1 && each.text === '1' && each.y1 < mm(18)),
    [],
    `${name}: no number on the first page`,
  );
  for (let page = 2; page <= pdf.pages; page += 1) {
    const number = pdf.lines.find((each) => each.page === page && each.text === String(page) && each.y1 < mm(18));
    expectThat(number?.size, (size) => size === 13 || size === 14, `${name}: number of page ${String(page)}, 13–14 pt`);
    expectThat(number?.y1 ?? 0, (y) => near(y, mm(10), mm(1)), `${name}: page number about 10 mm from the edge`);
    expectThat(
      ((number?.x1 ?? 0) + (number?.x2 ?? 0)) / 2,
      (x) => near(x, middle, 1),
      `${name}: page number in the middle`,
    );
  }
}

/** The DOCX says the same as the PDF, line breaks apart, in the same margins and a Times font. */
export function expectSameText({ name }: LayoutLetter, pdf: MeasuredPdf, docx: Uint8Array, page: PageRule): void {
  const ofPdf = pdf.structure.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');
  expectEqual(docxText(docx), ofPdf, `${name}: text of the DOCX`);
  expectEqual(
    docxLayout(docx),
    { margins: { ...page }, fonts: ['Times New Roman'] },
    `${name}: margins and fonts of the DOCX`,
  );
}
