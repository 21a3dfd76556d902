import type { ReachForm } from '#shared/domain/member-life/event-kind-table.ts';
import type { AdmissionGroup } from '#shared/domain/member/occupation-table.ts';
import {
  ageRules,
  educationRules,
  ethnicityRules,
  qualificationRules,
  religionRules,
  usualRules,
} from './characteristics-table.ts';
import {
  aboutPerson,
  averageAge,
  isStep,
  memberSection,
  occurrenceSection,
  peopleSection,
} from './form-pieces-table.ts';
import type { MembershipStep, StatView } from './population.ts';
import { countSection, figureLine, type FormRule, type LineRule } from './stat-form.ts';
import { existsOn, type Occurrence, type StatPopulation } from './stat-population.ts';

/*
 * Forms 1 and 2-TCTW (HD 11-HD/BTCTW, 2021; lines by the public implementation of the 2012 series, domain.md 5.10: the wording of a newer print is changed
 * here). Steps are counted, not people: who came and left in the span is in B and in C.
 */

type StepRules = readonly LineRule<Occurrence<MembershipStep>>[];

/** How far moves went. Those through the province's server say it themselves, of those by paper people do. */
const movedRules = (code: string, kind: 'transferred-in' | 'transferred-out'): StepRules =>
  (
    [
      ['a', 'in-province', 'Trong tỉnh'],
      ['b', 'other-province', 'Tỉnh khác'],
      ['c', '', 'Hồ sơ không ghi trong hay ngoài tỉnh'],
    ] satisfies readonly (readonly [string, ReachForm | '', string])[]
  ).map(([part, reach, label]) => ({
    code: `${code}${part}`,
    label,
    level: 2,
    counts: (step) => isStep(kind)(step) && (step.what.event?.form ?? '') === reach,
  }));

const gainRules: StepRules = [
  { code: 'B', label: 'B. Tăng trong kỳ', counts: () => true },
  { code: 'B1', label: 'Kết nạp mới', level: 1, counts: isStep('admitted') },
  { code: 'B2', label: 'Kết nạp lại', level: 1, counts: isStep('readmitted') },
  { code: 'B3', label: 'Chuyển đến', level: 1, counts: isStep('transferred-in') },
  ...movedRules('B3', 'transferred-in'),
  { code: 'B4', label: 'Phục hồi đảng tịch', level: 1, counts: isStep('restored') },
];

const lossRules: StepRules = [
  { code: 'C', label: 'C. Giảm trong kỳ', counts: () => true },
  { code: 'C1', label: 'Từ trần', level: 1, counts: isStep('deceased') },
  { code: 'C2', label: 'Khai trừ', level: 1, counts: isStep('expelled') },
  { code: 'C3', label: 'Xoá tên', level: 1, counts: isStep('struck-off') },
  { code: 'C4', label: 'Xin ra khỏi Đảng', level: 1, counts: isStep('resigned') },
  { code: 'C5', label: 'Chuyển đi', level: 1, counts: isStep('transferred-out') },
  ...movedRules('C5', 'transferred-out'),
  { code: 'C6', label: 'Không được công nhận chính thức', level: 1, counts: isStep('not-recognised') },
  { code: 'C7', label: 'Lý do khác (hồ sơ không ghi)', level: 1, counts: isStep('other') },
];

/** 1-TCTW, Tăng giảm đảng viên: A + B − C = D. */
export const movementForm: FormRule = {
  code: '1-TCTW',
  title: 'Tăng, giảm đảng viên',
  sections: [
    peopleSection(
      ({ views }) => views,
      [{ code: 'A', label: 'A. Đảng viên đầu kỳ', counts: ({ wasMember }) => wasMember }],
    ),
    occurrenceSection(({ gains }) => gains, gainRules),
    occurrenceSection(({ losses }) => losses, lossRules),
    memberSection([{ code: 'D', label: 'D. Đảng viên cuối kỳ', counts: () => true }]),
    figureLine(
      'E',
      'E. Chênh lệch so với đầu kỳ',
      0,
      ({ members, views }) => members.length - views.filter(({ wasMember }) => wasMember).length,
    ),
    memberSection([
      { code: 'G', label: 'G. Có mặt cuối kỳ', counts: ({ life }) => !life.isAway && !life.isAbroad },
      { code: 'G1', label: 'Đang sinh hoạt tạm thời nơi khác', level: 1, counts: ({ life }) => life.isAway },
      { code: 'G2', label: 'Đang ở nước ngoài', level: 1, counts: ({ life }) => !life.isAway && life.isAbroad },
    ]),
    peopleSection(
      ({ views }) => views,
      [
        {
          code: 'guests',
          label: 'Đảng viên nơi khác đến sinh hoạt tạm thời (không tính vào D)',
          counts: ({ life }) => life.standing === 'guest',
        },
      ],
    ),
  ],
};

const admissionGroups: readonly (readonly [AdmissionGroup, string])[] = [
  ['state-official', 'Cán bộ, công chức'],
  ['public-employee', 'Viên chức hoạt động sự nghiệp'],
  ['business-employee', 'Viên chức kinh doanh'],
  ['worker', 'Công nhân, người lao động'],
  ['farmer', 'Nông dân'],
  ['armed-forces', 'Sĩ quan, chiến sĩ quân đội, công an'],
  ['student', 'Học sinh, sinh viên'],
];

const groupRules: readonly LineRule<StatView>[] = [
  ...admissionGroups.map(([group, label]): LineRule<StatView> => ({
    code: `group-${group}`,
    label,
    level: 1,
    counts: ({ occupation }) => occupation?.admission === group,
  })),
  {
    code: 'group-other',
    label: 'Nghề khác hoặc chưa xếp nhóm nghề',
    level: 1,
    counts: ({ occupation }) => (occupation?.admission ?? null) === null,
  },
];

function admissionsOf({ gains }: StatPopulation): readonly Occurrence<MembershipStep>[] {
  return gains.filter(isStep('admitted', 'readmitted'));
}

/** Base organisations in which somebody was admitted in the span. */
function admittingUnits(population: StatPopulation): ReadonlySet<string> {
  return new Set(
    admissionsOf(population).flatMap(({ view, what }) => {
      const unitId = what.event?.unitId ?? view.member.unitId;
      const base = unitId === null ? undefined : population.baseOf(unitId);
      return base === undefined ? [] : [base];
    }),
  );
}

/** 2-TCTW, Đảng viên mới kết nạp trong kỳ. */
export const admissionForm: FormRule = {
  code: '2-TCTW',
  title: 'Đảng viên mới kết nạp',
  sections: [
    occurrenceSection(admissionsOf, [
      { code: 'total', label: 'Tổng số kết nạp trong kỳ', counts: () => true },
      { code: 'again', label: 'Kết nạp lại', level: 1, counts: isStep('readmitted') },
      ...aboutPerson<MembershipStep>([...usualRules, ...groupRules, ...ageRules]),
    ]),
    averageAge((population) => admissionsOf(population).map(({ view }) => view)),
    occurrenceSection(admissionsOf, aboutPerson([...educationRules, ...qualificationRules])),
    countSection({
      of: 'units',
      from: (population) => {
        const admitting = admittingUnits(population);
        return population.data.units
          .filter((unit) => existsOn(unit, population.span.to) && population.baseOf(unit.id) === unit.id)
          .map(({ id }) => ({ id, admits: admitting.has(id) }));
      },
      entry: ({ id }) => ({ id, on: null }),
      rules: [
        { code: 'units-with', label: 'Tổ chức cơ sở đảng có kết nạp đảng viên', counts: ({ admits }) => admits },
        { code: 'units-without', label: 'Tổ chức cơ sở đảng chưa kết nạp đảng viên', counts: ({ admits }) => !admits },
      ],
    }),
    occurrenceSection(
      admissionsOf,
      aboutPerson([...ethnicityRules, ...religionRules].map((rule) => ({ ...rule, onlyIfAny: true }))),
    ),
  ],
};
