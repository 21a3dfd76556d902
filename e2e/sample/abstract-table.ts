/*
 * Pieces of abstracts (trích yếu) as commune offices meet them. `{x}` is replaced by a piece of that list; `{topic}` by a topic
 * of the issuer, `{period}`, `{year}`, `{nextyear}` and `{n}` by figures fitting the date.
 * State papers write ủy and hòa the new way, Party papers uỷ and hoà: real registers hold both.
 */

/** Who writes, as far as it shapes an abstract. */
export type AbstractFamily =
  | 'central'
  | 'party'
  | 'commune-party'
  | 'cell'
  | 'government'
  | 'province'
  | 'council'
  | 'department'
  | 'commune-state'
  | 'front';

/** What Party bodies write about. */
export const partyTopics: readonly string[] = [
  'chuyển đổi số trong các cơ quan đảng',
  'công tác xây dựng, chỉnh đốn Đảng',
  'công tác kiểm tra, giám sát',
  'công tác dân vận',
  'công tác tuyên giáo',
  'phát triển đảng viên mới',
  'đổi mới, nâng cao chất lượng sinh hoạt chi bộ',
  'công tác bảo vệ chính trị nội bộ',
  'quy hoạch cán bộ lãnh đạo, quản lý các cấp',
  'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'công tác phòng, chống tham nhũng, lãng phí, tiêu cực',
  'công tác văn thư, lưu trữ',
  'quản lý hồ sơ đảng viên',
  'cập nhật cơ sở dữ liệu đảng viên',
  'đại hội chi bộ, đảng bộ cơ sở',
  'bảo vệ nền tảng tư tưởng của Đảng',
  'công tác tôn giáo',
  'thu, nộp và quản lý đảng phí',
  'công tác cán bộ nữ',
  'sử dụng Sổ tay đảng viên điện tử',
  'sắp xếp tổ chức bộ máy của hệ thống chính trị',
  'thực hiện quy chế dân chủ ở cơ sở',
];

/** What the State writes about when the issuer has no topics of its own. */
export const stateTopics: readonly string[] = [
  'xây dựng nông thôn mới',
  'giảm nghèo bền vững',
  'phòng cháy, chữa cháy rừng',
  'phòng, chống thiên tai và tìm kiếm cứu nạn',
  'quản lý đất đai',
  'cải cách hành chính',
  'giải ngân vốn đầu tư công',
  'bảo hiểm y tế hộ gia đình',
  'phổ cập giáo dục',
  'phòng, chống dịch tả lợn châu Phi',
  'trồng rừng và bảo vệ rừng',
  'an toàn thực phẩm',
  'bảo đảm trật tự an toàn giao thông',
  'dịch vụ công trực tuyến',
  'chuyển đổi số cộng đồng',
  'phát triển sản phẩm OCOP',
  'xóa nhà tạm, nhà dột nát',
  'hòa giải ở cơ sở',
  'phổ biến, giáo dục pháp luật',
  'tuyển quân',
  'bảo tồn văn hóa các dân tộc thiểu số',
  'cấp nước sinh hoạt nông thôn',
  'quản lý ngân sách nhà nước',
  'chính sách người có công',
  'phòng, chống ma túy',
  'đăng ký hộ tịch',
  'phát triển cây hồi, cây thạch đen',
  'kiểm kê đất đai',
  'tiêm phòng gia súc, gia cầm',
];

/** Pieces to fill in. */
export const pieces = {
  span: [
    'năm {year}',
    'năm {nextyear}',
    'giai đoạn 2026-2030',
    'giai đoạn 2025-2030',
    'đến năm 2030, tầm nhìn đến năm 2045',
  ],
  meeting: [
    'hội nghị Ban Chấp hành Đảng bộ tỉnh',
    'hội nghị giao ban {period}',
    'hội nghị trực tuyến quán triệt nghị quyết',
    'hội nghị sơ kết {topic}',
    'hội nghị tổng kết {topic} năm {year}',
    'lớp bồi dưỡng đảng viên mới {period}',
    'lớp tập huấn {topic}',
  ],
  resolution: [
    'Nghị quyết số {n}-NQ/TW',
    'Chỉ thị số {n}-CT/TW',
    'Kết luận số {n}-KL/TW',
    'Nghị quyết số {n}-NQ/TU',
    'Chương trình hành động số {n}-CTr/TU',
    'Chỉ thị số {n}-CT/TU',
    'Quy định số {n}-QĐ/TW',
  ],
  law: [
    'Nghị quyết số {n}/NQ-CP',
    'Quyết định số {n}/QĐ-TTg',
    'Chỉ thị số {n}/CT-TTg',
    'Nghị định số {n}/{year}/NĐ-CP',
    'Kế hoạch số {n}/KH-UBND',
  ],
  disaster: [
    'chủ động ứng phó mưa lớn, lũ quét, sạt lở đất',
    'chủ động phòng, chống rét đậm, rét hại',
    'tập trung phòng cháy, chữa cháy rừng',
    'khắc phục hậu quả mưa lũ',
    'ứng phó với bão số {storm}',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const letters = [
  'Về việc báo cáo kết quả {topic} {period}',
  'Về việc tăng cường {topic}',
  'Về việc hướng dẫn {topic}',
  'Về việc rà soát, tổng hợp số liệu {topic} {period}',
  'Về việc đôn đốc thực hiện {topic}',
  'V/v phối hợp thực hiện {topic} trên địa bàn',
];

/** What abstracts look like, by family and code of the type. */
export const patterns: Readonly<Record<AbstractFamily, Readonly<Record<string, readonly string[]>>>> = {
  central: {
    CT: ['Về tăng cường sự lãnh đạo của Đảng đối với {topic}', 'Về lãnh đạo {topic}'],
    KL: ['Về tiếp tục đẩy mạnh {topic}', 'Về kết quả {topic} và nhiệm vụ thời gian tới'],
    QĐ: ['Quy định về {topic}', 'Quy định một số nội dung về {topic}'],
    NQ: ['Về {topic} trong giai đoạn mới'],
  },
  party: {
    CV: [
      'Về việc báo cáo kết quả {topic} {period}',
      'Về việc triển khai {resolution}',
      'Về việc cập nhật, đối chiếu danh sách đảng viên {period}',
      'Về việc góp ý dự thảo đề án {topic}',
      'Về việc cử cán bộ tham gia {meeting}',
      'Về việc đôn đốc {topic}',
      'Về việc chuẩn bị nội dung {meeting}',
      'Về việc rà soát, bổ sung {topic}',
      'Về việc cung cấp số liệu {topic} {period}',
    ],
    KH: [
      'Kế hoạch thực hiện {resolution} về {topic}',
      'Kế hoạch {topic} {span}',
      'Kế hoạch kiểm tra, giám sát {topic} {span}',
      'Kế hoạch tổ chức {meeting}',
      'Kế hoạch sơ kết 5 năm thực hiện {resolution}',
    ],
    NQ: [
      'Nghị quyết về {topic} {span}',
      'Nghị quyết về phát triển kinh tế tập thể, hợp tác xã gắn với xây dựng nông thôn mới',
      'Nghị quyết chuyên đề về {topic}',
    ],
    QĐ: [
      'Quyết định ban hành quy chế {topic}',
      'Quyết định thành lập tổ công tác {topic}',
      'Quyết định chuẩn y bổ sung cấp uỷ viên nhiệm kỳ 2025-2030',
      'Quyết định thành lập đoàn kiểm tra {topic} {span}',
      'Quyết định giao biên chế năm {nextyear}',
      'Quy định về {topic}',
    ],
    TB: [
      'Thông báo kết luận của Ban Thường vụ Tỉnh uỷ về {topic}',
      'Thông báo kết luận {meeting}',
      'Thông báo phân công theo dõi {topic}',
      'Thông báo lịch làm việc của Thường trực Tỉnh uỷ {period}',
    ],
    HD: [
      'Hướng dẫn {topic} {span}',
      'Hướng dẫn kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm {year}',
      'Hướng dẫn một số nội dung về {topic}',
      'Hướng dẫn thực hiện {resolution}',
    ],
    BC: [
      'Báo cáo kết quả {topic} {period}',
      'Báo cáo sơ kết thực hiện {resolution}',
      'Báo cáo công tác {period}, nhiệm vụ trọng tâm thời gian tới',
    ],
    CT: ['Chỉ thị về tăng cường {topic}', 'Chỉ thị về lãnh đạo {topic} {span}'],
    KL: ['Kết luận về tiếp tục đẩy mạnh {topic}', 'Kết luận kiểm tra việc thực hiện {topic}'],
    CTr: [
      'Chương trình hành động thực hiện {resolution}',
      'Chương trình kiểm tra, giám sát năm {nextyear}',
      'Chương trình công tác năm {nextyear}',
    ],
    GM: ['Giấy mời dự {meeting}', 'Giấy mời dự buổi làm việc về {topic}'],
  },
  'commune-party': {
    TTr: [
      'Tờ trình chương trình kiểm tra, giám sát năm {nextyear}',
      'Tờ trình đề nghị kết nạp đảng viên {period}',
      'Tờ trình xin chủ trương về {topic}',
      'Tờ trình đề nghị tặng Huy hiệu Đảng {period}',
    ],
    BC: ['Báo cáo kết quả {topic} {period}', 'Báo cáo công tác {period}, nhiệm vụ trọng tâm thời gian tới'],
    KH: ['Kế hoạch kiểm tra, giám sát {topic} {span}', 'Kế hoạch {topic} {span}'],
    CV: [
      'Về việc phối hợp thực hiện {topic}',
      'Về việc cung cấp số liệu {topic} {period}',
      'Về việc cử cán bộ tham gia {meeting}',
    ],
    GM: ['Giấy mời dự {meeting}'],
    TB: ['Thông báo về {topic} {period}'],
  },
  cell: {
    BC: [
      'Báo cáo kết quả sinh hoạt chuyên đề {period}',
      'Báo cáo công tác của chi bộ {period}',
      'Báo cáo kết quả {topic} {period}',
      'Báo cáo thu, nộp đảng phí {period}',
      'Báo cáo kết quả đánh giá, xếp loại đảng viên năm {year}',
    ],
    NQ: [
      'Nghị quyết lãnh đạo nhiệm vụ {period}',
      'Nghị quyết chuyên đề về {topic}',
      'Nghị quyết đề nghị kết nạp quần chúng ưu tú vào Đảng',
      'Nghị quyết đề nghị công nhận đảng viên chính thức',
    ],
    TTr: [
      'Tờ trình đề nghị chuẩn y kết quả bầu cử chi uỷ',
      'Tờ trình đề nghị miễn sinh hoạt đảng cho đảng viên cao tuổi',
      'Tờ trình đề nghị tặng Huy hiệu Đảng {period}',
    ],
  },
  government: {
    NQ: [
      'Về phiên họp Chính phủ thường kỳ {period}',
      'Về các giải pháp chủ yếu {topic}',
      'Về việc tháo gỡ khó khăn, vướng mắc trong {topic}',
    ],
    QĐ: ['Phê duyệt Chương trình {topic} {span}', 'Phê duyệt Đề án {topic} {span}', 'Ban hành Kế hoạch {topic} {span}'],
    CT: ['Về việc tăng cường {topic}', 'Về việc đẩy mạnh {topic}'],
    CĐ: ['Về việc {disaster}'],
  },
  province: {
    '': ['Về việc triển khai {law}', 'Về việc lấy ý kiến dự thảo kế hoạch {topic} {span}', ...letters],
    QĐ: [
      'Phê duyệt danh mục hồ sơ nộp lưu năm {year}',
      'Phê duyệt kế hoạch {topic} {span}',
      'Ban hành quy chế phối hợp {topic}',
      'Giao chỉ tiêu {topic} năm {nextyear}',
      'Công bố thủ tục hành chính trong lĩnh vực {topic}',
      'Thành lập ban chỉ đạo {topic} cấp tỉnh',
    ],
    KH: ['Kế hoạch {topic} {span}', 'Kế hoạch triển khai {law} về {topic}', 'Kế hoạch cao điểm {topic} {period}'],
    TB: ['Thông báo kết luận của Chủ tịch Ủy ban nhân dân tỉnh về {topic}'],
    BC: ['Báo cáo kết quả {topic} {period}', 'Báo cáo tình hình kinh tế - xã hội {period}'],
    CT: ['Chỉ thị về việc tăng cường {topic}', 'Chỉ thị về một số giải pháp cấp bách {topic}'],
    CĐ: ['Công điện về {disaster}'],
  },
  council: {
    NQ: [
      'Nghị quyết về {topic} {span}',
      'Nghị quyết quy định mức hỗ trợ {topic}',
      'Nghị quyết về phân bổ dự toán ngân sách địa phương năm {nextyear}',
      'Nghị quyết về chương trình giám sát năm {nextyear}',
    ],
    BC: ['Báo cáo kết quả giám sát {topic}', 'Báo cáo tổng hợp ý kiến, kiến nghị của cử tri {period}'],
    TB: ['Thông báo thời gian tổ chức kỳ họp', 'Thông báo kết luận phiên giải trình về {topic}'],
    '': ['Về việc chuẩn bị nội dung kỳ họp', 'Về việc trả lời kiến nghị của cử tri về {topic}'],
  },
  department: {
    '': [
      'Về việc triển khai {law}',
      'Về việc góp ý dự thảo hướng dẫn {topic}',
      'Về việc cử cán bộ tham gia lớp tập huấn {topic}',
      ...letters,
    ],
    QĐ: ['Phê duyệt kế hoạch {topic} {span}', 'Thành lập đoàn kiểm tra {topic} {span}'],
    KH: ['Kế hoạch {topic} {span}', 'Kế hoạch kiểm tra {topic} {period}'],
    TB: [
      'Thông báo thời gian tổ chức hội nghị {topic}',
      'Thông báo kết quả kiểm tra {topic}',
      'Thông báo thay đổi số tài khoản, con dấu',
    ],
    HD: ['Hướng dẫn thực hiện {topic} {span}', 'Hướng dẫn liên ngành về {topic}'],
    BC: ['Báo cáo kết quả {topic} {period}', 'Báo cáo tiến độ {topic}'],
    GM: ['Giấy mời họp triển khai {topic}', 'Giấy mời dự hội nghị {topic} {period}'],
  },
  'commune-state': {
    BC: ['Báo cáo kết quả {topic} {period}', 'Báo cáo tình hình kinh tế - xã hội {period}', 'Báo cáo tiến độ {topic}'],
    '': [
      'Về việc xin ý kiến Ban Thường vụ Đảng ủy về {topic}',
      'Về việc báo cáo, đề xuất {topic}',
      'Về việc phối hợp vận động nhân dân tham gia {topic}',
    ],
    KH: ['Kế hoạch {topic} {span}', 'Kế hoạch cao điểm {topic} {period}'],
    QĐ: [
      'Thành lập tổ công tác {topic}',
      'Phê duyệt danh mục hồ sơ nộp lưu năm {year}',
      'Phê duyệt dự toán {topic} năm {nextyear}',
    ],
    TB: ['Thông báo kết luận của Chủ tịch Ủy ban nhân dân xã về {topic}'],
  },
  front: {
    KH: ['Kế hoạch tổ chức {topic} năm {year}', 'Kế hoạch phối hợp {topic}'],
    '': ['Về việc triển khai {topic}', 'Về việc báo cáo kết quả {topic} {period}'],
    TB: ['Thông báo kết quả {topic} {period}'],
    HD: ['Hướng dẫn tổ chức {topic} năm {year}'],
  },
};
