/**
 * What an organisation is beside its kind (domain.md 5.11): thôn, bản, tổ dân phố; trường học; trạm y tế; công an; quân sự; cơ quan Đảng, Mặt trận, đoàn thể;
 * cơ quan chính quyền; đơn vị sự nghiệp; doanh nghiệp; hợp tác xã. Codes have travelled once released: never renamed.
 */
export const unitSorts = [
  'hamlet',
  'school',
  'clinic',
  'police',
  'military',
  'party-office',
  'mass-body',
  'state-office',
  'public-service',
  'business',
  'cooperative',
  'other',
] as const;
export type UnitSort = (typeof unitSorts)[number];

/** Whether a text is one of the codes; an organisation of an older build has none. */
export function isUnitSort(text: string): text is UnitSort {
  return (unitSorts as readonly string[]).includes(text);
}
