import type { AuditEntry, AuditKind } from '#shared/contract/audit.ts';
import { exportDetailForm, exportReasons } from '#shared/domain/rights/export-reason-table.ts';

/** What each kind of line in a PC's log says at the province's command line. */
const kinds: Readonly<Record<AuditKind, string>> = {
  started: 'mở chương trình',
  unlocked: 'mở khoá',
  'unlock-failed': 'mở khoá không được',
  locked: 'khoá chương trình',
  'person-added': 'thêm người mở được sổ sách',
  'person-removed': 'bỏ người khỏi máy',
  'passphrase-changed': 'đổi câu mật khẩu',
  recovered: 'mở bằng mã khôi phục',
  'recovery-code-renewed': 'đổi mã khôi phục',
  'keys-rotated': 'đổi khoá dữ liệu',
  'member-read': 'xem hồ sơ đảng viên',
  'list-exported': 'xuất danh sách',
  printed: 'in',
  'file-saved': 'lưu tệp ra ngoài',
  'package-made': 'làm gói nộp lưu',
  'package-checked': 'kiểm tra gói nộp lưu',
  'parcel-written': 'ghi gói USB',
  'parcel-read': 'đọc gói USB',
  'parcel-refused': 'gói USB không dùng được',
  'not-your-role': 'làm việc ngoài quyền, bị từ chối',
  'backup-made': 'sao lưu',
  'backup-failed': 'sao lưu không thành',
  'backup-rehearsed': 'mở thử bản sao lưu',
  'backup-restored': 'khôi phục từ bản sao lưu',
  'journal-damaged': 'sổ ghi hỏng một đoạn',
  'vault-checked': 'xem lại các tệp',
  'store-rebuilt': 'dựng lại kho dữ liệu',
  'disk-read-only': 'ổ đĩa sắp đầy, chỉ cho xem',
  'clock-wrong': 'đồng hồ máy lệch',
  'device-renumbered': 'máy nhận số mới',
  'device-handed-over': 'bàn giao máy',
  'audit-exported': 'xuất nhật ký',
};

/** Kinds of records, as far as a log names them. */
const types: Readonly<Record<string, string>> = {
  member: 'hồ sơ đảng viên',
  document: 'văn bản',
  outgoing: 'văn bản đi',
  dossier: 'hồ sơ công việc',
  staff: 'cán bộ',
  unit: 'tổ chức',
  register: 'sổ đăng ký',
  attachment: 'tệp đính kèm',
  audit: 'nhật ký',
};

/** Lists and books that are printed or exported. */
const lists: Readonly<Record<string, string>> = {
  documents: 'sổ văn bản đến', // of earlier builds
  incoming: 'sổ văn bản đến',
  'incoming-secret': 'sổ văn bản mật đến',
  outgoing: 'sổ văn bản đi',
  petition: 'sổ đơn thư',
  handover: 'sổ chuyển giao văn bản',
  'handover-secret': 'sổ chuyển giao văn bản mật',
  slip: 'phiếu xử lý văn bản',
  members: 'danh sách đảng viên',
  'members-7': 'sổ danh sách đảng viên (mẫu 7-HSĐV)',
  candidates: 'danh sách quần chúng',
  inventory: 'mục lục hồ sơ',
  papers: 'mục lục văn bản trong hồ sơ',
  cover: 'bìa hồ sơ và mục lục văn bản',
  record: 'biên bản giao nhận hồ sơ',
  metadata: 'bảng kê hồ sơ cho lưu trữ',
};

/** Details that are one word, by kind. */
const words: Partial<Readonly<Record<AuditKind, Readonly<Record<string, string>>>>> = {
  'unlock-failed': { 'wrong-passphrase': 'sai câu mật khẩu', 'wrong-recovery-code': 'sai mã khôi phục' },
  locked: {
    asked: 'người dùng bấm khoá',
    idle: 'tự khoá vì để lâu không dùng',
    system: 'tự khoá khi màn hình khoá hoặc máy nghỉ',
    reload: 'khi chương trình tải lại',
  },
  'keys-rotated': { begun: 'bắt đầu', ended: 'xong' },
  'backup-rehearsed': { ok: 'đủ, mở được' },
  'list-exported': lists,
  printed: lists,
};

/** Which package, to or from whom (0: the province), on which stick. */
const parcelForms: readonly (readonly [RegExp, string])[] = [
  [/^to 0 no (\d+) stick (.*)$/, 'gói $1 gửi tỉnh, USB $2'],
  [/^to (\d+) no (\d+) stick (.*)$/, 'gói $2 cho máy $1, USB $3'],
  [/^from 0 no (\d+) stick (.*)$/, 'gói $1 của tỉnh, USB $2'],
  [/^from (\d+) no (\d+) stick (.*)$/, 'gói $2 của máy $1, USB $3'],
];

/** Details with numbers in them, by kind; first match. */
const forms: Partial<Readonly<Record<AuditKind, readonly (readonly [RegExp, string])[]>>> = {
  started: [[/^(.+)$/, 'bản $1']],
  'file-saved': [[/^(.{8}).*$/, 'mã kiểm tra $1…']],
  'package-made': [[/^(.{8}).*$/, 'mã gói $1…']],
  'package-checked': [[/^(.{8}).*$/, 'mã gói $1…']],
  'parcel-written': parcelForms,
  'parcel-read': parcelForms,
  'parcel-refused': parcelForms,
  'backup-made': [
    [/^files (\d+) skipped 0$/, '$1 tệp'],
    [/^files (\d+) skipped (\d+)$/, '$1 tệp, thiếu $2 tệp vì hết chỗ'],
  ],
  'backup-failed': [
    [/^backup-no-room$/, 'nơi để không đủ chỗ'],
    [/^disk-full$/, 'ổ đĩa đầy'],
    [/^backup-folder-missing$/, 'không thấy nơi để'],
    [/^backup-missing$/, 'không thấy bản sao lưu'],
    [/^backup-damaged$/, 'bản sao lưu hỏng hoặc thiếu'],
    [/^backup-foreign$/, 'bản sao lưu của máy khác'],
    [/^backup-newer$/, 'bản sao lưu của chương trình mới hơn'],
  ],
  'backup-rehearsed': [[/^damaged (\d+)$/, '$1 phần thiếu hoặc hỏng']],
  'backup-restored': [[/^damaged (\d+) files (\d+)$/, 'sang máy mới, $1 phần hỏng, $2 tệp chưa có']],
  'journal-damaged': [
    [/^bytes (\d+) lines (\d+)$/, '$1 byte không đọc được, mất $2 dòng'],
    [/^continued (\d+)$/, 'ghi tiếp sau dòng $1'],
    [/^(\d+) (\d+)$/, '$1 byte không đọc được, $2 tệp cất riêng'],
  ],
  'vault-checked': [[/^(\d+) (\d+) (\d+)$/, '$1 tệp, thiếu $2, hỏng $3']],
  'disk-read-only': [[/^(\d+)$/, 'còn $1 MB']],
  'clock-wrong': [
    [/^-(\d+)$/, 'chạy nhanh $1 giây so với tỉnh'],
    [/^(\d+)$/, 'chạy chậm $1 giây so với tỉnh'],
  ],
  'device-renumbered': [[/^(\d+)$/, 'máy số $1']],
  'audit-exported': [[/^(\d+)$/, '$1 dòng']],
};

/** What an act was about that a role did not allow, by the first part of its name. */
const acts: Readonly<Record<string, string>> = {
  ...types,
  directive: 'bút phê',
  pc: 'quản lý máy',
  audit: 'xem nhật ký',
};

/** The last letters of an id: enough to tell two unknown people of an office apart. */
const ENDING = 4;

/** Names by record id. */
export type LogNames = ReadonlyMap<string, string>;

/**
 * A line of a PC's log in words, without number and time. What a PC wrote may be anything: control characters, which could forge lines or
 * command the terminal of who reads it, are shown as `?`.
 */
export function sayLogLine(entry: Pick<AuditEntry, 'kind' | 'by' | 'type' | 'id' | 'detail'>, names: LogNames): string {
  const { kind, by, type, id, detail } = entry;
  const nameOf = (known: string): string | undefined => names.get(known);
  const personOf = (known: string): string => nameOf(known) ?? `người …${known.slice(-ENDING)}`;
  const who = by === '' ? (kind === 'unlock-failed' ? 'chưa rõ ai' : 'chương trình') : personOf(by);
  const word = lookUp(types, type) ?? type;
  const about = id === '' ? word : type === '' ? personOf(id) : `${word} ${nameOf(id) ?? `…${id.slice(-ENDING)}`}`;
  return [who, kinds[kind], about, sayDetail(kind, detail)]
    .filter((text) => text !== '')
    .join(': ')
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
}

function sayDetail(kind: AuditKind, detail: string): string {
  const word = lookUp(words[kind] ?? {}, detail);
  if (word !== undefined) return word;
  if (kind === 'not-your-role') return lookUp(acts, detail.split('.')[0] ?? '') ?? detail;
  const exported = kind === 'printed' || kind === 'list-exported' ? exportDetailForm.exec(detail) : null;
  if (exported !== null) {
    const [, list = '', way = '', count = '', reason = ''] = exported;
    return `${lookUp(lists, list) ?? list}, ${way}, ${count} dòng, ${lookUp(exportReasons, reason) ?? reason}`;
  }
  for (const [form, inWords] of forms[kind] ?? []) if (form.test(detail)) return detail.replace(form, inWords);
  return detail;
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
