/** Words used on many screens. */
export const sharedText = {
  recordHead: 'Phần đầu của mục đang xem',
  appName: 'Hồ sơ xã',
  save: 'Lưu',
  print: 'In',
  savePdf: 'Lưu PDF',
  making: 'Đang dựng bản in…',
  cancel: 'Thôi',
  close: 'Đóng',
  undo: 'Hoàn tác',
  retry: 'Thử lại',
  yes: 'Đồng ý',
  loading: 'Đang mở…',
  none: 'Chưa ghi',
  any: 'Tất cả',
  clearFilter: 'Bỏ lọc',
  filterReset: 'Bỏ mọi điều kiện lọc',
  required: 'Cần điền ô này',
  lateDays: (n: number) => `Quá hạn ${String(n)} ngày`,
  dueToday: 'Hạn hôm nay',
  daysLeft: (n: number) => `Còn ${String(n)} ngày`,
  dateAndWords: (date: string, words: string) => `${date}, ${words.charAt(0).toLocaleLowerCase('vi')}${words.slice(1)}`,
  todayAt: (time: string) => `hôm nay ${time}`,
  yesterdayAt: (time: string) => `hôm qua ${time}`,
  dateAt: (date: string, time: string) => `${date} ${time}`,
  sortedUp: 'đang xếp tăng dần',
  sortedDown: 'đang xếp giảm dần',
  errorHappened: 'Có việc không thành',
  errorSafe: 'Dữ liệu',
  errorTodo: 'Nên làm',
  bytes: (size: number) => formatBytes(size),
  datePlaceholder: 'nn/tt/nnnn',
  dateNotRead: 'Chưa hiểu ngày này. Gõ ngày tháng năm, ví dụ 22112026.',
  dateImpossible: (day: number, month: number, year: number) =>
    day === 0
      ? `Không có tháng ${String(month)} trong năm.`
      : `Không có ngày ${pad(day)}/${pad(month)}/${String(year)} trong lịch. Xem lại ngày trên văn bản.`,
  dateYearUnsure: (suggestion: string) => `Chưa rõ năm nào. Có phải ${suggestion}? Nhấn Enter để nhận.`,
  dateYearOutOfRange: (year: number) => `Năm ${String(year)} không hợp lý. Xem lại năm.`,
  pickDate: 'Chọn ngày trên lịch',
} as const;

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

function formatBytes(size: number): string {
  const decimal = (n: number): string => n.toLocaleString('vi-VN', { maximumFractionDigits: 1 });
  if (size < 1024) return `${String(size)} B`;
  if (size < 1024 * 1024) return `${decimal(Math.round(size / 1024))} KB`;
  if (size < 1024 * 1024 * 1024) return `${decimal(size / 1024 / 1024)} MB`;
  return `${decimal(size / 1024 / 1024 / 1024)} GB`;
}
