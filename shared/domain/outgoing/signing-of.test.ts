import { describe, expect, it } from 'vitest';
import { signingOf } from './signing-of.ts';

const name = { full: 'Lò Văn Mẫu', family: 'Lò', middle: 'Văn', given: 'Mẫu' };

describe('how somebody signs', () => {
  it('lets secretaries and their deputies sign for the committee, never K/T', () => {
    expect(signingOf({ name, post: 'Bí thư Đảng uỷ xã' }, 'party')).toEqual({
      signMode: 'on-behalf',
      signBody: 'BAN THƯỜNG VỤ',
      signPost: 'BÍ THƯ',
      signer: 'Lò Văn Mẫu',
    });
    expect(signingOf({ name, post: 'Phó Bí thư Thường trực Đảng ủy' }, 'party')).toMatchObject({
      signMode: 'on-behalf',
      signPost: 'PHÓ BÍ THƯ THƯỜNG TRỰC',
    });
  });

  it('lets the office sign by order and deputies for their head', () => {
    expect(signingOf({ name, post: 'Chánh Văn phòng Đảng uỷ' }, 'party')).toMatchObject({
      signMode: 'by-order',
      signPost: 'CHÁNH VĂN PHÒNG',
    });
    expect(signingOf({ name, post: 'Phó Trưởng ban Xây dựng Đảng' }, 'party')).toMatchObject({
      signMode: 'for-head',
      signBody: 'TRƯỞNG BAN',
    });
  });

  it('in State papers puts KT. before the deputy of the chairman', () => {
    expect(signingOf({ name, post: 'Phó Chủ tịch UBND xã' }, 'state')).toMatchObject({
      signMode: 'for-head',
      signBody: 'CHỦ TỊCH',
      signPost: 'PHÓ CHỦ TỊCH',
    });
    expect(signingOf({ name, post: 'Chủ tịch UBND' }, 'state')).toMatchObject({
      signMode: 'direct',
      signPost: 'CHỦ TỊCH',
    });
  });
});
