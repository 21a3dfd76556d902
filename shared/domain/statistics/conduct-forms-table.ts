import {
  disciplineForms,
  rewardForms,
  type DisciplineForm,
  type RewardForm,
} from '#shared/domain/member-life/event-kind-table.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { ageRules, usualRules } from './characteristics-table.ts';
import { aboutPerson, isKind, occurrenceSection } from './form-pieces-table.ts';
import type { Happened, StatView } from './population.ts';
import { countSection, figureLine, type FormRule, type LineRule, type Section } from './stat-form.ts';
import type { Occurrence, StatPopulation } from './stat-population.ts';

/* Forms 8 and 9-TCTW (HD 11-HD/BTCTW, 2021; domain.md 5.6, 5.7, 5.10): what was given and what was imposed in the span, counted by decisions. */

type Rules = readonly LineRule<Occurrence<Happened>>[];
type Counts = (occurrence: Occurrence<Happened>) => boolean;

const rewardNames: Readonly<Record<RewardForm, string>> = {
  order: 'Huân chương',
  decoration: 'Huy chương',
  title: 'Danh hiệu',
  flag: 'Cờ',
  'merit-certificate': 'Bằng khen',
  certificate: 'Giấy khen',
  commemorative: 'Kỷ niệm chương',
};
const order: readonly RewardForm[] = [
  'order',
  'decoration',
  'title',
  'flag',
  'merit-certificate',
  'certificate',
  'commemorative',
];
const knownForms: ReadonlySet<string> = new Set(rewardForms);
const milestones: ReadonlySet<number> = new Set(defaultMemberRules.badgeYears);

const isReward = isKind('rewarded');
const isBadge = isKind('badge');
const isHonour = isKind('rewarded', 'badge');

const rewardRules: Rules = [
  { code: 'total', label: 'Tổng số lượt khen thưởng', counts: isHonour },
  ...order.map((form): Rules[number] => ({
    code: `reward-${form}`,
    label: rewardNames[form],
    level: 1,
    counts: (each) => isReward(each) && each.what.event.form === form,
  })),
  {
    code: 'reward-other',
    label: 'Hình thức khác',
    level: 1,
    counts: (each) => isReward(each) && !knownForms.has(each.what.event.form),
  },
  { code: 'badges', label: 'Huy hiệu Đảng', level: 1, counts: isBadge },
  ...defaultMemberRules.badgeYears.map((years): Rules[number] => ({
    code: `badge-${String(years)}`,
    label: `${String(years)} năm tuổi Đảng`,
    level: 2,
    counts: (each) => isBadge(each) && each.what.event.years === years,
  })),
  {
    code: 'badge-other',
    label: 'Mốc khác hoặc không ghi mốc',
    level: 2,
    counts: (each) => isBadge(each) && !milestones.has(each.what.event.years ?? 0),
  },
  {
    code: 'badge-early',
    label: 'Trong đó tặng sớm',
    level: 2,
    counts: (each) => isBadge(each) && each.what.event.form === 'early',
  },
  {
    code: 'badge-posthumous',
    label: 'Trong đó truy tặng',
    level: 2,
    counts: (each) => isBadge(each) && (each.what.event.form === 'posthumous' || each.what.met.standing === 'deceased'),
  },
];

/** 8-TCTW, Khen thưởng đảng viên. */
export const rewardForm: FormRule = {
  code: '8-TCTW',
  title: 'Khen thưởng đảng viên',
  sections: [
    occurrenceSection(({ happened }) => happened, rewardRules),
    countSection({
      from: ({ views }) => views.filter(({ happened }) => happened.some(({ event }) => isHonourKind(event.kind))),
      entry: ({ id }) => ({ id, on: null }),
      rules: [
        { code: 'people', label: 'Số người được khen thưởng', counts: () => true },
        ...usualRules,
      ] satisfies readonly LineRule<StatView>[],
    }),
  ],
};

function isHonourKind(kind: Happened['event']['kind']): boolean {
  return kind === 'rewarded' || kind === 'badge';
}

const disciplineNames: Readonly<Record<DisciplineForm, string>> = {
  reprimand: 'Khiển trách',
  warning: 'Cảnh cáo',
  removal: 'Cách chức',
};
const isDiscipline = isKind('disciplined');
const isForm =
  (form: DisciplineForm): Counts =>
  (each) =>
    isDiscipline(each) && each.what.event.form === form;
const isOtherForm: Counts = (each) =>
  isDiscipline(each) && !(disciplineForms as readonly string[]).includes(each.what.event.form);

/** Blocks of form 9: a form of discipline or of leaving, each by the same characteristics. */
const blocks: readonly (readonly [code: string, label: string, counts: Counts])[] = [
  ...disciplineForms.map((form) => [form, disciplineNames[form], isForm(form)] as const),
  ['expelled', 'Khai trừ', isKind('expelled')],
  ['discipline-other', 'Hình thức kỷ luật khác', isOtherForm],
  ['struck-off', 'Xoá tên', isKind('struck-off')],
  ['resigned', 'Xin ra khỏi Đảng', isKind('resigned')],
  ['not-recognised', 'Không được công nhận chính thức', isKind('not-recognised')],
];

function blockOf([code, label, counts]: (typeof blocks)[number]): Section[] {
  return [
    occurrenceSection<Happened>(
      ({ happened }) => happened,
      [
        { code, label, counts },
        {
          code: `${code}-probationary`,
          label: 'Đảng viên dự bị',
          level: 1,
          counts: (each) => counts(each) && each.what.met.standing === 'probationary',
        },
        ...aboutPerson<Happened>([...usualRules, ...ageRules], `${code}-`, counts),
      ],
    ),
    committeeLine(code, counts),
  ];
}

/** Of them members of committees, where the office has entered who sits in them. */
function committeeLine(code: string, counts: Counts): Section {
  return countSection({
    from: (population: StatPopulation) => {
      const { committeeMembers, happened } = population;
      return committeeMembers === null ? null : happened.filter(({ view }) => committeeMembers.has(view.id));
    },
    entry: ({ view, on }) => ({ id: view.id, on }),
    rules: [{ code: `${code}-committee`, label: 'Cấp uỷ viên (cuối kỳ)', level: 1, counts }],
  });
}

/** 9-TCTW, Kỷ luật và đưa ra khỏi Đảng. */
export const disciplineForm: FormRule = {
  code: '9-TCTW',
  title: 'Kỷ luật và ra khỏi Đảng',
  sections: [
    occurrenceSection<Happened>(
      ({ happened }) => happened,
      [
        { code: 'disciplined', label: 'Tổng số lượt kỷ luật đảng viên', counts: isKind('disciplined', 'expelled') },
        {
          code: 'left',
          label: 'Tổng số ra khỏi Đảng',
          counts: isKind('expelled', 'struck-off', 'resigned', 'not-recognised'),
        },
      ],
    ),
    ...blocks.flatMap(blockOf),
    // Discipline of organisations (khiển trách, cảnh cáo, giải tán) is kept by the inspection committee, not in this program.
    figureLine('units-disciplined', 'Tổ chức đảng bị kỷ luật', 0, () => null),
  ],
};
