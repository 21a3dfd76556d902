import type { DayOffReason } from '#shared/domain/calendar/work-days.ts';

const dayOffReasonText: Readonly<Record<DayOffReason, string>> = {
  weekend: 'cuối tuần',
  holiday: 'nghỉ lễ, tết',
  'in-lieu': 'nghỉ bù',
  exchanged: 'hoán đổi',
  office: 'cơ quan nghỉ',
};

/** Words of the screen of choices that all PCs of the office follow. */
export const officeSettingsText = {
  title: 'Thiết đặt cơ quan',
  about: 'Mọi máy của cơ quan cùng theo',
  saved: 'Đã lưu thiết đặt',
  save: 'Lưu',
  onlyHead: 'Chánh, Phó Chánh Văn phòng sửa được trang này.',

  names: 'Tên cơ quan trên văn bản',
  nameFields: {
    organId: 'Mã định danh cơ quan',
    partyAbove: 'Đảng: dòng trên',
    partyName: 'Đảng: tên cơ quan ban hành',
    stateAbove: 'Nhà nước: dòng trên',
    stateName: 'Nhà nước: tên cơ quan ban hành',
    place: 'Địa danh',
  },
  nameHints: {
    organId: 'Theo Quyết định 20/2020/QĐ-TTg',
    partyAbove: 'ĐẢNG BỘ TỈNH …',
    partyName: 'ĐẢNG UỶ XÃ …',
    stateAbove: 'UỶ BAN NHÂN DÂN TỈNH …',
    stateName: 'UỶ BAN NHÂN DÂN XÃ …',
    place: 'Nà Lầu',
  },

  style: 'Cách trình bày văn bản',
  tone: 'Dấu thanh khi máy viết chữ',
  tones: { old: 'uỷ, hoà (kiểu cũ)', new: 'ủy, hòa (kiểu mới)' },
  bodySize: 'Cỡ chữ nội dung (pt)',
  lineSpacing: 'Giãn dòng văn bản Đảng (pt)',
  basesItalic: 'Căn cứ in nghiêng',
  subjectMark: 'Ghi V/v trước trích yếu công văn Đảng',

  calendar: 'Lịch làm việc',
  calendarAbout:
    'Cuối tuần và ngày nghỉ lễ đã có sẵn đến năm 2031. Ghi thêm ngày cơ quan nghỉ, hoặc làm bù, theo thông báo.',
  daysOff: 'Ngày nghỉ thêm',
  daysWorked: 'Ngày đi làm bù',
  addDay: 'Thêm ngày',
  removeDay: (day: string) => `Bỏ ngày ${day}`,
  noDays: 'Chưa ghi ngày nào.',
  nextHolidays: 'Ngày nghỉ sắp tới',
  holidayLine: (day: string, reason: DayOffReason) => `${day} (${dayOffReasonText[reason]})`,
  computed: (year: string) => `Năm ${year}: ngày nghỉ tết và 2/9 máy tính theo lệ thường, chưa theo thông báo.`,

  keywords: 'Từ gợi ý đơn vị chủ trì',
  keywordsAbout: 'Khi ghi bút phê, máy tìm cụm từ dài nhất trong trích yếu rồi gợi ý đơn vị; không tự điền.',
  unit: 'Đơn vị',
  phrases: 'Cụm từ, cách nhau bằng dấu phẩy',

  meetings: {
    title: 'Sinh hoạt chi bộ',
    about: 'Mức và phiếu chấm theo hướng dẫn của tỉnh. Buổi họp đã chấm giữ nguyên điểm.',
    thematicEveryMonths: 'Sinh hoạt chuyên đề: mấy tháng một lần',
    usualDay: 'Ngày họp thường lệ (chi bộ chưa có nếp)',
    usualTime: 'Giờ họp thường lệ',
    timeWrong: 'Gõ như 1930 hoặc 19:30.',
    goodPercent: 'Dự họp tốt: trên bao nhiêu %',
    quorumPercent: 'Được biểu quyết khi đảng viên chính thức có mặt trên bao nhiêu %',
    goodMinutes: 'Thời gian một buổi tốt (phút)',
    exemptMayVote: 'Đảng viên được miễn sinh hoạt đến dự thì được biểu quyết',
    regularCriteria: 'Phiếu chấm sinh hoạt thường kỳ',
    thematicCriteria: 'Phiếu chấm sinh hoạt chuyên đề',
    sum: (points: number) => `${String(points)} điểm`,
    criterion: 'Tiêu chí',
    points: (title: string) => `Điểm: ${title}`,
  },

  badges: {
    title: 'Huy hiệu Đảng',
    about:
      'Mức thưởng là số lần lương cơ sở, theo ngày có hiệu lực. Nguồn hiện có không nêu mức của 45, 85 và từ 90 năm: đặt theo văn bản của cấp trên.',
    salaries: 'Lương cơ sở',
    factors: 'Mức thưởng (số lần lương cơ sở)',
    from: 'Từ ngày',
    salary: 'Đồng/tháng',
    salaryFrom: (date: string) => `Lương cơ sở từ ${date}, đồng/tháng`,
    times: 'Số lần',
    timesOf: (years: number, date: string) => `Số lần lương cơ sở, huy hiệu ${String(years)} năm từ ${date}`,
    years: 'Huy hiệu',
    yearsOf: (years: number) => `${String(years)} năm`,
    without: (years: string) => `Chưa đặt mức: ${years} năm.`,
    add: 'Thêm',
    addFactor: 'Thêm mức thưởng',
    addSalary: 'Thêm mức lương',
    remove: (what: string) => `Bỏ ${what}`,
    earlyMonths: 'Tặng sớm khi bệnh nặng: nhiều nhất bao nhiêu tháng',
    longEarlyMonths: 'Tặng sớm với huy hiệu cao: nhiều nhất bao nhiêu tháng',
    longEarlyYears: 'Huy hiệu cao tính từ bao nhiêu năm',
    posthumousMonths: 'Truy tặng khi lúc mất còn thiếu nhiều nhất bao nhiêu tháng',
    posthumousWithinMonths: 'Nêu người đã mất trong bao nhiêu tháng',
    discipline: 'Sau kỷ luật bao nhiêu tháng thì xét',
    disciplines: { reprimand: 'Khiển trách', warning: 'Cảnh cáo', removal: 'Cách chức' },
    lateRecognition: 'Công nhận chính thức chậm thì tuổi đảng tính',
    lateChoices: { admission: 'từ ngày kết nạp', official: 'từ ngày kết nạp, trừ thời gian chậm' },
    restoredTime: 'Thời gian ra khỏi Đảng rồi được phục hồi đảng tịch',
    restoredChoices: { counted: 'tính liên tục', subtracted: 'trừ ra' },
  },

  help: {
    title: 'Thiết đặt cơ quan',
    lines: [
      'Tên cơ quan và địa danh in trên văn bản đi và bìa sổ.',
      'Hạn xử lý tự tránh cuối tuần, ngày lễ và ngày cơ quan nghỉ ghi ở đây.',
      'Sửa ở một máy thì mọi máy của cơ quan theo sau khi đồng bộ.',
    ],
  },
} as const;
