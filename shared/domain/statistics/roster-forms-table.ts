import { occupationTable } from '#shared/domain/member/occupation-table.ts';
import {
  ageRules,
  educationRules,
  eraRules,
  ethnicityRules,
  partyYearRules,
  qualificationRules,
  religionRules,
  theoryRules,
  titleRules,
  usualRules,
} from './characteristics-table.ts';
import { averageAge, memberSection } from './form-pieces-table.ts';
import type { StatView } from './population.ts';
import type { FormRule, LineRule } from './stat-form.ts';

/* Forms 3, 4 and 6-TCTW (HD 11-HD/BTCTW, 2021; domain.md 5.10): the members of the last day. */

const total: LineRule<StatView> = { code: 'total', label: 'Tổng số đảng viên', counts: () => true };

/** 3-TCTW, Đội ngũ đảng viên. */
export const rosterForm: FormRule = {
  code: '3-TCTW',
  title: 'Đội ngũ đảng viên',
  sections: [
    memberSection([
      total,
      {
        code: 'probationary',
        label: 'Đảng viên dự bị',
        level: 1,
        counts: ({ life }) => life.standing === 'probationary',
      },
      ...usualRules,
      { code: 'veteran', label: 'Quân nhân xuất ngũ', level: 1, counts: ({ member }) => member.isVeteran },
      { code: 'exempt', label: 'Được miễn công tác và sinh hoạt', level: 1, counts: ({ life }) => life.isExempt },
      ...ageRules,
    ]),
    averageAge(({ members }) => members),
    memberSection([
      ...eraRules,
      {
        code: 'era-unknown',
        label: 'Chưa rõ ngày vào Đảng',
        level: 1,
        counts: ({ member }) => member.admittedOn === null,
      },
      ...partyYearRules,
      ...educationRules,
      ...qualificationRules,
      ...titleRules,
      ...theoryRules,
    ]),
  ],
};

/** 4-TCTW, Đảng viên theo dân tộc, tôn giáo. */
export const peoplesForm: FormRule = {
  code: '4-TCTW',
  title: 'Đảng viên theo dân tộc, tôn giáo',
  sections: [memberSection([total, ...ethnicityRules, ...religionRules])],
};

/** 6-TCTW, Đảng viên theo nghề nghiệp, công tác. Exempt members stand in their own line, whatever their occupation was. */
export const occupationForm: FormRule = {
  code: '6-TCTW',
  title: 'Đảng viên theo nghề nghiệp, công tác',
  sections: [
    memberSection([
      total,
      ...occupationTable.map(({ code, name }): LineRule<StatView> => ({
        code: `occupation-${code}`,
        label: name,
        level: 1,
        counts: ({ occupation, life }) => !life.isExempt && occupation?.code === code,
      })),
      {
        code: 'occupation-exempt',
        label: 'Được miễn công tác và sinh hoạt',
        level: 1,
        counts: ({ life }) => life.isExempt,
      },
      {
        code: 'occupation-unknown',
        label: 'Chưa xếp nhóm nghề',
        level: 1,
        counts: ({ occupation, life }) => !life.isExempt && occupation === undefined,
      },
    ]),
  ],
};
