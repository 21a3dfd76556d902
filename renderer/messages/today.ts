import { formatCount } from './format-count.ts';

/** Texts of the screen Hôm nay. */
export const todayText = {
  title: 'Hôm nay',
  weekdays: ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật'],
  subtitle: (date: string, waiting: string) => `${date} · ${waiting}`,
  calm: 'không có việc nào đang chờ bạn',
  waitingFor: (count: number) => `${formatCount(count)} việc đang chờ bạn`,
  newDocument: 'Vào sổ văn bản',
  figures: 'Số việc hôm nay',
  help: {
    title: 'Hôm nay',
    lines: [
      'Các ô số ở trên là việc theo vai trò của bạn; bấm vào ô để tới chỗ làm.',
      'Danh sách bên dưới xếp việc gấp lên trước. Bấm vào một dòng để mở văn bản.',
      'Ctrl N vào sổ văn bản mới; Ctrl K tìm văn bản, đảng viên, lệnh.',
      'Số ở ô Chưa gửi tỉnh là phần chỉ có trên máy này; có mạng lại máy tự gửi.',
    ],
  },
  cards: {
    awaiting: { label: 'Chờ bút phê', hint: 'văn bản chưa có ý kiến chỉ đạo' },
    mine: { label: 'Tôi đang giữ', hint: 'văn bản giao cho tôi, chưa xong' },
    unit: { label: 'Đơn vị tôi giữ', hint: 'văn bản giao cho đơn vị, chưa xong' },
    overdue: { label: 'Quá hạn', hint: 'văn bản chưa xong đã quá hạn' },
    unnumbered: { label: 'Chưa có số đến', hint: 'nhận số khi đồng bộ' },
    choose: { label: 'Cần chọn', hint: 'ô có hai giá trị, mục tỉnh không nhận' },
    unsent: { label: 'Chưa gửi tỉnh', hint: 'mục chỉ có trên máy này' },
    'in-progress': { label: 'Đang xử lý', hint: 'văn bản cả xã đang xử lý' },
    registered: { label: 'Đã vào sổ', hint: 'văn bản đến trong hôm nay' },
  },
  lists: {
    open: 'Xem tất cả',
    noSubject: 'Không ghi trích yếu',
    noSymbol: 'Không số',
    number: (n: string) => `số đến ${n}`,
    noNumber: 'chưa có số đến',
    awaiting: { title: 'Chờ bút phê', empty: 'Không còn văn bản nào chờ bút phê.' },
    mine: { title: 'Tôi đang giữ', empty: 'Bạn không giữ văn bản nào chưa xong.' },
    unit: { title: 'Đơn vị tôi đang giữ', empty: 'Đơn vị của bạn không giữ văn bản nào chưa xong.' },
    due: { title: 'Quá hạn và sắp đến hạn', empty: 'Không có văn bản nào quá hạn hay đến hạn trong 7 ngày tới.' },
  },
  charts: {
    arrivals: 'Văn bản đến 14 ngày qua',
    arrivalsTotal: (count: string) => `${count} văn bản`,
    arrivalsLabel: (total: string, most: string, day: string) =>
      `Văn bản đến 14 ngày qua: tất cả ${total}, nhiều nhất ${most} vào ngày ${day}`,
    arrivalsSeries: 'văn bản',
    states: 'Theo tình trạng',
    none: 'Chưa có văn bản nào.',
  },
  badges: {
    title: 'Huy hiệu Đảng',
    left: (days: number) => (days === 0 ? 'hôm nay' : `còn ${String(days)} ngày`),
    open: (date: string) => `Xem danh sách đợt ${date}`,
  },
  members: {
    title: 'Đảng viên sắp hết dự bị',
    probation: (date: string) => `đến ${date}`,
    probationOver: (date: string) => `quá hạn xét ${date}`,
  },
  firstRun: {
    title: 'Bắt đầu từ đâu',
    text: 'Làm ba bước dưới đây một lần, theo thứ tự. Nếu xã đã có máy khác, chỉ cần chờ nhận dữ liệu từ tỉnh.',
    receiving: (rows: string) => `Đang nhận dữ liệu từ tỉnh: ${rows} mục. Bạn vẫn làm việc được.`,
    steps: {
      units: {
        title: 'Ghi tổ chức và cán bộ',
        text: 'Đảng bộ xã, các chi bộ, ban và những người dùng phần mềm.',
        action: 'Mở Tổ chức',
      },
      members: { title: 'Thêm đảng viên', text: 'Mỗi đảng viên vào chi bộ của mình.', action: 'Mở Đảng viên' },
      documents: {
        title: 'Vào sổ văn bản đến đầu tiên',
        text: 'Kéo tệp PDF vào, điền số, ký hiệu và trích yếu.',
        action: 'Vào sổ văn bản',
      },
    },
    done: 'Đã xong',
  },
} as const;
