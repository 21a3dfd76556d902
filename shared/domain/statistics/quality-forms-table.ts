import { ratingLevels } from '#shared/domain/rating/rating-rules.ts';
import type { RatingLevel } from '#shared/domain/rating/rating-record.ts';
import { isUnitSort, unitSorts, type UnitSort } from '#shared/domain/unit/unit-sort-table.ts';
import type { StatView } from './population.ts';
import type { StatRating } from './stat-data.ts';
import { countSection, type FormRule, type LineRule } from './stat-form.ts';
import type { StatPopulation, UnitView } from './stat-population.ts';

/*
 * Forms 7A and 7B-TCTW (HD 11-HD/BTCTW, 2021; QĐ 366-QĐ/TW; domain.md 5.9, 5.10): quality of organisations and of members, by what was decided. Exempt members
 * and those not rated are counted apart. A span without a whole period of rating has nothing to show.
 */

const levelNames: Readonly<Record<RatingLevel, string>> = {
  excellent: 'Hoàn thành xuất sắc nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  fulfilled: 'Hoàn thành nhiệm vụ',
  'not-fulfilled': 'Không hoàn thành nhiệm vụ',
};

type Rated = { readonly rating: StatRating | undefined };

const isRated = ({ rating }: Rated): boolean => (rating?.decidedLevel ?? null) !== null && rating?.notRated === '';

const levelRules = <S extends Rated>(
  prefix: string,
  level: 1 | 2,
  also: (subject: S) => boolean,
): readonly LineRule<S>[] =>
  ratingLevels.map((each) => ({
    code: `${prefix}${each}`,
    label: levelNames[each],
    level,
    counts: (subject) => also(subject) && isRated(subject) && subject.rating?.decidedLevel === each,
  }));

const places: readonly (readonly [UnitView['place'], string])[] = [
  ['base-committee', 'Đảng bộ cơ sở'],
  ['base-cell', 'Chi bộ cơ sở'],
  ['section-committee', 'Đảng bộ bộ phận'],
  ['cell', 'Chi bộ trực thuộc'],
];

const sortNames: Readonly<Record<UnitSort, string>> = {
  hamlet: 'Thôn, bản, tổ dân phố',
  school: 'Trường học',
  clinic: 'Trạm y tế',
  police: 'Công an',
  military: 'Quân sự',
  'party-office': 'Cơ quan Đảng',
  'mass-body': 'Mặt trận, đoàn thể',
  'state-office': 'Cơ quan chính quyền',
  'public-service': 'Đơn vị sự nghiệp',
  business: 'Doanh nghiệp',
  cooperative: 'Hợp tác xã',
  other: 'Loại hình khác',
};

/** A type of organisation by its ratings; types the office has none of are left out. */
const sortRules = (code: string, label: string, has: (unit: UnitView) => boolean): readonly LineRule<UnitView>[] =>
  [
    { code: `sort-${code}`, label: `Loại hình: ${label}`, counts: has } satisfies LineRule<UnitView>,
    ...levelRules<UnitView>(`sort-${code}-`, 1, has),
    {
      code: `sort-${code}-not-rated`,
      label: 'Chưa được đánh giá, xếp loại',
      level: 1 as const,
      counts: (unit: UnitView) => has(unit) && !isRated(unit),
    },
  ].map((rule) => ({ ...rule, onlyIfAny: true }));

const unitRules: readonly LineRule<UnitView>[] = [
  { code: 'total', label: 'Tổng số tổ chức đảng', counts: () => true },
  { code: 'rated', label: 'Được đánh giá, xếp loại', level: 1, counts: isRated },
  ...levelRules<UnitView>('all-', 2, () => true),
  { code: 'not-rated', label: 'Chưa được đánh giá, xếp loại', level: 1, counts: (unit) => !isRated(unit) },
  ...places.flatMap(([place, label]): readonly LineRule<UnitView>[] => [
    { code: place, label, counts: (unit) => unit.place === place },
    ...levelRules<UnitView>(`${place}-`, 1, (unit) => unit.place === place),
    {
      code: `${place}-not-rated`,
      label: 'Chưa được đánh giá, xếp loại',
      level: 1,
      counts: (unit) => unit.place === place && !isRated(unit),
    },
  ]),
  ...unitSorts.flatMap((sort) => sortRules(sort, sortNames[sort], (unit) => unit.sort === sort)),
  ...sortRules('unknown', 'chưa ghi', ({ sort }) => !isUnitSort(sort)),
];

function noteOf({ ratingPeriod }: StatPopulation): string {
  if (ratingPeriod === undefined) return 'Kỳ này không có trọn năm hay quý xếp loại nào.';
  const [year, quarter] = ratingPeriod.split('-Q');
  return quarter === undefined
    ? `Theo xếp loại năm ${year ?? ''}, chỉ tính mức đã quyết định.`
    : `Theo xếp loại quý ${quarter} năm ${year ?? ''}, chỉ tính mức đã quyết định.`;
}

/** 7A-TCTW, Chất lượng tổ chức đảng. */
export const unitQualityForm: FormRule = {
  code: '7A-TCTW',
  title: 'Chất lượng tổ chức cơ sở đảng',
  note: noteOf,
  sections: [
    countSection({
      of: 'units',
      from: ({ ratingPeriod, units }) => (ratingPeriod === undefined ? null : units),
      entry: ({ id }) => ({ id, on: null }),
      rules: unitRules,
    }),
  ],
};

type RatedMember = Rated & { readonly view: StatView };

/** Every member stands in exactly one of: rated, exempt, not rated with a reason, proposed only, without any word. */
const memberRules: readonly LineRule<RatedMember>[] = [
  { code: 'total', label: 'Tổng số đảng viên', counts: () => true },
  { code: 'rated', label: 'Được đánh giá, xếp loại', level: 1, counts: isRated },
  ...levelRules<RatedMember>('', 2, () => true),
  {
    code: 'exempt',
    label: 'Được miễn công tác và sinh hoạt, không xếp loại',
    level: 1,
    counts: (each) => !isRated(each) && each.view.life.isExempt,
  },
  {
    code: 'with-reason',
    label: 'Không xếp loại, có lý do',
    level: 1,
    counts: (each) => !isRated(each) && !each.view.life.isExempt && (each.rating?.notRated ?? '') !== '',
  },
  {
    code: 'not-rated',
    label: 'Chưa xếp loại',
    level: 1,
    counts: (each) => !isRated(each) && !each.view.life.isExempt && (each.rating?.notRated ?? '') === '',
  },
  {
    code: 'proposed',
    label: 'Chi bộ đã đề nghị, chưa quyết định',
    level: 2,
    counts: ({ rating, view }) =>
      !view.life.isExempt && rating?.notRated === '' && rating.decidedLevel === null && rating.proposedLevel !== null,
  },
];

/** 7B-TCTW, Chất lượng đảng viên. */
export const memberQualityForm: FormRule = {
  code: '7B-TCTW',
  title: 'Chất lượng đảng viên',
  note: noteOf,
  sections: [
    countSection({
      from: ({ ratingPeriod, members, ratingOf }) =>
        ratingPeriod === undefined ? null : members.map((view) => ({ view, rating: ratingOf.get(view.id) })),
      entry: ({ view }) => ({ id: view.id, on: null }),
      rules: memberRules,
    }),
  ],
};
