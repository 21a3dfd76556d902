/*
 * Pieces of abstracts (trích yếu) as commune offices meet them. `{x}` is replaced by a piece of that list.
 * State papers write ủy and hòa the new way, Party papers uỷ and hoà: real registers hold both.
 */

/** Pieces to fill in. */
export const pieces = {
  period: ['tháng 01', 'tháng 3', 'tháng 5', 'tháng 9', 'tháng 10', 'tháng 11', 'quý I', 'quý II', 'quý III', 'quý IV', '6 tháng đầu năm', '9 tháng đầu năm', 'năm {year}'],
  span: ['năm {year}', 'năm {nextyear}', 'giai đoạn 2026-2030', 'giai đoạn 2025-2030', 'nhiệm kỳ 2025-2030', 'đến năm 2030, tầm nhìn đến năm 2045'],
  party: [
    'chuyển đổi số trong các cơ quan đảng', 'công tác xây dựng, chỉnh đốn Đảng', 'công tác kiểm tra, giám sát', 'công tác dân vận', 'công tác tuyên giáo', 'phát triển đảng viên mới',
    'đổi mới, nâng cao chất lượng sinh hoạt chi bộ', 'công tác bảo vệ chính trị nội bộ', 'quy hoạch cán bộ lãnh đạo, quản lý các cấp', 'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    'công tác phòng, chống tham nhũng, lãng phí, tiêu cực', 'công tác văn thư, lưu trữ', 'quản lý hồ sơ đảng viên', 'cơ sở dữ liệu đảng viên', 'đại hội chi bộ, đảng bộ cơ sở', 'bảo vệ nền tảng tư tưởng của Đảng',
    'công tác tôn giáo', 'thu, nộp và quản lý đảng phí', 'công tác cán bộ nữ', 'sử dụng Sổ tay đảng viên điện tử', 'sắp xếp tổ chức bộ máy của hệ thống chính trị', 'quy chế dân chủ ở cơ sở',
  ],
  state: [
    'xây dựng nông thôn mới', 'giảm nghèo bền vững', 'phòng cháy, chữa cháy rừng', 'phòng, chống thiên tai và tìm kiếm cứu nạn', 'quản lý đất đai', 'cải cách hành chính', 'giải ngân vốn đầu tư công',
    'bảo hiểm y tế hộ gia đình', 'phổ cập giáo dục', 'phòng, chống dịch tả lợn châu Phi', 'trồng rừng và bảo vệ rừng', 'an toàn thực phẩm', 'trật tự an toàn giao thông', 'dịch vụ công trực tuyến',
    'chuyển đổi số cộng đồng', 'sản phẩm OCOP', 'xóa nhà tạm, nhà dột nát', 'hòa giải ở cơ sở', 'phổ biến, giáo dục pháp luật', 'tuyển quân', 'bảo tồn văn hóa các dân tộc thiểu số', 'cấp nước sinh hoạt nông thôn',
    'quản lý ngân sách nhà nước', 'chính sách người có công', 'phòng, chống ma túy', 'đăng ký khai sinh, hộ tịch', 'phát triển cây hồi, cây thạch đen', 'kiểm kê đất đai', 'thu quỹ phòng, chống thiên tai', 'tiêm phòng gia súc, gia cầm',
  ],
  front: ['Tháng hành động Vì người nghèo', 'Ngày hội Đại đoàn kết toàn dân tộc', 'giám sát và phản biện xã hội', 'vận động Quỹ Vì người nghèo', 'bầu cử đại biểu Hội đồng nhân dân', 'phong trào thi đua yêu nước', 'cứu trợ đồng bào bị thiên tai', 'tiếp xúc cử tri'],
  meeting: ['hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ {n}', 'hội nghị giao ban {period}', 'hội nghị trực tuyến quán triệt nghị quyết', 'hội nghị sơ kết {party}', 'hội nghị tổng kết {party} {span}', 'lớp bồi dưỡng đảng viên mới {period}', 'lớp tập huấn {party}'],
  resolution: ['Nghị quyết số {n}-NQ/TW', 'Chỉ thị số {n}-CT/TW', 'Kết luận số {n}-KL/TW', 'Nghị quyết số {n}-NQ/TU', 'Chương trình hành động số {n}-CTr/TU', 'Chỉ thị số {n}-CT/TU', 'Quy định số {n}-QĐ/TW'],
  law: ['Nghị quyết số {n}/NQ-CP', 'Quyết định số {n}/QĐ-TTg', 'Chỉ thị số {n}/CT-TTg', 'Nghị định số {n}/{year}/NĐ-CP', 'Kế hoạch số {n}/KH-UBND'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Name of a list of pieces. */
export type PieceName = keyof typeof pieces;

/** What abstracts of a type look like, by the code of the type; `party`, `state` and `front` say who writes. */
export const patterns: Readonly<Record<'party' | 'state' | 'front', Readonly<Record<string, readonly string[]>>>> = {
  party: {
    CV: ['Về việc báo cáo kết quả {party} {period}', 'Về việc triển khai {resolution}', 'Về việc cập nhật, đối chiếu danh sách đảng viên {period}', 'Về việc góp ý dự thảo đề án {party}', 'Về việc cử cán bộ tham gia {meeting}', 'Về việc đôn đốc thực hiện {party}', 'Về việc chuẩn bị nội dung {meeting}', 'Về việc rà soát, bổ sung {party}', 'Về việc cung cấp số liệu {party} {period}'],
    KH: ['Kế hoạch thực hiện {resolution} về {party}', 'Kế hoạch {party} {span}', 'Kế hoạch kiểm tra, giám sát {party} {span}', 'Kế hoạch tổ chức {meeting}', 'Kế hoạch sơ kết 5 năm thực hiện {resolution}'],
    NQ: ['Nghị quyết về {party} {span}', 'Nghị quyết về phát triển kinh tế tập thể, hợp tác xã gắn với xây dựng nông thôn mới', 'Nghị quyết lãnh đạo nhiệm vụ {period}', 'Nghị quyết chuyên đề về {party}'],
    QĐ: ['Quyết định ban hành quy chế {party}', 'Quyết định thành lập tổ công tác {party}', 'Quyết định chuẩn y bổ sung cấp uỷ viên nhiệm kỳ 2025-2030', 'Quyết định thành lập đoàn kiểm tra {party} {span}', 'Quyết định giao biên chế {span}'],
    TB: ['Thông báo kết luận của Ban Thường vụ Tỉnh uỷ về {party}', 'Thông báo kết luận {meeting}', 'Thông báo phân công theo dõi {party}', 'Thông báo lịch làm việc của Thường trực Tỉnh uỷ {period}'],
    HD: ['Hướng dẫn {party} {span}', 'Hướng dẫn kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên {span}', 'Hướng dẫn một số nội dung về {party}', 'Hướng dẫn thực hiện {resolution}'],
    BC: ['Báo cáo kết quả {party} {period}', 'Báo cáo kết quả sinh hoạt chuyên đề {period}', 'Báo cáo sơ kết thực hiện {resolution}', 'Báo cáo công tác {period}, nhiệm vụ trọng tâm thời gian tới'],
    CT: ['Chỉ thị về tăng cường {party}', 'Chỉ thị về lãnh đạo {party} {span}'],
    KL: ['Kết luận về tiếp tục đẩy mạnh {party}', 'Kết luận kiểm tra việc thực hiện {party}'],
    CTr: ['Chương trình hành động thực hiện {resolution}', 'Chương trình kiểm tra, giám sát năm {nextyear}', 'Chương trình công tác năm {nextyear}'],
    TTr: ['Tờ trình chương trình kiểm tra, giám sát năm {nextyear}', 'Tờ trình đề nghị chuẩn y kết quả {party}', 'Tờ trình xin chủ trương {party}'],
    GM: ['Giấy mời dự {meeting}', 'Giấy mời dự buổi làm việc về {party}'],
  },
  state: {
    '': ['Về việc triển khai {law}', 'Về việc báo cáo kết quả {state} {period}', 'Về việc tăng cường {state}', 'Về việc hướng dẫn {state}', 'Về việc lấy ý kiến dự thảo kế hoạch {state} {span}', 'Về việc rà soát, tổng hợp số liệu {state} {period}', 'Về việc phối hợp thực hiện {state} trên địa bàn xã', 'V/v đôn đốc thực hiện {state}', 'Về việc hướng dẫn số hóa tài liệu lưu trữ theo quy định mới'],
    QĐ: ['Phê duyệt danh mục hồ sơ nộp lưu năm {year}', 'Phê duyệt kế hoạch {state} {span}', 'Ban hành quy chế phối hợp {state}', 'Giao chỉ tiêu {state} {span}', 'Công bố thủ tục hành chính trong lĩnh vực {state}', 'Thành lập ban chỉ đạo {state} cấp tỉnh'],
    KH: ['Kế hoạch {state} {span}', 'Kế hoạch triển khai {law} về {state}', 'Kế hoạch cao điểm {state} {period}', 'Kế hoạch kiểm tra {state} {period}'],
    TB: ['Thông báo kết luận của Chủ tịch Ủy ban nhân dân tỉnh về {state}', 'Thông báo thời gian tổ chức hội nghị {state}', 'Thông báo kết quả thẩm định {state}'],
    HD: ['Hướng dẫn thực hiện {state} {span}', 'Hướng dẫn liên ngành về {state}'],
    BC: ['Báo cáo kết quả {state} {period}', 'Báo cáo tình hình kinh tế - xã hội {period}', 'Báo cáo tiến độ {state}'],
    CT: ['Chỉ thị về việc tăng cường {state}', 'Chỉ thị về một số giải pháp cấp bách {state}'],
    NQ: ['Nghị quyết về {state} {span}', 'Nghị quyết về phân bổ dự toán ngân sách địa phương năm {nextyear}'],
    GM: ['Giấy mời họp triển khai {state}', 'Giấy mời dự hội nghị {state} {period}'],
    CĐ: ['Công điện về chủ động ứng phó mưa lũ, sạt lở đất', 'Công điện về {state}'],
  },
  front: {
    KH: ['Kế hoạch tổ chức {front} {span}', 'Kế hoạch phối hợp {front}'],
    '': ['Về việc triển khai {front}', 'Về việc báo cáo kết quả {front} {period}'],
    TB: ['Thông báo kết quả {front} {period}'],
    HD: ['Hướng dẫn tổ chức {front} {span}'],
  },
};
