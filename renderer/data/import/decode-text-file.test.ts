import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectLegacyEncoding, fromTcvn3 } from '#shared/base/legacy-encoding.ts';
import { decodeTextFile } from './decode-text-file.ts';

const sample = 'Họ tên;Quê quán\nLò Thị Mẫu;Nà Lầu, xã Đồng Mẫu\n';
const wide = (text: string, isBig: boolean, mark: boolean): Uint8Array => {
  const all = mark ? `\ufeff${text}` : text;
  return Uint8Array.from(
    [...all].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return isBig ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
    }),
  );
};

describe('a text file', () => {
  it.each([
    ['utf-8', new TextEncoder().encode(sample)],
    ['utf-8', new TextEncoder().encode(`\ufeff${sample}`)],
    ['utf-16le', wide(sample, false, true)],
    ['utf-16be', wide(sample, true, true)],
    ['utf-16le', wide(sample, false, false)],
    ['utf-16be', wide(sample, true, false)],
  ])('in %s is read', (encoding, bytes) => {
    expect(decodeTextFile(bytes)).toEqual({ text: sample, encoding });
  });

  it('of plain letters is UTF-8', () => {
    expect(decodeTextFile(new TextEncoder().encode('a;b\n1;2'))).toEqual({ text: 'a;b\n1;2', encoding: 'utf-8' });
  });
});

const corpus = new URL('../../../../shared/corpus/text/derived/', import.meta.url);
const truthFile = new URL('nd161-utf8-bom-crlf.txt', corpus);
if (!existsSync(truthFile)) console.warn('decode-text-file: corpus/text is not here, real files are skipped');

describe.skipIf(!existsSync(truthFile))('one decree in several encodings', () => {
  const read = (name: string): string => decodeTextFile(readFileSync(new URL(name, corpus))).text;
  const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const truth = existsSync(truthFile) ? tidy(readFileSync(truthFile, 'utf8')) : '';

  it.each(['nd161-utf8-nfd.txt', 'nd161-mixed-nfc-nfd.txt', 'nd161-windows-1258.txt', 'nd161-viscii.txt'])(
    '%s says the same',
    (name) => {
      expect(tidy(read(name))).toBe(truth);
    },
  );

  it('in TCVN3 is left to be converted with a preview', () => {
    const text = read('nd161-tcvn5712.txt');
    expect(detectLegacyEncoding(text)).toBe('tcvn3');
    expect(tidy(fromTcvn3(text))).toBe(truth);
  });
});
