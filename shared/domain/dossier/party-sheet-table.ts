import type { DocumentMetadataName, DossierMetadataName } from './metadata-table.ts';

/** Where a column of the Party's sheet takes its value from: a field of the dossier, of the document, or nothing this program keeps. */
export type PartySheetSource =
  | { readonly of: 'dossier'; readonly field: DossierMetadataName }
  | { readonly of: 'document'; readonly field: DocumentMetadataName }
  | { readonly of: 'nothing' };

/** A column of the Party's flat sheet. `verified` is false as long as nobody has seen the name in HD 40-HD/VPTW itself. */
export type PartySheetColumn = {
  readonly name: string;
  readonly title: string;
  readonly source: PartySheetSource;
  readonly verified: boolean;
};

const dossier = (field: DossierMetadataName): PartySheetSource => ({ of: 'dossier', field });
const document = (field: DocumentMetadataName): PartySheetSource => ({ of: 'document', field });
const nothing: PartySheetSource = { of: 'nothing' };
const column = (name: string, title: string, source: PartySheetSource): PartySheetColumn => ({
  name,
  title,
  source,
  verified: false,
});

/**
 * One row per document, 49 columns with English names in row 2 (HD 40-HD/VPTW, domain.md 4.2). The regulation's own names were not found: these
 * are after the tools that deliver the sheet, none is verified. A province that has the form changes this table and nothing else.
 */
export const partySheetColumns: readonly PartySheetColumn[] = [
  column('identifier', 'Mã cơ quan lưu trữ', dossier('identifier')),
  column('organId', 'Mã phông', dossier('fondCode')),
  column('organName', 'Tên phông', dossier('fondName')),
  column('term', 'Nhiệm kỳ', dossier('termName')),
  column('fileCatalog', 'Mục lục số', dossier('fileCatalog')),
  column('boxNumber', 'Hộp số', dossier('boxNumber')),
  column('fileNotation', 'Hồ sơ số', dossier('fileNotation')),
  column('fileCode', 'Mã hồ sơ', dossier('fileCode')),
  column('fileHeading', 'Đề mục', dossier('heading')),
  column('fileTitle', 'Tiêu đề hồ sơ', dossier('title')),
  column('maintenance', 'Thời hạn bảo quản', dossier('maintenance')),
  column('fileRights', 'Chế độ sử dụng hồ sơ', dossier('mode')),
  column('fileLanguage', 'Ngôn ngữ hồ sơ', dossier('language')),
  column('startDate', 'Thời gian bắt đầu', dossier('startDate')),
  column('endDate', 'Thời gian kết thúc', dossier('endDate')),
  column('totalDoc', 'Tổng số văn bản', dossier('totalDoc')),
  column('numberOfPaper', 'Số tờ của hồ sơ', dossier('numberOfPaper')),
  column('numberOfPage', 'Số trang của hồ sơ', dossier('numberOfPage')),
  column('fileInfoSign', 'Ký hiệu thông tin hồ sơ', dossier('infoSign')),
  column('fileKeyword', 'Từ khoá hồ sơ', dossier('keyword')),
  column('fileFormat', 'Tình trạng vật lý hồ sơ', dossier('format')),
  column('fileConfidence', 'Mức độ tin cậy hồ sơ', dossier('confidenceLevel')),
  column('paperFileCode', 'Mã hồ sơ giấy gốc', dossier('paperFileCode')),
  column('fileHolder', 'Người lập hồ sơ', dossier('holder')),
  column('fileDescription', 'Ghi chú hồ sơ', dossier('description')),
  column('docCode', 'Mã văn bản', document('docCode')),
  column('docOrdinal', 'Số thứ tự văn bản', document('docOrdinal')),
  column('typeName', 'Tên loại văn bản', document('typeName')),
  column('codeNumber', 'Số văn bản', document('codeNumber')),
  column('codeNotation', 'Ký hiệu văn bản', document('codeNotation')),
  column('issuedDate', 'Ngày văn bản', document('issuedDate')),
  column('issuer', 'Tác giả văn bản', document('organName')),
  column('subject', 'Trích yếu', document('subject')),
  column('docLanguage', 'Ngôn ngữ văn bản', document('language')),
  column('pageAmount', 'Số trang văn bản', document('pageAmount')),
  column('sheetNumber', 'Tờ số', document('firstSheet')),
  column('signer', 'Người ký', document('signer')),
  column('autograph', 'Bút tích', document('autograph')),
  column('docInfoSign', 'Ký hiệu thông tin văn bản', document('infoSign')),
  column('docKeyword', 'Từ khoá văn bản', document('keyword')),
  column('docRights', 'Chế độ sử dụng văn bản', document('mode')),
  column('docConfidence', 'Mức độ tin cậy văn bản', document('confidenceLevel')),
  column('docFormat', 'Tình trạng vật lý văn bản', document('format')),
  column('docDescription', 'Ghi chú văn bản', document('description')),
  column('urgency', 'Độ khẩn', nothing),
  column('secrecy', 'Độ mật', nothing),
  column('copyKind', 'Loại bản', nothing),
  column('backupMode', 'Chế độ dự phòng', nothing),
  column('backupState', 'Tình trạng dự phòng', nothing),
];
