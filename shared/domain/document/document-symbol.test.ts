import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocumentSymbol, suggestDocumentTypes } from './document-symbol.ts';

describe('parseDocumentSymbol', () => {
  it.each([
    // right as typed
    ['84-KH/TU', 'party', '84-KH/TU'],
    ['24-BS/UBKTTU', 'party', '24-BS/UBKTTU'],
    ['120-CV/VPTU', 'party', '120-CV/VPTU'],
    ['367-QĐ/TWĐTN-VP', 'party', '367-QĐ/TWĐTN-VP'],
    ['05-TB/BCĐTW', 'party', '05-TB/BCĐTW'],
    ['12-CV/VP', 'party', '12-CV/VP'],
    ['08-KH/MTTQ', 'party', '08-KH/MTTQ'],
    ['15/QĐ-UBND', 'state', '15/QĐ-UBND'],
    ['1120/SNV-VTLT', 'state', '1120/SNV-VTLT'],
    ['15/UBND-VP', 'state', '15/UBND-VP'],
    ['12/KH-MTTQ-BTT', 'state', '12/KH-MTTQ-BTT'],
    ['21/CT-TTg', 'state', '21/CT-TTg'],
    ['892/QĐ-TTg', 'state', '892/QĐ-TTg'],
    ['161/2026/NĐ-CP', 'state', '161/2026/NĐ-CP'],
    ['51/2024/QH15', 'state', '51/2024/QH15'],
    ['89/2025/UBTVQH15', 'state', '89/2025/UBTVQH15'],
    ['01/2022/TTLT-VKSNDTC-TANDTC-BCA-BQP-BLĐTBXH', 'state', '01/2022/TTLT-VKSNDTC-TANDTC-BCA-BQP-BLĐTBXH'],
    // sloppy
    ['Số 5-NQ/ĐU', 'party', '05-NQ/ĐU'],
    ['Số: 15/QĐ-UBND', 'state', '15/QĐ-UBND'],
    ['số:84 – kh / tu', 'party', '84-KH/TU'],
    ['12 nq du', 'party', '12-NQ/ĐU'],
    ['12nq/du', 'party', '12-NQ/ĐU'],
    ['so 7 ttr vptu', 'party', '07-TTr/VPTU'],
    ['3 ctr/tu.', 'party', '03-CTr/TU'],
    ['15 qd ubnd', 'state', '15/QĐ-UBND'],
    ['1120/snv-vtlt', 'state', '1120/SNV-VTLT'],
    ['161/2026/nd-cp', 'state', '161/2026/NĐ-CP'],
    ['21/ct-ttg', 'state', '21/CT-TTg'],
    ['12a-KH/TU', 'party', '12a-KH/TU'],
    ['0012-KH/TU', 'party', '0012-KH/TU'],
    ['15/QĐ-UBND'.normalize('NFD'), 'state', '15/QĐ-UBND'],
    // misprints
    ['01/NQ-TU', 'party', '01-NQ/TU'],
    ['15-QĐ/UBND', 'state', '15/QĐ-UBND'],
    ['TB/TU', 'party', 'TB/TU'],
    ['433-NQ/TƯ', 'party', '433-NQ/TƯ'],
    // unknown bodies stay as typed
    ['12-NQ/XYZab', 'party', '12-NQ/XYZab'],
    ['77/ABC-def', 'state', '77/ABC-def'],
    ['77/abc-def', 'state', '77/ABC-DEF'],
  ])('reads %s', (typed, regime, display) => {
    expect(parseDocumentSymbol(typed)).toMatchObject({ regime, display });
  });

  it('takes the parts apart', () => {
    expect(parseDocumentSymbol('Số: 161/2026/NĐ-CP')).toEqual({
      regime: 'state',
      number: '161',
      year: 2026,
      typeCode: 'NĐ',
      body: 'CP',
      display: '161/2026/NĐ-CP',
    });
    expect(parseDocumentSymbol('9 cv/vpđu')).toEqual({
      regime: 'party',
      number: '09',
      year: undefined,
      typeCode: 'CV',
      body: 'VPĐU',
      display: '09-CV/VPĐU',
    });
    expect(parseDocumentSymbol('15/UBND-VP')).toMatchObject({ typeCode: '', body: 'UBND-VP' });
  });

  it.each(['không số', 'Thư của một cử tri', '', '---', 'Báo Nhân Dân', '2026'])('leaves %j as typed', (typed) => {
    expect(parseDocumentSymbol(typed)).toMatchObject({ regime: 'unknown', display: typed });
  });

  it('takes a page pasted by mistake as no symbol, at once', () => {
    const page = `- ${'. '.repeat(50_000)}x`;
    const before = process.cpuUsage();
    expect(parseDocumentSymbol(page)).toMatchObject({ regime: 'unknown', number: '' });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
  });

  it('reading the right form again changes nothing', () => {
    const chunk = fc.string({
      unit: fc.constantFrom(...Array.from('ABCĐHKNQSTUVWabkđ129')),
      minLength: 1,
      maxLength: 5,
    });
    const typed = fc
      .tuple(fc.nat(2000), fc.constantFrom('-', '/', ' ', ' – '), chunk, fc.constantFrom('-', '/', ' '), chunk)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        const once = parseDocumentSymbol(text).display;
        return parseDocumentSymbol(once).display === once;
      }),
    );
  });

  it('never throws and never loses the digits of the number', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (text) => parseDocumentSymbol(text).display.length <= text.normalize('NFC').length * 3 + 2,
      ),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom('-KH/TU', '/QĐ-UBND', ' nq du', '/abc'),
        (number, rest) => Number.parseInt(parseDocumentSymbol(`${number}${rest}`).number, 10) === number,
      ),
    );
  });
});

describe('suggestDocumentTypes', () => {
  const idsOf = (typed: string): readonly string[] =>
    suggestDocumentTypes(parseDocumentSymbol(typed)).map((type) => type.id);

  it('offers both Party types that share QĐ', () => {
    expect(idsOf('294-QĐ/TW')).toEqual(['party-decision', 'party-regulation']);
  });

  it('offers one State type', () => {
    expect(idsOf('15/QĐ-UBND')).toEqual(['state-decision']);
    expect(idsOf('161/2026/NĐ-CP')).toEqual(['state-decree']);
    expect(idsOf('07/2026/TT-BNV')).toEqual(['state-circular']);
    expect(idsOf('25/2026/NQ-CP')).toEqual(['state-resolution']);
    expect(idsOf('1120/SNV-VTLT')).toEqual(['state-letter']);
  });

  it('offers the Party letter by its CV and nothing for an unread text', () => {
    expect(idsOf('120-CV/VPTU')).toEqual(['party-letter']);
    expect(idsOf('51/2024/QH15')).toEqual(['state-resolution', 'state-law']);
    expect(idsOf('không số')).toEqual([]);
  });
});

const manifest = new URL('../../../../shared/corpus/manifest.tsv', import.meta.url);
const hasCorpus = existsSync(manifest);
if (!hasCorpus) console.warn('document-symbol: corpus/manifest.tsv is not here, symbols of real papers are skipped');

describe.skipIf(!hasCorpus)('symbols of the real papers in the corpus', () => {
  it('are read, and stay as they are printed', () => {
    const [head = '', ...lines] = readFileSync(manifest, 'utf8').split('\n');
    const column = head.split('\t').indexOf('so_ky_hieu');
    const symbols = lines.map((line) => (line.split('\t')[column] ?? '').trim()).filter((symbol) => /^\d/.test(symbol));
    expect(symbols.length).toBeGreaterThan(10);
    expect(
      symbols
        .map((symbol) => parseDocumentSymbol(symbol))
        .filter(({ regime, number }) => regime === 'unknown' || number === ''),
    ).toEqual([]);
    expect(symbols.map((symbol) => parseDocumentSymbol(symbol).display)).toEqual(symbols);
  });
});
