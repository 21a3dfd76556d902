import type { OfficePc } from '#e2e/office/office-pc.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';

/** The year the sums are of: the one before this, so that all its months have ended. */
export const YEAR = new Date(Date.now()).getUTCFullYear() - 1;
export const CHANGE = 7;
export const months = Array.from({ length: 12 }, (_, index) => index + 1);
export const monthName = (month: number): string => `${String(YEAR)}-${String(month).padStart(2, '0')}`;

/** A payer, with the sum of each month counted by hand: what the program must find. */
export type Payer = {
  readonly name: string;
  readonly category: string;
  readonly base: number | null;
  /** Basis from a month on that takes the place of the first. */
  readonly later?: { readonly from: number; readonly base: number };
  /** Month from which the fee is owed: after that of admission. */
  readonly owesFrom: number;
  readonly owed: (month: number) => number;
  /** Months that stay unpaid. */
  readonly unpaid: readonly number[];
  readonly admitted: string;
};

export const payers: readonly Payer[] = [
  {
    name: 'Bế Thị Đỗ',
    category: 'insured',
    base: 5_310_000,
    owesFrom: 1,
    owed: () => 53_100,
    unpaid: [],
    admitted: '2001-05-19',
  },
  {
    name: 'Chu Văn Ẩn',
    category: 'insured',
    base: 4_999_950,
    later: { from: 4, base: 8_000_049 },
    owesFrom: 1,
    owed: (month) => (month < 4 ? 50_000 : 80_000),
    unpaid: [12],
    admitted: '2010-02-03',
  },
  {
    name: 'Đàm Quý',
    category: 'pension',
    base: 6_000_001,
    owesFrom: 1,
    owed: () => 30_000,
    unpaid: [3, 9],
    admitted: '1980-09-02',
  },
  {
    name: 'Êban Y Thoăn',
    category: 'student',
    base: null,
    owesFrom: 1,
    owed: (month) => (month < CHANGE ? 3000 : 5000),
    unpaid: [1, 2, 8],
    admitted: '2020-11-07',
  },
  {
    name: 'Giàng Thị Mỷ',
    category: 'farmer',
    base: null,
    owesFrom: 6,
    owed: (month) => (month < CHANGE ? 5000 : 7000),
    unpaid: [],
    admitted: `${String(YEAR)}-05-19`,
  },
];

/** A cell of its own with its payers, their bases, and rates that change in the middle of the year. */
export async function enterCell(pc: OfficePc): Promise<string> {
  const made = await pc.page.evaluate(
    async ([sent, year, change]) => {
      const { office, acts } = window.officeForTests as TestHandle;
      const rules = {
        rates: [
          { category: 'insured', from: '2011-01', kind: 'share' as const, value: 100 },
          { category: 'pension', from: '2011-01', kind: 'share' as const, value: 50 },
          { category: 'student', from: '2011-01', kind: 'fixed' as const, value: 3000 },
          { category: 'student', from: `${String(year)}-0${String(change)}`, kind: 'fixed' as const, value: 5000 },
          { category: 'farmer', from: '2011-01', kind: 'fixed' as const, value: 5000 },
          { category: 'farmer', from: `${String(year)}-0${String(change)}`, kind: 'fixed' as const, value: 7000 },
        ],
        kept: [{ from: '2011-01', percent: 90 }],
        roundTo: 1,
        warnAfter: 2,
        alarmAfter: 3,
      };
      const ruled = await acts.saveSetting(office, 'fee-rules', rules);
      if (!ruled.ok) throw new Error(ruled.error.code);
      const parent = (await office.db.units.toArray()).find(({ kind }) => kind === 'committee');
      const { cellFields, members } = JSON.parse(sent) as {
        cellFields: Record<string, null>;
        members: { fields: Record<string, null>; bases: Record<string, null>[] }[];
      };
      const unit = await acts.addRecord(office, 'unit', { ...cellFields, parentId: parent?.id ?? null });
      if (!unit.ok) throw new Error(unit.error.code);
      for (const { fields, bases } of members) {
        const member = await acts.addRecord(office, 'member', { ...fields, unitId: unit.value.id });
        if (!member.ok) throw new Error(member.error.code);
        for (const basis of bases) {
          const based = await acts.setFeeBasis(office, { ...basis, memberId: member.value.id } as never);
          if (!based.ok) throw new Error(based.error.code);
        }
      }
      return unit.value.id;
    },
    [sentCell(), YEAR, CHANGE] as const,
  );
  return made;
}

function sentCell(): string {
  const basis = (from: string, category: string, base: number | null): object => ({
    from,
    category,
    base,
    agreed: null,
    decision: null,
    note: '',
  });
  return JSON.stringify({
    cellFields: {
      name: 'Chi bộ thử đảng phí',
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
    members: payers.map(({ name, category, base, later, admitted }) => ({
      fields: {
        ...blankMember,
        name: splitPersonName(name),
        admittedOn: admitted,
        officialOn: admitted,
        state: 'official',
      },
      bases: [
        basis('2020-01', category, base),
        ...(later === undefined ? [] : [basis(monthName(later.from), category, later.base)]),
      ],
    })),
  });
}
