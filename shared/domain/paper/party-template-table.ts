import type { PaperTemplate } from './paper-template.ts';
import { article, heading, item, template, text } from './template-blocks.ts';

const toAll = ['Tỉnh uỷ (báo cáo)', 'Các đồng chí Uỷ viên Ban Chấp hành Đảng bộ xã', 'Các chi bộ, đảng bộ trực thuộc'];
const kept = 'Lưu Văn phòng Đảng uỷ';

/** Templates of Party papers a commune issues. Order of parts by HD 05-HD/VPTW and the habit of offices (domain.md 1.1, 1.4). */
export const partyTemplates: readonly PaperTemplate[] = [
  template('party-resolution', 'party-resolution', 'Nghị quyết chuyên đề', 'về [[nội dung nghị quyết]]', {
    blocks: [
      heading(1, 'I-', 'Tình hình'),
      text('[[Tình hình, kết quả đạt được]]'),
      text('Tuy nhiên, [[hạn chế, nguyên nhân]].'),
      heading(1, 'II-', 'Mục tiêu'),
      heading(2, '1.', 'Mục tiêu chung'),
      text('[[Mục tiêu chung]].'),
      heading(2, '2.', 'Chỉ tiêu cụ thể'),
      item('-', '[[Chỉ tiêu thứ nhất]].'),
      item('-', '[[Chỉ tiêu thứ hai]].'),
      heading(1, 'III-', 'Nhiệm vụ, giải pháp'),
      item('1.', '[[Nhiệm vụ, giải pháp thứ nhất]].'),
      item('2.', '[[Nhiệm vụ, giải pháp thứ hai]].'),
      heading(1, 'IV-', 'Tổ chức thực hiện'),
      item('1.', 'Các chi bộ, đảng bộ trực thuộc tổ chức quán triệt, xây dựng kế hoạch thực hiện Nghị quyết.'),
      item('2.', 'Uỷ ban nhân dân xã cụ thể hoá Nghị quyết thành kế hoạch, bố trí nguồn lực thực hiện.'),
      item('3.', 'Uỷ ban Mặt trận Tổ quốc Việt Nam xã tuyên truyền, vận động Nhân dân thực hiện Nghị quyết.'),
      item('4.', 'Ban Xây dựng Đảng, Uỷ ban Kiểm tra, Văn phòng Đảng uỷ theo dõi, kiểm tra, định kỳ báo cáo Đảng uỷ.'),
      text('Nghị quyết này phổ biến đến chi bộ.'),
    ],
    recipients: [...toAll, kept],
  }),
  template('party-decision', 'party-decision', 'Quyết định của Ban Thường vụ', '[[về việc gì]]', {
    bases: [
      'Căn cứ Điều lệ Đảng Cộng sản Việt Nam',
      'Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã [[tên xã]] khoá [[khoá]], nhiệm kỳ [[nhiệm kỳ]]',
      'Xét đề nghị của [[cơ quan đề nghị]]',
    ],
    blocks: [
      heading(1, '', 'BAN THƯỜNG VỤ ĐẢNG UỶ XÃ\nQUYẾT ĐỊNH'),
      article(1, '[[Nội dung quyết định]].'),
      article(2, '[[Nhiệm vụ, quyền hạn hoặc thời hạn]].'),
      article(
        3,
        'Văn phòng Đảng uỷ, Ban Xây dựng Đảng, [[tổ chức, cá nhân liên quan]] chịu trách nhiệm thi hành Quyết định này.',
      ),
    ],
    recipients: ['Như Điều 3', 'Tỉnh uỷ (báo cáo)', kept],
  }),
  template(
    'party-decision-admission',
    'party-decision',
    'Quyết định kết nạp đảng viên',
    'kết nạp đảng viên [[họ và tên]]',
    {
      bases: [
        'Căn cứ Điều lệ Đảng Cộng sản Việt Nam',
        'Căn cứ Hướng dẫn số 12-HD/BTCTW, ngày 17 tháng 01 năm 2022 của Ban Tổ chức Trung ương',
        'Xét đề nghị của [[chi bộ]] tại [[nghị quyết đề nghị kết nạp]]',
      ],
      blocks: [
        heading(1, '', 'BAN THƯỜNG VỤ ĐẢNG UỶ XÃ\nQUYẾT ĐỊNH'),
        article(
          1,
          'Kết nạp đồng chí [[họ và tên]], sinh ngày [[ngày sinh]], quê quán [[quê quán]], vào Đảng Cộng sản Việt Nam kể từ ngày [[ngày kết nạp]].',
        ),
        article(
          2,
          '[[chi bộ]] tổ chức lễ kết nạp đảng viên theo quy định, phân công đảng viên chính thức giúp đỡ đồng chí [[họ và tên]] trong thời gian dự bị 12 tháng.',
        ),
        article(
          3,
          'Văn phòng Đảng uỷ, Ban Xây dựng Đảng, [[chi bộ]] và đồng chí [[họ và tên]] chịu trách nhiệm thi hành Quyết định này.',
        ),
      ],
      recipients: ['Như Điều 3', 'Hồ sơ đảng viên', kept],
    },
  ),
  template(
    'party-decision-recognition',
    'party-decision',
    'Quyết định công nhận đảng viên chính thức',
    'công nhận đảng viên chính thức đối với đồng chí [[họ và tên]]',
    {
      bases: [
        'Căn cứ Điều lệ Đảng Cộng sản Việt Nam',
        'Căn cứ Hướng dẫn số 12-HD/BTCTW, ngày 17 tháng 01 năm 2022 của Ban Tổ chức Trung ương',
        'Xét đề nghị của [[chi bộ]] tại [[nghị quyết đề nghị công nhận]]',
      ],
      blocks: [
        heading(1, '', 'BAN THƯỜNG VỤ ĐẢNG UỶ XÃ\nQUYẾT ĐỊNH'),
        article(
          1,
          'Công nhận đồng chí [[họ và tên]], sinh ngày [[ngày sinh]], quê quán [[quê quán]], đảng viên dự bị kết nạp ngày [[ngày kết nạp]], là đảng viên chính thức kể từ ngày [[ngày chính thức]].',
        ),
        article(2, 'Tuổi đảng của đồng chí [[họ và tên]] được tính từ ngày [[ngày kết nạp]].'),
        article(
          3,
          'Văn phòng Đảng uỷ, Ban Xây dựng Đảng, [[chi bộ]] và đồng chí [[họ và tên]] chịu trách nhiệm thi hành Quyết định này.',
        ),
      ],
      recipients: ['Như Điều 3', 'Hồ sơ đảng viên', kept],
    },
  ),
  template('party-statute', 'party-statute', 'Quy chế làm việc', '[[tên quy chế]]', {
    bases: ['Căn cứ Điều lệ Đảng Cộng sản Việt Nam', 'Căn cứ [[quy định của cấp trên]]'],
    blocks: [
      heading(1, 'Chương I', 'Quy định chung'),
      article(1, '[[Phạm vi, đối tượng]].'),
      article(2, '[[Nguyên tắc làm việc]].'),
      heading(1, 'Chương II', 'Nhiệm vụ, quyền hạn'),
      article(3, '[[Nhiệm vụ, quyền hạn của tập thể]].'),
      article(4, '[[Nhiệm vụ, quyền hạn của cá nhân]].'),
      heading(1, 'Chương III', 'Điều khoản thi hành'),
      article(5, 'Quy chế này có hiệu lực kể từ ngày ký. Văn phòng Đảng uỷ theo dõi, đôn đốc việc thực hiện.'),
    ],
    recipients: [...toAll, kept],
  }),
  template('party-conclusion', 'party-conclusion', 'Kết luận hội nghị', '[[của hội nghị nào, về việc gì]]', {
    blocks: [
      text(
        'Tại Hội nghị ngày [[ngày họp]], sau khi nghe [[báo cáo, tờ trình]], [[Ban Chấp hành hoặc Ban Thường vụ]] thảo luận và kết luận như sau:',
      ),
      item('1.', '[[Kết luận thứ nhất]].'),
      item('2.', '[[Kết luận thứ hai]].'),
      item('3.', 'Giao [[cơ quan chủ trì]] tổ chức thực hiện, báo cáo kết quả trước ngày [[hạn báo cáo]].'),
    ],
    recipients: [...toAll, kept],
  }),
  template('party-notice', 'party-notice', 'Thông báo kết luận của Thường trực', '[[về việc gì]]', {
    blocks: [
      text('Ngày [[ngày]], [[nơi họp hoặc cơ quan]] [[nội dung sự việc]].'),
      text('Thường trực Đảng uỷ thông báo để các chi bộ, đảng bộ trực thuộc và cơ quan liên quan biết, thực hiện:'),
      item('1.', '[[Nội dung thứ nhất]].'),
      item('2.', '[[Nội dung thứ hai]].'),
    ],
    recipients: ['Các chi bộ, đảng bộ trực thuộc', '[[cơ quan liên quan]]', kept],
  }),
  template('party-report', 'party-report', 'Báo cáo kết quả', 'kết quả [[công tác nào, thời gian nào]]', {
    blocks: [
      heading(1, 'I-', 'Kết quả thực hiện'),
      heading(2, '1.', 'Công tác lãnh đạo, chỉ đạo'),
      text('[[Công tác lãnh đạo, chỉ đạo]].'),
      heading(2, '2.', 'Kết quả cụ thể'),
      text('[[Kết quả, số liệu]].'),
      heading(2, '3.', 'Hạn chế, nguyên nhân'),
      text('[[Hạn chế, nguyên nhân]].'),
      heading(1, 'II-', 'Phương hướng, nhiệm vụ'),
      item('1.', '[[Nhiệm vụ thứ nhất]].'),
      item('2.', '[[Nhiệm vụ thứ hai]].'),
      heading(1, 'III-', 'Kiến nghị, đề xuất'),
      text('[[Kiến nghị, đề xuất]].'),
    ],
    recipients: ['[[nơi nhận báo cáo]]', 'Thường trực Đảng uỷ', kept],
  }),
  template('party-plan', 'party-plan', 'Kế hoạch thực hiện', '[[thực hiện việc gì]]', {
    blocks: [
      text('Thực hiện [[văn bản của cấp trên]], Ban Thường vụ Đảng uỷ xây dựng kế hoạch như sau:'),
      heading(1, 'I-', 'Mục đích, yêu cầu'),
      item('1.', '[[Mục đích]].'),
      item('2.', '[[Yêu cầu]].'),
      heading(1, 'II-', 'Nội dung, lộ trình'),
      item('1.', '[[Nội dung thứ nhất, thời hạn, đơn vị chủ trì]].'),
      item('2.', '[[Nội dung thứ hai, thời hạn, đơn vị chủ trì]].'),
      heading(1, 'III-', 'Tổ chức thực hiện'),
      item('1.', 'Các chi bộ, đảng bộ trực thuộc căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị.'),
      item('2.', 'Văn phòng Đảng uỷ theo dõi, đôn đốc, tổng hợp báo cáo Ban Thường vụ Đảng uỷ.'),
    ],
    recipients: [...toAll, kept],
  }),
  template('party-programme', 'party-programme', 'Chương trình công tác', 'công tác [[năm hoặc toàn khoá]]', {
    blocks: [
      heading(1, 'I-', 'Phương hướng chung'),
      text('[[Phương hướng]].'),
      heading(1, 'II-', 'Nội dung trọng tâm'),
      {
        kind: 'table',
        rows: [
          ['STT', 'Nội dung', 'Cơ quan chuẩn bị', 'Thời gian'],
          ['1', '[[Nội dung thứ nhất]]', '[[cơ quan]]', '[[tháng]]'],
          ['2', '[[Nội dung thứ hai]]', '[[cơ quan]]', '[[tháng]]'],
        ],
      },
      text('Căn cứ tình hình thực tế, Chương trình được điều chỉnh cho phù hợp.'),
    ],
    recipients: [...toAll, kept],
  }),
  template('party-submission', 'party-submission', 'Tờ trình', '[[về việc gì]]', {
    addressees: ['[[cấp có thẩm quyền]]'],
    blocks: [
      text(
        'Căn cứ [[quy định, chủ trương]], [[cơ quan trình]] kính trình [[cấp có thẩm quyền]] xem xét [[nội dung trình]], cụ thể như sau:',
      ),
      item('1.', '[[Sự cần thiết]].'),
      item('2.', '[[Nội dung đề nghị]].'),
      text('Kính trình [[cấp có thẩm quyền]] xem xét, quyết định.'),
    ],
    recipients: ['Như trên', kept],
  }),
  template(
    'party-submission-badges',
    'party-submission',
    'Tờ trình tặng Huy hiệu Đảng',
    'đề nghị tặng Huy hiệu Đảng đợt [[đợt trao tặng]]',
    {
      addressees: ['[[cấp có thẩm quyền]]'],
      blocks: [
        text(
          'Căn cứ Điều lệ Đảng và quy định thi hành Điều lệ Đảng; xét hồ sơ và tuổi đảng của đảng viên, Đảng uỷ kính trình [[cấp có thẩm quyền]] xem xét, tặng Huy hiệu Đảng đợt [[đợt trao tặng]] cho [[số người]] đồng chí, gồm: [[số người của từng loại huy hiệu]].',
        ),
        text('Danh sách cụ thể như sau:'),
        {
          kind: 'table',
          rows: [
            ['STT', 'Họ và tên', 'Ngày vào Đảng', 'Chi bộ', 'Huy hiệu'],
            ['1', '[[họ và tên]]', '[[ngày vào Đảng]]', '[[chi bộ]]', '[[số năm]]'],
          ],
        },
        text('Tiền thưởng kèm theo Huy hiệu Đảng: [[tổng số tiền thưởng]].'),
        text('Kính trình [[cấp có thẩm quyền]] xem xét, quyết định.'),
      ],
      recipients: ['Như trên', kept],
    },
  ),
  template('party-letter', 'party-letter', 'Công văn', 'về việc [[việc gì]]', {
    addressees: ['[[nơi nhận thứ nhất]]', '[[nơi nhận thứ hai]]'],
    blocks: [
      text(
        'Thực hiện [[văn bản số, ngày, của cơ quan nào]], Đảng uỷ xã đề nghị các cơ quan, đơn vị thực hiện nội dung sau:',
      ),
      item('1.', '[[Nội dung, đơn vị, thời hạn]].'),
      item('2.', 'Báo cáo kết quả về Đảng uỷ (qua Văn phòng Đảng uỷ) trước ngày [[hạn báo cáo]].'),
      text('Đề nghị các cơ quan, đơn vị quan tâm thực hiện.'),
    ],
    recipients: ['Như trên', 'Thường trực Đảng uỷ', kept],
  }),
  template('party-minutes', 'party-minutes', 'Biên bản hội nghị', '[[hội nghị nào]]', {
    blocks: [
      text('Thời gian: [[giờ]], ngày [[ngày họp]].'),
      text('Địa điểm: [[nơi họp]].'),
      text('Thành phần: có mặt [[số người có mặt]]; vắng mặt [[số người vắng, lý do]].'),
      text('Chủ trì: đồng chí [[người chủ trì]].'),
      text('Ghi biên bản: đồng chí [[người ghi biên bản]].'),
      heading(1, '', 'NỘI DUNG'),
      item('1.', '[[Nội dung trình bày]].'),
      item('2.', '[[Ý kiến thảo luận]].'),
      item('3.', '[[Kết luận, biểu quyết]].'),
      text('Hội nghị kết thúc vào [[giờ kết thúc]] cùng ngày. Biên bản được đọc lại, các đồng chí dự họp thống nhất.'),
    ],
    recipients: [kept],
    recorder: '[[người ghi biên bản]]',
  }),
  template('party-guidance', 'party-guidance', 'Hướng dẫn', '[[thực hiện việc gì]]', {
    bases: ['Căn cứ [[văn bản của cấp trên]]'],
    blocks: [
      text('Ban Thường vụ Đảng uỷ hướng dẫn một số nội dung như sau:'),
      item('1.', '[[Nội dung hướng dẫn thứ nhất]].'),
      item('2.', '[[Nội dung hướng dẫn thứ hai]].'),
      text('Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Đảng uỷ qua [[cơ quan tham mưu]].'),
    ],
    recipients: [...toAll, kept],
  }),
  template('party-invitation', 'party-invitation', 'Giấy mời họp', 'dự [[hội nghị, cuộc họp]]', {
    blocks: [
      text('[[Thường trực Đảng uỷ]] trân trọng kính mời: [[người được mời]].'),
      text('Dự: [[tên hội nghị, cuộc họp]].'),
      text('Chủ trì: đồng chí [[người chủ trì]].'),
      text('Thời gian: [[giờ]], ngày [[ngày họp]].'),
      text('Địa điểm: [[nơi họp]].'),
      text('Đề nghị các đồng chí nghiên cứu tài liệu, đến dự đúng giờ.'),
    ],
    recipients: ['Như thành phần mời', kept],
  }),
];
