import type { StrictMemberField } from '#shared/domain/member-life/strict-fields.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import type { TransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';

/** Names of the rules of members that are whole numbers, in the order of the card. */
const memberNumbers = {
  probationMonths: 'Thời gian dự bị (tháng)',
  disciplineMonths: 'Kỷ luật hết hiệu lực sau (tháng)',
  candidateFileMonths: 'Xem lại hồ sơ quần chúng sau (tháng)',
  cardDays: 'Phát thẻ trong bao nhiêu ngày từ khi chính thức',
  dueNoticeDays: 'Báo trước việc đến hạn (ngày)',
  admissionAge: 'Tuổi kết nạp thấp nhất không phải hỏi lại',
  yearlyPapers: 'Hỏi giấy tờ hằng năm của mấy năm gần nhất',
} satisfies Partial<Readonly<Record<keyof MemberRules, string>>>;

/** Names of the limits of transfers, in the order of the card. */
const transferNumbers = {
  procedureWorkDays: 'Làm xong thủ tục trong (ngày làm việc)',
  showWorkDays: 'Xuất trình giấy giới thiệu trong (ngày làm việc)',
  temporaryMonthsMin: 'Tạm thời ít nhất (tháng)',
  temporaryMonthsMax: 'Tạm thời nhiều nhất (tháng)',
  studyMonthsMax: 'Đi học: tạm thời nhiều nhất (tháng)',
  noticeDays: 'Nhắc trước khi hết hạn (ngày)',
} satisfies Readonly<Record<keyof TransferRules, string>>;

/** Words of the rules of members, transfers, fees and ratings on the screen Thiết đặt cơ quan. */
export const ruleSettingsText = {
  usual: (value: number | string) => `thường là ${String(value)}`,
  unread: (written: string, example: string) => `Không hiểu “${written}”. Ghi như ${example}.`,
  add: (example: string) => `thêm, như ${example}`,
  member: {
    title: 'Hồ sơ đảng viên',
    about: 'Thời hạn theo Điều lệ và hướng dẫn của tỉnh; đổi ở đây thì việc đến hạn tính lại ngay.',
    numbers: memberNumbers,
    badgeYears: 'Các mốc tuổi Đảng được xét Huy hiệu',
    badgeDays: 'Các đợt trao Huy hiệu trong năm',
    probationSince: 'Dự bị đủ thời gian áp dụng cho người vào Đảng từ ngày',
    strict: (fields: string) =>
      `Những mục sau đã có thì hai người mới sửa được, tỉnh cũng kiểm tra: ${fields}. Danh sách này không đổi ở đây.`,
    strictFields: [
      'name',
      'bornOn',
      'citizenId',
      'cardNumber',
      'fileNumber',
      'admittedOn',
      'officialOn',
    ] satisfies readonly StrictMemberField[] as readonly StrictMemberField[],
  },
  transfer: {
    title: 'Chuyển sinh hoạt đảng',
    about: 'Ngày làm việc tính theo lịch làm việc ở trên.',
    numbers: transferNumbers,
  },
  line: {
    title: 'Đường truyền',
    about:
      'Khi đường truyền yếu hoặc tính tiền theo dung lượng. Số liệu trong sổ, văn bản khẩn và tệp đang có người chờ xem luôn đi ngay, không theo các mục dưới đây.',
    night: 'Tệp lớn và tệp cũ để đến đêm mới chuyển',
    nightAbout: 'Tệp cũ là tệp của văn bản vào sổ quá 30 ngày. Tệp nhỏ (dưới 200 KB) vẫn chuyển ban ngày.',
    nightFrom: 'Đêm bắt đầu từ (giờ)',
    nightTo: 'Đêm kết thúc lúc (giờ)',
    large: 'Tệp lớn là từ (MB)',
    hourly: 'Giới hạn dung lượng tệp mỗi giờ',
    hourlyAbout: 'Tính riêng cho từng máy; hết giờ thì chuyển tiếp.',
    hourlyMost: 'Mỗi giờ nhiều nhất (MB)',
  },
  fee: {
    title: 'Đảng phí',
    about:
      'Mức đóng theo nhóm, áp dụng từ tháng ghi ở dòng; tháng trước đó theo dòng cũ. Đổi mức thì thêm dòng mới, đừng sửa dòng cũ.',
    rates: 'Mức đóng',
    category: 'Nhóm',
    from: 'Từ tháng',
    kind: 'Cách tính',
    kinds: { share: 'Phần trăm', fixed: 'Số tiền' },
    value: 'Mức',
    shareSuffix: ' %',
    fixedSuffix: ' đồng',
    kept: 'Tỷ lệ chi bộ, đảng bộ được giữ lại',
    percent: 'Giữ lại (%)',
    roundTo: 'Làm tròn đến (đồng)',
    warnAfter: 'Nhắc khi nợ (tháng)',
    alarmAfter: 'Báo động khi nợ (tháng)',
    addRate: 'Thêm mức',
    addKept: 'Thêm tỷ lệ',
    remove: (what: string) => `Bỏ dòng ${what}`,
    monthWrong: 'Gõ như 022026 hoặc 02/2026.',
  },
  rating: {
    title: 'Đánh giá, xếp loại',
    about: 'Tiêu chí, điểm và mức gợi ý; chi bộ đề nghị, cấp uỷ quyết định.',
    criteria: 'Tiêu chí và điểm cao nhất',
    criterion: 'Tiêu chí',
    most: (name: string) => `Điểm cao nhất: ${name}`,
    sum: (points: number) => `cộng ${String(points)} điểm`,
    threshold: (level: string) => `${level}: từ bao nhiêu điểm`,
    capPercent: 'Xuất sắc không quá (%)',
    capOf: 'Tính trên',
    capOfs: { 'good-or-better': 'số xếp loại tốt trở lên', rated: 'tổng số được xếp loại' },
  },
} as const;
