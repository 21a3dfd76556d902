import { describe, expect, it } from 'vitest';
import { blankDossier } from './drafted-dossier.ts';
import { findFormerYear, planFromFormer, planFromModel } from './plan-year.ts';

const fonds = { code: 'P01', name: 'Đảng uỷ xã Mẫu' };

describe('the list of files of a year', () => {
  it('is made of the newest list before it, with titles moved on, and without what stands there already', () => {
    const former = [
      { ...blankDossier(2025, '', ''), title: 'Báo cáo năm 2025', fileNumber: '03', retentionYears: 20 },
      { ...blankDossier(2025, '', ''), title: 'Kết nạp đảng viên năm 2025' },
    ];
    expect(findFormerYear([{ year: 2024 }, { year: 2025 }, { year: 2026 }], 2026)).toBe(2025);
    expect(findFormerYear([{ year: 2026 }], 2026)).toBeUndefined();
    const planned = planFromFormer(former, [{ title: 'Kết nạp đảng viên năm 2026' }], 2026, fonds);
    expect(planned).toMatchObject([
      { year: 2026, title: 'Báo cáo năm 2026', fileNumber: '03', retentionYears: 20, fondsCode: 'P01' },
    ]);
    expect(planned[0]).not.toHaveProperty('code');
  });

  it('begins with the proposals, numbered, and never offers one twice', () => {
    const planned = planFromModel([], 2026, '2025-2030', fonds);
    expect(planned.length).toBeGreaterThan(15);
    expect(planned[0]).toMatchObject({ fileNumber: '01', title: 'Hồ sơ đại hội đảng bộ xã nhiệm kỳ 2025-2030' });
    expect(planned.every(({ title }) => !title.includes('{'))).toBe(true);
    expect(planFromModel(planned, 2026, '2025-2030', fonds)).toEqual([]);
  });
});
