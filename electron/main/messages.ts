import type { MenuCommand } from '#shared/contract/ipc.ts';

/** Texts of the main process: menu and system dialogues. */
export const menuText = {
  file: '&Tệp',
  edit: '&Sửa',
  view: '&Xem',
  go: '&Đi tới',
  help: 'Trợ &giúp',
  quit: 'Thoát',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  cut: 'Cắt',
  copy: 'Sao chép',
  paste: 'Dán',
  selectAll: 'Chọn tất cả',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  zoomReset: 'Cỡ bình thường',
  fullScreen: 'Toàn màn hình',
  inspector: 'Công cụ kiểm tra (chỉ khi phát triển)',
  about: (version: string) => `Hồ sơ xã ${version}`,
} as const;

/** Menu words of what the page carries out. */
export const commandText: Readonly<Record<MenuCommand, string>> = {
  new: 'Vào sổ văn bản mới',
  find: 'Tìm kiếm',
  save: 'Lưu',
  print: 'In',
  help: 'Trợ giúp màn hình này',
  'sync-now': 'Đồng bộ ngay',
  'large-type': 'Chữ to',
  'go-today': 'Hôm nay',
  'go-documents': 'Văn bản',
  'go-members': 'Đảng viên',
  'go-sync': 'Đồng bộ',
  'go-this-pc': 'Máy này',
  lock: 'Khoá chương trình',
};

/** Said when the program is closed while urgent papers are unsent. */
export const farewellText = {
  title: 'Còn văn bản khẩn chưa gửi',
  body: (urgent: number, all: number) =>
    `${String(urgent)} văn bản khẩn chưa lên tỉnh (tất cả ${String(all)} mục). Mọi việc đã lưu trên máy này; mở lại chương trình khi có mạng để gửi.`,
} as const;

/** Name of the program in window titles. */
export const APP_TITLE = 'Hồ sơ xã';

/** Texts of dialogues and of what is said when the program cannot start. */
export const dialogText = {
  saveTitle: 'Lưu tệp',
  saveButton: 'Lưu',
  pdfFiles: 'Tệp PDF',
  otherFiles: 'Tệp',
  unnamedFile: 'Tệp',
  printTitle: (title: string) => `In: ${title}`,
  parcelFolderTitle: { write: 'Chọn USB để ghi gói', read: 'Chọn USB có gói cần đọc' },
  packageFolderTitle: { write: 'Chọn nơi để gói nộp lưu', check: 'Chọn gói nộp lưu cần kiểm tra' },
  zipFiles: 'Gói ZIP',
  backupFolderTitle: 'Chọn thư mục hoặc USB để sao lưu',
  cannotStartTitle: 'Hồ sơ xã chưa mở được',
  profileNewer: (profile: string) =>
    `Dữ liệu trên máy này do bản phần mềm mới hơn tạo ra; bản này quá cũ để mở. Chưa có gì bị xoá hay thay đổi.\n\nHãy cài bản mới nhất rồi mở lại. Thư mục dữ liệu:\n${profile}`,
  cannotStart: (profile: string, code: string) =>
    `Dữ liệu trên máy này không đọc được (mã: ${code}). Chưa có gì bị xoá hay thay đổi.\n\nHãy giữ nguyên thư mục sau và báo người phụ trách kỹ thuật:\n${profile}`,
} as const;
