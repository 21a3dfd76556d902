import { findOccupation, occupationTable, type AdmissionGroup } from '#shared/domain/member/occupation-table.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
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
import type { StatView } from './population.ts';
import { countLines, figure, type LineRule, type StatForm, type StatLine } from './stat-form.ts';

/*
 * Forms 1 to 6-TCTW (HD 11-HD/BTCTW, 2021; lines by the public implementation of the 2012 series, domain.md 5.10: the wording of a newer print is changed here).
 * Each line is a rule on how a person stood, so every figure has its people behind it.
 */

const gained = (kind: MemberEventKind) => (view: StatView) => view.gains.some((step) => step.kind === kind);
const lost = (kind: MemberEventKind | 'other') => (view: StatView) => view.losses.some((step) => step.kind === kind);

const gainRules: readonly LineRule[] = [
  { code: 'B1', label: 'Kết nạp mới', level: 1, counts: gained('admitted') },
  { code: 'B2', label: 'Kết nạp lại', level: 1, counts: gained('readmitted') },
  { code: 'B3', label: 'Chuyển đến', level: 1, counts: gained('transferred-in') },
  { code: 'B4', label: 'Phục hồi đảng tịch', level: 1, counts: gained('restored') },
];
const lossRules: readonly LineRule[] = [
  { code: 'C1', label: 'Từ trần', level: 1, counts: lost('deceased') },
  { code: 'C2', label: 'Khai trừ', level: 1, counts: lost('expelled') },
  { code: 'C3', label: 'Xoá tên', level: 1, counts: lost('struck-off') },
  { code: 'C4', label: 'Xin ra khỏi Đảng', level: 1, counts: lost('resigned') },
  { code: 'C5', label: 'Chuyển đi', level: 1, counts: lost('transferred-out') },
  {
    code: 'C6',
    label: 'Không được công nhận, lý do khác',
    level: 1,
    counts: (view) => lost('not-recognised')(view) || lost('other')(view),
  },
];

/** 1-TCTW, Tăng giảm đảng viên. A + B − C = D; a member who came and left in the span is in B and in C. */
export function movementForm(views: readonly StatView[]): StatForm {
  const [start] = countLines(views, [
    { code: 'A', label: 'A. Đảng viên đầu kỳ', counts: ({ wasMember }) => wasMember },
  ]);
  const [end] = countLines(views, [{ code: 'D', label: 'D. Đảng viên cuối kỳ', counts: ({ isMember }) => isMember }]);
  const gains = withTimes(countLines(views, gainRules), views, 'gains', gainKinds);
  const losses = withTimes(countLines(views, lossRules), views, 'losses', lossKinds);
  const sum = (lines: readonly StatLine[]): number => lines.reduce((all, { value }) => all + value, 0);
  const [a, b, c, d] = [start?.value ?? 0, sum(gains), sum(losses), end?.value ?? 0];
  const present = countLines(views, [
    {
      code: 'G',
      label: 'G. Có mặt cuối kỳ (không kể sinh hoạt tạm thời nơi khác)',
      counts: ({ isMember, life }) => isMember && !life.isAway && !life.isAbroad,
    },
  ]);
  return {
    code: '1-TCTW',
    title: 'Tăng, giảm đảng viên',
    lines: [
      ...(start === undefined ? [] : [start]),
      figure('B', 'B. Tăng trong kỳ', b),
      ...gains,
      figure('C', 'C. Giảm trong kỳ', c),
      ...losses,
      ...(end === undefined ? [] : [end]),
      figure('E', 'E. Chênh lệch so với đầu kỳ', d - a),
      ...present,
    ],
    problems: a + b - c === d ? [] : [`A + B − C = ${String(a + b - c)}, D = ${String(d)}`],
  };
}

type StepKinds = Readonly<Record<string, readonly string[]>>;
const gainKinds: StepKinds = { B1: ['admitted'], B2: ['readmitted'], B3: ['transferred-in'], B4: ['restored'] };
const lossKinds: StepKinds = {
  C1: ['deceased'],
  C2: ['expelled'],
  C3: ['struck-off'],
  C4: ['resigned'],
  C5: ['transferred-out'],
  C6: ['not-recognised', 'other'],
};

/** Somebody may come or go twice in a span: steps are counted, people are listed. */
function withTimes(
  lines: readonly StatLine[],
  views: readonly StatView[],
  side: 'gains' | 'losses',
  kinds: StepKinds,
): readonly StatLine[] {
  return lines.map((line) => ({
    ...line,
    value: views.reduce(
      (all, view) => all + view[side].filter(({ kind }) => kinds[line.code]?.includes(kind)).length,
      0,
    ),
  }));
}

const admissionGroups: readonly (readonly [AdmissionGroup, string])[] = [
  ['state-official', 'Cán bộ, công chức'],
  ['public-employee', 'Viên chức hoạt động sự nghiệp'],
  ['business-employee', 'Viên chức kinh doanh'],
  ['worker', 'Công nhân, người lao động'],
  ['farmer', 'Nông dân'],
  ['armed-forces', 'Sĩ quan, chiến sĩ quân đội, công an'],
  ['student', 'Học sinh, sinh viên'],
];

/** 2-TCTW, Đảng viên mới kết nạp trong kỳ. */
export function admissionForm(views: readonly StatView[]): StatForm {
  const admitted = views.filter((view) => gained('admitted')(view) || gained('readmitted')(view));
  return {
    code: '2-TCTW',
    title: 'Đảng viên mới kết nạp',
    lines: [
      ...countLines(admitted, [
        { code: 'total', label: 'Tổng số kết nạp trong kỳ', counts: () => true },
        { code: 'again', label: 'Kết nạp lại', level: 1, counts: gained('readmitted') },
        ...usualRules,
        ...admissionGroups.map(([group, label]): LineRule => ({
          code: `group-${group}`,
          label,
          level: 1,
          counts: ({ member }) => findOccupation(member.occupationGroup)?.admission === group,
        })),
        ...ageRules,
      ]),
      averageAge(admitted),
      ...countLines(admitted, [...educationRules, ...qualificationRules]),
      ...countLines(admitted, [...ethnicityRules, ...religionRules]).filter(({ value }) => value > 0),
    ],
    problems: sumProblems(admitted, [
      ['tuổi', ageRules],
      ['dân tộc', ethnicityRules],
    ]),
  };
}

/** 3-TCTW, Đội ngũ đảng viên cuối kỳ. */
export function rosterForm(views: readonly StatView[]): StatForm {
  const members = views.filter(({ isMember }) => isMember);
  return {
    code: '3-TCTW',
    title: 'Đội ngũ đảng viên',
    lines: [
      ...countLines(members, [
        { code: 'total', label: 'Tổng số đảng viên', counts: () => true },
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
      averageAge(members),
      ...countLines(members, [
        ...eraRules,
        ...partyYearRules,
        ...educationRules,
        ...qualificationRules,
        ...titleRules,
        ...theoryRules,
      ]),
    ],
    problems: sumProblems(members, [['tuổi', ageRules]]),
  };
}

/** 4-TCTW, Đảng viên theo dân tộc, tôn giáo. */
export function peoplesForm(views: readonly StatView[]): StatForm {
  const members = views.filter(({ isMember }) => isMember);
  return {
    code: '4-TCTW',
    title: 'Đảng viên theo dân tộc, tôn giáo',
    lines: countLines(members, [
      { code: 'total', label: 'Tổng số đảng viên', counts: () => true },
      ...ethnicityRules,
      ...religionRules,
    ]),
    problems: sumProblems(members, [['dân tộc', ethnicityRules]]),
  };
}

/** 6-TCTW, Đảng viên theo nghề nghiệp, công tác. Exempt members stand in their own line, whatever their occupation was. */
export function occupationForm(views: readonly StatView[]): StatForm {
  const members = views.filter(({ isMember }) => isMember);
  const rules: readonly LineRule[] = [
    ...occupationTable.map(({ code, name }): LineRule => ({
      code: `occupation-${code}`,
      label: name,
      level: 1,
      counts: ({ member, life }) => !life.isExempt && member.occupationGroup === code,
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
      counts: ({ member, life }) => !life.isExempt && findOccupation(member.occupationGroup) === undefined,
    },
  ];
  return {
    code: '6-TCTW',
    title: 'Đảng viên theo nghề nghiệp, công tác',
    lines: countLines(members, [{ code: 'total', label: 'Tổng số đảng viên', counts: () => true }, ...rules]),
    problems: sumProblems(members, [['nghề nghiệp', rules]]),
  };
}

/** Groups of lines that share everybody out must add up to everybody. */
function sumProblems(
  views: readonly StatView[],
  groups: readonly (readonly [string, readonly LineRule[]])[],
): readonly string[] {
  return groups.flatMap(([name, rules]) => {
    const sum = countLines(views, rules).reduce((all, { value }) => all + value, 0);
    return sum === views.length ? [] : [`Cộng theo ${name}: ${String(sum)}, tổng số: ${String(views.length)}`];
  });
}

function averageAge(views: readonly StatView[]): StatLine {
  const ages = views.flatMap(({ age }) => (age === undefined ? [] : [age]));
  const average = ages.length === 0 ? 0 : ages.reduce((sum, age) => sum + age, 0) / ages.length;
  return figure(
    'age-average',
    'Tuổi bình quân',
    Math.round(average * 10) / 10,
    1,
    average.toFixed(1).replace('.', ','),
  );
}
