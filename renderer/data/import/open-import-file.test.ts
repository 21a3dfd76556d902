import { existsSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textOfCell, type ImportSheet, type SheetCell } from '#shared/domain/import/sheet-cell.ts';
import { findHeader, headerPieces } from '#shared/domain/import/find-header.ts';
import { openImportFile } from './open-import-file.ts';

function sheetOf(bytes: Uint8Array, name = 'ds.xlsx', at = 0): ImportSheet {
  const file = openImportFile(bytes, name);
  if (!file.ok) throw new Error(file.error.code);
  const sheet = file.value.readSheet(at);
  if (!sheet.ok) throw new Error(sheet.error.code);
  return sheet.value;
}

function codeOf(bytes: Uint8Array, name = 'ds.xlsx'): string {
  const file = openImportFile(bytes, name);
  if (!file.ok) return file.error.code;
  const sheet = file.value.readSheet(0);
  return sheet.ok ? 'ok' : sheet.error.code;
}

const cell = (sheet: ImportSheet, row: number, column: number): SheetCell => sheet.rows[row - 1]?.[column] ?? '';

async function bytesOf(build: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  build(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook of raw XML, for what no library writes. */
function rawBook(sheetXml: string, styles = '', strings = ''): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet>${sheetXml}</worksheet>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
  });
}

describe('a sheet from outside', () => {
  it('keeps what its cells are: days, numbers, errors, formulas with and without a value, rich text, merged and hidden parts', async () => {
    const bytes = await bytesOf((book) => {
      const sheet = book.addWorksheet('DS');
      sheet.getCell('A1').value = new Date(Date.UTC(1945, 2, 2));
      sheet.getCell('A1').numFmt = 'dd/mm/yyyy';
      sheet.getCell('B1').value = 20301012345;
      sheet.getCell('C1').value = { error: '#REF!' };
      sheet.getCell('D1').value = { formula: 'B1', result: 7 };
      sheet.getCell('E1').value = { richText: [{ text: 'hai ' }, { text: 'mảnh', font: { bold: true } }] };
      sheet.getCell('F1').value = { formula: 'IF(1,"chữ","")', result: 'chữ' };
      sheet.mergeCells('A3:A4');
      sheet.getRow(4).hidden = true;
      sheet.getColumn(6).hidden = true;
      sheet.getCell('B4').value = 'x';
    });
    const sheet = sheetOf(bytes);
    expect(cell(sheet, 1, 0)).toEqual({ text: '1945-03-02', kind: 'date', date: '1945-03-02' });
    expect(cell(sheet, 1, 1)).toEqual({ text: '20301012345', kind: 'number' });
    expect(cell(sheet, 1, 2)).toEqual({ text: '#REF!', kind: 'error' });
    expect(cell(sheet, 1, 3)).toEqual({ text: '7', kind: 'number' });
    expect(cell(sheet, 1, 4)).toBe('hai mảnh');
    expect(cell(sheet, 1, 5)).toBe('chữ');
    expect(sheet.merges).toEqual([{ top: 2, left: 0, bottom: 3, right: 0 }]);
    expect([sheet.hiddenRows, sheet.hiddenColumns]).toEqual([[3], [5]]);
    const uncomputed = rawBook('<sheetData><row r="1"><c r="A1"><f>B1+1</f></c></row></sheetData>');
    expect(cell(sheetOf(uncomputed), 1, 0)).toEqual({ text: '', kind: 'no-value' });
  });

  it('counts days from 1900 or 1904, with the day that never was', () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const days = [1, 59, 61, 25569].map((day, at) => `<c r="${'ABCD'[at] ?? ''}1" s="0"><v>${String(day)}</v></c>`);
    const sheet = sheetOf(rawBook(`<sheetData><row r="1">${days.join('')}</row></sheetData>`, styles));
    expect(sheet.rows[0]?.map(textOfCell)).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '1970-01-01']);
  });

  it('converts what bears an old font, run by run, and leaves what was typed in Unicode', () => {
    const fonts =
      '<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font><font><name val=".VnTimeH"/></font><font><name val="VNI-Times"/></font></fonts>';
    const styles = `${fonts}<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/></cellXfs>`;
    const strings =
      '<si><t>NguyÔn V¨n An</t></si><si><t>Nguyễn Văn An</t></si><si><t>nguyÔn v¨n an</t></si><si><t>Xin chaøo</t></si>' +
      '<si><r><rPr><rFont val=".VnTime"/></rPr><t xml:space="preserve">NguyÔn </t></r><r><rPr><rFont val="Arial"/></rPr><t>Thị Ánh_x000D_</t></r></si>';
    const cells =
      '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" s="2" t="s"><v>2</v></c>' +
      '<c r="D1" s="3" t="s"><v>3</v></c><c r="E1" s="0" t="s"><v>4</v></c><c r="F1" s="0" t="s"><v>0</v></c>';
    const sheet = sheetOf(rawBook(`<sheetData><row r="1">${cells}</row></sheetData>`, styles, strings));
    expect(sheet.rows[0]).toEqual([
      { text: 'NguyÔn V¨n An', kind: 'text', converted: 'Nguyễn Văn An' },
      'Nguyễn Văn An',
      { text: 'nguyÔn v¨n an', kind: 'text', converted: 'NGUYỄN VĂN AN' },
      { text: 'Xin chaøo', kind: 'text', converted: 'Xin chào' },
      { text: 'NguyÔn Thị Ánh\r', kind: 'text', converted: 'Nguyễn Thị Ánh\r' },
      'NguyÔn V¨n An',
    ]);
  });

  it('is refused by name when it is old, a page, a password, a program, no table, too long, or bears a mark', async () => {
    expect(codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe('sheet-old-format');
    expect(codeOf(strToU8('<html><table><tr><td>Họ tên</td></tr></table></html>'), 'ds.xls')).toBe('sheet-web-page');
    expect(codeOf(new Uint8Array(0))).toBe('file-empty');
    expect(codeOf(strToU8('%PDF-1.7'))).toBe('file-kind-unknown');
    expect(codeOf(rawBook('<sheetData></sheetData>'))).toBe('sheet-empty');
    expect(codeOf(rawBook('<sheetData><row r="1"><c r="A1"><v>1'))).toBe('file-unreadable');
    expect(codeOf(rawBook('<sheetData><row r="70000"><c r="A70000"><v>1</v></c></row></sheetData>'))).toBe(
      'sheet-too-long',
    );
    const marked = await bytesOf((book) => {
      const sheet = book.addWorksheet('DS');
      sheet.addRow(['MẬT']);
      sheet.addRow(['Họ và tên', 'Năm sinh', 'Quê quán']);
    });
    expect(codeOf(marked)).toBe('file-secret-mark');
    const named = await bytesOf((book) => {
      const sheet = book.addWorksheet('DS');
      sheet.addRow(['Họ và đệm', 'Tên', 'Năm sinh']);
      sheet.addRow(['NÔNG VĂN', 'MẬT', '1970']);
    });
    expect(codeOf(named)).toBe('ok');
  });
});

const register = new URL('../../../../shared/corpus/office/register-400-legal-docs-dirty.xlsx', import.meta.url);
if (!existsSync(register)) console.warn('open-import-file: corpus/office is not here, the real file is skipped');

describe.skipIf(!existsSync(register))('a real dirty register', () => {
  it('is read on every sheet as another reader reads it', async () => {
    const bytes = new Uint8Array(readFileSync(register));
    const other = new ExcelJS.Workbook();
    await other.xlsx.load(bytes.slice().buffer);
    let compared = 0;
    for (const [at, theirs] of other.worksheets.entries()) {
      const sheet = sheetOf(bytes, 'r.xlsx', at);
      theirs.eachRow((row, rowNumber) => {
        row.eachCell((held, column) => {
          if (typeof held.value !== 'string' && typeof held.value !== 'number') return;
          compared += 1;
          expect(textOfCell(cell(sheet, rowNumber, column - 1))).toBe(String(held.value));
        });
      });
    }
    expect(compared).toBeGreaterThan(2000);
  });

  it('is no list of members: no head is made up for it', () => {
    const sheet = sheetOf(new Uint8Array(readFileSync(register)));
    const head = findHeader(sheet);
    expect(head === undefined ? [] : headerPieces(sheet, head).flat()).not.toContain('Họ và tên');
  });
});
