import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import type { DossierFields } from '#shared/domain/dossier/dossier-record.ts';
import { blankDossier } from '../drafted-dossier.ts';
import { inventoryTable, papersTable, recordTable } from './dossier-tables.ts';

const surroundings = {
  body: 'ĐẢNG UỶ XÃ MẪU',
  archive: 'Lưu trữ Tỉnh uỷ',
  person: 'Người Giao',
  today: toPlainDate('2026-11-22'),
};
const dossier = (title: string, change: Partial<DossierFields> = {}): DossierFields => ({
  ...blankDossier(2026, 'P01', 'Đảng uỷ xã Mẫu'),
  title,
  state: 'closed',
  closedOn: null,
  packageHash: '',
  submittedAt: null,
  receiptNumber: '',
  receivedOn: null,
  returnReason: '',
  ...change,
});
const paper = (place: number, change: Partial<DossierPaper> = {}): DossierPaper => ({
  id: String(place),
  ownerType: 'document',
  ownerId: String(place),
  place,
  symbol: `${String(place)}-TB/TU`,
  issuedOn: toPartialDate('2026-03-04'),
  issuer: 'Tỉnh uỷ',
  typeId: 'notice',
  typeName: 'Thông báo',
  abstract: 'về việc thử',
  signer: '',
  firstSheet: 2 * place - 1,
  pages: 2,
  note: '',
  files: [],
  standing: 'settled',
  ...change,
});

describe('mục lục hồ sơ', () => {
  it('has a line per dossier, in the order of boxes and numbers as people count, and its sum', () => {
    const table = inventoryTable(
      2026,
      [
        { dossier: dossier('Mười', { boxNumber: '1', fileNumber: '10' }), papers: [paper(1), paper(2)] },
        { dossier: dossier('Hai', { boxNumber: '1', fileNumber: '02', retentionYears: 20 }), papers: [] },
        {
          dossier: dossier('Hộp sau', {
            boxNumber: '2',
            fileNumber: '01',
            openedOn: toPlainDate('2026-01-02'),
            closedOn: toPlainDate('2026-05-06'),
          }),
          papers: [paper(1)],
        },
      ],
      surroundings,
    );
    expect(table.rows).toEqual([
      ['1', '02', 'Hai', '', '', '20 năm', ''],
      ['1', '10', 'Mười', '04/03/2026', '4', 'Vĩnh viễn', ''],
      ['2', '01', 'Hộp sau', '02/01/2026 - 06/05/2026', '2', 'Vĩnh viễn', ''],
    ]);
    expect(table.closing).toEqual(['Cộng 3 hồ sơ, 6 tờ.']);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});

describe('mục lục văn bản', () => {
  it('has a line per paper in the order of the dossier; the cover says what the dossier is', () => {
    const file = {
      dossier: dossier('Hồ sơ thử', { code: 'H05.2026.01', boxNumber: '3' }),
      papers: [paper(1), paper(2, { firstSheet: null, symbol: '' })],
    };
    const table = papersTable(file, surroundings, true);
    expect(table.rows).toEqual([
      ['1', '1-TB/TU', '04/03/2026', 'Tỉnh uỷ', 'Thông báo: về việc thử', '1', ''],
      ['2', '', '04/03/2026', 'Tỉnh uỷ', 'Thông báo: về việc thử', '', ''],
    ]);
    expect(table.cover).toMatchObject({ body: 'ĐẢNG UỶ XÃ MẪU', title: 'HỒ SƠ' });
    expect(table.cover?.lines).toContain('2 văn bản, 2 tờ');
    expect(papersTable(file, surroundings, false).cover).toBeUndefined();
  });
});

describe('biên bản giao nhận', () => {
  it('names every document by its code, and the package by its hash once there is one', () => {
    const file = { dossier: dossier('Hồ sơ thử', { code: 'H05.2026.01' }), papers: [paper(1)] };
    expect(recordTable(file, surroundings).rows[0]?.[1]).toBe('H05.2026.01.0000001');
    expect(recordTable(file, surroundings).closing?.join('\n')).toContain('Chưa làm gói');
    const made = { ...file, dossier: { ...file.dossier, packageHash: 'ab'.repeat(32) } };
    expect(recordTable(made, surroundings).closing?.join('\n')).toContain('ab'.repeat(32));
  });
});
