import { describe, expect, it } from 'vitest';
import { signatureBlock } from '#shared/domain/paper/signature-block.ts';
import { signingOf } from './signing-of.ts';

const plan = { regime: 'party', typeId: 'party-plan', bodyKind: 'committee' } as const;
const letter = { regime: 'state', typeId: 'state-letter', bodyKind: 'outside-body' } as const;
const name = { full: 'Lò Văn Mẫu', family: 'Lò', middle: 'Văn', given: 'Mẫu' };

describe('how somebody signs', () => {
  it('lets secretaries and their deputies sign for the committee, never K/T', () => {
    expect(signingOf({ name, post: 'Bí thư Đảng uỷ xã' }, plan)).toEqual({
      signMode: 'on-behalf',
      signBody: 'BAN THƯỜNG VỤ',
      signPost: 'BÍ THƯ',
      signer: 'Lò Văn Mẫu',
    });
    expect(signingOf({ name, post: 'Phó Bí thư Thường trực Đảng ủy' }, plan)).toMatchObject({
      signMode: 'on-behalf',
      signPost: 'PHÓ BÍ THƯ THƯỜNG TRỰC',
    });
  });

  it('lets the office sign by order and deputies for their head', () => {
    expect(signingOf({ name, post: 'Chánh Văn phòng Đảng uỷ' }, plan)).toMatchObject({
      signMode: 'by-order',
      signPost: 'CHÁNH VĂN PHÒNG',
    });
    expect(signingOf({ name, post: 'Phó Trưởng ban Xây dựng Đảng' }, plan)).toMatchObject({
      signMode: 'for-head',
      signBody: 'TRƯỞNG BAN',
    });
  });

  it('lets the committee itself sign its resolutions, statutes and letters', () => {
    for (const typeId of ['party-resolution', 'party-statute', 'party-letter']) {
      expect(signingOf({ name, post: 'Phó Bí thư Đảng uỷ' }, { ...plan, typeId })).toMatchObject({
        signMode: 'on-behalf',
        signBody: 'ĐẢNG UỶ',
        signPost: 'PHÓ BÍ THƯ',
      });
    }
  });

  it('on a paper of an office lets its head sign with the post alone', () => {
    const paper = { ...plan, bodyKind: 'office' } as const;
    expect(signingOf({ name, post: 'Chánh Văn phòng Đảng uỷ' }, paper)).toMatchObject({
      signMode: 'direct',
      signBody: '',
      signPost: 'CHÁNH VĂN PHÒNG',
    });
    expect(signingOf({ name, post: 'Phó Chánh Văn phòng Đảng uỷ' }, paper)).toMatchObject({
      signMode: 'for-head',
      signBody: 'CHÁNH VĂN PHÒNG',
    });
  });

  it('sends State papers out for the people’s committee, with KT. before the deputy', () => {
    const chairman = signingOf({ name, post: 'Chủ tịch UBND xã' }, letter);
    expect(signatureBlock('state', chairman).lines.map(({ text }) => text)).toEqual([
      'TM. UỶ BAN NHÂN DÂN',
      'CHỦ TỊCH',
    ]);
    const deputy = signingOf({ name, post: 'Phó Chủ tịch UBND xã' }, letter);
    expect(signatureBlock('state', deputy).lines.map(({ text }) => text)).toEqual([
      'TM. UỶ BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
    ]);
  });

  it('lets the chairman decide in their own right, and leaves the people’s committee out of a council’s papers', () => {
    const decision = { ...letter, typeId: 'state-decision' };
    expect(signingOf({ name, post: 'Chủ tịch UBND' }, decision)).toMatchObject({ signMode: 'direct', signBody: '' });
    expect(signingOf({ name, post: 'Phó Chủ tịch UBND xã' }, decision)).toMatchObject({
      signMode: 'for-head',
      signBody: 'CHỦ TỊCH',
      signPost: 'PHÓ CHỦ TỊCH',
    });
    expect(signingOf({ name, post: 'Chủ tịch HĐND xã' }, letter)).toMatchObject({ signMode: 'direct', signBody: '' });
  });
});
