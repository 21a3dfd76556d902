/** Party papers of eight types, set as PDF and DOCX, measured by poppler and pdf.js against HD 05-HD/VPTW: margins, places, sizes, faces, words, tags. */
import {
  expectLetter,
  expectSameText,
  expectSound,
  type LayoutExpectations,
  type PageRule,
} from '#e2e/office/expect-layout.ts';
import { partyLetters, readPaperFonts, type LayoutLetter } from '#e2e/office/layout-letters.ts';
import { measurePdf, type MeasuredPdf } from '#e2e/office/measure-pdf.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { makeLetterDocx } from '#renderer/paper/letter/make-letter-docx.ts';
import { makeLetterPdf } from '#renderer/paper/letter/make-letter-pdf.ts';

// What the law asks for is written down again here: the program's own tables are what is on trial.
const page: PageRule = { top: 20, bottom: 20, left: 30, right: 15 };
const blocks = { left: [30, 105], right: [105, 195], text: [30, 195], signature: [106, 195] } as const;

type Words = {
  readonly number: string;
  readonly date: string;
  readonly type: string;
  readonly sign: readonly string[];
  readonly post: string;
};
const expected: Readonly<Record<string, Words>> = {
  'party-resolution': {
    number: 'Số 05-NQ/ĐU',
    date: 'Nà Lầu, ngày 05 tháng 02 năm 2026',
    type: 'NGHỊ QUYẾT',
    sign: ['T/M ĐẢNG UỶ'],
    post: 'BÍ THƯ',
  },
  'party-decision': {
    number: 'Số 12-QĐ/ĐU',
    date: 'Nà Lầu, ngày 10 tháng 3 năm 2026',
    type: 'QUYẾT ĐỊNH',
    sign: ['T/M BAN THƯỜNG VỤ'],
    post: 'PHÓ BÍ THƯ',
  },
  'party-notice': {
    number: 'Số 38-TB/ĐU',
    date: 'Nà Lầu, ngày 22 tháng 11 năm 2026',
    type: 'THÔNG BÁO',
    sign: ['T/L BAN THƯỜNG VỤ'],
    post: 'CHÁNH VĂN PHÒNG',
  },
  'party-report': {
    number: 'Số 140-BC/ĐU',
    date: 'Nà Lầu, ngày 01 tháng 10 năm 2026',
    type: 'BÁO CÁO',
    sign: ['T/M BAN THƯỜNG VỤ'],
    post: 'PHÓ BÍ THƯ',
  },
  'party-programme': {
    number: 'Số 09-CTr/ĐU',
    date: 'Nà Lầu, ngày 09 tháng 12 năm 2026',
    type: 'CHƯƠNG TRÌNH',
    sign: ['T/M ĐẢNG UỶ'],
    post: 'BÍ THƯ',
  },
  'party-submission': {
    number: 'Số 07-TTr/ĐU',
    date: 'Nà Lầu, ngày 31 tháng 01 năm 2026',
    type: 'TỜ TRÌNH',
    sign: ['T/M BAN THƯỜNG VỤ'],
    post: 'PHÓ BÍ THƯ',
  },
  'party-letter': {
    number: 'Số 120-CV/ĐU',
    date: 'Nà Lầu, ngày 05 tháng 9 năm 2026',
    type: '',
    sign: ['T/L BAN THƯỜNG VỤ'],
    post: 'CHÁNH VĂN PHÒNG',
  },
  'party-minutes': {
    number: 'Số 05-BB/ĐU',
    date: '',
    type: 'BIÊN BẢN',
    sign: ['NGƯỜI GHI BIÊN BẢN', 'CHỦ TRÌ HỘI NGHỊ'],
    post: '',
  },
};

await runProof('layout-party', async ({ say }) => {
  const fonts = readPaperFonts();
  expectEqual(
    partyLetters.map(({ name }) => name),
    Object.keys(expected),
    'every letter has its expectations',
  );
  let lines = 0;
  for (const letter of partyLetters) {
    const pdf = await measurePdf(
      await makeLetterPdf(letter.facts, letter.content, fonts, { createdAt: new Date('2026-11-22T02:00:00Z') }),
    );
    const words = expected[letter.name] as Words;
    expectSound(letter, pdf, page);
    const expectations = expectLetter(letter, pdf);
    expectHeader(letter, words, expectations);
    expectTitle(letter, words, pdf, expectations);
    expectBody(letter, pdf, expectations);
    expectSignature(letter, words, pdf);
    expectSameText(letter, pdf, await makeLetterDocx(letter.facts, letter.content, fonts), page);
    lines += pdf.lines.length;
    say(
      `${letter.name}: ${String(pdf.pages)} pages, ${String(pdf.lines.length)} lines, ${String(pdf.fonts.length)} fonts, DOCX the same`,
    );
  }
  expectMarks(await measureByName('party-letter', fonts), await measureByName('party-programme', fonts));
  return `${String(partyLetters.length)} types, ${String(lines)} lines measured`;
});

function expectHeader(
  letter: LayoutLetter,
  words: Words,
  { looks, centred, ruleBelow, line, noText }: LayoutExpectations,
): void {
  looks('ĐẢNG CỘNG SẢN VIỆT NAM', { size: 15, face: 'bold' });
  centred('ĐẢNG CỘNG SẢN VIỆT NAM', ...blocks.right);
  ruleBelow('ĐẢNG CỘNG SẢN VIỆT NAM', [0.99, 1.01]);
  const above = looks('ĐẢNG BỘ TỈNH MẪU', { size: 14, face: 'regular' });
  const issuer = looks('ĐẢNG UỶ XÃ NÀ LẦU', { size: 14, face: 'bold' });
  const star = looks('*', { size: 14, face: 'regular' });
  const number = looks(words.number, { size: 14, face: 'regular' });
  for (const text of ['ĐẢNG BỘ TỈNH MẪU', 'ĐẢNG UỶ XÃ NÀ LẦU', '*', words.number]) centred(text, ...blocks.left);
  const heights = [above, issuer, star, number].map(({ y1 }) => y1);
  expectEqual(
    heights,
    heights.toSorted((a, b) => a - b),
    `${letter.name}: order of the left block`,
  );
  noText('CỘNG HOÀ');
  noText('Số:');
  if (words.date === '') noText('Nà Lầu, ngày');
  else {
    looks(words.date, { size: 14, face: 'italic' });
    centred(words.date, ...blocks.right);
    expectThat(
      line(words.date).y1 - line('ĐẢNG CỘNG SẢN VIỆT NAM').y2,
      (gap) => gap > 8,
      `${letter.name}: the date stands below the rule`,
    );
  }
}

function expectTitle(
  { name, facts }: LayoutLetter,
  words: Words,
  pdf: MeasuredPdf,
  { looks, centred, noText, line }: LayoutExpectations,
): void {
  if (words.type === '') {
    const subject = pdf.lines.find(({ text }) => text.startsWith('V/v '));
    expectEqual(
      { size: subject?.size, face: subject?.face },
      { size: 12, face: 'italic' },
      `${name}: subject under the number`,
    );
    expectThat(subject?.y1 ?? 0, (y) => y > line(words.number).y1, `${name}: subject stands under the number`);
    noText('CÔNG VĂN');
    return;
  }
  looks(words.type, { size: 16, face: 'bold' });
  centred(words.type, ...blocks.text);
  looks('-----', { size: 14, face: 'regular' });
  centred('-----', ...blocks.text);
  const abstract = pdf.structure[pdf.structure.findIndex(({ text }) => text === words.type) + 1];
  expectEqual(abstract?.text.trim(), facts.abstract, `${name}: abstract under the type`);
  expectEqual(
    pdf.structure.find(({ text }) => text === words.type)?.role,
    'H1',
    `${name}: the type is the title to a screen reader`,
  );
}

/** Line by line 18 points, paragraphs 6 points apart, no State end mark. */
function expectBody({ name }: LayoutLetter, pdf: MeasuredPdf, { noText }: LayoutExpectations): void {
  noText('./.');
  noText('[[');
  const body = pdf.lines.filter(({ size, x1, x2 }) => size === 14 && x1 < 120 && x2 - x1 > 300);
  const steps = body.slice(1).flatMap((each, index) => {
    const before = body[index];
    return before?.page === each.page ? [Math.round((each.y1 - before.y1) * 10) / 10] : [];
  });
  expectThat(steps.filter((step) => step === 18).length, (count) => count >= 1, `${name}: lines stand 18 pt apart`);
  expectThat(
    steps.filter((step) => step < 18),
    (tight) => tight.length === 0,
    `${name}: no lines closer than 18 pt`,
  );
}

function expectSignature({ name, facts, content }: LayoutLetter, words: Words, pdf: MeasuredPdf): void {
  const last = pdf.lines.filter(({ page: on }) => on === pdf.pages);
  const find = (text: string) => last.findLast((each) => each.text === text);
  const label = find('Nơi nhận:');
  expectEqual([label?.size, label?.face], [14, 'regular'], `${name}: Nơi nhận 14 pt upright`);
  expectThat(
    pdf.rules.some(
      (rule) =>
        rule.page === pdf.pages &&
        Math.abs(rule.x1 - (label?.x1 ?? 0)) < 1 &&
        rule.y1 > (label?.y1 ?? 0) &&
        rule.y1 < (label?.y2 ?? 0),
    ),
    Boolean,
    `${name}: Nơi nhận is underlined`,
  );
  const items = last.filter(({ text, size }) => text.startsWith('- ') && size === 12);
  expectEqual(items.length, content.recipients.length, `${name}: a line for each recipient, 12 pt`);
  expectThat(
    items.at(-1)?.text ?? '',
    (text) => text.startsWith('- Lưu ') && text.endsWith('.') && !text.includes('VT'),
    `${name}: last line says where it is kept`,
  );
  for (const text of words.sign) expectEqual([find(text)?.size, find(text)?.face], [14, 'bold'], `${name}: ${text}`);
  const signer = find(facts.signature.name);
  expectEqual([signer?.size, signer?.face], [14, 'bold'], `${name}: name of the signer`);
  if (words.post === '') return;
  const post = find(words.post);
  expectEqual([post?.size, post?.face], [14, 'regular'], `${name}: the post is not bold`);
  expectThat((signer?.y1 ?? 0) - (post?.y2 ?? 0), (room) => room >= 4 * 14, `${name}: four lines of room to sign`);
  const middle = ((blocks.signature[0] + blocks.signature[1]) / 2) * (72 / 25.4);
  for (const each of [find(words.sign[0] ?? ''), post, signer])
    expectThat(
      ((each?.x1 ?? 0) + (each?.x2 ?? 0)) / 2,
      (x) => Math.abs(x - middle) < 1.5,
      `${name}: signature block in the middle of the right part`,
    );
  expectThat(
    (label?.y1 ?? 0) - (find(words.sign[0] ?? '')?.y1 ?? 0),
    (gap) => Math.abs(gap) < 2,
    `${name}: Nơi nhận stands beside the signature`,
  );
}

async function measureByName(name: string, fonts: ReturnType<typeof readPaperFonts>): Promise<MeasuredPdf> {
  const letter = partyLetters.find((each) => each.name === name) as LayoutLetter;
  return measurePdf(
    await makeLetterPdf(letter.facts, letter.content, fonts, { createdAt: new Date('2026-11-22T02:00:00Z') }),
  );
}

/** The stamp of urgency stands framed under the number, the mark of who may read in the top margin; addressees line up under the colon. */
function expectMarks(letter: MeasuredPdf, programme: MeasuredPdf): void {
  const stamp = letter.lines.find(({ text }) => text === 'KHẨN');
  expectThat(
    stamp?.y1 ?? 0,
    (y) => y > (letter.lines.find(({ text }) => text.startsWith('Số '))?.y1 ?? 999),
    'stamp of urgency under the number',
  );
  const frame = letter.rules.filter(({ y1, y2, x1, x2 }) => y1 === y2 && Math.abs(x2 - x1 - (20 * 72) / 25.4) < 0.5);
  expectEqual(frame.length, 2, 'KHẨN stands in a frame 20 mm wide');
  const label = letter.lines.find(({ text }) => text === 'Kính gửi:');
  const names = letter.lines.filter(
    ({ text, size, x1 }) => text.startsWith('- ') && size === 14 && x1 > (label?.x1 ?? 0),
  );
  expectEqual(
    names.map(({ text }) => text.slice(-1)),
    [',', '.'],
    'addressees end with a comma and a full stop',
  );
  for (const each of names)
    expectThat(each.x1 - (label?.x2 ?? 0), (gap) => Math.abs(gap) < 6, 'addressees begin under the colon');
  const mark = programme.lines.find(({ text }) => text === 'LƯU HÀNH NỘI BỘ');
  expectThat(mark?.y2 ?? 999, (y) => y < (20 * 72) / 25.4, 'who may read it stands in the top margin');
  const table = programme.structure.filter(({ role }) => role === 'TH').map(({ text }) => text);
  expectEqual(
    table,
    ['STT', 'Nội dung', 'Cơ quan chuẩn bị', 'Thời gian'],
    'heads of the table are heads to a screen reader',
  );
}
