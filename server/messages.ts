import type { BackupReport } from './services/backup-service.ts';
import type { BackupFaultKind } from './storage/backup/backup-fault.ts';

/** dd/mm/yyyy hh:mm in Vietnam's time. */
function toMoment(ms: number): string {
  const style = { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('vi-VN', { ...style, timeZone: 'Asia/Ho_Chi_Minh' }).format(ms);
}

/** What a PC gave as its name, without what could command a terminal. */
function toPrintable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?');
}

/** What a backup holds, in one line. */
function toContent({ rows, files }: BackupReport): string {
  const count = (table: string): string => (rows[table] ?? 0).toLocaleString('vi-VN');
  return `${count('commune')} xã, ${count('device')} máy, ${count('record')} bản ghi, ${count('audit')} lần sửa, ${files.toLocaleString('vi-VN')} tệp`;
}

const backupFaults: Readonly<Record<BackupFaultKind, (detail: string) => string>> = {
  missing: (folder) => `Không có bản sao lưu nào trong thư mục ${folder}.`,
  foreign: (folder) => `${folder} không phải là bản sao lưu của máy chủ tỉnh Hồ sơ xã.`,
  newer: (level) =>
    `Bản sao lưu này do một phiên bản máy chủ mới hơn tạo ra (${level}). Hãy cài phiên bản mới rồi khôi phục. Chưa có gì thay đổi.`,
  damaged: (part) =>
    `Bản sao lưu bị hỏng hoặc bị cắt cụt ở phần ${part}. Hãy dùng bản khác trong cùng thư mục. Chưa có gì thay đổi.`,
  'other-province': () =>
    'Bản sao lưu này là của một tỉnh khác. Muốn dựng tỉnh đó, hãy khôi phục vào một thư mục dữ liệu trống. Chưa có gì thay đổi.',
  'not-empty': () =>
    'Đã có dữ liệu của một tỉnh ở đây. Nếu muốn thay bằng bản sao lưu, thêm --replace: dữ liệu hiện có được cất riêng trước. Chưa có gì thay đổi.',
  'in-use': () => 'Một máy chủ đang chạy trên cơ sở dữ liệu này. Hãy dừng nó rồi khôi phục. Chưa có gì thay đổi.',
};

/** Every text the server says to people at its command line. */
export const messages = {
  usage: `Máy chủ tỉnh của Hồ sơ xã

  npm run server                                   chạy máy chủ
  npm run server -- enrol commune <mã> "<tên xã>" "<tên tỉnh>"
                                                   khai báo một xã, ví dụ: enrol commune na-lau "xã Nà Lầu" "tỉnh Cao Bằng"
     [--kind province] [--organ-id <mã định danh>]  --kind province: cơ quan của tỉnh gửi, nhận văn bản trên trục
  npm run server -- merge <mã cũ> <mã mới>         đơn vị cũ nhập vào đơn vị mới: toàn bộ hồ sơ, sổ số, tệp và các máy chuyển sang đơn vị mới
  npm run server -- enrol pc <mã xã> [--name "<tên máy>"] [--holds-register]
                                                   cấp mã ghi danh một lần cho một máy tính của xã
  npm run server -- audit <số máy>                 nhật ký sử dụng mà máy đó đã nộp
  npm run server -- audit --verify                 kiểm tra lại chuỗi nhật ký của mọi máy
  npm run server -- backup <thư mục>               sao lưu cơ sở dữ liệu và tệp (máy chủ vẫn chạy)
  npm run server -- verify <thư mục>               mở thử bản sao lưu mới nhất trong thư mục và đếm lại
  npm run server -- restore <thư mục> [--replace]  khôi phục bản sao lưu (phải dừng máy chủ trước)
  npm run server -- restored                       báo cho các máy biết sau khi khôi phục bằng công cụ khác
  npm run server -- usb read|write|list …          gói USB cho xã không có mạng (gõ usb để xem cách dùng)
  npm run server -- list                           các xã và máy đã khai báo
  npm run server -- owes [mã xã]                   máy nào còn nợ gì, từ bao giờ: lần liên lạc cuối, tệp đã khai nhưng chưa nộp
  npm run server -- revoke <số máy> [--wipe]       thu hồi quyền của một máy; --wipe: ra lệnh xoá dữ liệu trên máy đó

Biến môi trường: DATABASE_URL (PostgreSQL riêng), HOSOXA_SERVER_DATA (thư mục dữ liệu), HOSOXA_FILES (thư mục tệp dùng chung của nhiều máy chủ), HOSOXA_PORT, HOSOXA_HOST.
Tệp để trên kho S3 thay cho thư mục: HOSOXA_S3_ENDPOINT, HOSOXA_S3_BUCKET, HOSOXA_S3_KEY_ID, HOSOXA_S3_SECRET, và HOSOXA_S3_REGION nếu kho cần.
`,
  badFileSettings: {
    missing: (names: readonly string[]) =>
      `Thiếu thiết đặt của kho S3: ${names.join(', ')}. Chưa chạy gì. Đặt đủ rồi chạy lại; hoặc bỏ hết các biến HOSOXA_S3_* để dùng thư mục.`,
    'two-places': (names: readonly string[]) =>
      `Chỉ được chọn một nơi để tệp, nhưng đang đặt cả ${names.join(' và ')}. Chưa chạy gì. Bỏ một trong hai rồi chạy lại.`,
    'bad-endpoint': (names: readonly string[]) =>
      `${names.join(', ')} phải là địa chỉ http:// hoặc https:// của kho S3. Chưa chạy gì.`,
  },
  bucketFault: {
    unreachable: (detail: string) =>
      `Không liên lạc được với kho S3 (${detail}). Tệp trong kho vẫn nguyên. Xem lại HOSOXA_S3_ENDPOINT và đường mạng rồi chạy lại.`,
    refused: (detail: string) =>
      `Kho S3 không cho vào (${detail}). Tệp trong kho vẫn nguyên. Xem lại HOSOXA_S3_KEY_ID, HOSOXA_S3_SECRET và quyền trên kho.`,
    'not-there': (detail: string) =>
      `Kho S3 chưa có ngăn chứa (bucket) này (${detail}). Tạo ngăn chứa trước, hoặc sửa HOSOXA_S3_BUCKET.`,
  },
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
    `Mã ghi danh một lần cho một máy của ${commune}:\n\n    ${code}\n\nMã dùng được một lần, trong ${days} ngày. Chỉ đưa cho người phụ trách máy đó.`,
  noDevice: (dev: string): string => `Không có máy số ${dev} đang hoạt động.`,
  wipeOrdered: (dev: number): string =>
    `Đã thu hồi quyền của máy số ${dev} và ra lệnh xoá: lần liên lạc tới, dữ liệu trên máy đó không đọc được nữa.`,
  revoked: (dev: number): string => `Đã thu hồi quyền của máy số ${dev}.`,
  nothingYet: 'Chưa khai báo xã nào.',
  communeLine: (id: string, name: string, province: string): string => `${name}, ${province} (${id})`,
  deviceLine: (dev: number, name: string, since: string, notes: readonly string[]): string =>
    [`  máy ${dev}: ${toPrintable(name)}, ghi danh ngày ${since}`, ...notes].join(', '),
  standingLine: (standing: {
    readonly dev: number;
    readonly commune: string;
    readonly name: string;
    readonly lastN: number;
    readonly behind: number;
    readonly seenAtMs: number | null;
  }): string =>
    [
      `máy ${standing.dev} (${standing.commune}): ${toPrintable(standing.name)}`,
      standing.seenAtMs === null ? 'CHƯA LIÊN LẠC LẦN NÀO' : `liên lạc lần cuối ${toMoment(standing.seenAtMs)}`,
      `đã nhận đến thay đổi thứ ${standing.lastN}`,
      standing.behind === 0 ? 'đã có đủ dữ liệu của xã' : `còn ${standing.behind} mục của xã chưa nhận về`,
    ].join(', '),
  owedFile: (name: string, size: number, sinceMs: number | null, hash: string): string =>
    `    còn nợ tệp ${toPrintable(name)} (${Math.ceil(size / 1024).toLocaleString('vi-VN')} KB), khai từ ${
      sinceMs === null ? 'chưa rõ' : toMoment(sinceMs)
    }, mã ${hash.slice(0, 12)}`,
  owedByOthers: 'Do máy đã bàn giao hoặc bị thu hồi khai:',
  owedSum: (devices: number, files: number): string =>
    files === 0 ? `${devices} máy, không máy nào còn nợ tệp.` : `${devices} máy, còn ${files} tệp chưa nộp.`,
  noteCopy: (from: number): string => `là bản sao của máy ${from}`,
  noteLog: (lines: number): string => `nhật ký ${lines} dòng`,
  noteBroken: {
    gap: (n: number): string => `NHẬT KÝ THIẾU từ dòng ${n}`,
    changed: (n: number): string => `NHẬT KÝ KHÔNG KHỚP tại dòng ${n}`,
  },
  noteLeft: 'ĐÃ BÀN GIAO',
  noteRevoked: 'ĐÃ THU HỒI',
  noteWipe: 'CÓ LỆNH XOÁ DỮ LIỆU',
  noLog: (dev: string): string => `Máy số ${dev} chưa nộp dòng nhật ký nào.`,
  logLine: (n: number, atMs: number, said: string): string => `${String(n).padStart(6)}  ${toMoment(atMs)}  ${said}`,
  logsVerified: (devices: number, lines: number): string =>
    `Đã kiểm tra nhật ký của ${devices} máy, ${lines} dòng: không dòng nào bị sửa hay thiếu.`,
  logBroken: (dev: number, n: number): string => `Nhật ký của máy ${dev} KHÔNG KHỚP tại dòng ${n}.`,
  logBadSignature: (dev: number): string => `Dấu của tỉnh trên nhật ký của máy ${dev} KHÔNG ĐÚNG.`,
  backupMade: (report: BackupReport): string =>
    `Đã sao lưu vào ${report.folder}: ${toContent(report)} (chép mới ${report.copied} tệp).`,
  backupVerified: (report: BackupReport): string =>
    `Đã mở thử ${report.folder} (lúc ${toMoment(report.at)}): ${toContent(report)}. Số đếm khớp.`,
  restored: (report: BackupReport): string =>
    `Đã khôi phục bản sao lưu lúc ${toMoment(report.at)}: ${toContent(report)}. Các máy sẽ tự nộp lại phần còn thiếu khi liên lạc.`,
  keptAside: (folder: string): string => `Dữ liệu trước khi khôi phục được cất ở ${folder}.`,
  filesLost: (count: number): string => `CẢNH BÁO: ${count} tệp bị thiếu hoặc hỏng; các máy còn giữ sẽ nộp lại:`,
  backupFault: backupFaults,
  newLife: (streams: number): string =>
    `Đã báo cho các máy: ${streams} dòng dữ liệu bắt đầu lại, mọi phiên làm việc phải mở lại.`,
  failed: (cause: string): string => `Máy chủ không chạy được: ${cause}`,
  /** Name of a PC that turned out to be a copy of another one's disk. */
  copyOf: (name: string): string => `${name} (bản sao)`,
  merged: (from: string, into: string): string =>
    `Đã nhập ${from} vào ${into}: đảng viên, văn bản, sổ số, tệp và các máy của ${from} nay thuộc ${into}. Máy của ${from} tự chuyển sang ${into} khi liên lạc lần tới; phần chưa gửi đi theo và không mất. Văn bản gửi cho ${from} được chuyển tới ${into}.`,
  notMerged: {
    unknown: (from: string, into: string): string =>
      `Chưa khai báo "${from}" hoặc "${into}". Xem các đơn vị: npm run server -- list. Chưa có gì thay đổi.`,
    circle: (from: string, into: string): string =>
      `${into} đã nhập vào ${from} từ trước nên không thể nhập ngược lại. Chưa có gì thay đổi.`,
    elsewhere: (from: string, into: string): string =>
      `${from} đã nhập vào một đơn vị khác từ trước nên không thể nhập tiếp vào ${into}. Chưa có gì thay đổi.`,
  },
  /** An office in the directory of the exchange. */
  agencyName: (communeName: string): string => `Đảng uỷ ${communeName}`,
  registerName: 'Sổ đăng ký văn bản đến',
  /** Said to the sender of a paper whose id something else at the recipient bears. */
  idTaken: 'Máy chủ tỉnh không chuyển được: nơi nhận đã có hồ sơ khác mang cùng mã. Hãy lấy lại rồi gửi lại.',
  /** Said of a transfer that nothing can come of. */
  memberGone:
    'Đảng viên không còn ở tình trạng chuyển đi được tại nơi gửi (từ trần, ra khỏi Đảng hoặc đã chuyển nơi khác).',
  recipientIsSender: 'Nơi nhận đã nhập vào chính đơn vị gửi nên không phải chuyển nữa.',
} as const;
