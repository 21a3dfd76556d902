import { findExactDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { cardForms, type CardForm } from '#shared/domain/member-life/event-kind-table.ts';
import { stockItemSchema, type StockItem } from '#shared/domain/member/form-stock-record.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { addMonths } from '#shared/domain/member/party-age.ts';
import { countStock, type StockLine } from '#shared/domain/member/stock-count.ts';
import { isKind, memberSection, occurrenceSection, peopleSection } from './form-pieces-table.ts';
import type { Happened, StatView } from './population.ts';
import { countSection, figureLine, type FormRule, type LineRule, type Section } from './stat-form.ts';
import { dayBefore, type StatPopulation } from './stat-population.ts';

/* Forms 10 and 11-TCTW (HD 11-HD/BTCTW, 2021; domain.md 5.10): the work on members, and the printed matter it uses. */

const places = [
  ['base-committee', 'Đảng bộ cơ sở'],
  ['base-cell', 'Chi bộ cơ sở'],
  ['section-committee', 'Đảng bộ bộ phận'],
  ['cell', 'Chi bộ trực thuộc'],
] as const;

const isIn = (day: PlainDate | null, { span }: StatPopulation): boolean =>
  day !== null && day >= span.from && day <= span.to;

const unitSections: readonly Section[] = [
  countSection({
    of: 'units',
    from: ({ units }) => units,
    entry: ({ id }) => ({ id, on: null }),
    rules: [
      { code: 'units', label: 'I. Tổ chức đảng cuối kỳ', counts: () => true },
      ...places.map(([place, label]) => ({
        code: `units-${place}`,
        label,
        level: 1 as const,
        counts: (unit: StatPopulation['units'][number]) => unit.place === place,
      })),
    ],
  }),
  countSection({
    of: 'units',
    from: (population) =>
      population.data.units
        .filter(({ kind }) => kind !== 'committee' && kind !== 'office' && kind !== 'outside-body')
        .map((unit) => ({ unit, isNew: isIn(unit.validFrom, population), hasEnded: isIn(unit.validTo, population) })),
    entry: ({ unit }) => ({ id: unit.id, on: null }),
    rules: [
      { code: 'units-new', label: 'Lập mới trong kỳ', level: 1, counts: ({ isNew }) => isNew },
      { code: 'units-ended', label: 'Kết thúc, giải thể trong kỳ', level: 1, counts: ({ hasEnded }) => hasEnded },
    ],
  }),
];

/** Days on which probation has lasted long enough; of one whose day is known to the month only nobody can say. */
function isOverdue({ life, member }: StatView, { span, data }: StatPopulation): boolean {
  if (life.standing !== 'probationary') return false;
  const began = member.readmittedOn ?? member.admittedOn;
  const exact = began === null ? undefined : findExactDate(began);
  return exact !== undefined && addMonths(exact, data.rules.probationMonths) < span.to;
}

const recognitionSections: readonly Section[] = [
  countSection({
    from: ({ views }) =>
      views.flatMap(({ id, recognisedOn }) => (recognisedOn === undefined ? [] : [{ id, on: recognisedOn }])),
    entry: (each) => each,
    rules: [{ code: 'recognised', label: 'II. Được công nhận chính thức trong kỳ', counts: () => true }],
  }),
  occurrenceSection<Happened>(
    ({ happened }) => happened,
    [{ code: 'not-recognised', label: 'Không được công nhận', level: 1, counts: isKind('not-recognised') }],
  ),
  peopleSection(
    (population) => population.members.filter((view) => isOverdue(view, population)),
    [{ code: 'overdue', label: 'Hết thời hạn dự bị, chưa được công nhận', level: 1, counts: () => true }],
  ),
];

const cardNames: Readonly<Record<CardForm, string>> = {
  lost: 'Cấp lại do mất',
  damaged: 'Cấp lại do hỏng',
  changed: 'Đổi thẻ',
};

/** Cards of which the record alone knows: a day of issue in the span that no event tells. */
function issuedByRecord(view: StatView, population: StatPopulation): boolean {
  const { cardIssuedOn } = view.member;
  return (
    view.isMember &&
    isIn(cardIssuedOn, population) &&
    !view.happened.some(({ event, on }) => event.kind.startsWith('card-') && on === cardIssuedOn)
  );
}

const cardSections: readonly Section[] = [
  countSection({
    from: (population) => [
      ...population.happened.filter(isKind('card-issued')).map(({ view, on }) => ({ id: view.id, on })),
      ...population.views
        .filter((view) => issuedByRecord(view, population))
        .map(({ id, member }) => ({ id, on: member.cardIssuedOn })),
    ],
    entry: (each) => each,
    rules: [{ code: 'cards-issued', label: 'III. Thẻ đảng viên phát trong kỳ', counts: () => true }],
  }),
  occurrenceSection<Happened>(
    ({ happened }) => happened,
    [
      ...cardForms.map((form): LineRule<StatPopulation['happened'][number]> => ({
        code: `cards-${form}`,
        label: cardNames[form],
        level: 1,
        counts: (each) => isKind('card-replaced')(each) && each.what.event.form === form,
      })),
    ],
  ),
  memberSection([
    {
      code: 'cards-none',
      label: 'Đảng viên chính thức chưa có thẻ (hiện nay)',
      level: 1,
      presentOnly: true,
      counts: ({ member, life }) => life.standing === 'official' && member.cardNumber === '',
    },
  ]),
];

const paperStates: readonly (readonly [MemberFields['paperState'], string])[] = [
  ['complete', 'Đủ'],
  ['incomplete', 'Thiếu tài liệu'],
  ['missing', 'Mất'],
  ['damaged', 'Hư hỏng'],
  ['forged', 'Có tài liệu giả'],
  ['unknown', 'Chưa kiểm'],
];

const dossierSection = memberSection([
  { code: 'dossiers', label: 'IV. Hồ sơ đảng viên (hiện nay)', presentOnly: true, counts: () => true },
  ...paperStates.map(([state, label]): LineRule<StatView> => ({
    code: `dossiers-${state}`,
    label,
    level: 1,
    presentOnly: true,
    counts: ({ member }) => member.paperState === state,
  })),
  {
    code: 'dossiers-placed',
    label: 'Đã ghi nơi để hồ sơ giấy',
    level: 1,
    presentOnly: true,
    counts: ({ member }) => member.paperPlace !== '',
  },
]);

const moves = [
  ['moved-in', 'Chuyển đến chính thức', isKind('transferred-in')],
  ['moved-out', 'Chuyển đi chính thức', isKind('transferred-out')],
  ['temporary-in', 'Đến sinh hoạt tạm thời', isKind('temporary-in')],
  ['temporary-out', 'Đi sinh hoạt tạm thời', isKind('temporary-out')],
  ['abroad', 'Ra nước ngoài', isKind('went-abroad')],
  ['back', 'Ở nước ngoài về', isKind('came-back')],
  ['internal', 'Chuyển chi bộ trong xã', isKind('moved')],
] as const;

/** 10-TCTW, Nghiệp vụ công tác đảng viên. */
export const workForm: FormRule = {
  code: '10-TCTW',
  title: 'Nghiệp vụ công tác đảng viên',
  sections: [
    ...unitSections,
    ...recognitionSections,
    ...cardSections,
    dossierSection,
    figureLine(
      'compared',
      'V. Lần đối chiếu với cơ sở dữ liệu quốc gia',
      0,
      (population) => population.data.comparedOn.filter((day) => isIn(day, population)).length,
    ),
    figureLine(
      'settled',
      'Chỗ lệch đã có quyết định',
      1,
      (population) => population.data.settledOn.filter((day) => isIn(day, population)).length,
    ),
    occurrenceSection<Happened>(
      ({ happened }) => happened,
      [
        {
          code: 'moves',
          label: 'VI. Chuyển sinh hoạt đảng',
          counts: (each) => moves.some(([, , counts]) => counts(each)),
        },
        ...moves.map(([code, label, counts]) => ({ code, label, level: 1 as const, counts })),
        { code: 'exempted', label: 'VII. Cho miễn công tác và sinh hoạt', counts: isKind('exempted') },
        { code: 'rewards', label: 'VIII. Lượt khen thưởng', counts: isKind('rewarded', 'badge') },
        { code: 'rewards-badge', label: 'Huy hiệu Đảng', level: 1, counts: isKind('badge') },
      ],
    ),
  ],
};

const stockNames: Readonly<Record<StockItem, string>> = {
  'member-card': 'Thẻ đảng viên',
  'introduction-official': 'Giấy giới thiệu sinh hoạt đảng chính thức',
  'introduction-temporary': 'Giấy giới thiệu sinh hoạt đảng tạm thời',
  'introduction-internal': 'Giấy giới thiệu sinh hoạt đảng nội bộ',
  'introduction-plain': 'Giấy giới thiệu không ký hiệu',
  badge: 'Huy hiệu Đảng',
};

const acts: readonly (readonly [keyof StockLine['acts'], string])[] = [
  ['requested', 'Đề nghị cấp'],
  ['approved', 'Được duyệt'],
  ['received', 'Nhận về'],
  ['used', 'Đã dùng'],
  ['spoiled', 'Hỏng'],
  ['returned', 'Trả lại'],
];

/** What an item of printed matter counts up to; null when nobody had counted it by then. */
function stockOf(
  { data, span }: StatPopulation,
  item: StockItem,
): { readonly line: StockLine; readonly start: number } | null {
  const own = data.stock.filter((entry) => entry.item === item && entry.on <= span.to);
  if (own.length === 0) return null;
  const [line] = countStock(own, span.from, span.to).filter((each) => each.item === item);
  const before = dayBefore({ from: span.from, to: span.to });
  const [start] = countStock(own, before, before).filter((each) => each.item === item);
  return line === undefined || start === undefined ? null : { line, start: start.left };
}

function stockSections(item: StockItem): readonly Section[] {
  return [
    figureLine(
      `${item}-start`,
      `${stockNames[item]}: còn đầu kỳ`,
      0,
      (population) => stockOf(population, item)?.start ?? null,
    ),
    ...acts.map(([act, label]) =>
      figureLine(`${item}-${act}`, label, 1, (population) => stockOf(population, item)?.line.acts[act] ?? null),
    ),
    figureLine(`${item}-left`, 'Còn cuối kỳ', 1, (population) => stockOf(population, item)?.line.left ?? null),
  ];
}

/** Names what was used more of than ever came in: the receipt of some was not noted. */
function shortages(population: StatPopulation): string {
  const short = stockItemSchema.options.filter((item) => (stockOf(population, item)?.line.left ?? 0) < 0);
  const names = short.map((item) => stockNames[item]).join(', ');
  return names === '' ? '' : `Đã dùng nhiều hơn số nhận về: ${names}. Ghi bổ sung số đã nhận ở sổ ấn phẩm.`;
}

/** 11-TCTW, Sử dụng tài liệu, phương tiện. */
export const stockForm: FormRule = {
  code: '11-TCTW',
  title: 'Sử dụng thẻ, giấy giới thiệu và huy hiệu',
  note: shortages,
  sections: stockItemSchema.options.flatMap(stockSections),
};

/** Items of form 11, for its identities. */
export const stockItems: readonly StockItem[] = stockItemSchema.options;
