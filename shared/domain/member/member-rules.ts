/**
 * Rules of the trade on which sources are thin or may change: settings with these defaults, handed to the functions that need them
 * (domain.md 2.7, 5.4, 5.6).
 */
export type MemberRules = {
  /** Months a member is on probation. */
  readonly probationMonths: number;
  /** Years of party membership that earn a badge (Huy hiệu Đảng), ascending. */
  readonly badgeYears: readonly number[];
  /** Days of the year on which badges are given, as `MM-dd`, ascending. */
  readonly badgeDays: readonly string[];
  /** How many days ahead a badge is announced in the list. */
  readonly badgeNoticeDays: number;
  /** Youngest age at admission that raises no question. */
  readonly admissionAge: number;
};

export const defaultMemberRules: MemberRules = {
  probationMonths: 12,
  badgeYears: [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100],
  badgeDays: ['02-03', '05-19', '09-02', '11-07'],
  badgeNoticeDays: 190,
  admissionAge: 18,
};
