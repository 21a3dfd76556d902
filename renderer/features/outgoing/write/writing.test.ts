import { describe, expect, it } from 'vitest';
import { toLines } from './lines-field.tsx';
import { readKept, registerRecipients } from './writing.ts';

describe('writing a paper', () => {
  it('gives the register its recipients without the line of the copy that stays', () => {
    expect(registerRecipients(['Các chi bộ trực thuộc', 'Ban Thường vụ Đảng uỷ', 'Lưu Văn phòng Đảng uỷ'])).toEqual({
      recipients: 'Các chi bộ trực thuộc\nBan Thường vụ Đảng uỷ',
      archiveKeeper: 'Văn phòng Đảng uỷ',
    });
    expect(registerRecipients(['Như trên', 'Lưu: VT'])).toEqual({ recipients: 'Như trên', archiveKeeper: 'VT' });
    expect(registerRecipients(['Luân, Lưu Thị']).recipients).toBe('Luân, Lưu Thị');
  });

  it('takes off the marks people type by habit: the paper sets its own', () => {
    expect(toLines('- Căn cứ Điều lệ Đảng;\n\n • Xét đề nghị của Văn phòng ;')).toEqual([
      'Căn cứ Điều lệ Đảng',
      'Xét đề nghị của Văn phòng',
    ]);
  });

  it('does not open what was kept in another shape', () => {
    expect(readKept({ content: { blocks: 'no' }, form: {}, base: 1 })).toBeUndefined();
    expect(readKept('text')).toBeUndefined();
    expect(readKept(null)).toBeUndefined();
  });
});
