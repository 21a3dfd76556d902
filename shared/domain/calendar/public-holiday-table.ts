import { addDays, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';

/** Public holidays by name (Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1). */
export type HolidayName =
  | 'new-year'
  | 'lunar-new-year'
  | 'ancestor-day'
  | 'reunification-day'
  | 'labour-day'
  | 'national-day';

/**
 * What a year's holidays hang on. `tet`: first day of the lunar year. `ancestor`: 10th day of its third month, both by the calendar of Vietnam (UTC+7).
 * `tetFrom`: first of the five days off for Tết; `national`: the second day off for 2 September, the one before or after. Both are chosen each year.
 * `basis`: `announced` by the authorities, or `computed` as was usual (one day before Tết and four from it; 1 September) until they announce it.
 */
type HolidayYear = {
  readonly year: number;
  readonly tet: string;
  readonly ancestor: string;
  readonly tetFrom: string;
  readonly national: string;
  readonly basis: 'announced' | 'computed';
};

/**
 * Sources: Điều 112 as above; the yearly notices on Tết and 2 September for 2024, 2025 and 2026 (Bộ LĐTBXH 5015/TB-LĐTBXH and 6150/TB-BLĐTBXH,
 * Bộ Nội vụ 9441/TB-BNV). The numbers of the notices are from general knowledge, unverified; their days are as practised. Lunar days are checked against the moon in the test. Where a notice differs from what is here, the office's setting says so.
 */
const holidayYears: readonly HolidayYear[] = [
  {
    year: 2024,
    tet: '2024-02-10',
    ancestor: '2024-04-18',
    tetFrom: '2024-02-08',
    national: '2024-09-03',
    basis: 'announced',
  },
  {
    year: 2025,
    tet: '2025-01-29',
    ancestor: '2025-04-07',
    tetFrom: '2025-01-27',
    national: '2025-09-01',
    basis: 'announced',
  },
  {
    year: 2026,
    tet: '2026-02-17',
    ancestor: '2026-04-26',
    tetFrom: '2026-02-16',
    national: '2026-09-01',
    basis: 'announced',
  },
  {
    year: 2027,
    tet: '2027-02-06',
    ancestor: '2027-04-16',
    tetFrom: '2027-02-05',
    national: '2027-09-01',
    basis: 'computed',
  },
  {
    year: 2028,
    tet: '2028-01-26',
    ancestor: '2028-04-04',
    tetFrom: '2028-01-25',
    national: '2028-09-01',
    basis: 'computed',
  },
  {
    year: 2029,
    tet: '2029-02-13',
    ancestor: '2029-04-23',
    tetFrom: '2029-02-12',
    national: '2029-09-01',
    basis: 'computed',
  },
  {
    year: 2030,
    tet: '2030-02-02',
    ancestor: '2030-04-12',
    tetFrom: '2030-02-01',
    national: '2030-09-01',
    basis: 'computed',
  },
  {
    year: 2031,
    tet: '2031-01-23',
    ancestor: '2031-04-01',
    tetFrom: '2031-01-22',
    national: '2031-09-01',
    basis: 'computed',
  },
];

/** Work days exchanged for a Saturday, as announced: [day off, day worked]. */
const exchangedDays: readonly (readonly [string, string])[] = [
  ['2024-04-29', '2024-05-04'],
  ['2025-05-02', '2025-04-26'],
  ['2026-01-02', '2026-01-10'],
  ['2026-08-31', '2026-08-22'],
];

/** The lunar days of a year in the table; for the test and for what asks about Tết. */
export type LunarDays = { readonly year: number; readonly tet: PlainDate; readonly ancestor: PlainDate };

/** Lunar days of every year in the table. */
export const lunarDays: readonly LunarDays[] = holidayYears.map(({ year, tet, ancestor }) => ({
  year,
  tet: toPlainDate(tet),
  ancestor: toPlainDate(ancestor),
}));

/** First and last year whose holidays are known here. Outside them only weekends and the office's own days count as off. */
export const holidaySpan = { from: 2024, to: 2031 } as const;

/** Days of the law in a year, each with its name; empty for years outside the table. The year's Tết is five days, National Day two. */
export function holidaysOf(year: number): readonly { readonly day: PlainDate; readonly name: HolidayName }[] {
  const found = holidayYears.find((each) => each.year === year);
  if (found === undefined) return [];
  const day = (monthAndDay: string): PlainDate => toPlainDate(`${String(year)}-${monthAndDay}`);
  return [
    { day: day('01-01'), name: 'new-year' },
    ...fiveDaysFrom(found.tetFrom).map((each) => ({ day: each, name: 'lunar-new-year' as const })),
    { day: toPlainDate(found.ancestor), name: 'ancestor-day' },
    { day: day('04-30'), name: 'reunification-day' },
    { day: day('05-01'), name: 'labour-day' },
    { day: day('09-02'), name: 'national-day' },
    { day: toPlainDate(found.national), name: 'national-day' },
  ];
}

/** Whether the holidays of a year are as announced, or as they will probably be. */
export function holidayBasis(year: number): 'announced' | 'computed' | 'unknown' {
  return holidayYears.find((each) => each.year === year)?.basis ?? 'unknown';
}

/** Work days that were announced as off, and the Saturdays worked for them. */
export const announcedExchanges = exchangedDays.map(([off, worked]) => ({
  off: toPlainDate(off),
  worked: toPlainDate(worked),
}));

function fiveDaysFrom(first: string): readonly PlainDate[] {
  return [0, 1, 2, 3, 4].map((after) => addDays(toPlainDate(first), after));
}
