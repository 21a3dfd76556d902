import { expect, test } from 'vitest';
import { endLines } from './end-lines.ts';

test('each line gets its mark, the last its own, and marks that were typed are not doubled', () => {
  expect(endLines(['- Như trên;', 'Tỉnh uỷ (báo cáo)', ' ', 'Lưu Văn phòng Đảng uỷ.'], ';', '.')).toEqual([
    'Như trên;',
    'Tỉnh uỷ (báo cáo);',
    'Lưu Văn phòng Đảng uỷ.',
  ]);
});

test('nothing gives nothing', () => {
  expect(endLines([' ', ''], ';', '.')).toEqual([]);
});
