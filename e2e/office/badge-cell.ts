import { splitPersonName } from '#shared/base/person-name.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import type { OfficePc } from './office-pc.ts';

/** The year of the award day: the next one, so that the days before and after it can be chosen whenever the proof runs. */
const YEAR = new Date(Date.now()).getUTCFullYear() + 1;
/** A day so many years after the year of the award day (before it when negative). */
const day = (years: number, monthAndDay = ''): string => `${String(YEAR + years)}${monthAndDay}`;

export const AWARD = day(0, '-02-03');
export const BEFORE = day(-1, '-11-07');
export const AFTER = day(0, '-05-19');
export const CELL = 'Chi bộ thử huy hiệu';

/** Badges of whose year of admission one always has a 29 February, each with the one held before it. */
const [leap, held] = (
  [
    [30, 0],
    [40, 30],
    [45, 40],
    [55, 50],
  ] as const
).find(([years]) => (YEAR - years) % 4 === 0) ?? [30, 0];

type Told = {
  readonly kind: MemberEventKind;
  readonly on: string;
  readonly years?: number;
  readonly isPastOnly?: boolean;
};
type Person = {
  readonly name: string;
  readonly admitted: string;
  readonly state?: MemberState;
  readonly events?: readonly Told[];
};
const badge = (years: number, on: string): Told => ({ kind: 'badge', on, years });

/** People whose days lie at the edges of the rules. */
const people: readonly Person[] = [
  { name: 'Y Bhiô Êban', admitted: day(-30, '-02-03') },
  { name: 'Chu Thị Muộn', admitted: day(-30, '-02-04') },
  { name: 'Đàm Văn Nhuận', admitted: day(-leap, '-02-29'), events: held === 0 ? [] : [badge(held, day(-9, '-05-19'))] },
  {
    name: 'Hòa Thị Thuý',
    admitted: day(-40, '-01-10'),
    events: [
      badge(30, day(-10, '-02-03')),
      { kind: 'struck-off', on: day(-20, '-01-01'), isPastOnly: true },
      { kind: 'readmitted', on: day(-20, '-02-01'), isPastOnly: true },
    ],
  },
  {
    name: 'Khà Văn Phục',
    admitted: day(-50, '-01-10'),
    events: [
      badge(45, day(-5, '-02-03')),
      { kind: 'expelled', on: day(-15, '-03-01'), isPastOnly: true },
      { kind: 'restored', on: day(-14, '-03-01'), isPastOnly: true },
    ],
  },
  { name: 'Lò Thị Năm', admitted: day(-60) },
  {
    name: 'Ma Seo Chứ',
    admitted: day(-30, '-12-01'),
    state: 'deceased',
    events: [{ kind: 'deceased', on: day(-1, '-12-05') }],
  },
  {
    name: 'Nông Văn Xa',
    admitted: day(-30, '-12-06'),
    state: 'deceased',
    events: [{ kind: 'deceased', on: day(-1, '-12-05') }],
  },
  { name: 'Quàng Thị Ốm', admitted: day(-39, '-02-03'), events: [badge(30, day(-9, '-02-03'))] },
  { name: 'Rơ Châm Yếu', admitted: day(-39, '-02-04'), events: [badge(30, day(-9, '-05-19'))] },
  { name: 'Sùng A Lão', admitted: day(-68, '-02-03'), events: [badge(65, day(-3, '-02-03'))] },
  { name: 'Tòng Văn Có', admitted: day(-45, '-01-20'), events: [badge(45, day(-1, '-09-02'))] },
  { name: 'Vi Thị Quên', admitted: day(-55, '-05-20') },
  { name: 'Giàng A Lử', admitted: day(-31, '-09-10') },
  { name: 'Hoàng Văn Lăm', admitted: day(-45, '-01-15'), events: [badge(40, day(-5, '-02-03'))] },
];

/** A line as the screen must show it: badge, name, state, money. */
export type Line = readonly [years: string, name: string, state: string, money: string];

/** What stands on the screens, written down by hand. Base salary: 2.340.000 until the end of the year before, 3.000.000 from 1 January on. */
export const expected = {
  before: {
    list: [['30', 'Giàng A Lử', 'Đến hạn', '3.510.000']],
    overdue: [['50', 'Vi Thị Quên', 'Quá hạn', '7.020.000']],
  },
  award: {
    list: [
      ['30', 'Ma Seo Chứ', 'Truy tặng', '4.500.000'],
      ['30', 'Y Bhiô Êban', 'Đến hạn', '4.500.000'],
      ['45', 'Hoàng Văn Lăm', 'Đến hạn', 'chưa đặt mức'],
      ['50', 'Khà Văn Phục', 'Đến hạn', '9.000.000'],
    ],
    overdue: [
      ['30', 'Giàng A Lử', 'Quá hạn', '4.500.000'],
      ['50', 'Vi Thị Quên', 'Quá hạn', '9.000.000'],
    ],
    'date-needed': [['60', 'Lò Thị Năm', 'Cần xác định ngày', '15.000.000']],
  },
  after: [
    ['30', 'Chu Thị Muộn'],
    ['40', 'Hòa Thị Thuý'],
    [String(leap), 'Đàm Văn Nhuận'],
  ],
  /** Who may be proposed early on the award day: within 12 months, from 70 years on within 24. */
  early: ['Chu Thị Muộn', 'Hòa Thị Thuý', 'Quàng Thị Ốm', 'Sùng A Lão', 'Vi Thị Quên', 'Đàm Văn Nhuận'],
} as const satisfies {
  readonly before: Readonly<Record<string, readonly Line[]>>;
  readonly award: Readonly<Record<string, readonly Line[]>>;
  readonly after: readonly (readonly [string, string])[];
  readonly early: readonly string[];
};

/** Enters the cell with its people and the rates, through the repository. */
export async function enterBadgeCell(pc: OfficePc): Promise<void> {
  await pc.page.evaluate(
    async ([sent, cellName, raised]) => {
      const { office, acts } = window.officeForTests as TestHandle;
      const { badge: rules } = await acts.readBadgeRules(office);
      const baseSalaries = [...rules.baseSalaries, { from: raised as never, amount: 3_000_000 }];
      const ruled = await acts.saveSetting(office, 'badge-rules', { ...rules, baseSalaries });
      if (!ruled.ok) throw new Error(ruled.error.code);
      const parent = (await office.db.units.toArray()).find(({ kind }) => kind === 'committee');
      const { cell, members } = JSON.parse(sent) as {
        readonly cell: Record<string, null>;
        readonly members: readonly {
          readonly fields: Record<string, null>;
          readonly events: readonly Record<string, null>[];
        }[];
      };
      const unit = await acts.addRecord(office, 'unit', { ...cell, name: cellName, parentId: parent?.id ?? null });
      if (!unit.ok) throw new Error(unit.error.code);
      for (const { fields, events } of members) {
        const member = await acts.addRecord(office, 'member', { ...fields, unitId: unit.value.id });
        if (!member.ok) throw new Error(member.error.code);
        for (const event of events) {
          const told = await acts.addRecord(office, 'memberEvent', { ...event, memberId: member.value.id });
          if (!told.ok) throw new Error(told.error.code);
        }
      }
    },
    [sentCell(), CELL, day(0, '-01-01')] as const,
  );
}

function sentCell(): string {
  return JSON.stringify({
    cell: {
      kind: 'cell',
      order: 99,
      validFrom: null,
      validTo: null,
      sort: '',
      code: '',
      formerNames: [],
      successorIds: [],
      termFrom: null,
      termTo: null,
    },
    members: people.map(({ name, admitted, state = 'official', events = [] }) => ({
      fields: {
        ...blankMember,
        name: splitPersonName(name),
        bornOn: day(-85),
        admittedOn: admitted,
        officialOn: admitted.length === 4 ? null : admitted,
        state,
      },
      events: events.map(eventFields),
    })),
  });
}

function eventFields({ kind, on, years, isPastOnly = false }: Told): Record<string, FieldValue> {
  const isExit = kind === 'deceased';
  return {
    kind,
    effectiveOn: on,
    until: null,
    decision: { symbol: '01-QĐ/TU', issuedOn: on, issuer: 'Tỉnh uỷ Mẫu', signer: '' },
    decisionId: null,
    state: 'decided',
    voidReason: '',
    isPastOnly,
    sets: {},
    before: isExit ? { state: 'official', candidateStage: null } : {},
    unitId: null,
    place: '',
    form: '',
    number: '',
    years: years ?? null,
    amount: null,
    reason: '',
    transferId: null,
    note: '',
  };
}
