import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { DocumentType } from '#shared/domain/document/document-type-table.ts';
import type { Block, PaperContent, Run } from '#shared/domain/paper/paper-content.ts';
import type { Random } from './random.ts';

const sentences = [
  'Các chi bộ, đảng bộ trực thuộc tổ chức quán triệt đến toàn thể đảng viên, cụ thể hoá nội dung phù hợp với tình hình thực tế của từng chi bộ, bảo đảm thiết thực, hiệu quả.',
  'Phân công rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ kết quả; thường xuyên kiểm tra, đôn đốc, kịp thời tháo gỡ khó khăn, vướng mắc phát sinh từ cơ sở.',
  'Tăng cường tuyên truyền bằng nhiều hình thức, nhất là qua sinh hoạt chi bộ, họp thôn, hệ thống truyền thanh cơ sở, bằng tiếng phổ thông và tiếng dân tộc.',
  'Rà soát, đối chiếu số liệu với thực tế tại từng chi bộ; lập danh sách các trường hợp còn thiếu thông tin, nêu rõ nguyên nhân và thời hạn bổ sung.',
  'Báo cáo kết quả thực hiện về Đảng uỷ qua Văn phòng Đảng uỷ trước ngày 15 hằng tháng để tổng hợp, theo dõi chung.',
  'Quan tâm các thôn vùng sâu, vùng xa, nơi đường truyền chưa ổn định; có phương án thực hiện bằng bản giấy và cập nhật lại khi có điều kiện.',
];

/** Invents what a person would write of this paper; good for the screens and the printed samples. */
export function inventContent(
  paper: Pick<OutgoingFields, 'regime' | 'abstract'>,
  type: DocumentType,
  random: Random,
): PaperContent {
  const isLetter = type.id.endsWith('-letter');
  const isParty = paper.regime === 'party';
  const subject = paper.abstract.replace(/^(?:về việc|v\/v|về)\s+/iu, '');
  const opening = `Thực hiện chương trình công tác năm, ${isParty ? 'Đảng uỷ xã' : 'Uỷ ban nhân dân xã'} đề nghị các đơn vị thực hiện một số nội dung về ${subject.charAt(0).toLowerCase()}${subject.slice(1)} như sau:`;
  const first = random.int(0, sentences.length - 1);
  const body = [0, 1, 2, 3].map((i): Block => {
    const text = sentences[(first + i) % sentences.length] ?? '';
    return { kind: 'item', mark: `${String(i + 1)}.`, runs: plain(text) };
  });
  const closing = 'Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh kịp thời để được hướng dẫn.';
  return {
    addressees: isLetter
      ? isParty
        ? ['Các chi bộ, đảng bộ trực thuộc', 'Các cơ quan tham mưu, giúp việc Đảng uỷ']
        : ['Trưởng các thôn', 'Các phòng chuyên môn thuộc UBND xã']
      : [],
    bases:
      type.code === 'QĐ'
        ? ['Căn cứ Luật Tổ chức chính quyền địa phương năm 2025', 'Theo đề nghị của Văn phòng HĐND và UBND xã']
        : [],
    blocks: [paragraph(opening), ...body, paragraph(closing)],
    recipients: isParty
      ? ['Như trên', 'Thường trực Đảng uỷ', 'Lưu Văn phòng Đảng uỷ']
      : ['Như trên', 'Thường trực Đảng uỷ', 'Lưu: VT'],
  };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: plain(text) };
}

function plain(text: string): Run[] {
  return [{ text, style: 'plain' }];
}
