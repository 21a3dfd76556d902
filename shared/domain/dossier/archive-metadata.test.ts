import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { archiveDate, describePackage, documentMetadata, dossierMetadata, partySheetRows } from './archive-metadata.ts';
import { archivePackageSchema } from './archive-package.ts';
import { formatReceipt, parseReceipt, RECEIPT_FORMAT, type ArchiveReceipt } from './archive-receipt.ts';
import { buildDossierCode, compareNaturally, documentCode, isPackageName } from './dossier-code.ts';
import type { DossierPaper } from './dossier-paper.ts';
import type { DossierFields } from './dossier-record.ts';
import { fillTitle, moveTitle, proposedFiles } from './file-plan-table.ts';
import { documentMetadataFields, dossierMetadataFields } from './metadata-table.ts';
import { partySheetColumns } from './party-sheet-table.ts';

const dossier: DossierFields = {
  year: 2026,
  fileNumber: '01',
  heading: 'Tổng hợp',
  code: 'H05.02.02.2026.01.HC',
  title: 'Hồ sơ thử',
  retentionYears: 20,
  access: 'open',
  holderStaffId: null,
  unitId: null,
  keywords: '',
  termName: '2025-2030',
  state: 'closed',
  openedOn: null,
  closedOn: null,
  inventoryNumber: '1',
  boxNumber: '2',
  fondsCode: 'P01',
  fondsName: 'Đảng uỷ xã Mẫu',
  condition: '',
  paperCode: '',
  note: '',
  packageHash: '',
  submittedAt: null,
  receiptNumber: '',
  receivedOn: null,
  returnReason: '',
};
const file = { hash: 'ab'.repeat(32), name: 'a.pdf', size: 1, mime: 'application/pdf' as const };
const paper: DossierPaper = {
  id: 'a',
  ownerType: 'document',
  ownerId: 'd',
  place: 1,
  symbol: '05-NQ/ĐU',
  issuedOn: toPartialDate('2026-03'),
  issuer: 'Đảng uỷ xã Mẫu',
  typeId: 'resolution',
  typeName: 'Nghị quyết',
  abstract: 'về công tác năm 2026.',
  signer: 'Nguyễn Văn Mẫu',
  firstSheet: 1,
  pages: 4,
  note: '',
  files: [
    { ...file, name: 'a.docx', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
    file,
  ],
  standing: 'settled',
};
const surroundings = { organId: 'H05.02.02', office: 'Đảng uỷ xã Mẫu', holder: 'Người Lập', person: 'Người Giao' };

describe('the metadata of the archive', () => {
  it('writes dates with zeros where day or month is not known', () => {
    expect(archiveDate(toPlainDate('2026-03-02'))).toBe('02/03/2026');
    expect(archiveDate(toPartialDate('2026-03'))).toBe('00/03/2026');
    expect(archiveDate(toPartialDate('2026'))).toBe('00/00/2026');
    expect(archiveDate(null)).toBe('');
  });

  it('takes a document apart as the tools want it', () => {
    expect(documentMetadata(dossier, paper)).toMatchObject({
      docCode: 'H05.02.02.2026.01.HC.0000001',
      typeName: 'NGHỊ QUYẾT',
      codeNumber: '05',
      codeNotation: 'NQ/ĐU',
      issuedDate: '00/03/2026',
      organName: 'ĐẢNG UỶ XÃ MẪU',
      subject: 'Về công tác năm 2026',
      pageAmount: '4',
    });
    const state = documentMetadata(dossier, { ...paper, symbol: '15/QĐ-UBND' });
    expect([state.codeNumber, state.codeNotation]).toEqual(['15', 'QĐ-UBND']);
    const none = documentMetadata(dossier, { ...paper, symbol: 'giấy viết tay' });
    expect([none.codeNumber, none.codeNotation]).toEqual(['', 'giấy viết tay']);
  });

  it('says the dossier with the dates of its papers where it has none of its own', () => {
    expect(dossierMetadata(dossier, [paper], surroundings)).toMatchObject({
      maintenance: '02: 20 năm',
      mode: '01',
      startDate: '00/03/2026',
      totalDoc: '1',
      numberOfPaper: '4',
      termName: '2025-2030',
    });
    expect(dossierMetadata({ ...dossier, retentionYears: null }, [], surroundings).maintenance).toBe('01: Vĩnh viễn');
  });

  it('makes a package that the contract takes: the PDF is the paper, other files stand behind it', () => {
    const described = describePackage(dossier, [paper], surroundings);
    expect(archivePackageSchema.parse(described)).toEqual(described);
    expect(described.documents[0]?.files.map(({ name }) => name)).toEqual([
      'H05.02.02.2026.01.HC.0000001.pdf',
      'H05.02.02.2026.01.HC.0000001_2.docx',
    ]);
    expect(described.fields).toHaveLength(dossierMetadataFields.length);
    expect(described.documents[0]?.fields).toHaveLength(documentMetadataFields.length);
  });

  it('never makes a name that leads out of its folder or that a system forbids', () => {
    for (const bad of [
      '',
      '.',
      '..',
      'a/b',
      'a\\b',
      'hồ-sơ',
      'a b',
      '.a',
      'a.',
      'con',
      'NUL.pdf',
      'a..b',
      'x'.repeat(121),
    ])
      expect([bad, isPackageName(bad)]).toEqual([bad, false]);
    expect(
      archivePackageSchema.safeParse({ ...describePackage(dossier, [paper], surroundings), code: '../x' }).success,
    ).toBe(false);
  });

  it('fills the 49 columns of the Party sheet, a row per document', () => {
    const rows = partySheetRows(dossier, [paper, { ...paper, place: 2 }], surroundings);
    expect(partySheetColumns).toHaveLength(49);
    expect(new Set(partySheetColumns.map(({ name }) => name)).size).toBe(49);
    expect(rows.map((row) => row.length)).toEqual([49, 49]);
    expect(rows[1]?.[partySheetColumns.findIndex(({ name }) => name === 'docCode')]).toBe(
      'H05.02.02.2026.01.HC.0000002',
    );
  });
});

describe('codes and titles', () => {
  it('are built from the office, the year and the number', () => {
    const parts = { organId: 'H05.02.02', year: 2026, fileNumber: '1' };
    expect(buildDossierCode(parts)).toBe('H05.02.02.2026.01');
    expect(buildDossierCode({ ...parts, organId: '', notation: 'HC' })).toBe('2026.01.HC');
    expect(documentCode('A.2026.01', 12)).toBe('A.2026.01.0000012');
  });

  it('are ordered as people count', () => {
    expect(['10', '2', '1', '01a', 'b'].sort(compareNaturally)).toEqual(['1', '01a', '2', '10', 'b']);
  });

  it('move on with the year, and leave the years of a term alone', () => {
    expect(moveTitle('Báo cáo năm 2026, nhiệm kỳ 2026-2031, số 12026', 2026, 2027)).toBe(
      'Báo cáo năm 2027, nhiệm kỳ 2026-2031, số 12026',
    );
    expect(fillTitle('Đại hội nhiệm kỳ {term} năm {year}', 2026, '2025-2030')).toBe(
      'Đại hội nhiệm kỳ 2025-2030 năm 2026',
    );
    expect(proposedFiles.length).toBeGreaterThan(15);
  });
});

describe('a receipt', () => {
  const receipt: ArchiveReceipt = {
    format: RECEIPT_FORMAT,
    outcome: 'accepted',
    packageHash: 'ab'.repeat(32),
    dossierCode: 'A.2026.01',
    dossierTitle: 'Hồ sơ thử',
    documents: 3,
    number: '12/BB',
    on: toPlainDate('2026-11-22'),
    archive: 'Lưu trữ',
    person: 'Người Nhận',
    reason: '',
  };

  it('comes back as it was written; anything else is foreign', () => {
    expect(parseReceipt(formatReceipt(receipt))).toEqual({ ok: true, value: receipt });
    expect(parseReceipt(`\ufeff${formatReceipt(receipt)}`).ok).toBe(true);
    for (const bad of [
      '',
      '{',
      '[]',
      '{"format":"x"}',
      JSON.stringify({ ...receipt, packageHash: 'x' }),
      'x'.repeat(300_000),
    ])
      expect(parseReceipt(bad)).toEqual({ ok: false, error: 'package-foreign' });
  });
});
