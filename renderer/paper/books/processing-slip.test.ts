import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { makeTablePdf } from './make-table-pdf.ts';
import { processingSlip, type SlipFacts } from './processing-slip.ts';

const face = (name: string): Uint8Array => readFileSync(`build/fonts/liberation-serif/LiberationSerif-${name}.ttf`);
const fonts = {
  regular: face('Regular'),
  bold: face('Bold'),
  italic: face('Italic'),
  'bold-italic': face('BoldItalic'),
};
const facts: SlipFacts = {
  body: 'ĐẢNG UỶ XÃ NÀ LẦU',
  arrivalNumber: '1283',
  receivedOn: '22/11/2026',
  symbol: '84-KH/TU',
  issuedOn: '19/11/2026',
  issuer: 'Ban Thường vụ Tỉnh uỷ',
  abstract: 'Kế hoạch thực hiện chuyển đổi số trong các cơ quan đảng '.repeat(9).slice(0, 500),
  urgency: 'Khẩn',
  pages: '4 trang, 1 bản',
  directives: [],
  lead: '',
  support: '',
  dueOn: '',
  result: '',
  printedAt: '10:41 22/11/2026',
};

async function pagesOf(given: SlipFacts): Promise<readonly string[]> {
  const reading = getDocument({ data: await makeTablePdf(processingSlip(given), fonts), verbosity: 0 });
  const pdf = await reading.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const { items } = await (await pdf.getPage(at + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  await reading.destroy();
  return pages;
}

test('the slip of a new paper is one page with lines to write on', async () => {
  const pages = await pagesOf(facts);
  expect(pages).toHaveLength(1);
  for (const words of ['PHIẾU XỬ LÝ VĂN BẢN ĐẾN', 'Số 1283, ngày 22/11/2026', 'Đề xuất của Văn phòng', '......'])
    expect(pages[0]).toContain(words);
});

test('what has been decided stands in place of the lines', async () => {
  const [page] = await pagesOf({
    ...facts,
    directives: ['Bí thư Nông Văn Mẫu (22/11/2026): Giao Văn phòng'],
    lead: 'Văn phòng',
  });
  expect(page).toContain('Bí thư Nông Văn Mẫu (22/11/2026): Giao Văn phòng');
});
