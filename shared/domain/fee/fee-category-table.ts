/** Groups of payers of party fees (QĐ 01-QĐ/TW, 2026; domain.md 5.8), in the order they are offered. Codes have travelled once released. */
export const feeCategories = {
  insured: 'Đóng bảo hiểm xã hội bắt buộc',
  'insured-benefit': 'Hưởng trợ cấp ốm đau, thai sản',
  pension: 'Hưởng lương hưu',
  student: 'Học sinh, sinh viên',
  farmer: 'Nông dân, lao động tự do',
  'above-age': 'Ngoài độ tuổi lao động, không lương hưu',
  other: 'Nghề nghiệp khác',
  abroad: 'Sinh sống, làm việc ở nước ngoài',
  exempt: 'Được miễn đóng',
} as const;
export type FeeCategory = keyof typeof feeCategories;

/** Whether a text from outside is a group this build knows. */
export function isFeeCategory(code: string): code is FeeCategory {
  return Object.hasOwn(feeCategories, code);
}
