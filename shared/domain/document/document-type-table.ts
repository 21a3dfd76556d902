/** Which rules a paper follows: the Party's (Quy định 399-QĐ/TW 2026) or the State's (Nghị định 30/2020/NĐ-CP). */
export type DocumentRegime = 'party' | 'state';

/**
 * What sort of paper a type is: `act` a document of the list, `paper` an administrative slip (giấy mời, phiếu gửi…),
 * `law` a State legal act (luật, nghị định, thông tư…), `copy` a copy of another paper, `slip` a form with a stub that the program fills in and numbers in a
 * book of its own.
 */
export type DocumentTypeKind = 'act' | 'paper' | 'law' | 'copy' | 'slip';

/** A type of document (thể loại, tên loại). */
export type DocumentType = {
  /** Stable key that is stored. */
  readonly id: string;
  /** Name as printed. */
  readonly name: string;
  /** Abbreviation in the symbol, or empty when the type has none. Not unique: Party Quyết định and Quy định share QĐ. */
  readonly code: string;
  readonly regime: DocumentRegime;
  readonly kind: DocumentTypeKind;
};

type Row = readonly [id: string, name: string, code: string, kind?: DocumentTypeKind];

/** The 25 Party types and 8 administrative papers of Quy định 399-QĐ/TW; codes by Hướng dẫn 05-HD/VPTW, those of papers by local habit. */
const partyRows: readonly Row[] = [
  ['platform', 'Cương lĩnh chính trị', ''],
  ['charter', 'Điều lệ Đảng', ''],
  ['strategy', 'Chiến lược', ''],
  ['resolution', 'Nghị quyết', 'NQ'],
  ['decision', 'Quyết định', 'QĐ'],
  ['directive', 'Chỉ thị', 'CT'],
  ['conclusion', 'Kết luận', 'KL'],
  ['statute', 'Quy chế', 'QC'],
  ['regulation', 'Quy định', 'QĐ'],
  ['circular', 'Thông tri', 'TT'],
  ['guidance', 'Hướng dẫn', 'HD'],
  ['notice', 'Thông báo', 'TB'],
  ['communique', 'Thông cáo', 'TC'],
  ['declaration', 'Tuyên bố', 'TBo'],
  ['appeal', 'Lời kêu gọi', 'LKG'],
  ['report', 'Báo cáo', 'BC'],
  ['plan', 'Kế hoạch', 'KH'],
  ['master-plan', 'Quy hoạch', 'QH'],
  ['programme', 'Chương trình', 'CTr'],
  ['scheme', 'Đề án', 'ĐA'],
  ['option', 'Phương án', 'PA'],
  ['project', 'Dự án', 'DA'],
  ['submission', 'Tờ trình', 'TTr'],
  ['letter', 'Công văn', 'CV'],
  ['minutes', 'Biên bản', 'BB'],
  ['introduction', 'Giấy giới thiệu', 'GGT', 'paper'],
  ['certificate', 'Giấy chứng nhận', 'GCN', 'paper'],
  ['travel-order', 'Giấy đi đường', 'GĐĐ', 'paper'],
  ['leave', 'Giấy nghỉ phép', 'GNP', 'paper'],
  ['invitation', 'Giấy mời', 'GM', 'paper'],
  ['forwarding-slip', 'Phiếu chuyển', 'PC', 'paper'],
  ['sending-slip', 'Phiếu gửi', 'PG', 'paper'],
  ['courtesy-letter', 'Thư công', '', 'paper'],
  ['copy', 'Bản sao', 'BS', 'copy'],
];

/** The 29 State types of Nghị định 30/2020/NĐ-CP, its copies, and the legal acts a commune receives. */
const stateRows: readonly Row[] = [
  ['resolution', 'Nghị quyết', 'NQ'],
  ['decision', 'Quyết định', 'QĐ'],
  ['directive', 'Chỉ thị', 'CT'],
  ['statute', 'Quy chế', 'QC'],
  ['regulation', 'Quy định', 'QyĐ'],
  ['communique', 'Thông cáo', 'TC'],
  ['notice', 'Thông báo', 'TB'],
  ['guidance', 'Hướng dẫn', 'HD'],
  ['programme', 'Chương trình', 'CTr'],
  ['plan', 'Kế hoạch', 'KH'],
  ['option', 'Phương án', 'PA'],
  ['scheme', 'Đề án', 'ĐA'],
  ['project', 'Dự án', 'DA'],
  ['report', 'Báo cáo', 'BC'],
  ['minutes', 'Biên bản', 'BB'],
  ['submission', 'Tờ trình', 'TTr'],
  ['contract', 'Hợp đồng', 'HĐ'],
  ['letter', 'Công văn', ''],
  ['telegram', 'Công điện', 'CĐ'],
  ['memorandum', 'Bản ghi nhớ', 'BGN'],
  ['agreement', 'Bản thoả thuận', 'BTT'],
  ['authorisation', 'Giấy uỷ quyền', 'GUQ', 'paper'],
  ['invitation', 'Giấy mời', 'GM', 'paper'],
  ['introduction', 'Giấy giới thiệu', 'GGT', 'paper'],
  ['leave', 'Giấy nghỉ phép', 'GNP', 'paper'],
  ['sending-slip', 'Phiếu gửi', 'PG', 'paper'],
  ['forwarding-slip', 'Phiếu chuyển', 'PC', 'paper'],
  ['report-slip', 'Phiếu báo', 'PB', 'paper'],
  ['courtesy-letter', 'Thư công', '', 'paper'],
  ['true-copy', 'Sao y', 'SY', 'copy'],
  ['extract-copy', 'Trích sao', 'TrS', 'copy'],
  ['recorded-copy', 'Sao lục', 'SL', 'copy'],
  ['law', 'Luật', '', 'law'],
  ['ordinance', 'Pháp lệnh', 'PL', 'law'],
  ['decree', 'Nghị định', 'NĐ', 'law'],
  ['circular', 'Thông tư', 'TT', 'law'],
  ['joint-circular', 'Thông tư liên tịch', 'TTLT', 'law'],
];

/**
 * Giấy giới thiệu sinh hoạt đảng by kind (domain.md 5.2): numbered in the book of introductions (Sổ giới thiệu sinh hoạt đảng), each kind from 1 each year.
 * Nobody drafts or registers them by hand.
 */
const slipRows: readonly Row[] = [
  ['transfer-official', 'Giấy giới thiệu sinh hoạt đảng', 'GTSHĐ', 'slip'],
  ['transfer-temporary', 'Giấy giới thiệu sinh hoạt đảng tạm thời', 'GTTT', 'slip'],
  ['transfer-internal', 'Giấy giới thiệu sinh hoạt đảng nội bộ', 'GTNB', 'slip'],
  ['transfer-abroad', 'Giấy giới thiệu sinh hoạt đảng ra ngoài nước', 'GTNN', 'slip'],
];

/** Every type the office can register, Party types first, in the order of the regulations. */
export const documentTypes: readonly DocumentType[] = [
  ...fromRows('party', partyRows),
  ...fromRows('state', stateRows),
];

const byId: ReadonlyMap<string, DocumentType> = new Map(
  [...documentTypes, ...fromRows('party', slipRows)].map((type) => [type.id, type]),
);

/** The type with this id, or undefined. */
export function findDocumentType(id: string): DocumentType | undefined {
  return byId.get(id);
}

/** All types of one regime. */
export function listDocumentTypes(regime: DocumentRegime): readonly DocumentType[] {
  return documentTypes.filter((type) => type.regime === regime);
}

function fromRows(regime: DocumentRegime, rows: readonly Row[]): DocumentType[] {
  return rows.map(([id, name, code, kind = 'act']) => ({ id: `${regime}-${id}`, name, code, regime, kind }));
}

/** Codes typed without marks that fold like another code, and the commoner code they mean. */
export const commonerCodes: ReadonlyMap<string, string> = new Map([
  ['da', 'ĐA'],
  ['hd', 'HD'],
  ['tb', 'TB'],
  ['qd', 'QĐ'],
  ['cd', 'CĐ'],
]);
