import { describe, expect, test } from 'vitest';
import { formatCount } from '#renderer/messages/format-count.ts';
import type { AuditEntry, AuditKind } from '#renderer/platform/desktop-audit.ts';
import { auditWords } from './audit-words.ts';

const AN = '01934f2a-7c3b-7a10-8b11-000000000001';
const GONE = '01934f2a-7c3b-7a10-8b11-0000000000fe';
const MEMBER = '01934f2a-7c3b-7a10-8b11-0000000000aa';
const names = {
  person: (id: string) => (id === AN ? 'Nông Thị Thắm' : undefined),
  titles: new Map([[`member:${MEMBER}`, 'Bế Văn Đàn']]),
};

type Form = Partial<Pick<AuditEntry, 'by' | 'type' | 'id' | 'detail'>>;
type Said = readonly [who: string, about: string, detail: string];

const THAM = 'Nông Thị Thắm';
const ITSELF = 'chương trình';
const byTham = (detail: string, said: string): readonly [Form, Said] => [{ by: AN, detail }, [THAM, '', said]];
const byItself = (detail: string, said: string): readonly [Form, Said] => [{ detail }, [ITSELF, '', said]];

/** Every form in which the program notes a line, by kind, and what is to be read of it. A kind without a form does not compile. */
const forms: Readonly<Record<AuditKind, readonly (readonly [Form, Said])[]>> = {
  started: [byItself('0.1.0', 'bản 0.1.0')],
  unlocked: [byTham('', '')],
  'unlock-failed': [
    [{ id: AN, detail: 'wrong-passphrase' }, ['chưa rõ ai', 'chọn tên Nông Thị Thắm', 'sai câu mật khẩu']],
    [
      { id: GONE, detail: 'wrong-passphrase' },
      ['chưa rõ ai', 'chọn tên người không còn trong danh sách (mã …00fe)', 'sai câu mật khẩu'],
    ],
    [{ detail: 'wrong-recovery-code' }, ['chưa rõ ai', '', 'sai mã khôi phục']],
  ],
  locked: [
    byTham('asked', 'người dùng bấm khoá'),
    byTham('idle', 'tự khoá vì để lâu không dùng'),
    byTham('system', 'tự khoá khi màn hình khoá hoặc máy nghỉ'),
    byTham('reload', 'khi chương trình tải lại'),
  ],
  'person-added': [[{ by: AN, id: AN }, [THAM, THAM, '']]],
  'person-removed': [[{ by: AN, id: GONE }, [THAM, 'người không còn trong danh sách (mã …00fe)', '']]],
  'passphrase-changed': [byTham('', '')],
  recovered: [[{ by: GONE }, ['người không còn trong danh sách (mã …00fe)', '', '']]],
  'recovery-code-renewed': [byTham('', '')],
  'keys-rotated': [byTham('begun', 'bắt đầu'), byTham('ended', 'xong')],
  'member-read': [
    [{ by: AN, type: 'member', id: MEMBER }, [THAM, 'Hồ sơ đảng viên: Bế Văn Đàn', '']],
    [{ by: AN, type: 'member', id: GONE }, [THAM, 'Hồ sơ đảng viên không còn trên máy này', '']],
    byTham('compared 901', 'đối chiếu CSDL quốc gia, 901 người'),
  ],
  'list-exported': [
    [{ by: AN, type: 'register', detail: 'documents' }, [THAM, '', 'sổ văn bản đến']],
    byTham('members xlsx 901 reconcile', 'danh sách đảng viên: Excel, 901 dòng; đối chiếu danh sách định kỳ'),
    byTham('members-7 print 12 gone', 'sổ danh sách đảng viên (mẫu 7-HSĐV): bản giấy, 12 dòng; gone'),
  ],
  printed: [
    [{ by: AN, type: 'register', detail: 'documents' }, [THAM, '', 'sổ văn bản đến']],
    [{ by: AN, type: 'register', detail: 'handover-secret' }, [THAM, '', 'sổ chuyển giao văn bản mật']],
  ],
  'file-saved': [byTham('9f86d081'.repeat(8), 'mã kiểm tra 9f86d081…')],
  'package-made': [byTham('9f86d081'.repeat(8), 'mã gói 9f86d081…')],
  'package-checked': [byTham('9f86d081'.repeat(8), 'mã gói 9f86d081…')],
  'parcel-written': [byTham('to 0 no 5 stick USB-03', 'gói số 5 gửi tỉnh, USB USB-03')],
  'parcel-read': [byTham('from 0 no 2 stick ', 'gói số 2 của tỉnh')],
  'parcel-refused': [
    byTham(
      'from 3 no 2 stick USB 1 parcel-foreign',
      'gói số 2 của máy số 3, USB USB 1: Gói không đúng chữ ký của nơi gửi, hoặc là của xã khác, tỉnh khác',
    ),
    byTham('parcel-damaged', 'Gói bị hỏng hoặc bị cắt cụt'),
  ],
  'not-your-role': [byTham('audit.read', 'Xem nhật ký của máy')],
  'backup-made': [
    byItself('files 1200 skipped 0', `${formatCount(1200)} tệp`),
    byItself('files 5 skipped 3', '5 tệp, thiếu 3 tệp vì hết chỗ'),
  ],
  'backup-failed': [
    byItself('backup-folder-missing', 'Không thấy nơi để bản sao lưu (USB đã rút hoặc thư mục bị đổi tên)'),
  ],
  'backup-rehearsed': [byItself('ok', 'đủ, mở được'), byItself('damaged 3', '3 phần thiếu hoặc hỏng')],
  'backup-restored': [
    byTham('', 'lấy lại phần đã mất'),
    byTham('damaged 0 files 0', 'sang máy mới, đủ'),
    byTham('damaged 0 files 2', '2 tệp chưa có'),
    byTham('damaged 1 files 2', '1 phần hỏng, 2 tệp chưa có'),
  ],
  'journal-damaged': [
    byItself('4096 1', '4 KB không đọc được, 1 tệp cất riêng'),
    [{ type: 'audit', detail: 'bytes 150 lines 2' }, [ITSELF, '', 'nhật ký: 150 B không đọc được, mất 2 dòng']],
    [{ type: 'audit', detail: 'continued 40' }, [ITSELF, '', 'nhật ký: ghi tiếp sau dòng 40, dòng cuối tỉnh đang giữ']],
  ],
  'vault-checked': [byItself('812 0 0', '812 tệp, đủ cả'), byItself('812 1 2', '812 tệp, 1 tệp thiếu, 2 tệp hỏng')],
  'store-rebuilt': [byTham('', '')],
  'disk-read-only': [byItself('310', 'còn 310 MB')],
  'clock-wrong': [
    byTham('-18000', 'chạy nhanh 5 giờ so với tỉnh'),
    byTham('315576000', 'chạy chậm 10 năm so với tỉnh'),
  ],
  'device-renumbered': [byTham('12', 'máy số 12')],
  'device-handed-over': [byTham('', '')],
  'audit-exported': [byTham('1234', `${formatCount(1234)} dòng`)],
};

describe('a line of the log', () => {
  const all = (Object.keys(forms) as AuditKind[]).flatMap((kind) =>
    forms[kind].map((each) => [kind, ...each] as const),
  );
  test.each(all)('%s %j is said in words, without a code or an id', (kind, form, [who, about, detail]) => {
    const line = { n: 1, at: 0, kind, by: '', type: '', id: '', detail: '', hash: '', ...form };
    expect(auditWords(line, names)).toMatchObject({ who, about, detail });
  });

  test('of a newer build is shown as it is rather than kept back', () => {
    const line = { n: 1, at: 0, kind: 'locked', by: AN, type: '', id: '', detail: 'magic', hash: '' } as const;
    expect(auditWords(line, names).detail).toBe('magic');
  });
});
