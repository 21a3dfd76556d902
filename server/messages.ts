/** Every text the server says to people at its command line. */
export const messages = {
  usage: `Máy chủ tỉnh của Hồ sơ xã

  npm run server                                   chạy máy chủ
  npm run server -- enrol commune <mã> "<tên xã>" "<tên tỉnh>"
                                                   khai báo một xã, ví dụ: enrol commune na-lau "xã Nà Lầu" "tỉnh Cao Bằng"
  npm run server -- enrol pc <mã xã> [--name "<tên máy>"] [--holds-register]
                                                   cấp mã một lần cho một máy tính của xã
  npm run server -- list                           các xã và máy đã khai báo
  npm run server -- revoke <số máy> [--wipe]       thu hồi quyền của một máy; --wipe: ra lệnh xoá dữ liệu trên máy đó

Biến môi trường: DATABASE_URL (PostgreSQL riêng), HOSOXA_SERVER_DATA (thư mục dữ liệu), HOSOXA_PORT, HOSOXA_HOST.
`,
  serving: (url: string): string => `Máy chủ tỉnh đang chạy tại ${url}. Dừng: Ctrl+C.`,
  stopping: 'Đang dừng, chờ các yêu cầu dở dang kết thúc…',
  stopped: 'Đã dừng.',
  portTaken: (port: number): string =>
    `Cổng ${port} đang có chương trình khác dùng. Hãy chọn cổng khác: HOSOXA_PORT=${port + 1} npm run server`,
  alreadyRunning: (pid: number, folder: string): string =>
    `Đã có một máy chủ (tiến trình ${pid}) chạy trên thư mục ${folder}. Hãy dừng nó trước, hoặc chọn thư mục khác bằng HOSOXA_SERVER_DATA.`,
  badPort: (text: string): string => `HOSOXA_PORT phải là số từ 1 đến 65535, không phải "${text}".`,
  badCommuneId: (text: string): string =>
    `Mã xã "${text}" chưa đúng: chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ na-lau.`,
  noCommune: (id: string): string =>
    `Chưa có xã "${id}". Khai báo trước: npm run server -- enrol commune ${id} "<tên xã>" "<tên tỉnh>"`,
  communeMade: (id: string, name: string, province: string): string => `Đã khai báo ${name}, ${province} (mã ${id}).`,
  codeMade: (code: string, commune: string, days: number): string =>
    `Mã đăng ký một lần cho một máy của ${commune}:\n\n    ${code}\n\nMã dùng được một lần, trong ${days} ngày. Chỉ đưa cho người phụ trách máy đó.`,
  noDevice: (dev: string): string => `Không có máy số ${dev} đang hoạt động.`,
  wipeOrdered: (dev: number): string =>
    `Đã thu hồi quyền của máy số ${dev} và ra lệnh xoá: lần liên lạc tới, dữ liệu trên máy đó không đọc được nữa.`,
  revoked: (dev: number): string => `Đã thu hồi quyền của máy số ${dev}.`,
  nothingYet: 'Chưa khai báo xã nào.',
  communeLine: (id: string, name: string, province: string): string => `${name}, ${province} (${id})`,
  deviceLine: (dev: number, name: string, since: string, notes: readonly string[]): string =>
    [`  máy ${dev}: ${name}, đăng ký ngày ${since}`, ...notes].join(', '),
  noteCopy: (from: number): string => `là bản sao của máy ${from}`,
  noteLog: (lines: number): string => `nhật ký ${lines} dòng`,
  noteBroken: {
    gap: (n: number): string => `NHẬT KÝ THIẾU từ dòng ${n}`,
    changed: (n: number): string => `NHẬT KÝ KHÔNG KHỚP tại dòng ${n}`,
  },
  noteLeft: 'ĐÃ BÀN GIAO',
  noteRevoked: 'ĐÃ THU HỒI',
  noteWipe: 'CÓ LỆNH XOÁ DỮ LIỆU',
  failed: (cause: string): string => `Máy chủ không chạy được: ${cause}`,
  /** Name of a PC that turned out to be a copy of another one's disk. */
  copyOf: (name: string): string => `${name} (bản sao)`,
  registerName: 'Sổ đăng ký văn bản đến',
} as const;
