/** State papers of nine types, set as PDF and DOCX, measured by poppler and pdf.js against Nghị định 30/2020/NĐ-CP, Phụ lục I: margins, places, sizes, faces, words, tags. */
import {
  expectLetter,
  expectSameText,
  expectSound,
  type LayoutExpectations,
  type PageRule,
} from '#e2e/office/expect-layout.ts';
import { readPaperFonts, stateLetters, type LayoutLetter } from '#e2e/office/layout-letters.ts';
import { measurePdf, type MeasuredPdf } from '#e2e/office/measure-pdf.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { makeLetterDocx } from '#renderer/paper/letter/make-letter-docx.ts';
import { makeLetterPdf } from '#renderer/paper/letter/make-letter-pdf.ts';

// What the law asks for is written down again here: the program's own tables are what is on trial.
const page: PageRule = { top: 20, bottom: 20, left: 30, right: 15 };
const blocks = { left: [30, 100], right: [100, 195], text: [30, 195], signature: [108, 195] } as const;
const mm = (value: number): number => (value * 72) / 25.4;

type Words = {
  readonly number: string;
  readonly date: string;
  readonly type: string;
  readonly sign: readonly string[];
};
const expected: Readonly<Record<string, Words>> = {
  'state-decision': {
    number: 'Số: 15/QĐ-UBND',
    date: 'Nà Lầu, ngày 03 tháng 02 năm 2026',
    type: 'QUYẾT ĐỊNH',
    sign: ['CHỦ TỊCH'],
  },
  'state-letter': {
    number: 'Số: 05/UBND',
    date: 'Nà Lầu, ngày 05 tháng 11 năm 2026',
    type: '',
    sign: ['TM. UỶ BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  },
  'state-notice': {
    number: 'Số: 112/TB-UBND',
    date: 'Nà Lầu, ngày 12 tháng 10 năm 2026',
    type: 'THÔNG BÁO',
    sign: ['TM. UỶ BAN NHÂN DÂN', 'CHỦ TỊCH'],
  },
  'state-report': {
    number: 'Số: 260/BC-UBND',
    date: 'Nà Lầu, ngày 30 tháng 9 năm 2026',
    type: 'BÁO CÁO',
    sign: ['TM. UỶ BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  },
  'state-plan': {
    number: 'Số: 08/KH-UBND',
    date: 'Nà Lầu, ngày 01 tháng 12 năm 2026',
    type: 'KẾ HOẠCH',
    sign: ['TM. UỶ BAN NHÂN DÂN', 'CHỦ TỊCH'],
  },
  'state-submission': {
    number: 'Số: 33/TTr-UBND',
    date: 'Nà Lầu, ngày 08 tháng 7 năm 2026',
    type: 'TỜ TRÌNH',
    sign: ['TM. UỶ BAN NHÂN DÂN', 'CHỦ TỊCH'],
  },
  'state-minutes': { number: 'Số: 21/BB-UBND', date: '', type: 'BIÊN BẢN', sign: ['THƯ KÝ', 'CHỦ TOẠ'] },
  'state-invitation': {
    number: 'Số: 47/GM-UBND',
    date: 'Nà Lầu, ngày 02 tháng 10 năm 2026',
    type: 'GIẤY MỜI',
    sign: ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'],
  },
  'state-introduction': {
    number: 'Số: 02/GGT-UBND',
    date: 'Nà Lầu, ngày 20 tháng 01 năm 2026',
    type: 'GIẤY GIỚI THIỆU',
    sign: ['CHỦ TỊCH'],
  },
};

await runProof('layout-state', async ({ say }) => {
  const fonts = readPaperFonts();
  expectEqual(
    stateLetters.map(({ name }) => name),
    Object.keys(expected),
    'every letter has its expectations',
  );
  let lines = 0;
  for (const letter of stateLetters) {
    const pdf = await measurePdf(
      await makeLetterPdf(letter.facts, letter.content, fonts, { createdAt: new Date('2026-11-22T02:00:00Z') }),
    );
    const words = expected[letter.name] as Words;
    expectSound(letter, pdf, page);
    const expectations = expectLetter(letter, pdf);
    expectHeader(letter, words, expectations);
    expectTitle(letter, words, pdf, expectations);
    expectBody(letter, pdf);
    expectSignature(letter, words, pdf);
    if (letter.name === 'state-letter') expectLetterMarks(pdf);
    if (letter.name === 'state-decision') expectDecision(pdf, expectations);
    expectSameText(letter, pdf, await makeLetterDocx(letter.facts, letter.content, fonts), page);
    lines += pdf.lines.length;
    say(
      `${letter.name}: ${String(pdf.pages)} pages, ${String(pdf.lines.length)} lines, ${String(pdf.fonts.length)} fonts, DOCX the same`,
    );
  }
  return `${String(stateLetters.length)} types, ${String(lines)} lines measured`;
});

function expectHeader(
  { name }: LayoutLetter,
  words: Words,
  { looks, centred, ruleBelow, line, noText }: LayoutExpectations,
): void {
  const nation = 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM';
  const motto = 'Độc lập - Tự do - Hạnh phúc';
  looks(nation, { size: 12, face: 'bold' });
  looks(motto, { size: 13, face: 'bold' });
  ruleBelow(motto, [0.99, 1.01]);
  looks('UBND TỈNH MẪU', { size: 12, face: 'regular' });
  looks('UỶ BAN NHÂN DÂN XÃ NÀ LẦU', { size: 12, face: 'bold' });
  ruleBelow('UỶ BAN NHÂN DÂN XÃ NÀ LẦU', [1 / 3, 1 / 2]);
  looks(words.number, { size: 13, face: 'regular' });
  for (const text of [nation, motto]) centred(text, ...blocks.right);
  for (const text of ['UBND TỈNH MẪU', 'UỶ BAN NHÂN DÂN XÃ NÀ LẦU', words.number]) centred(text, ...blocks.left);
  noText('ĐẢNG CỘNG SẢN');
  if (words.date === '') return noText('Nà Lầu, ngày');
  looks(words.date, { size: 13, face: 'italic' });
  centred(words.date, ...blocks.right);
  expectThat(
    line(words.date).y1 - line(words.number).y1,
    (gap) => Math.abs(gap) < 0.5,
    `${name}: number and date stand on one line`,
  );
}

function expectTitle(
  { name, facts }: LayoutLetter,
  words: Words,
  pdf: MeasuredPdf,
  { looks, centred, noText }: LayoutExpectations,
): void {
  if (words.type === '') return noText('CÔNG VĂN');
  const type = looks(words.type, { size: 14, face: 'bold' });
  centred(words.type, ...blocks.text);
  if (facts.abstract === '') return;
  const at = pdf.structure.findIndex(({ text }) => text === words.type);
  expectEqual(pdf.structure[at]?.role, 'H1', `${name}: the type is the title to a screen reader`);
  expectEqual(pdf.structure[at + 1]?.text.trim(), facts.abstract, `${name}: abstract under the type`);
  const abstract = pdf.lines.filter(
    ({ page: on, y1, face, size }) =>
      on === 1 && y1 > type.y1 + 2 && y1 < type.y1 + 60 && face === 'bold' && size === 14,
  );
  const bottom = Math.max(...abstract.map(({ y2 }) => y2));
  const longest = Math.max(...abstract.map(({ x1, x2 }) => x2 - x1));
  const rule = pdf.rules.find(({ page: on, y1, y2 }) => on === 1 && y1 === y2 && y1 > bottom - 3 && y1 < bottom + 8);
  const share = ((rule?.x2 ?? 0) - (rule?.x1 ?? 0)) / longest;
  expectThat(
    share,
    (value) => value >= 1 / 3 && value <= 1 / 2,
    `${name}: rule below the abstract, a third to a half of it`,
  );
}

/** Single to one and a half lines, 6 points at least between paragraphs, the end mark. */
function expectBody({ name, facts }: LayoutLetter, pdf: MeasuredPdf): void {
  const body = pdf.lines.filter(({ size, x1, x2 }) => size === facts.style.bodySize && x1 < 120 && x2 - x1 > 300);
  const steps = body.slice(1).flatMap((each, index) => {
    const before = body[index];
    return before?.page === each.page ? [each.y1 - before.y1] : [];
  });
  const least = facts.style.bodySize * 1.107;
  expectThat(
    steps.filter((step) => step < least || (step > facts.style.bodySize * 1.15 * 1.5 && step < least + 6)),
    (wrong) => wrong.length === 0,
    `${name}: 1 to 1.5 lines apart`,
  );
  expectThat(
    pdf.structure.some(({ text }) => text.trimEnd().endsWith('./.')),
    Boolean,
    `${name}: the end mark`,
  );
}

function expectSignature({ name, facts, content }: LayoutLetter, words: Words, pdf: MeasuredPdf): void {
  const last = pdf.lines.filter(({ page: on }) => on === pdf.pages);
  const find = (text: string) => last.findLast((each) => each.text === text);
  const label = find('Nơi nhận:');
  expectEqual([label?.size, label?.face], [12, 'bold-italic'], `${name}: Nơi nhận 12 pt bold italic`);
  expectThat(label?.x1 ?? 0, (x) => Math.abs(x - mm(30)) < 0.6, `${name}: Nơi nhận at the left margin`);
  const items = last.filter(({ text, size }) => text.startsWith('- ') && size === 11);
  expectEqual(items.length, content.recipients.length, `${name}: a line for each recipient, 11 pt`);
  expectEqual(
    items.map(({ text }) => text.slice(-1)).join(''),
    `${';'.repeat(items.length - 1)}.`,
    `${name}: ends of the recipients`,
  );
  expectThat(
    items.at(-1)?.text ?? '',
    (text) => text.startsWith('- Lưu: VT'),
    `${name}: last line says where it is kept`,
  );
  for (const text of words.sign)
    expectEqual([find(text)?.size, find(text)?.face], [14, 'bold'], `${name}: ${text} bold, 14 pt`);
  const signer = find(facts.signature.name);
  expectEqual([signer?.size, signer?.face], [14, 'bold'], `${name}: name of the signer`);
  const above = find(words.sign.at(-1) ?? '');
  expectThat((signer?.y1 ?? 0) - (above?.y2 ?? 0), (room) => room >= 4 * 14, `${name}: room to sign`);
  const middle = mm((blocks.signature[0] + blocks.signature[1]) / 2);
  for (const each of [above, signer])
    expectThat(
      ((each?.x1 ?? 0) + (each?.x2 ?? 0)) / 2,
      (x) => Math.abs(x - middle) < 1.5,
      `${name}: signature in the middle of the right part`,
    );
}

/** Subject 6 pt under the number, upright 12 pt; stamp 40 × 8 mm; addressees line up under the colon; typist in 11 pt. */
function expectLetterMarks(pdf: MeasuredPdf): void {
  const subject = pdf.lines.find(({ text }) => text.startsWith('V/v '));
  const number = pdf.lines.find(({ text }) => text.startsWith('Số: '));
  expectEqual([subject?.size, subject?.face], [12, 'regular'], 'subject of a State letter');
  expectThat((subject?.y1 ?? 0) - (number?.y2 ?? 0), (gap) => gap >= 6 && gap < 10, 'subject 6 pt under the number');
  const sides = pdf.rules
    .filter(({ y1, y2, x1, x2 }) => y1 === y2 && Math.abs(x2 - x1 - mm(40)) < 0.5)
    .map(({ y1 }) => y1);
  expectEqual(sides.length, 2, 'THƯỢNG KHẨN stands in a frame 40 mm wide');
  expectThat(Math.abs((sides[0] ?? 0) - (sides[1] ?? 0)), (height) => Math.abs(height - mm(8)) < 0.5, 'and 8 mm high');
  const label = pdf.lines.find(({ text }) => text === 'Kính gửi:');
  const names = pdf.lines.filter(({ text, size }) => text.startsWith('- ') && size === 14);
  expectEqual(
    names.map(({ text }) => text.slice(-1)),
    [';', '.'],
    'addressees end with a semicolon and a full stop',
  );
  for (const each of names)
    expectThat(each.x1 - (label?.x2 ?? 0), (gap) => Math.abs(gap) < 6, 'addressees begin under the colon');
  expectEqual(pdf.lines.find(({ text }) => text === 'TTB (15)')?.size, 11, 'initials and copies in 11 pt');
}

/** Who decides above the bases; bases in italics with their marks; QUYẾT ĐỊNH: in the middle; Điều in bold. */
function expectDecision(pdf: MeasuredPdf, { looks, centred }: LayoutExpectations): void {
  looks('CHỦ TỊCH UỶ BAN NHÂN DÂN XÃ TÊN XÃ (MẪU)', { size: 14, face: 'bold' });
  const bases = pdf.lines.filter(({ text }) => /^(?:Căn cứ|Theo đề nghị)/u.test(text));
  expectEqual(
    bases.map(({ face }) => face),
    ['italic', 'italic', 'italic'],
    'bases in italics',
  );
  expectEqual(
    bases.map(({ text }) => text.slice(-1)),
    [';', ';', '.'],
    'bases end with semicolons, the last with a full stop',
  );
  looks('QUYẾT ĐỊNH:', { size: 14, face: 'bold' });
  centred('QUYẾT ĐỊNH:', ...blocks.text);
  expectEqual(
    pdf.lines.filter(({ text }) => /^Điều \d\. /u.test(text)).map(({ face }) => face),
    ['bold', 'bold', 'bold'],
    'Điều n. in bold',
  );
}
