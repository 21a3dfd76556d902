import type { RatingRules } from './rating-rules.ts';

/**
 * What offices begin with until their committee gives other criteria: groups of the yearly review (kiểm điểm cuối năm), 100 points in all; names, points and
 * thresholds are from general practice, unverified (domain.md 5.9).
 */
export const defaultRatingRules: RatingRules = {
  criteria: [
    { code: 'politics', name: 'Tư tưởng chính trị', most: 15 },
    { code: 'ethics', name: 'Phẩm chất đạo đức, lối sống', most: 15 },
    { code: 'discipline', name: 'Ý thức tổ chức kỷ luật, sinh hoạt đảng', most: 20 },
    { code: 'style', name: 'Tác phong, lề lối làm việc', most: 10 },
    { code: 'tasks', name: 'Kết quả thực hiện chức trách, nhiệm vụ', most: 40 },
  ],
  thresholds: [
    { level: 'excellent', from: 90 },
    { level: 'good', from: 70 },
    { level: 'fulfilled', from: 50 },
  ],
  capPercent: 20,
  capOf: 'good-or-better',
};
