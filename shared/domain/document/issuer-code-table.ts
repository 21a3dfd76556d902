import type { DocumentRegime } from './document-type-table.ts';

/** A body as it is abbreviated in symbols, and its name where one body alone uses that code. */
export type IssuerCode = {
  readonly code: string;
  readonly regime: DocumentRegime;
  /** Name to offer as issuer. The province's own name is not part of it. */
  readonly name: string;
};

type Row = readonly [code: string, name: string];

/** Party bodies (domain.md 1.3). A code is not an author: TU stands for Tỉnh uỷ, its Ban Thường vụ and its Thường trực alike. */
const partyRows: readonly Row[] = [
  ['TW', 'Ban Chấp hành Trung ương'],
  ['VPTW', 'Văn phòng Trung ương Đảng'],
  ['BTCTW', 'Ban Tổ chức Trung ương'],
  ['BTGDVTW', 'Ban Tuyên giáo và Dân vận Trung ương'],
  ['UBKTTW', 'Uỷ ban Kiểm tra Trung ương'],
  ['BNCTW', 'Ban Nội chính Trung ương'],
  ['TU', 'Tỉnh uỷ'],
  ['VPTU', 'Văn phòng Tỉnh uỷ'],
  ['BTCTU', 'Ban Tổ chức Tỉnh uỷ'],
  ['BTGDVTU', 'Ban Tuyên giáo và Dân vận Tỉnh uỷ'],
  ['UBKTTU', 'Uỷ ban Kiểm tra Tỉnh uỷ'],
  ['BNCTU', 'Ban Nội chính Tỉnh uỷ'],
  ['HU', 'Huyện uỷ'],
  ['ĐU', 'Đảng uỷ'],
  ['VPĐU', 'Văn phòng Đảng uỷ'],
  ['UBKTĐU', 'Uỷ ban Kiểm tra Đảng uỷ'],
  ['UBKT', 'Uỷ ban Kiểm tra'],
  ['BXDĐ', 'Ban Xây dựng Đảng'],
  ['BXDĐĐU', 'Ban Xây dựng Đảng'],
  ['CB', 'Chi bộ'],
  ['ĐH', 'Đại hội'],
];

/**
 * Groups found in the symbols of both regimes: mass organisations, military commands, offices inside a body.
 * Known for their spelling; they do not tell the regime.
 */
export const neutralCodes: readonly string[] = ['MTTQ', 'BTT', 'BCH', 'VP', 'VX', 'VTLT', 'TH', 'KT', 'NC', 'TCCB'];

/** State bodies a commune hears from. Departments as merged in 2025. */
const stateRows: readonly Row[] = [
  ['UBND', 'Uỷ ban nhân dân tỉnh'],
  ['HĐND', 'Hội đồng nhân dân tỉnh'],
  ['CP', 'Chính phủ'],
  ['TTg', 'Thủ tướng Chính phủ'],
  ['VPCP', 'Văn phòng Chính phủ'],
  ['UBTVQH', 'Uỷ ban Thường vụ Quốc hội'],
  ['QH', 'Quốc hội'],
  ['BNV', 'Bộ Nội vụ'],
  ['BTC', 'Bộ Tài chính'],
  ['BCA', 'Bộ Công an'],
  ['BQP', 'Bộ Quốc phòng'],
  ['BGDĐT', 'Bộ Giáo dục và Đào tạo'],
  ['BNNMT', 'Bộ Nông nghiệp và Môi trường'],
  ['BKHCN', 'Bộ Khoa học và Công nghệ'],
  ['BYT', 'Bộ Y tế'],
  ['SNV', 'Sở Nội vụ'],
  ['STC', 'Sở Tài chính'],
  ['SXD', 'Sở Xây dựng'],
  ['SCT', 'Sở Công Thương'],
  ['STP', 'Sở Tư pháp'],
  ['SYT', 'Sở Y tế'],
  ['SNNMT', 'Sở Nông nghiệp và Môi trường'],
  ['SGDĐT', 'Sở Giáo dục và Đào tạo'],
  ['SKHCN', 'Sở Khoa học và Công nghệ'],
  ['SVHTTDL', 'Sở Văn hoá, Thể thao và Du lịch'],
  ['SDTTG', 'Sở Dân tộc và Tôn giáo'],
  ['CAT', 'Công an tỉnh'],
];

/** Every known code of a body. */
export const issuerCodes: readonly IssuerCode[] = [...fromRows('party', partyRows), ...fromRows('state', stateRows)];

function fromRows(regime: DocumentRegime, rows: readonly Row[]): IssuerCode[] {
  return rows.map(([code, name]) => ({ code, name, regime }));
}

/** Written for TW by some and for TU by others: kept as typed, and found by both in a search. */
export const doubtfulCode = 'TƯ';
