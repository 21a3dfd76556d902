import { formatCount } from './format-count.ts';

/** Words of the screen Thống kê (HD 11-HD/BTCTW, 2021; domain.md 5.10). */
export const statisticsText = {
  title: 'Thống kê đảng viên',
  subtitle: (from: string, to: string) => `Từ ${from} đến ${to}`,
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  spans: { half: '6 tháng đầu năm', year: 'Cả năm', lastYear: 'Năm trước' },
  badSpan: 'Ngày cuối phải từ ngày đầu trở đi.',
  form: 'Biểu',
  computing: 'Đang tính…',
  again: 'Có thay đổi, đang tính lại…',
  failed: {
    title: 'Chưa tính được các biểu',
    text: 'Không đọc được dữ liệu trên máy này. Hồ sơ không bị thay đổi. Bấm “Tính lại”; nếu vẫn vậy, mở trang Máy này để kiểm tra dữ liệu.',
    retry: 'Tính lại',
  },
  columns: { line: 'Chỉ tiêu', now: 'Kỳ này', before: 'Cùng kỳ năm trước', share: 'So sánh (%)' },
  unknown: 'chưa có số liệu',
  figureName: (line: string, column: string, value: string) => `${line}, ${column}: ${value}. Xem danh sách`,
  checks: {
    title: 'Kiểm tra số liệu',
    fine: (words: string, value: number) => `${words}: khớp (${formatCount(value)})`,
    broken: (words: string, left: number, right: number) =>
      `${words}: không khớp, ${formatCount(left)} và ${formatCount(right)}, lệch ${formatCount(Math.abs(left - right))}`,
    allFine: (count: number) => `${formatCount(count)} đẳng thức đều khớp`,
    someBroken: (count: number) => `${formatCount(count)} đẳng thức không khớp`,
  },
  entries: {
    title: (line: string, count: number) => `${line} (${formatCount(count)})`,
    loading: 'Đang đọc danh sách…',
    more: (count: number) => `và ${formatCount(count)} dòng nữa; in hoặc lưu Excel để có đủ.`,
    close: 'Đóng danh sách',
    print: 'In danh sách',
    excel: 'Lưu Excel',
    name: 'danh sách sau số liệu thống kê',
    columns: { number: 'STT', name: 'Họ và tên', born: 'Ngày sinh', cell: 'Chi bộ', on: 'Ngày' },
  },
  menu: {
    print: 'In',
    save: 'Lưu tệp',
    one: 'Biểu đang xem',
    all: 'Tất cả các biểu',
    pdfOne: 'PDF, biểu đang xem',
    pdfAll: 'PDF, tất cả các biểu',
    excelOne: 'Excel, biểu đang xem',
    excelAll: 'Excel, tất cả các biểu',
  },
  sheet: {
    name: 'biểu thống kê đảng viên',
    heading: (code: string, title: string) => `BIỂU ${code}: ${title.toLocaleUpperCase('vi')}`,
    title: (code: string, title: string) => `Biểu ${code} ${title}`,
    allTitle: 'Các biểu thống kê đảng viên',
    fileName: (code: string, from: string, to: string) => `Biểu ${code} ${from} ${to}`.replaceAll('/', '-'),
    allFileName: (from: string, to: string) => `Các biểu thống kê ${from} ${to}`.replaceAll('/', '-'),
    empty: 'Không có số liệu.',
  },
  help: {
    title: 'Thống kê đảng viên',
    lines: [
      'Chọn kỳ và biểu. Số liệu tính từ hồ sơ, sự kiện, xếp loại và sổ ấn phẩm trên máy này.',
      'Bấm vào con số ở cột nào để xem những ai, tổ chức nào đứng sau nó.',
      '“Chưa có số liệu” là việc chương trình chưa được nhập, không phải bằng 0.',
      'Mục Kiểm tra số liệu dưới biểu nói rõ đẳng thức nào không khớp và lệch bao nhiêu; thường do sự kiện ghi sai thứ tự hoặc thiếu ngày.',
      'Biểu 5 do cấp trên lập, không có ở đây.',
    ],
  },
} as const;
