import { existsSync, readdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatCell } from '#renderer/data/files/cell-format.ts';
import { openWorkbook } from './read-workbook.ts';
import type { Sheet } from './read-sheet-rows.ts';

function sheetOf(bytes: Uint8Array, at = 0): Sheet {
  const book = openWorkbook(bytes);
  if (!book.ok) throw new Error(book.error.code);
  const sheet = book.value.readSheet(at);
  if (!sheet.ok) throw new Error(sheet.error.code);
  return sheet.value;
}

async function makeBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Thu đảng phí');
  sheet.addRow(['Họ và tên', 'Ngày', 'Số tiền', 'Tỷ lệ', 'Cộng']);
  sheet.addRow([
    'Nông Văn Mẫu',
    new Date(Date.UTC(2026, 10, 20)),
    1234567.5,
    0.125,
    { formula: 'C2*2', result: 2469135 },
  ]);
  sheet.getCell('B2').numFmt = 'dd/mm/yyyy';
  sheet.getCell('C2').numFmt = '#,##0.0';
  sheet.getCell('D2').numFmt = '0.0%';
  sheet.getCell('A4').value = { richText: [{ text: 'hai ' }, { text: 'mảnh', font: { bold: true } }] };
  sheet.mergeCells('A5:C6');
  sheet.getCell('A5').value = 'ô gộp';
  sheet.getCell('B8').value = true;
  sheet.getColumn(1).width = 30;
  book.addWorksheet('Trống');
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a workbook', () => {
  it('shows what Excel shows: dates, grouped numbers, values of formulas, merged areas', async () => {
    const bytes = await makeBook();
    const book = openWorkbook(bytes);
    expect(book.ok && book.value.names).toEqual(['Thu đảng phí', 'Trống']);
    const sheet = sheetOf(bytes);
    expect(sheet.rows[1]).toEqual(['Nông Văn Mẫu', '20/11/2026', '1.234.567,5', '12,5 %', '2469135']);
    expect(sheet.rows[2]).toEqual([]);
    expect(sheet.rows[3]).toEqual(['hai mảnh']);
    expect(sheet.merges).toEqual([{ top: 4, left: 0, bottom: 5, right: 2 }]);
    expect(sheet.rows[7]?.[1]).toBe('TRUE');
    expect(sheet.widths[0]).toBe(215);
    expect(sheetOf(bytes, 1).rows).toEqual([]);
  });

  it('cuts a sheet without end and refuses what is no sheet', () => {
    const put = (sheet: string): Uint8Array =>
      zipSync({
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>'),
        'xl/worksheets/sheet1.xml': strToU8(sheet),
      });
    const far = sheetOf(
      put(
        '<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="900000"><c><v>2</v></c></row></sheetData></worksheet>',
      ),
    );
    expect([far.rows.length, far.isCut]).toEqual([1, true]);
    const broken = openWorkbook(put('<worksheet><sheetData>'));
    expect(broken.ok && broken.value.readSheet(0).ok).toBe(false);
    expect(openWorkbook(strToU8('PK')).ok).toBe(false);
  });

  it.each([
    ['45981', 'date', '20/11/2025'],
    ['0.5', 'time', '12:00'],
    ['45981.25', 'date-time', '20/11/2025 06:00'],
    ['0.1', 'general', '0,1'],
    ['1e21', 'date', '1e+21'],
    ['abc', 'date', 'abc'],
    ['-1234.5', 'grouped', '-1.234,5'],
  ] as const)('writes %s as %s: %s', (raw, format, text) => {
    expect(formatCell(raw, format, false)).toBe(text);
  });
});

const corpus = new URL('../../../../shared/corpus/office/', import.meta.url);
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.xlsx')) : [];
if (files.length === 0) console.warn('read-workbook: corpus/office is not here, real files are skipped');

describe.skipIf(files.length === 0)('real Excel files', () => {
  it.each(files)('%s has the texts another reader finds', async (name) => {
    const bytes = readFileSync(new URL(name, corpus));
    const other = new ExcelJS.Workbook();
    await other.xlsx.load(new Uint8Array(bytes).buffer);
    for (const [at, theirs] of other.worksheets.entries()) {
      const { rows } = sheetOf(new Uint8Array(bytes), at);
      let compared = 0;
      theirs.eachRow((row, rowNumber) => {
        row.eachCell((cell, column) => {
          if (typeof cell.value !== 'string') return;
          compared += 1;
          expect(rows[rowNumber - 1]?.[column - 1]).toBe(cell.value);
        });
      });
      if (at === 0) expect(compared).toBeGreaterThan(100);
    }
  });
});
