/** Words of the papers of a meeting, in the old place of tone marks; whoever composes puts them into the office's own. Names are never among them. */
export const meetingWords = {
  invitation:
    'Chi uỷ trân trọng kính mời đồng chí đến dự buổi sinh hoạt.\nĐề nghị đồng chí nghiên cứu trước tài liệu, chuẩn bị ý kiến phát biểu và đến đúng giờ. Đồng chí nào không dự được, đề nghị báo cáo chủ trì trước buổi họp.',
  titleStarts: ['Sinh hoạt ', 'Họp '],
  comrade: 'đồng chí',
  comradeAtStart: 'Đồng chí',
  people: (count: number) => `${String(count).padStart(2, '0')} đồng chí`,
  hour: (hour: number, minute: number) => `${String(hour).padStart(2, '0')} giờ ${String(minute).padStart(2, '0')}`,
  begins: (when: string) => `Hôm nay, vào hồi ${when}`,
  at: 'tại',
  holds: 'tổ chức',
  parts: {
    people: 'THÀNH PHẦN',
    agenda: 'NỘI DUNG',
    before: 'Ý KIẾN GỬI TRƯỚC BUỔI HỌP',
    discussion: 'Ý KIẾN THẢO LUẬN',
    votes: 'BIỂU QUYẾT',
    conclusion: 'KẾT LUẬN',
    tasks: 'PHÂN CÔNG THỰC HIỆN',
  },
  total: 'Tổng số đảng viên của chi bộ phải dự họp:',
  official: 'chính thức',
  probationary: 'dự bị',
  present: 'Có mặt:',
  share: (percent: string) => `đạt ${percent} %`,
  excused: 'Vắng mặt có lý do:',
  absent: 'Vắng mặt không lý do:',
  exempt: 'Đảng viên được miễn sinh hoạt có mặt:',
  temporary: 'Đảng viên sinh hoạt tạm thời có mặt:',
  guests: 'Đại biểu dự họp:',
  chair: 'Chủ trì:',
  clerk: 'Thư ký:',
  presentedBy: 'trình bày',
  vote: {
    hands: 'Biểu quyết bằng hình thức giơ tay',
    ballot: 'Biểu quyết bằng phiếu kín',
    yes: 'tán thành',
    no: 'không tán thành',
    none: 'không có ý kiến hoặc phiếu không hợp lệ',
    carried: 'Được thông qua.',
    notCarried: 'Không được thông qua.',
    of: (yes: number, entitled: number) => `${String(yes)}/${String(entitled)} đảng viên chính thức`,
  },
  due: (day: string) => `xong trước ngày ${day}`,
  ends: (when: string) =>
    `Buổi sinh hoạt kết thúc vào hồi ${when} cùng ngày. Biên bản đã được đọc lại, các đồng chí dự họp thống nhất.`,
  endsOpen: 'Biên bản đã được đọc lại, các đồng chí dự họp thống nhất.',
  resolution: {
    opening: 'Sau khi thảo luận và biểu quyết,',
    decides: 'quyết nghị:',
    result: 'Về kết quả lãnh đạo thực hiện nhiệm vụ',
    resultBlank: '[[Kết quả, hạn chế của thời gian qua]].',
    work: 'Về nhiệm vụ thời gian tới',
    workBlank: '[[Nhiệm vụ, người làm, thời hạn]].',
    doing: 'Tổ chức thực hiện',
    doingText:
      'Chi uỷ, đảng viên trong chi bộ chịu trách nhiệm thực hiện Nghị quyết này. Chi uỷ kiểm tra, báo cáo kết quả tại kỳ sinh hoạt sau.',
  },
} as const;

/** Words of a cell's papers in Party form. */
export const cellPaperWords = {
  cell: 'Chi bộ',
  recipients: ['Đảng uỷ xã (báo cáo)', 'Chi uỷ, đảng viên chi bộ', 'Lưu Chi bộ'],
  kept: ['Lưu Chi bộ'],
} as const;

/** What follows the number of a cell's resolution: type and body (HD 05-HD/VPTW, 2026). */
export const RESOLUTION_SUFFIX = '-NQ/CB';
