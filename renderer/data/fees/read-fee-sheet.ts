import { comparePersonNames } from '#shared/base/person-name.ts';
import { accountOf, feeDue, findArrears, type Arrears, type MonthAccount } from '#shared/domain/fee/fee-due.ts';
import { defaultFeeRules, firstOf, keptOf, lastBy, monthOf, type FeeRules } from '#shared/domain/fee/fee-rules.ts';
import { livingUnit } from '#shared/domain/unit/unit-succession.ts';
import { findFieldOn, standingOn } from '#shared/domain/member-life/record-on-day.ts';
import { storyOf } from '../members/member-story.ts';
import type { Office } from '../office.ts';
import { readTree } from '../organisation/read-succession.ts';
import type { FeeBasisRow, FeeHandUpRow, FeePaymentRow, MemberRow } from '../rows.ts';
import { readSetting } from '../settings/use-setting.ts';

/** A member on the sheet of a month: what they owe of it and of the year, and what was taken in. */
export type FeeLine = {
  readonly member: MemberRow;
  readonly basis: FeeBasisRow | undefined;
  readonly account: MonthAccount;
  readonly payments: readonly FeePaymentRow[];
  readonly arrears: Arrears;
};

/** The sheet of one cell for one month, in the order of names, with its sums in VND. */
export type FeeSheet = {
  readonly month: string;
  readonly unitId: string;
  readonly lines: readonly FeeLine[];
  readonly due: number;
  /** Taken in by this cell for the month, from members who have left it since too. */
  readonly collected: number;
  readonly owed: number;
  /** Of what is collected, by the rule of that month. */
  readonly kept: number;
  readonly handUps: readonly FeeHandUpRow[];
};

/** The office's rules on fees, or those every office begins with. */
export async function readFeeRules(office: Office): Promise<FeeRules> {
  return (await readSetting(office, 'fee-rules')) ?? defaultFeeRules;
}

/** Reads the sheet of a cell for a month: who belonged to it on the month's first day, by the events of their records (domain.md 5.8). */
export async function readFeeSheet(office: Office, unitId: string, month: string): Promise<FeeSheet> {
  const { db } = office;
  const [rules, payments, handUps, lines] = await Promise.all([
    readFeeRules(office),
    db.feePayments.where('unitId').equals(unitId).toArray(),
    db.feeHandUps.where('unitId').equals(unitId).toArray(),
    readLines(office, unitId, month),
  ]);
  const collected = sum(
    payments.filter((payment) => !payment.removed && payment.month === month),
    ({ paid }) => paid,
  );
  return {
    month,
    unitId,
    lines,
    due: sum(lines, ({ account }) => (account.due.kind === 'due' ? account.due.amount : 0)),
    collected,
    owed: sum(lines, ({ account }) => account.owed),
    kept: keptOf(rules, collected, month),
    handUps: handUps.filter((handUp) => !handUp.removed && handUp.month === month),
  };
}

async function readLines(office: Office, unitId: string, month: string): Promise<readonly FeeLine[]> {
  const { db } = office;
  const rules = await readFeeRules(office);
  const { succession } = await readTree(office);
  // Whoever was ever moved names the cell in an event; the others by their record.
  const [here, moved] = await Promise.all([
    db.members.filter((member) => !member.removed && member.unitId === unitId).toArray(),
    db.memberEvents
      .filter((event) => !event.removed && (event.unitId === unitId || event.before['unitId'] === unitId))
      .toArray(),
  ]);
  const known = new Set(here.map(({ id }) => id));
  const others = await db.members.bulkGet(
    [...new Set(moved.map(({ memberId }) => memberId))].filter((id) => !known.has(id)),
  );
  const members = [...here, ...others.flatMap((member) => (member === undefined || member.removed ? [] : [member]))];
  const ids = members.map(({ id }) => id);
  const [events, bases, payments] = await Promise.all([
    db.memberEvents
      .where('memberId')
      .anyOf(ids)
      .filter(({ removed }) => !removed)
      .toArray(),
    db.feeBases
      .where('memberId')
      .anyOf(ids)
      .filter(({ removed }) => !removed)
      .toArray(),
    db.feePayments
      .where('memberId')
      .anyOf(ids)
      .filter(({ removed }) => !removed)
      .toArray(),
  ]);
  const [eventsOf, basesOf, paymentsOf] = [byMember(events), byMember(bases), byMember(payments)];
  return members
    .flatMap((member): FeeLine[] => {
      const story = storyOf(member, eventsOf.get(member.id) ?? []);
      const own = { bases: basesOf.get(member.id) ?? [], payments: paymentsOf.get(member.id) ?? [] };
      const cellOn = (each: string): unknown => {
        const told = findFieldOn(story, 'unitId', firstOf(each));
        return told === undefined ? member.unitId : told.value;
      };
      const cell = cellOn(month);
      const dueOf = (each: string): ReturnType<typeof feeDue> => {
        const isIn = member.admittedOn === null || member.admittedOn.slice(0, 7) < each;
        return feeDue(each, isIn ? standingOn(story, firstOf(each)).state : undefined, own.bases, rules);
      };
      const account = accountOf(month, dueOf(month), own.payments);
      // What is still owed of a month in which the cell ended is taken in by its heir; what was paid stays with the cell that took it.
      const end = typeof cell === 'string' ? succession.ends.get(cell) : undefined;
      const isOpen = end !== undefined && end.on <= office.today() && monthOf(end.on) <= month && account.owed > 0;
      const payee = isOpen && typeof cell === 'string' ? livingUnit(succession, cell, office.today(), member.id) : cell;
      if (payee !== unitId) return [];
      if (account.due.kind === 'none' && account.paid === 0) return [];
      const arrears = findArrears(monthOf(office.today()), dueOf, own.payments, rules);
      const paid = own.payments.filter((payment) => payment.month === month);
      return [{ member, basis: lastBy(own.bases, month), account, payments: paid, arrears }];
    })
    .sort((a, b) => comparePersonNames(a.member.name, b.member.name));
}

function byMember<T extends { readonly memberId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.memberId, [...(groups.get(row.memberId) ?? []), row]);
  return groups;
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((all, value) => all + of(value), 0);
}
