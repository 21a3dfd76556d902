import { expect, test } from 'vitest';
import { findOtherTones, placeTones } from './vietnamese-tone-place.ts';

test('tones go to the last vowel or to the first, in either case of letters', () => {
  expect(placeTones('Ủy ban hòa giải, khỏe, THỦY, THÚY, xóa', 'old')).toBe('Uỷ ban hoà giải, khoẻ, THUỶ, THUÝ, xoá');
  expect(placeTones('Uỷ ban hoà giải, khoẻ, THUỶ, xoá, HOẢ TỐC', 'new')).toBe(
    'Ủy ban hòa giải, khỏe, THỦY, xóa, HỎA TỐC',
  );
});

test('syllables that both agree on stay', () => {
  for (const text of ['quý', 'quỹ', 'hoàn', 'huỳnh', 'thuở', 'ngoéo', 'quả', 'khuỷu', 'toán'])
    for (const place of ['old', 'new'] as const) expect(placeTones(text, place)).toBe(text);
});

test('there and back again is the same text', () => {
  const text = 'Đảng uỷ, Uỷ viên, hoà bình, toà án, luỹ kế, tuỳ, khoá, thuý';
  expect(placeTones(placeTones(text, 'new'), 'old')).toBe(text);
});

test('words in the other form are named once', () => {
  expect(findOtherTones('Ủy ban, ủy ban, hoà giải, Ủy', 'old')).toEqual(['Ủy', 'ủy']);
  expect(findOtherTones('Uỷ ban, quý III', 'old')).toEqual([]);
});
