import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { PaperFonts } from '../fonts.ts';
import { makeSheetPdf } from '../sheet/make-sheet-pdf.ts';
import type { SheetPart } from '../sheet/sheet-parts.ts';
import { introductionPaper, type IntroductionFacts } from './introduction-paper.ts';

const face = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../build/fonts/liberation-serif/LiberationSerif-${name}.ttf`, import.meta.url));
const fonts: PaperFonts = {
  regular: face('Regular'),
  bold: face('Bold'),
  italic: face('Italic'),
  'bold-italic': face('BoldItalic'),
};

/** Names and places as long as offices have them. */
const facts: Omit<IntroductionFacts, 'kind'> = {
  member: {
    name: { full: 'Hoàng Thị Thuỳ Dương', family: 'Hoàng', middle: 'Thị Thuỳ', given: 'Dương' },
    bornOn: toPartialDate('1985-03-02'),
    nativePlace: 'Xóm Bản Mới, xã Nà Lầu, huyện Mẫu (cũ), tỉnh Mẫu',
    address: 'Tổ dân phố số 14, phường Mẫu Thượng, thành phố Mẫu, tỉnh Mẫu',
    admittedOn: toPartialDate('2010-02-03'),
    officialOn: toPartialDate('2011-02-03'),
    cardNumber: '12345678',
    fileNumber: '012345ABC',
    partyPost: 'Đảng uỷ viên, Bí thư Chi bộ Trường Phổ thông dân tộc bán trú',
  },
  committee: 'ĐẢNG UỶ XÃ NÀ LẦU',
  above: 'ĐẢNG BỘ TỈNH MẪU',
  place: 'Nà Lầu',
  fromCell: 'Chi bộ Trường Phổ thông dân tộc bán trú Trung học cơ sở Nà Lầu',
  recipient: 'Đảng uỷ phường Mẫu Thượng, tỉnh khác',
  toCell: 'Chi bộ tổ dân phố số 14',
  number: '05-GTSHĐ/ĐU',
  issuedOn: toPlainDate('2026-11-22'),
  reason: 'Chuyển công tác theo quyết định của cơ quan có thẩm quyền',
  feePaidUntil: '11/2026',
  until: toPlainDate('2027-05-22'),
  showBy: toPlainDate('2027-01-04'),
  signBody: 'T/M BAN THƯỜNG VỤ',
  signPost: 'PHÓ BÍ THƯ',
  signer: 'Vi Văn Mẫu',
};

/** All words of a sheet, in reading order. */
function wordsOf(parts: readonly SheetPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'columns') return part.columns.map((column) => wordsOf(column.parts)).join('\n');
      if (part.kind === 'fields') return part.fields.map(({ label, value }) => `${label} ${value}`).join('\n');
      return part.kind === 'text' && typeof part.text === 'string' ? part.text : '';
    })
    .join('\n');
}

describe('an introduction paper', () => {
  for (const kind of ['official', 'temporary', 'internal', 'abroad'] as const)
    it(`of the kind ${kind} stands on one page with its stub, number, person and both places`, async () => {
      const sheet = introductionPaper({ ...facts, kind });
      const words = wordsOf(sheet.parts);
      for (const said of [facts.member.name.full, facts.number, facts.fromCell, facts.toCell])
        expect(words.split(said).length - 1, said).toBeGreaterThanOrEqual(2);
      expect(words.includes('22/05/2027')).toBe(kind === 'temporary');
      expect(words.includes('04/01/2027')).toBe(kind !== 'internal');
      const pdf = await PDFDocument.load(await makeSheetPdf(sheet, fonts, new Date(0)));
      expect(pdf.getPageCount()).toBe(1);
    });
});
