import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tcvn3HighLetters } from './legacy-encoding-table.ts';
import {
  detectLegacyEncoding,
  fromLegacyEncoding,
  fromTcvn3,
  fromVni,
  type LegacyEncoding,
} from './legacy-encoding.ts';

describe('old encodings in small samples', () => {
  it('reads TCVN3', () => {
    const pasted = 'Ban ChÊp hµnh Trung ­¬ng §¶ng céng s¶n ViÖt Nam';
    expect(detectLegacyEncoding(pasted)).toBe('tcvn3');
    expect(fromTcvn3(pasted)).toBe('Ban Chấp hành Trung ương Đảng cộng sản Việt Nam');
  });

  it('reads a single name in TCVN3', () => {
    expect(detectLegacyEncoding('NguyÔn V¨n A')).toBe('tcvn3');
    expect(fromTcvn3('NguyÔn V¨n A')).toBe('Nguyễn Văn A');
  });

  it('keeps the curly quotes and dashes Windows put into TCVN3 text', () => {
    expect(fromTcvn3('“häc tËp” – lµm theo…')).toBe('“học tập” – làm theo…');
  });

  it('reads VNI with capitals', () => {
    expect(detectLegacyEncoding('Xin chaøo caùc baïn')).toBe('vni');
    expect(fromVni('Xin chaøo caùc baïn')).toBe('Xin chào các bạn');
    expect(fromVni('COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM')).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(fromVni('Ñöôøng loái, nöôùc, ngöôøi, yeâu')).toBe('Đường lối, nước, người, yêu');
  });

  it.each([
    'Đảng uỷ xã Nà Lầu',
    'Các cô, các bà có tài',
    'Kế hoạch triển khai',
    '',
    'Plain English text',
    'Café Müller, naïve Zoë',
    '© 2026 ®',
    '20 °C, 5 µm',
    'TB/TU',
    'Hòa và hoà',
    'Số 12-NQ/ĐU'.normalize('NFD'),
  ])('leaves %j alone', (text) => {
    expect(detectLegacyEncoding(text)).toBeUndefined();
  });

  it('every TCVN3 letter comes back from its code', () => {
    const letters = [...tcvn3HighLetters]
      .map((letter, index) => ({ letter, code: String.fromCharCode(0x80 + index) }))
      .filter(({ letter }) => letter !== '·');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...letters, { letter: ' ', code: ' ' }, { letter: 'n', code: 'n' })),
        (parts) => fromTcvn3(parts.map(({ code }) => code).join('')) === parts.map(({ letter }) => letter).join(''),
      ),
    );
  });
});

const corpus = new URL('../../../shared/corpus/text/', import.meta.url);
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.warn('legacy-encoding: corpus/text is not here, its truth files are skipped');

describe.skipIf(!hasCorpus)('old encodings in the corpus', () => {
  const read = (name: string, as: BufferEncoding): string => readFileSync(new URL(name, corpus), as);
  const truth = (): string =>
    read('derived/nd161-utf8-bom-crlf.txt', 'utf8').replace('\ufeff', '').replaceAll('\r\n', '\n').normalize('NFC');

  it.each<[string, LegacyEncoding]>([
    ['derived/nd161-tcvn5712.txt', 'tcvn3'],
    ['derived/nd161-viscii.txt', 'viscii'],
    ['derived/nd161-windows-1258.txt', 'windows-1258'],
  ])('%s becomes its truth letter by letter', (name, encoding) => {
    const text = read(name, 'latin1');
    expect(detectLegacyEncoding(text)).toBe(encoding);
    expect(fromLegacyEncoding(text, encoding)).toBe(truth());
  });

  it('reads the foreign VISCII sample', () => {
    const text = read('vi-viscii.txt', 'latin1');
    expect(detectLegacyEncoding(text)).toBe('viscii');
    expect(fromLegacyEncoding(text, 'viscii')).toBe(read('vi-utf-8.txt', 'utf8').normalize('NFC'));
  });

  it('leaves Unicode of every form alone', () => {
    for (const name of ['derived/nd161-utf8-nfd.txt', 'derived/nd161-mixed-nfc-nfd.txt', 'vi-utf-8.txt']) {
      expect(detectLegacyEncoding(read(name, 'utf8'))).toBeUndefined();
    }
  });
});
