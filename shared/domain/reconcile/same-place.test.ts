import { describe, expect, it } from 'vitest';
import { isSamePlace } from './same-place.ts';

describe('two places', () => {
  it.each([
    ['Nà Lầu, xã Đồng Mẫu, huyện Bạch Mẫu, tỉnh Bắc Kạn', 'Nà Lầu, Đồng Mẫu, Thái Nguyên'],
    ['xã Hoà Mẫu, tỉnh Hà Giang', 'Xã Hòa Mẫu,  Tuyên Quang'],
    ['X. Đồng Mẫu, H. Bạch Mẫu, T. Yên Bái', 'xã Đồng Mẫu - Lào Cai'],
    ['thị trấn Mẫu, tỉnh Lào Cai', 'xã Mẫu, tỉnh Lào Cai'],
    ['NÀ LẦU, XÃ ĐỒNG MẪU', 'Nà Lầu; xã Đồng Mẫu'],
  ])('%s is %s', (one, other) => {
    expect(isSamePlace(one, other)).toBe(true);
    expect(isSamePlace(other, one)).toBe(true);
  });

  it.each([
    ['Bắc Kạn', 'Thái Nguyên'],
    ['xã Đồng Mẫu, Bắc Kạn', 'xã Đông Mẫu, Thái Nguyên'],
    ['xã Đồng Mẫu, Bắc Kạn', 'xã Đồng Mẫu, Lào Cai'],
    ['Nà Lầu, xã Đồng Mẫu', 'xã Đồng Mẫu'],
    ['', ''],
  ])('%s is not %s', (one, other) => {
    expect(isSamePlace(one, other)).toBe(false);
    expect(isSamePlace(other, one)).toBe(false);
  });
});
