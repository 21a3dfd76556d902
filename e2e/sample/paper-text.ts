import type { DocumentFields } from '#shared/domain/document/document-record.ts';
import { findDocumentType, type DocumentType } from '#shared/domain/document/document-type-table.ts';
import { parseDocumentSymbol } from '#shared/domain/document/document-symbol.ts';
import { toUpperVietnamese } from '#shared/base/vietnamese.ts';
import type { Random } from './random.ts';

/** What of a register line is printed on the paper itself. */
export type PaperFacts = Pick<
  DocumentFields,
  'symbol' | 'issuedOn' | 'issuer' | 'typeId' | 'abstract' | 'signer' | 'urgency'
>;

/** A paragraph of the body. */
export type PaperParagraph = { readonly kind: 'heading' | 'text'; readonly text: string };

/** Everything printed, in words. */
export type PaperText = {
  readonly isParty: boolean;
  readonly parent: string;
  readonly issuer: string;
  readonly number: string;
  readonly placeAndDate: string;
  /** Upper-case name of the type; empty for a letter (công văn), which has its abstract under the number instead. */
  readonly title: string;
  readonly abstract: string;
  readonly mark: string;
  /** Stamp of secrecy to print, in capitals; empty on all but papers made to be refused. */
  readonly stamp: string;
  readonly addressee: string;
  readonly paragraphs: readonly PaperParagraph[];
  readonly recipients: readonly string[];
  readonly signing: readonly string[];
  readonly signer: string;
};

const marks: Readonly<Record<DocumentFields['urgency'], string>> = {
  normal: '',
  urgent: 'KHẨN',
  'very-urgent': 'THƯỢNG KHẨN',
  flash: 'HOẢ TỐC',
};

const sentences = [
  'Các cấp uỷ, tổ chức đảng, cơ quan, đơn vị tổ chức quán triệt, cụ thể hoá nội dung phù hợp với tình hình thực tế của địa phương, bảo đảm thiết thực, hiệu quả, tránh hình thức.',
  'Phân công rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm; thường xuyên kiểm tra, đôn đốc, kịp thời tháo gỡ khó khăn, vướng mắc phát sinh từ cơ sở.',
  'Đẩy mạnh ứng dụng công nghệ thông tin, cập nhật đầy đủ, chính xác dữ liệu vào hệ thống dùng chung; chịu trách nhiệm về tính đúng, đủ, sạch, sống của dữ liệu.',
  'Tăng cường tuyên truyền bằng nhiều hình thức, nhất là qua sinh hoạt chi bộ, họp thôn, hệ thống truyền thanh cơ sở, bằng tiếng phổ thông và tiếng dân tộc.',
  'Đảng uỷ các xã, phường lãnh đạo, chỉ đạo các chi bộ, đảng bộ trực thuộc xây dựng kế hoạch thực hiện; định kỳ sơ kết, tổng kết, kịp thời biểu dương tập thể, cá nhân làm tốt.',
  'Kinh phí thực hiện bố trí trong dự toán được giao hằng năm và các nguồn huy động hợp pháp khác; sử dụng tiết kiệm, đúng mục đích, đúng chế độ.',
  'Quá trình thực hiện nếu có vướng mắc, kịp thời báo cáo về cơ quan ban hành để tổng hợp, xem xét, hướng dẫn.',
  'Rà soát, đối chiếu số liệu với thực tế tại từng chi bộ; lập danh sách các trường hợp còn thiếu thông tin, nêu rõ nguyên nhân và thời hạn bổ sung.',
  'Kết quả thực hiện là một trong những tiêu chí để đánh giá, xếp loại tập thể và người đứng đầu hằng năm.',
  'Văn phòng chủ trì, phối hợp với các cơ quan liên quan theo dõi, đôn đốc, tổng hợp kết quả, báo cáo Ban Thường vụ theo quy định.',
  'Quan tâm các thôn vùng sâu, vùng xa, nơi đường truyền chưa ổn định; có phương án thực hiện bằng bản giấy và cập nhật lại khi có điều kiện.',
  'Thời gian hoàn thành và báo cáo kết quả thực hiện theo phụ lục gửi kèm; báo cáo gửi bằng văn bản và trên hệ thống thông tin điều hành tác nghiệp.',
];
const headings = ['MỤC ĐÍCH, YÊU CẦU', 'NỘI DUNG', 'NHIỆM VỤ VÀ GIẢI PHÁP', 'TỔ CHỨC THỰC HIỆN'];
const numerals = ['I', 'II', 'III', 'IV'];

/** Words a whole sample paper around the facts of its register line. `paragraphs` is about how long the body gets. */
export function writePaper(facts: PaperFacts, paragraphs: number, random: Random, stamp = ''): PaperText {
  const symbol = parseDocumentSymbol(facts.symbol);
  const isParty = symbol.regime === 'party';
  const type = facts.typeId === null ? undefined : findDocumentType(facts.typeId);
  const isLetter = type === undefined || type.id.endsWith('-letter');
  const [parent, issuer] = headOf(facts.issuer, symbol.body, isParty);
  return {
    isParty,
    parent,
    issuer,
    number: isParty ? `Số ${facts.symbol}` : `Số: ${facts.symbol}`,
    placeAndDate: `…, ${formalDate(facts.issuedOn)}`,
    title: isLetter ? '' : toUpperVietnamese(type.name),
    abstract: isLetter ? facts.abstract : withoutTypeName(facts.abstract, type),
    mark: marks[facts.urgency],
    stamp,
    addressee: isLetter ? 'Kính gửi: Đảng uỷ các xã, phường trong tỉnh' : '',
    paragraphs: bodyOf(facts, paragraphs, isLetter, isParty, random),
    recipients: isParty
      ? ['- Như trên;', '- Thường trực;', `- Lưu ${issuer === 'VĂN PHÒNG' ? 'Văn phòng' : 'hồ sơ'}.`]
      : ['- Như trên;', '- Lưu: VT.'],
    signing: signingOf(symbol.body, isParty),
    signer: facts.signer,
  };
}

function bodyOf(
  facts: PaperFacts,
  count: number,
  isLetter: boolean,
  isParty: boolean,
  random: Random,
): readonly PaperParagraph[] {
  const subject = facts.abstract.replace(/^(?:về việc|v\/v|về)\s+/iu, '');
  const opening: PaperParagraph = {
    kind: 'text',
    text: `Thực hiện chương trình công tác và ý kiến chỉ đạo của cấp trên về ${subject.charAt(0).toLowerCase()}${subject.slice(1)}, ${facts.issuer} đề nghị các cơ quan, đơn vị thực hiện một số nội dung sau:`,
  };
  const first = random.int(0, sentences.length - 1);
  const step = random.pick([1, 5, 7, 11]); // Coprime to their number: every sentence comes before any comes twice.
  const rest = Array.from({ length: count }, (_, index): readonly PaperParagraph[] => {
    const sentence = sentences[(first + index * step) % sentences.length] ?? '';
    const text: PaperParagraph = {
      kind: 'text',
      text: `${isLetter || index >= headings.length * 3 ? index + 1 - (isLetter ? 0 : (headings.length - 1) * 3) : (index % 3) + 1}. ${sentence}`,
    };
    const section = Math.min(Math.floor(index / 3), headings.length - 1);
    const isNew = !isLetter && index % 3 === 0 && index / 3 < headings.length;
    return isNew
      ? [{ kind: 'heading', text: `${numerals[section] ?? ''}${isParty ? '-' : '.'} ${headings[section] ?? ''}` }, text]
      : [text];
  });
  return [
    opening,
    ...rest.flat(),
    {
      kind: 'text',
      text: isParty
        ? 'Trên đây là nội dung chỉ đạo, đề nghị các đồng chí quan tâm thực hiện.'
        : 'Đề nghị các cơ quan, đơn vị triển khai thực hiện./.',
    },
  ];
}

/** Upper and lower line of the left header. */
function headOf(issuer: string, body: string, isParty: boolean): readonly [parent: string, issuer: string] {
  if (!isParty)
    return [
      /tỉnh$/u.test(issuer) || body === 'CP' || body === 'TTg' ? '' : 'UỶ BAN NHÂN DÂN TỈNH …',
      upperIssuer(issuer),
    ];
  if (body === 'TW') return ['', 'BAN CHẤP HÀNH TRUNG ƯƠNG'];
  if (body === 'TU') return ['ĐẢNG BỘ TỈNH …', 'TỈNH UỶ'];
  if (body.endsWith('TU')) return ['TỈNH UỶ …', upperIssuer(issuer.replace(/ Tỉnh uỷ$/u, ''))];
  return [body === 'CB' ? 'ĐẢNG BỘ XÃ …' : 'ĐẢNG UỶ XÃ …', upperIssuer(issuer)];
}

function upperIssuer(issuer: string): string {
  return toUpperVietnamese(
    issuer
      .replace(/^Chủ tịch /u, '')
      .replace(/^UBND/u, 'Uỷ ban nhân dân')
      .replace(/^HĐND/u, 'Hội đồng nhân dân'),
  );
}

function signingOf(body: string, isParty: boolean): readonly string[] {
  if (!isParty)
    return body.startsWith('UBND') ? ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] : ['KT. THỦ TRƯỞNG', 'PHÓ THỦ TRƯỞNG'];
  if (body === 'TU') return ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ'];
  if (body === 'CB') return ['T/M CHI BỘ', 'BÍ THƯ'];
  if (body === 'VPTU') return ['K/T CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'];
  return body === 'TW' ? ['T/M BAN BÍ THƯ'] : ['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'];
}

/** Days below 10 and months 1 and 2 are padded (domain.md 1.4). */
function formalDate(date: PaperFacts['issuedOn']): string {
  const [year = '…', month = '…', day = '…'] = (date ?? '').split('-').map((part) => (part === '' ? '…' : part));
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

function withoutTypeName(abstract: string, type: DocumentType): string {
  const rest = abstract.startsWith(`${type.name} `) ? abstract.slice(type.name.length + 1) : abstract;
  return rest.charAt(0).toLowerCase() + rest.slice(1);
}
