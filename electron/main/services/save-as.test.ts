import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSaveAs, toFileName, withTrueEnding } from './save-as.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('saving where the person says', () => {
  it('writes the bytes there', async () => {
    const saveAs = createSaveAs(({ defaultPath }) => Promise.resolve(join(folder, defaultPath)));
    expect(await saveAs.saveBytes('../Sổ văn bản đến.pdf', Buffer.from('x'))).toEqual({
      ok: true,
      value: { saved: true },
    });
    expect(readFileSync(join(folder, '-Sổ văn bản đến.pdf'), 'utf8')).toBe('x');
  });

  it('is not a failure when they cancel', async () => {
    const saveAs = createSaveAs(() => Promise.resolve(undefined));
    expect(await saveAs.saveBytes('a.pdf', Buffer.from('x'))).toEqual({ ok: true, value: { saved: false } });
  });

  it('says so when the place cannot be written', async () => {
    const saveAs = createSaveAs(() => Promise.resolve(join(folder, 'none', 'a.pdf')));
    expect(await saveAs.saveBytes('a.pdf', Buffer.from('x'))).toEqual({ ok: false, error: 'store-failed' });
  });
});

describe('a suggested file name', () => {
  it.each([
    ['Công văn 12/CV.pdf', 'Công văn 12-CV.pdf'],
    ['..\\..\\x.pdf', '-..-x.pdf'],
    ['.bashrc', 'bashrc'],
    ['a\u202efdp.exe', 'a-fdp.exe'],
    ['', 'Tệp'],
    ['...', 'Tệp'],
  ])('%j becomes %j', (given, expected) => {
    expect(toFileName(given)).toBe(expected);
  });

  it('is cut without losing its ending', () => {
    expect(toFileName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(146)}.pdf`);
  });
});

describe('the name of a saved copy', () => {
  const pdf = Buffer.from('%PDF-1.7');
  it.each([
    ['Công văn.pdf', pdf, 'Công văn.pdf'],
    ['Công văn.PDF', pdf, 'Công văn.PDF'],
    ['thu-hoi.lnk', pdf, 'thu-hoi.lnk.pdf'],
    ['bìa.pdf', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'bìa.pdf.jpg'],
    ['kế hoạch.docx', Buffer.from([0x50, 0x4b, 3, 4]), 'kế hoạch.docx'],
    ['kế hoạch.docm', Buffer.from([0x50, 0x4b, 3, 4]), 'kế hoạch.docm.zip'],
    ['báo cáo.exe', Buffer.from('MZ'), 'báo cáo.exe.bin'],
    ['báo cáo.pdf', Buffer.from('<script>'), 'báo cáo.pdf.bin'],
  ])('%j ends as its content is: %#', (name, head, expected) => {
    expect(withTrueEnding(name, head)).toBe(expected);
  });

  it('keeps the true ending of a name that had to be cut', () => {
    expect(withTrueEnding(`${'a'.repeat(200)}.lnk`, pdf)).toMatch(/^a+\.pdf$/);
    expect(withTrueEnding('...', pdf)).toBe('Tệp.pdf');
  });
});
