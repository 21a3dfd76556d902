import { describe, expect, it } from 'vitest';
import { findText } from './find-text.ts';

const found = (text: string, wanted: string): string[] =>
  findText(text, wanted).map(({ start, end }) => text.slice(start, end));

describe('words in a paper', () => {
  it.each([
    ['Đảng uỷ xã và đảng ủy', 'dang uy', ['Đảng uỷ', 'đảng ủy']],
    ['Đảng uỷ xã, Dang uy', 'đảng uỷ', ['Đảng uỷ']],
    ['kế\nhoạch  năm', 'ke hoach nam', ['kế\nhoạch  năm']],
    ['Đảng uỷ'.normalize('NFD'), 'uỷ', ['uỷ'.normalize('NFD')]],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['số 12-BC/ĐU', '12-bc/đu', ['12-BC/ĐU']],
    ['gì', '', []],
    ['gì', '   ', []],
    ['', 'gì', []],
  ])('in %j: %j', (text, wanted, hits) => {
    expect(found(text, wanted)).toEqual(hits);
  });
});
