import type { FormStockFields, StockItem } from '#shared/domain/member/form-stock-record.ts';
import { formatCount } from './format-count.ts';

/** Ấn phẩm có số lượng (biểu 11-TCTW). */
export const stockItemText: Readonly<Record<StockItem, string>> = {
  'member-card': 'Thẻ đảng viên',
  'introduction-official': 'Giấy giới thiệu chính thức',
  'introduction-temporary': 'Giấy giới thiệu tạm thời',
  'introduction-internal': 'Giấy giới thiệu nội bộ',
  'introduction-plain': 'Giấy giới thiệu không ký hiệu',
  badge: 'Huy hiệu Đảng',
};

export const stockActText: Readonly<Record<FormStockFields['act'], string>> = {
  requested: 'Đề nghị cấp',
  approved: 'Được duyệt',
  received: 'Nhận về',
  used: 'Đã dùng',
  spoiled: 'Hỏng',
  returned: 'Trả lại',
};

export const stockText = {
  intro:
    'Thẻ đảng viên, giấy giới thiệu và huy hiệu là ấn phẩm có số lượng, báo cáo theo biểu 11-TCTW. Giấy cấp ở trang này tự trừ; thẻ, giấy hỏng và số nhận về thì ghi tay.',
  table: 'Số lượng ấn phẩm',
  year: 'Năm',
  item: 'Ấn phẩm',
  left: 'Còn lại',
  leftHint: 'Còn lại tính từ đầu đến hết kỳ.',
  shortage: 'Đã dùng nhiều hơn số nhận về: ghi bổ sung số đã nhận.',
  note: 'Ghi số lượng',
  noteTitle: 'Ghi số lượng ấn phẩm',
  act: 'Việc',
  on: 'Ngày',
  count: 'Số lượng',
  words: 'Ghi chú',
  noted: 'Đã ghi',
  entries: 'Từng lần ghi',
  none: 'Chưa ghi lần nào trong năm này',
  remove: 'Xoá',
  removed: 'Đã xoá lần ghi',
  entryLine: (act: string, count: number, item: string) =>
    `${act} ${formatCount(count)} ${item.toLocaleLowerCase('vi')}`,
  bookTitle: 'Sổ giới thiệu sinh hoạt đảng',
  bookHere: 'Máy này giữ sổ: cấp số ngay cả khi không có mạng.',
  bookThere: (pc: string) => `${pc} giữ sổ. Máy này cấp được giấy; số sẽ có khi đồng bộ.`,
  bookNobody: 'Chưa máy nào giữ sổ. Nhận sổ ở trang Sổ số.',
  bookAsked: 'Đã xin giữ sổ, chờ tỉnh trả lời.',
  bookMissing: 'Chưa có sổ. Mỗi loại giấy đếm riêng, từ số 1 mỗi năm.',
  openBook: 'Mở sổ',
  opened: 'Đã mở Sổ giới thiệu sinh hoạt đảng',
  bookName: 'Sổ giới thiệu sinh hoạt đảng',
  toNumbers: 'Xem sổ số',
} as const;

/** Giấy giới thiệu nội bộ. */
export const internalText = {
  intro:
    'Chuyển từ chi bộ này sang chi bộ khác trong xã được ghi ở hồ sơ đảng viên (sự kiện Chuyển chi bộ). Ở đây cấp và in giấy giới thiệu nội bộ.',
  list: 'Chuyển chi bộ trong xã',
  empty: {
    title: 'Chưa có ai chuyển chi bộ trong xã',
    text: 'Mở hồ sơ đảng viên, ghi sự kiện Chuyển chi bộ, rồi về đây in giấy.',
  },
  columns: { person: 'Đảng viên', way: 'Từ chi bộ, đến chi bộ', on: 'Từ ngày', paper: 'Giấy nội bộ', act: 'Việc' },
  issue: 'Cấp giấy',
  print: 'In',
  waits: 'Chờ số',
  unknownCell: 'Chi bộ không rõ',
  way: (from: string, to: string) => `${from} → ${to}`,
} as const;
