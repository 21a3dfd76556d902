import { describe, expect, it } from 'vitest';
import { timeLeftMs, toWaitingLines, type WaitingFile } from './waiting-lines.ts';

const file = (more: Partial<WaitingFile>): WaitingFile => ({
  hash: 'h',
  name: '96-CV-VPTU.pdf',
  size: 1000,
  offset: 0,
  direction: 'up',
  state: 'waiting',
  ...more,
});

describe('what waits to be sent', () => {
  it('names records before files and leaves out kinds of which there are none', () => {
    const lines = toWaitingLines({ member: 3, document: 6, unit: 0 }, [file({})]);
    expect(lines.map(({ what }) => what)).toEqual(['6 văn bản đến', '3 hồ sơ đảng viên', 'Tệp 96-CV-VPTU.pdf']);
  });
  it('says how far a file has come, rounded down so that it never says done too early', () => {
    expect(toWaitingLines({}, [file({ offset: 619 })])[0]?.when).toBe('61 % đã lên tỉnh, gửi tiếp');
    expect(toWaitingLines({}, [file({ offset: 999 })])[0]?.when).toContain('99 %');
    expect(toWaitingLines({}, [file({ offset: 500, direction: 'down' })])[0]?.when).toBe('50 % đã về máy');
  });
  it('says what a file waits for that the office lets wait', () => {
    const reasons = new Map([
      ['large', 'night' as const],
      ['more', 'next-hour' as const],
    ]);
    const files = [file({ hash: 'large', offset: 500 }), file({ hash: 'more' }), file({ hash: 'free' })];
    expect(toWaitingLines({}, files, { reasons, nightFrom: 22 }).map(({ when }) => when)).toEqual([
      'Để đến 22 giờ, theo thiết đặt của cơ quan',
      'Để sang giờ sau: giờ này đã gửi đủ mức cơ quan đặt',
      'Sau khi gửi xong bản ghi',
    ]);
  });
  it('leaves out finished files and sums up a long tail', () => {
    const many = Array.from({ length: 25 }, (_, i) => file({ hash: String(i) }));
    const lines = toWaitingLines({}, [...many, file({ hash: 'x', state: 'done' })]);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)?.what).toBe('và 5 tệp nữa');
  });
  it('guesses no time while the speed of the line is unknown', () => {
    expect(timeLeftMs(1000, null)).toBeUndefined();
    expect(timeLeftMs(1000, 500)).toBe(2000);
  });
});
