import { ethnicityTable } from '#shared/domain/member/ethnicity-table.ts';
import {
  academicTitles,
  educationLevels,
  qualificationLevels,
  theoryLevels,
} from '#shared/domain/member/learning-table.ts';
import { religionTable } from '#shared/domain/member/religion-table.ts';
import type { StatView } from './population.ts';
import type { LineRule } from './stat-form.ts';

/** Code of the Kinh, who are no minority. */
const MAJORITY = '01';

/** Whether somebody belongs to a minority; who has no group written, or one the table does not know, is not counted as one. */
export function isMinority({ ethnicity }: StatView): boolean {
  return ethnicity !== undefined && ethnicity !== MAJORITY;
}

export function isReligious({ religion }: StatView): boolean {
  return religion !== undefined && religion !== 'none';
}

type Rules = readonly LineRule<StatView>[];

/** Women, minorities, religious, union members: asked of nearly every form. */
export const usualRules: Rules = [
  { code: 'women', label: 'Phụ nữ', level: 1, counts: ({ member }) => member.gender === 'female' },
  { code: 'minority', label: 'Dân tộc thiểu số', level: 1, counts: isMinority },
  { code: 'religious', label: 'Có tôn giáo', level: 1, counts: isReligious },
  { code: 'union', label: 'Đoàn viên TNCS Hồ Chí Minh', level: 1, counts: ({ member }) => member.isUnionMember },
];

const between =
  (low: number, high: number) =>
  ({ age }: StatView): boolean =>
    age !== undefined && age >= low && age <= high;

/** Age bands (domain.md 5.10). */
export const ageRules: Rules = [
  { code: 'age-18-30', label: 'Từ 18 đến 30 tuổi', level: 1, counts: between(0, 30) },
  { code: 'age-31-40', label: 'Từ 31 đến 40 tuổi', level: 1, counts: between(31, 40) },
  { code: 'age-41-50', label: 'Từ 41 đến 50 tuổi', level: 1, counts: between(41, 50) },
  { code: 'age-51', label: 'Từ 51 tuổi trở lên', level: 1, counts: between(51, 200) },
  { code: 'age-unknown', label: 'Chưa rõ năm sinh', level: 1, counts: ({ age }) => age === undefined },
];

/** Periods of admission (domain.md 5.10, form 3). */
const eras = [
  ['before-1945-08', 'Trước tháng 8/1945', '0000-01-01', '1945-07-31'],
  ['1945-1954', 'Từ 8/1945 đến 20/7/1954', '1945-08-01', '1954-07-20'],
  ['1954-1975', 'Từ 21/7/1954 đến 30/4/1975', '1954-07-21', '1975-04-30'],
  ['since-1975-05', 'Từ 01/5/1975 đến nay', '1975-05-01', '9999-12-31'],
] as const;

export const eraRules: Rules = eras.map(([code, label, from, to]) => ({
  code: `era-${code}`,
  label,
  level: 1,
  counts: ({ admittedFrom }) => admittedFrom !== undefined && admittedFrom >= from && admittedFrom <= to,
}));

/** Years of membership reached, by fives: `from` up to the next. */
export const partyYearRules: Rules = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90].map((years, at, all) => ({
  code: `years-${String(years)}`,
  label: `${String(years)} năm tuổi Đảng`,
  level: 1,
  counts: ({ partyYears }) => partyYears !== undefined && partyYears >= years && partyYears < (all[at + 1] ?? 200),
}));

const levelRules = (
  prefix: string,
  levels: readonly { readonly code: string; readonly name: string }[],
  of: (view: StatView) => string,
): Rules =>
  levels.map(({ code, name }) => ({
    code: `${prefix}-${code}`,
    label: name,
    level: 1,
    counts: (view) => of(view) === code,
  }));

export const educationRules = levelRules('education', educationLevels, ({ member }) => member.educationLevel);
export const qualificationRules = levelRules(
  'qualification',
  qualificationLevels,
  ({ member }) => member.qualificationLevel,
);
export const theoryRules = levelRules('theory', theoryLevels, ({ member }) => member.theoryLevel);
export const titleRules: Rules = academicTitles.map(({ code, name }) => ({
  code: `title-${code}`,
  label: name,
  level: 1,
  counts: ({ member }) => member.academicTitle === name || member.academicTitle === code,
}));

/** One line for each ethnic group, and one for whom none is known. */
export const ethnicityRules: Rules = [
  ...ethnicityTable.map(({ code, name }): LineRule<StatView> => ({
    code: `ethnicity-${code}`,
    label: name,
    level: 1,
    counts: ({ ethnicity }) => ethnicity === code,
  })),
  {
    code: 'ethnicity-unknown',
    label: 'Chưa rõ dân tộc',
    level: 1,
    counts: ({ ethnicity }) => ethnicity === undefined,
  },
];

export const religionRules: Rules = religionTable
  .filter(({ code }) => code !== 'none')
  .map(({ code, name }) => ({
    code: `religion-${code}`,
    label: name,
    level: 1,
    counts: ({ religion }) => religion === code,
  }));
