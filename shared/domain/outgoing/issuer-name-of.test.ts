import { expect, it } from 'vitest';
import { issuerNameOf } from './issuer-name-of.ts';

it('says a collective by its committee, and other bodies as they are called', () => {
  expect(issuerNameOf('Đảng bộ xã Nà Lầu')).toBe('Đảng uỷ xã Nà Lầu');
  expect(issuerNameOf('Văn phòng Đảng uỷ')).toBe('Văn phòng Đảng uỷ');
  expect(issuerNameOf('Chi bộ thôn Nà Pàn')).toBe('Chi bộ thôn Nà Pàn');
});
