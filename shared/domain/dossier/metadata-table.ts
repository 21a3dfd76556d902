/** A field of the archive's metadata: its name in XML and in row 2 of a sheet, its Vietnamese name, the longest value it takes. */
export type MetadataField = { readonly name: string; readonly title: string; readonly max: number };

const field = <Name extends string>(
  name: Name,
  title: string,
  max: number,
): MetadataField & { readonly name: Name } => ({
  name,
  title,
  max,
});

/** Fields of a dossier (TT 05/2025/TT-BNV; names and lengths as a working project delivers them, domain.md 4.2). */
export const dossierMetadataFields = [
  field('fileCode', 'Mã hồ sơ', 100),
  field('title', 'Tiêu đề hồ sơ', 1000),
  field('maintenance', 'Thời hạn bảo quản', 30),
  field('mode', 'Mức độ tiếp cận', 2),
  field('language', 'Ngôn ngữ', 30),
  field('startDate', 'Thời gian bắt đầu', 10),
  field('endDate', 'Thời gian kết thúc', 10),
  field('keyword', 'Từ khoá', 500),
  field('totalDoc', 'Tổng số tài liệu', 10),
  field('numberOfPaper', 'Số lượng tờ', 10),
  field('numberOfPage', 'Số lượng trang', 10),
  field('format', 'Tình trạng vật lý', 200),
  field('infoSign', 'Ký hiệu thông tin', 30),
  field('confidenceLevel', 'Mức độ tin cậy', 2),
  field('paperFileCode', 'Mã hồ sơ giấy gốc', 100),
  field('identifier', 'Mã cơ quan', 40),
  field('fondCode', 'Mã phông', 40),
  field('fondName', 'Tên phông', 200),
  field('termName', 'Nhiệm kỳ', 80),
  field('fileCatalog', 'Mục lục số', 20),
  field('boxNumber', 'Hộp số', 20),
  field('fileNotation', 'Hồ sơ số', 20),
  field('heading', 'Đề mục', 200),
  field('holder', 'Người lập', 200),
  field('description', 'Ghi chú', 2000),
] as const;

/** Fields of a document in its dossier; lengths from the same source. */
export const documentMetadataFields = [
  field('docCode', 'Mã văn bản', 110),
  field('fileCode', 'Mã hồ sơ', 100),
  field('docOrdinal', 'Số thứ tự trong hồ sơ', 7),
  field('typeName', 'Tên loại văn bản', 100),
  field('codeNumber', 'Số văn bản', 11),
  field('codeNotation', 'Ký hiệu văn bản', 30),
  field('issuedDate', 'Ngày văn bản', 10),
  field('organName', 'Cơ quan ban hành', 200),
  field('subject', 'Trích yếu nội dung', 500),
  field('language', 'Ngôn ngữ', 30),
  field('pageAmount', 'Số trang', 10),
  field('firstSheet', 'Tờ số', 10),
  field('signer', 'Người ký', 50),
  field('autograph', 'Bút tích', 200),
  field('infoSign', 'Ký hiệu thông tin', 30),
  field('keyword', 'Từ khoá', 200),
  field('mode', 'Chế độ sử dụng', 2),
  field('confidenceLevel', 'Mức độ tin cậy', 2),
  field('format', 'Tình trạng vật lý', 200),
  field('description', 'Ghi chú', 500),
] as const;

export type DossierMetadataName = (typeof dossierMetadataFields)[number]['name'];
export type DocumentMetadataName = (typeof documentMetadataFields)[number]['name'];

/** Codes and words of values, as digitising tools take them (domain.md 4.2; the codes of access are assumed there). */
export const metadataValues = {
  permanent: '01: Vĩnh viễn',
  years: (years: number) => `02: ${String(years)} năm`,
  access: { open: '01', conditional: '02', closed: '03' },
  language: '01: Tiếng Việt',
  /** 01 paper-born and only filmed, 02 digitised; electronic originals are 01 in the tools seen. */
  confidence: { digital: '01', digitised: '02' },
} as const;
