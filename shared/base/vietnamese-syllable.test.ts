import { describe, expect, it } from 'vitest';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

describe('isVietnameseSyllable', () => {
  it('passes real syllables', () => {
    const text =
      'Đảng uỷ xã nghiêng ngoằn ngoèo khuya quyết quốc giêng gìn huỳnh khuỷu thuở hươu nguyễn rượu yêu ỷ xoong oẹ bươu giữa quý loạn chuyển thoáng ưu';
    expect(text.split(' ').filter((word) => !isVietnameseSyllable(word))).toEqual([]);
  });

  it('refuses what cannot be one', () => {
    expect(['ViÖt', 'hµnh', 'chêp', 'mỹller', 'zoë', 'ộ́', 'b', '', 'naïve'].filter(isVietnameseSyllable)).toEqual([]);
  });
});
