import { z } from 'zod';
import { plainDateSchema, toPlainDate } from '#shared/base/plain-date.ts';

/** What comes with a badge from a day on: a factor of the base salary, in hundredths (150 is 1,5 lần). */
const factorSchema = z.strictObject({
  years: z.int().min(1).max(120),
  from: plainDateSchema,
  hundredths: z.int().min(0).max(100_000),
});

/** Lương cơ sở from a day on, VND a month. */
const baseSalarySchema = z.strictObject({ from: plainDateSchema, amount: z.int().min(0).max(1_000_000_000) });

const months = z.int().min(0).max(60);

/**
 * The office's rules on badges beside their years and days (`member-rules.ts`), a setting: sources are thin on several of its values (domain.md 5.6, 11).
 * Of factors and salaries the entry in force is the one with the latest `from` not after the award day.
 */
export const badgeRulesSchema = z.strictObject({
  factors: z.array(factorSchema).max(300),
  baseSalaries: z.array(baseSalarySchema).max(100),
  /** How many months early somebody gravely ill may be given a badge, and how many of the badges from `longEarlyYears` on. */
  earlyMonths: months,
  longEarlyMonths: months,
  longEarlyYears: z.int().min(1).max(120),
  /** How many months a badge given after death may be early, counted on the day of death. */
  posthumousMonths: months,
  /** For how many months after a death the list still names it. */
  posthumousWithinMonths: months,
  /** Months after a decision of discipline before which no badge is considered, by its form. */
  disciplineMonths: z.strictObject({ reprimand: months, warning: months, removal: months }),
  /** Where recognition came later than probation asks for: `admission` counts from the day of admission all the same, `official` takes off the delay. */
  lateRecognition: z.enum(['admission', 'official']),
  /** How many days before an award day the office is reminded of it. */
  noticeDays: z.int().min(0).max(120),
  /** Time out of the Party before phục hồi đảng tịch: it counts as if there had been none, or not. */
  restoredTime: z.enum(['counted', 'subtracted']),
});
export type BadgeRules = z.infer<typeof badgeRulesSchema>;

/** Day of HD 56-HD/VPTW, which gives the factors. */
const GUIDE = toPlainDate('2015-10-27');

/**
 * Values sources give. Factors: HD 56-HD/VPTW (2015), which has none for 45, 85, 90 years and more. Early and posthumous: HD 01-HD/TW (2021) 18. Time after
 * a discipline: QĐ 24-QĐ/TW (2021). Time out of the Party and restoring: QĐ 24-QĐ/TW 4.5, HD 01-HD/TW. Base salary: in 2025 (domain.md 5.6); its first day
 * from NĐ 73/2024/NĐ-CP (unverified).
 */
export const defaultBadgeRules: BadgeRules = {
  factors: [
    { years: 30, from: GUIDE, hundredths: 150 },
    { years: 40, from: GUIDE, hundredths: 200 },
    { years: 50, from: GUIDE, hundredths: 300 },
    { years: 55, from: GUIDE, hundredths: 350 },
    { years: 60, from: GUIDE, hundredths: 500 },
    { years: 65, from: GUIDE, hundredths: 600 },
    { years: 70, from: GUIDE, hundredths: 800 },
    { years: 75, from: GUIDE, hundredths: 1000 },
    { years: 80, from: GUIDE, hundredths: 1500 },
  ],
  baseSalaries: [{ from: toPlainDate('2024-07-01'), amount: 2_340_000 }],
  earlyMonths: 12,
  longEarlyMonths: 24,
  longEarlyYears: 70,
  posthumousMonths: 12,
  posthumousWithinMonths: 12,
  disciplineMonths: { reprimand: 6, warning: 9, removal: 12 },
  lateRecognition: 'admission',
  restoredTime: 'counted',
  noticeDays: 75,
};
