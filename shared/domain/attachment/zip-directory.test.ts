import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { readZipDirectory, zipLimits } from './zip-directory.ts';

const plain = zipSync({ 'a.xml': strToU8('<a/>'.repeat(100)), 'b/c.xml': strToU8('x') });

function codeOf(bytes: Uint8Array, limits = zipLimits): string {
  const read = readZipDirectory(bytes, limits);
  return read.ok ? 'ok' : read.error.code;
}

/** Changes bytes of the directory's record of an entry; `at` counts from its signature. */
function withDirectory(bytes: Uint8Array, number: number, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = new Uint8Array(bytes);
  const view = new DataView(copy.buffer);
  let found = -1;
  for (let at = 0; at < copy.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) {
      found += 1;
      if (found === number) {
        change(view, at);
        return copy;
      }
    }
  throw new Error('the test ZIP has no such entry');
}

describe('the directory of a ZIP', () => {
  it('lists what is in it', () => {
    const read = readZipDirectory(plain);
    expect(read.ok && read.value.map(({ name, size }) => [name, size])).toEqual([
      ['a.xml', 400],
      ['b/c.xml', 1],
    ]);
  });

  it.each(['../a.xml', '/etc/passwd', 'a/../../b', 'C:/x.exe', 'a\\b.xml'])('refuses the name %s', (name) => {
    expect(codeOf(zipSync({ [name]: strToU8('x') }))).toBe('file-path-trick');
  });

  it('refuses a directory that names another file than the file itself', () => {
    expect(codeOf(withDirectory(plain, 0, (view, at) => view.setUint8(at + 46, 0x7a)))).toBe('file-path-trick');
  });

  it('refuses what is encrypted', () => {
    expect(codeOf(withDirectory(plain, 0, (view, at) => view.setUint16(at + 8, 1, true)))).toBe('file-password');
  });

  it('refuses two entries over the same bytes', () => {
    const first = new DataView(plain.buffer, plain.byteOffset);
    expect(first.getUint32(0, true)).toBe(0x04034b50);
    const twins = zipSync({ 'a.xml': [strToU8('same'), { level: 0 }], 'b.xml': [strToU8('same'), { level: 0 }] });
    const overlapping = withDirectory(twins, 1, (view, at) => {
      view.setUint32(at + 42, 0, true);
      view.setUint8(at + 46, 0x61);
    });
    expect(codeOf(overlapping)).toMatch(/file-(bomb|path-trick)/);
    const swollen = withDirectory(twins, 0, (view, at) => {
      view.setUint32(at + 20, 60, true);
      view.setUint32(at + 24, 60, true);
    });
    expect(codeOf(swollen)).toBe('file-bomb');
  });

  it('refuses more than it would unpack: by ratio, by total, by number', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(30 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(60_000);
    expect(codeOf(bomb)).toBe('file-bomb');
    expect(codeOf(plain, { ...zipLimits, totalBytes: 400 })).toBe('file-bomb');
    expect(codeOf(plain, { ...zipLimits, entries: 1 })).toBe('file-bomb');
    expect(codeOf(withDirectory(plain, 0, (view, at) => view.setUint32(at + 24, 0xffffffff, true)))).toBe('file-bomb');
  });

  it('refuses what has no end', () => {
    expect(codeOf(plain.subarray(0, plain.length - 4))).toBe('file-truncated');
    expect(codeOf(new Uint8Array())).toBe('file-truncated');
  });
});

const corpus = new URL('../../../../shared/corpus/office/', import.meta.url);
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => /\.(?:docx|xlsx)$/.test(name)) : [];
if (files.length === 0) console.warn('zip-directory: corpus/office is not here, real files are skipped');

describe.skipIf(files.length === 0)('real Word and Excel files', () => {
  it.each(files)('%s is listed as yauzl lists it', async (name) => {
    const bytes = readFileSync(new URL(name, corpus));
    const read = readZipDirectory(new Uint8Array(bytes));
    expect(read.ok && read.value.map((entry) => [entry.name, entry.size, entry.crc])).toEqual(await listByYauzl(bytes));
  });
});

function listByYauzl(bytes: Buffer): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: false }, (error, zip) => {
      if (error !== null) {
        reject(error);
        return;
      }
      const entries: unknown[] = [];
      zip.on('entry', (entry: { fileName: string; uncompressedSize: number; crc32: number }) =>
        entries.push([entry.fileName, entry.uncompressedSize, entry.crc32 >>> 0]),
      );
      zip.on('end', () => resolve(entries));
      zip.on('error', reject);
    });
  });
}
