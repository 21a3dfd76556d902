import type { PaperTemplate } from './paper-template.ts';
import { article, heading, item, template, text } from './template-blocks.ts';

const kept = 'Lưu: VT';
const law = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025';

/** Templates of State papers a commune issues, after the samples of Nghị định 30/2020/NĐ-CP, Phụ lục III. */
export const stateTemplates: readonly PaperTemplate[] = [
  template('state-decision', 'state-decision', 'Quyết định của Chủ tịch UBND xã', 'Về việc [[việc gì]]', {
    opening: 'CHỦ TỊCH UỶ BAN NHÂN DÂN XÃ [[tên xã]]',
    bases: [law, 'Căn cứ [[luật, nghị định, thông tư chuyên ngành]]', 'Theo đề nghị của [[cơ quan, người đề nghị]]'],
    blocks: [
      heading(1, '', 'QUYẾT ĐỊNH:'),
      article(1, '[[Nội dung quyết định]].'),
      article(2, 'Quyết định này có hiệu lực kể từ ngày ký.'),
      article(
        3,
        'Chánh Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân xã, [[tổ chức, cá nhân liên quan]] chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    recipients: ['Như Điều 3', 'Thường trực Đảng uỷ, Thường trực HĐND xã', kept],
  }),
  template('state-letter', 'state-letter', 'Công văn', 'V/v [[việc gì]]', {
    addressees: ['[[nơi nhận thứ nhất]]', '[[nơi nhận thứ hai]]'],
    blocks: [
      text(
        'Thực hiện [[văn bản số, ngày, của cơ quan nào]], Uỷ ban nhân dân xã đề nghị các đơn vị thực hiện nội dung sau:',
      ),
      item('1.', '[[Nội dung, đơn vị, thời hạn]].'),
      item('2.', 'Báo cáo kết quả về Uỷ ban nhân dân xã trước ngày [[hạn báo cáo]].'),
      text(
        'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về Uỷ ban nhân dân xã để xem xét, giải quyết./.',
      ),
    ],
    recipients: ['Như trên', 'Thường trực Đảng uỷ (báo cáo)', kept],
  }),
  template('state-notice', 'state-notice', 'Thông báo', 'Về việc [[việc gì]]', {
    blocks: [
      text('Căn cứ [[văn bản, lý do]], Uỷ ban nhân dân xã thông báo như sau:'),
      item('1.', '[[Nội dung thứ nhất]].'),
      item('2.', '[[Nội dung thứ hai]].'),
      text('Uỷ ban nhân dân xã thông báo để các cơ quan, đơn vị, thôn và Nhân dân biết, thực hiện./.'),
    ],
    recipients: ['[[nơi nhận]]', 'Các thôn', kept],
  }),
  template('state-report', 'state-report', 'Báo cáo', '[[Kết quả công tác nào, thời gian nào]]', {
    addressees: ['[[cơ quan cấp trên]]'],
    blocks: [
      heading(1, 'I.', 'Kết quả thực hiện'),
      heading(2, '1.', 'Công tác chỉ đạo, điều hành'),
      text('[[Công tác chỉ đạo, điều hành]].'),
      heading(2, '2.', 'Kết quả'),
      text('[[Kết quả, số liệu]].'),
      heading(1, 'II.', 'Khó khăn, vướng mắc'),
      text('[[Khó khăn, vướng mắc, nguyên nhân]].'),
      heading(1, 'III.', 'Nhiệm vụ, giải pháp; kiến nghị'),
      text('[[Nhiệm vụ, giải pháp, kiến nghị]]./.'),
    ],
    recipients: ['Như trên', 'Thường trực Đảng uỷ', kept],
  }),
  template('state-plan', 'state-plan', 'Kế hoạch', '[[Thực hiện việc gì]]', {
    blocks: [
      text('Căn cứ [[văn bản của cấp trên]], Uỷ ban nhân dân xã ban hành kế hoạch như sau:'),
      heading(1, 'I.', 'Mục đích, yêu cầu'),
      item('1.', '[[Mục đích]].'),
      item('2.', '[[Yêu cầu]].'),
      heading(1, 'II.', 'Nội dung thực hiện'),
      item('1.', '[[Nội dung, thời hạn, đơn vị chủ trì]].'),
      heading(1, 'III.', 'Kinh phí'),
      text('[[Nguồn kinh phí]].'),
      heading(1, 'IV.', 'Tổ chức thực hiện'),
      item('1.', '[[Phân công đơn vị chủ trì, phối hợp]].'),
      text('Yêu cầu các đơn vị, thôn tổ chức thực hiện nghiêm túc Kế hoạch này./.'),
    ],
    recipients: ['[[nơi nhận]]', 'Thường trực Đảng uỷ (báo cáo)', kept],
  }),
  template('state-submission', 'state-submission', 'Tờ trình', 'Về việc [[việc gì]]', {
    addressees: ['[[cấp có thẩm quyền]]'],
    blocks: [
      text('Căn cứ [[quy định]], Uỷ ban nhân dân xã trình [[cấp có thẩm quyền]] xem xét [[nội dung trình]] như sau:'),
      item('1.', '[[Sự cần thiết]].'),
      item('2.', '[[Nội dung đề nghị]].'),
      text('Uỷ ban nhân dân xã kính trình [[cấp có thẩm quyền]] xem xét, quyết định./.'),
    ],
    recipients: ['Như trên', kept],
  }),
  template('state-minutes', 'state-minutes', 'Biên bản họp', '[[Họp về việc gì]]', {
    blocks: [
      text('Thời gian bắt đầu: [[giờ]], ngày [[ngày họp]].'),
      text('Địa điểm: [[nơi họp]].'),
      text('Thành phần tham dự: [[thành phần]].'),
      text('Chủ trì (chủ toạ): [[người chủ trì]].'),
      text('Thư ký (người ghi biên bản): [[người ghi biên bản]].'),
      text('Nội dung (theo diễn biến cuộc họp):'),
      item('1.', '[[Nội dung trình bày, thảo luận]].'),
      item('2.', '[[Kết luận]].'),
      text('Cuộc họp kết thúc vào [[giờ kết thúc]] cùng ngày./.'),
    ],
    recipients: ['[[nơi nhận]]', 'Lưu: VT, Hồ sơ'],
    recorder: '[[người ghi biên bản]]',
  }),
  template('state-invitation', 'state-invitation', 'Giấy mời họp', '[[Họp về việc gì]]', {
    blocks: [
      text('Uỷ ban nhân dân xã trân trọng kính mời: [[người được mời]].'),
      text('Tới dự: [[tên cuộc họp]].'),
      text('Chủ trì: [[người chủ trì]].'),
      text('Thời gian: [[giờ]], ngày [[ngày họp]].'),
      text('Địa điểm: [[nơi họp]]./.'),
    ],
    recipients: ['Như thành phần mời', kept],
  }),
  template('state-introduction', 'state-introduction', 'Giấy giới thiệu', '', {
    blocks: [
      text('Uỷ ban nhân dân xã trân trọng giới thiệu:'),
      text('Ông (bà): [[họ và tên]].'),
      text('Chức vụ: [[chức vụ]].'),
      text('Được cử đến: [[cơ quan đến làm việc]].'),
      text('Về việc: [[nội dung làm việc]].'),
      text('Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.'),
      text('Giấy này có giá trị đến hết ngày [[ngày hết hạn]]./.'),
    ],
    recipients: ['Như trên', kept],
  }),
];
