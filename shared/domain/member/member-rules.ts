import { z } from 'zod';
import { plainDateSchema, toPlainDate } from '#shared/base/plain-date.ts';

/**
 * Rules of the trade on which sources are thin or may change: settings with these defaults, handed to the functions that need them
 * (domain.md 2.7, 5.4, 5.6).
 */
export const memberRulesSchema = z.strictObject({
  /** Months a member is on probation. */
  probationMonths: z.int().min(0).max(36),
  /** Years of party membership that earn a badge (Huy hiệu Đảng), ascending. */
  badgeYears: z.array(z.int().min(1).max(120)).min(1).max(40),
  /** Days of the year on which badges are given, as `MM-dd`, ascending. */
  badgeDays: z
    .array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/))
    .min(1)
    .max(12),
  /** How many days ahead a badge is announced in the list. */
  badgeNoticeDays: z.int().min(0).max(400),
  /** Youngest age at admission that raises no question. */
  admissionAge: z.int().min(0).max(100),
  /** Admissions from this day on have a probation of `probationMonths`; of older ones it was now shorter, now longer, and is only asked about. */
  probationSince: plainDateSchema,
  /** Months after which a decision of discipline lapses when there is no new offence (domain.md 5.7). */
  disciplineMonths: z.int().min(1).max(60),
  /** Months after which papers of a candidate must be looked at again. */
  candidateFileMonths: z.int().min(1).max(60),
  /** Days after recognition in which a card is issued; after them it is missing. */
  cardDays: z.int().min(0).max(1000),
  /** How many days ahead what is due is said: end of probation, of temporary activity, of a discipline. */
  dueNoticeDays: z.int().min(0).max(400),
  /** Of how many full years before this one the yearly papers of a dossier are asked for (domain.md 5.2). */
  yearlyPapers: z.int().min(0).max(20),
});
export type MemberRules = z.infer<typeof memberRulesSchema>;

export const defaultMemberRules: MemberRules = {
  probationMonths: 12,
  badgeYears: [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100],
  badgeDays: ['02-03', '05-19', '09-02', '11-07'],
  badgeNoticeDays: 190,
  admissionAge: 18,
  probationSince: toPlainDate('1987-01-01'),
  disciplineMonths: 12,
  candidateFileMonths: 12,
  cardDays: 90,
  dueNoticeDays: 45,
  yearlyPapers: 2,
};

/** What an office has set otherwise than usual. */
export type OwnMemberRules = { readonly [Rule in keyof MemberRules]?: MemberRules[Rule] | undefined };

/** The rules of an office: the usual ones with what it has set otherwise; the same object while it has set nothing, so that nothing is computed twice. */
export function memberRulesWith(own: OwnMemberRules | null | undefined): MemberRules {
  const said = Object.entries(own ?? {}).filter(([, value]) => value !== undefined);
  if (said.length === 0) return defaultMemberRules;
  return { ...defaultMemberRules, ...(Object.fromEntries(said) as Partial<MemberRules>) };
}
