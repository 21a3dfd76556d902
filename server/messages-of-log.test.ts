import { describe, expect, it } from 'vitest';
import { sayLogLine } from './messages-of-log.ts';

const names = new Map([['an', 'Nông Thị Hoa']]);
const line = { kind: 'locked', by: 'an', type: '', id: '', detail: '' } as const;

describe('a line of a log at the command line', () => {
  it.each([
    [{ kind: 'started', by: '', detail: '0.1.0' }, 'chương trình: mở chương trình: bản 0.1.0'],
    [{ kind: 'locked', detail: 'idle' }, 'Nông Thị Hoa: khoá chương trình: tự khoá vì để lâu không dùng'],
    [{ kind: 'not-your-role', detail: 'document.register' }, 'Nông Thị Hoa: làm việc ngoài quyền, bị từ chối: văn bản'],
    [
      { kind: 'backup-made', by: '', detail: 'files 5 skipped 2' },
      'chương trình: sao lưu: 5 tệp, thiếu 2 tệp vì hết chỗ',
    ],
    [
      { kind: 'backup-failed', by: '', detail: 'backup-no-room' },
      'chương trình: sao lưu không thành: nơi để không đủ chỗ',
    ],
    [{ kind: 'clock-wrong', detail: '-90' }, 'Nông Thị Hoa: đồng hồ máy lệch: chạy nhanh 90 giây so với tỉnh'],
    [{ kind: 'printed', type: 'register', detail: 'documents' }, 'Nông Thị Hoa: in: sổ đăng ký: sổ văn bản đến'],
    [
      { kind: 'list-exported', detail: 'members xlsx 901 reconcile' },
      'Nông Thị Hoa: xuất danh sách: danh sách đảng viên, xlsx, 901 dòng, Đối chiếu danh sách định kỳ',
    ],
  ] as const)('%j is said in words', (facts, said) => {
    expect(sayLogLine({ ...line, ...facts }, names)).toBe(said);
  });

  it('forges no other line and gives the terminal no command, whatever a PC wrote', () => {
    const said = sayLogLine({ ...line, detail: 'x\n     9  giả\u001b[2J\u202e', type: 'constructor' }, names);
    expect(said).toBe('Nông Thị Hoa: khoá chương trình: constructor: x?     9  giả?[2J?');
  });
});
