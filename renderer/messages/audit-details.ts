import { isErrorCode } from '#shared/base/errors.ts';
import type { auditKindWords } from './audit.ts';
import { describeError } from './errors.ts';
import { exportDetailForm } from '#shared/domain/rights/export-reason-table.ts';
import { exportingText } from './exporting.ts';
import { formatCount } from './format-count.ts';
import { actionWords } from './rights.ts';
import { sharedText } from './shared.ts';

/** A kind of line in a PC's log. */
export type AuditKindWord = keyof typeof auditKindWords;

/** How a span is said; `seconds` has no sign. */
type SaySpan = (seconds: number) => string;

/** A detail's form in the log, and its words from what stands in the brackets. */
type DetailForm = readonly [form: RegExp, inWords: (parts: readonly string[], span: SaySpan) => string];

const count = (digits: string | undefined): string => formatCount(Number(digits ?? 0));
/** The parts that are not nought, as a list; `none` when all are. */
const listed = (none: string, parts: readonly (readonly [string | undefined, string])[]): string => {
  const said = parts.filter(([n]) => Number(n ?? 0) > 0).map(([n, words]) => `${count(n)} ${words}`);
  return said.length === 0 ? none : said.join(', ');
};
const error: DetailForm = [/^([a-z-]+)$/, ([code = '']) => (isErrorCode(code) ? describeError(code).happened : code)];
const list = (words: string): DetailForm => [/^$/, () => words];
/** Lists and books that are printed or exported, by the code in the detail. */
const lists: Readonly<Record<string, string>> = {
  badges: 'danh sách Huy hiệu Đảng',
  'fee-sheet': 'bảng thu đảng phí',
  ratings: 'bảng xếp loại đảng viên',
  'member-events': 'danh sách biến động đảng viên',
  'member-past': 'hồ sơ đảng viên tại một ngày',
  'cell-book': 'sổ chi bộ',
  statistics: 'biểu thống kê đảng viên',
  'statistics-people': 'danh sách sau số liệu thống kê',
  documents: 'sổ văn bản đến', // of earlier builds
  incoming: 'sổ văn bản đến',
  'incoming-secret': 'sổ văn bản mật đến',
  petition: 'sổ đơn thư',
  outgoing: 'sổ văn bản đi',
  handover: 'sổ chuyển giao văn bản',
  'handover-secret': 'sổ chuyển giao văn bản mật',
  slip: 'phiếu xử lý văn bản',
  members: 'danh sách đảng viên',
  'national-report': 'kết quả đối chiếu CSDL quốc gia',
  'members-7': 'sổ danh sách đảng viên (mẫu 7-HSĐV)',
  candidates: 'danh sách quần chúng',
  inventory: 'mục lục hồ sơ',
  papers: 'mục lục văn bản trong hồ sơ',
  cover: 'bìa hồ sơ và mục lục văn bản',
  record: 'biên bản giao nhận hồ sơ',
  metadata: 'bảng kê hồ sơ cho lưu trữ',
};
const namedList: DetailForm = [/^([a-z-]+)$/, ([code = '']) => lists[code] ?? code];
const reasoned: DetailForm = [
  exportDetailForm,
  ([code = '', way = '', n, reason = '']) => exportingText.logged(lists[code] ?? code, way, Number(n), reason),
];
const none: readonly DetailForm[] = [];

/** The package's own hash, as its papers print it. */
const packageMark: DetailForm = [/^([0-9a-f]{8})[0-9a-f]*$/, ([mark = '']) => `mã gói ${mark}…`];

/** Which package, to or from whom (0: the province), on which stick; behind it, for one that could not be used, the code of why. */
const parcelForms: readonly DetailForm[] = [
  [
    /^(to|from) (\d+) no (\d+) stick (.*?)(?: ([a-z]+(?:-[a-z]+)+))?$/,
    ([way, address, number = '', label = '', code = '']) => {
      const place = address === '0' ? 'tỉnh' : `máy số ${address ?? ''}`;
      const stick = label === '' ? '' : `, USB ${label}`;
      const why = isErrorCode(code) ? `: ${describeError(code).happened}` : '';
      return `gói số ${number} ${way === 'to' ? 'gửi' : 'của'} ${place}${stick}${why}`;
    },
  ],
  error,
];

/** What the detail of each kind means: every form the program writes, first match. */
export const auditDetailForms: Readonly<Record<AuditKindWord, readonly DetailForm[]>> = {
  started: [[/^(\d.*)$/, ([version = '']) => `bản ${version}`]],
  unlocked: none,
  'unlock-failed': [
    [/^wrong-passphrase$/, () => 'sai câu mật khẩu'],
    [/^wrong-recovery-code$/, () => 'sai mã khôi phục'],
  ],
  locked: [
    [/^asked$/, () => 'người dùng bấm khoá'],
    [/^idle$/, () => 'tự khoá vì để lâu không dùng'],
    [/^system$/, () => 'tự khoá khi màn hình khoá hoặc máy nghỉ'],
    [/^reload$/, () => 'khi chương trình tải lại'],
  ],
  'person-added': none,
  'person-removed': none,
  'passphrase-changed': none,
  recovered: none,
  'recovery-code-renewed': none,
  'keys-rotated': [
    [/^begun$/, () => 'bắt đầu'],
    [/^ended$/, () => 'xong'],
  ],
  'member-read': [[/^compared (\d+)$/, ([n]) => `đối chiếu CSDL quốc gia, ${count(n)} người`]],
  'list-exported': [namedList, reasoned],
  printed: [namedList, reasoned],
  'file-saved': [[/^([0-9a-f]{8})[0-9a-f]*$/, ([mark = '']) => `mã kiểm tra ${mark}…`]],
  'package-made': [packageMark],
  'package-checked': [packageMark],
  'parcel-written': parcelForms,
  'parcel-read': parcelForms,
  'parcel-refused': parcelForms,
  'not-your-role': [
    [
      /^([a-z.-]+)$/i,
      ([action = '']) =>
        Object.hasOwn(actionWords, action) ? actionWords[action as keyof typeof actionWords] : action,
    ],
  ],
  'backup-made': [
    [/^files (\d+) skipped 0$/, ([files]) => `${count(files)} tệp`],
    [
      /^files (\d+) skipped (\d+)$/,
      ([files, skipped]) => `${count(files)} tệp, thiếu ${count(skipped)} tệp vì hết chỗ`,
    ],
  ],
  'backup-failed': [error],
  'backup-rehearsed': [
    [/^ok$/, () => 'đủ, mở được'],
    [/^damaged (\d+)$/, ([n]) => `${count(n)} phần thiếu hoặc hỏng`],
  ],
  'backup-restored': [
    list('lấy lại phần đã mất'),
    [
      /^damaged (\d+) files (\d+)$/,
      ([damaged, files]) =>
        listed('sang máy mới, đủ', [
          [damaged, 'phần hỏng'],
          [files, 'tệp chưa có'],
        ]),
    ],
  ],
  'journal-damaged': [
    [
      /^bytes (\d+) lines (\d+)$/,
      ([bytes, lines]) =>
        `nhật ký: ${sharedText.bytes(Number(bytes))} không đọc được${lines === '0' ? '' : `, mất ${count(lines)} dòng`}`,
    ],
    [/^continued (\d+)$/, ([n]) => `nhật ký: ghi tiếp sau dòng ${count(n)}, dòng cuối tỉnh đang giữ`],
    [
      /^(\d+) (\d+)$/,
      ([bytes, files]) =>
        `${sharedText.bytes(Number(bytes))} không đọc được${files === '0' ? '' : `, ${count(files)} tệp cất riêng`}`,
    ],
  ],
  'vault-checked': [
    [
      /^(\d+) (\d+) (\d+)$/,
      ([files, missing, changed]) =>
        `${count(files)} tệp, ${listed('đủ cả', [
          [missing, 'tệp thiếu'],
          [changed, 'tệp hỏng'],
        ])}`,
    ],
  ],
  'store-rebuilt': none,
  'disk-read-only': [[/^(\d+)$/, ([megabytes]) => `còn ${count(megabytes)} MB`]],
  'clock-wrong': [
    [/^-(\d+)$/, ([seconds], span) => `chạy nhanh ${span(Number(seconds))} so với tỉnh`],
    [/^(\d+)$/, ([seconds], span) => `chạy chậm ${span(Number(seconds))} so với tỉnh`],
  ],
  'device-renumbered': [[/^(\d+)$/, ([dev = '']) => `máy số ${dev}`]],
  'device-handed-over': none,
  'audit-exported': [[/^(\d+)$/, ([lines]) => `${count(lines)} dòng`]],
};
