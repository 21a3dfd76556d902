import { describe, expect, it } from 'vitest';
import { suggestBodies, wordsOfUnits } from './suggest-body.ts';

const units = [
  { id: 'ub', name: 'Uỷ ban nhân dân xã' },
  { id: 'mt', name: 'Uỷ ban Mặt trận Tổ quốc Việt Nam xã' },
  { id: 'bxd', name: 'Ban Xây dựng Đảng' },
  { id: 'kt', name: 'Cơ quan Uỷ ban Kiểm tra Đảng uỷ' },
  { id: 'vp', name: 'Văn phòng Đảng uỷ' },
  { id: 'cb', name: 'Chi bộ thôn Bản Mẫu' },
];
const words = wordsOfUnits(units, {});
const found = (abstract: string): readonly string[] =>
  suggestBodies(abstract, words).map(({ unitId, isAmbiguous }) => (isAmbiguous ? `${unitId}?` : unitId));

describe('the body suggested as responsible', () => {
  it('is the one with the longest phrase', () => {
    expect(found('V/v tăng cường giám sát và phản biện xã hội')).toEqual(['mt']);
    expect(found('Kế hoạch kiểm tra, giám sát chuyên đề năm 2026')).toEqual(['kt']);
    expect(found('Hướng dẫn kết nạp đảng viên người có đạo')).toEqual(['bxd']);
  });

  it('is marked as one of several where a word belongs to several', () => {
    expect(found('V/v giám sát')).toEqual(['mt?', 'kt?']);
    expect(found('Công tác phòng, chống tham nhũng')).toEqual(['kt?', 'vp?']);
  });

  it('is found by whole words, whatever the tone marks', () => {
    expect(found('Lịch nghỉ ngày tết Nguyên đán')).toEqual([]);
    expect(found('công tác Y TẾ dự phòng')).toEqual(['ub']);
    expect(found('Thông báo cuộc thi viết')).toEqual([]);
  });

  it('follows the words the office has set, and none where it has set none', () => {
    const own = wordsOfUnits(units, { vp: ['cuộc thi'], ub: [] });
    expect(suggestBodies('Thông báo cuộc thi viết', own)).toEqual([
      { unitId: 'vp', phrase: 'cuộc thi', isAmbiguous: false },
    ]);
    expect(suggestBodies('Công tác y tế', own)).toEqual([]);
  });
});
