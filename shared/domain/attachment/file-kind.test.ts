import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { attachmentKindOf, endingOf, signatureOf } from './file-kind.ts';
import { cleanFileName } from './file-name.ts';

const pdf = strToU8('%PDF-1.7\n%%EOF');
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const zipOf = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const docx = zipOf('[Content_Types].xml', 'word/document.xml');
const xlsx = zipOf('[Content_Types].xml', 'xl/workbook.xml');

describe('the kind of a file', () => {
  it.each([
    [pdf, 'a.PDF', 'application/pdf'],
    [pdf, 'Kế hoạch số 84-KH', 'application/pdf'],
    [pdf, 'a.exe.pdf', 'application/pdf'],
    [png, 'a.png', 'image/png'],
    [jpeg, 'a.jpeg', 'image/jpeg'],
    [docx, 'a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [xlsx, 'a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('%# is told by its content', (bytes, name, mime) => {
    expect(attachmentKindOf(bytes, name)).toEqual({ ok: true, value: mime });
  });

  it.each([
    [pdf, 'a.docx', 'file-kind-lies'],
    [pdf, 'a.pdf.exe', 'file-kind-lies'],
    [pdf, 'vănbản\u202efdp.exe', 'file-kind-lies'],
    [pdf, 'a.exe ..', 'file-kind-lies'],
    [docx, 'a.xlsx', 'file-kind-lies'],
    [docx, 'a.pdf', 'file-kind-lies'],
    [docx, 'a.docm', 'file-kind-lies'],
    [strToU8('MZ\u0090'), 'a.pdf', 'file-not-pdf'],
    [strToU8('MZ\u0090'), 'a.png', 'file-kind-lies'],
    [strToU8('MZ\u0090'), 'a.exe', 'file-kind-unknown'],
    [zipOf('a.txt'), 'a.docx', 'file-kind-lies'],
    [zipOf('a.txt'), 'a.zip', 'file-kind-unknown'],
    [ole, 'a.doc', 'file-kind-unknown'],
    [ole, 'a.docx', 'file-kind-lies'],
    [docx.subarray(0, docx.length - 30), 'a.docx', 'file-truncated'],
  ])('%# is refused for what it is', (bytes, name, code) => {
    expect(attachmentKindOf(bytes, name)).toEqual({ ok: false, error: { code } });
  });

  it('finds the header of a PDF behind a mail header, but not beyond 1,024 bytes', () => {
    expect(signatureOf(strToU8(`X-Mail: 1\r\n${'x'.repeat(900)}%PDF-1.4`))).toBe('pdf');
    expect(signatureOf(strToU8(`${'x'.repeat(1100)}%PDF-1.4`))).toBe('unknown');
  });

  it('takes only letters for an ending', () => {
    expect([endingOf('12.3'), endingOf('a.ĐU'), endingOf('.pdf'), endingOf('a.b.c')]).toEqual(['', '', 'pdf', 'c']);
  });
});

describe('a name from outside', () => {
  it.each([
    ['C:\\Users\\a\\Kế hoạch.pdf', 'Kế hoạch.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['Kế hoạch.pdf'.normalize('NFD'), 'Kế hoạch.pdf'],
    ['', 'document.pdf'],
    ['....', 'document.pdf'],
    ['vănbản\u202efdp.pdf', 'vănbảnfdp.pdf'],
    ['a\u0000.exe\u0000.pdf', 'a.exe.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['lpt1', '_lpt1.pdf'],
    ['a:b*c?.pdf', 'a_b_c_.pdf'],
    ['Số 12-BC.ĐU', 'Số 12-BC.ĐU.pdf'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
  ])('%j becomes %j', (given, shown) => {
    expect(cleanFileName(given)).toBe(shown);
  });

  it('gets the ending of its true kind', () => {
    expect(cleanFileName('ảnh', 'image/jpeg')).toBe('ảnh.jpg');
    expect(cleanFileName('ảnh.JPEG', 'image/jpeg')).toBe('ảnh.JPEG');
  });
});
