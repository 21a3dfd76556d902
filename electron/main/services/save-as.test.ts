import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSaveAs, toFileName } from './save-as.ts';

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
