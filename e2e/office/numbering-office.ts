import type { NewRegister } from '#renderer/data/registers/register-repository.ts';
import { addDays, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { OfficePc } from './office-pc.ts';
import type { IssueOrder } from './numbering-work.ts';

export const TODAY = toPlainDate('2026-11-20');
export const DAYS = [TODAY, addDays(TODAY, 1), addDays(TODAY, 2), addDays(TODAY, 3)] as const;
/** The term ended yesterday; its congress sits today and closes today; the next term begins tomorrow. */
export const YESTERDAY = addDays(TODAY, -1);

export const DECISION = 'party-decision';
export const REGULATION = 'party-regulation';
export const LETTER = 'state-letter';
export const DECREE = 'state-decision';

/** Ids of the books the proof numbers in. */
export type Books = {
  readonly party: string;
  readonly congress: string;
  readonly state: string;
  readonly old: readonly string[];
};
/** Opens the books, begins the terms, takes the paper book over. */
export async function openBooks(pc: OfficePc): Promise<Books> {
  const plain = { book: 'outgoing', bodyId: null, origin: '' } as const;
  const open = (fields: Omit<NewRegister, 'book' | 'bodyId'>): NewRegister => ({ ...plain, ...fields });
  const fields = [
    open({ name: 'Sổ Đảng uỷ', regime: 'party', suffix: 'ĐU', counting: 'type-term', origin: '' }),
    open({ name: 'Sổ đại hội', regime: 'party', suffix: 'ĐH', counting: 'term', origin: '' }),
    open({ name: 'Sổ UBND', regime: 'state', suffix: 'UBND', counting: 'year', origin: '' }),
    open({ name: 'Sổ xã cũ 1', regime: 'state', suffix: 'UBND', counting: 'year', origin: 'xã Bản Mẫu' }),
    open({ name: 'Sổ xã cũ 2', regime: 'state', suffix: 'UBND', counting: 'year', origin: 'xã Nà Mẫu' }),
  ];
  const given = {
    fields,
    today: TODAY,
    yesterday: YESTERDAY,
    longAgo: toPlainDate('2020-08-01'),
    tomorrow: addDays(TODAY, 1),
  };
  return pc.page.evaluate(async ({ fields: wanted, today, yesterday, longAgo, tomorrow }) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    const unit = (await office.db.units.toArray())[0]?.id ?? null;
    if (unit === null) throw new Error('the sample has no unit');
    const ids: string[] = [];
    for (const register of wanted) {
      const made = await acts.openRegister(office, { ...register, bodyId: register.regime === 'party' ? unit : null });
      if (!made.ok) throw new Error(made.error.code);
      ids.push(made.value.id);
    }
    const [party = '', congress = '', state = '', ...old] = ids;
    const span = { bodyId: unit, isCongress: false };
    const note = { registerId: state, series: today.slice(0, 4), reason: 'Sổ giấy dùng đến hết ngày 19/11', on: today };
    const begun = [
      await acts.beginTerm(office, { ...span, name: '2020 - 2025', from: longAgo, to: yesterday }, yesterday),
      await acts.beginTerm(office, { ...span, name: 'Đại hội', isCongress: true, from: today, to: today }, today),
      await acts.beginTerm(office, { ...span, name: '2026 - 2031', from: tomorrow, to: null }, today),
      await acts.takeOverPaperBook(office, note, 37),
    ];
    if (begun.some(({ ok }) => !ok)) throw new Error(JSON.stringify(begun));
    return { party, congress, state, old };
  }, given);
}

/** The second PC asks for a block in the State book and one for decisions of the term that begins tomorrow. */
export async function askBlocks(pc: OfficePc, books: Books): Promise<void> {
  const given = { books, decision: DECISION, tomorrow: addDays(TODAY, 1) };
  await pc.page.evaluate(async ({ books: { state, party }, decision, tomorrow }) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    const register = await office.db.registers.get(party);
    const terms = await office.db.terms.toArray();
    const term = terms.find(({ from, bodyId }) => from === tomorrow && bodyId === register?.bodyId);
    const asked = [
      await acts.askBlock(office, { registerId: state, series: tomorrow.slice(0, 4), count: 25 }),
      await acts.askBlock(office, { registerId: party, series: `${decision}@${term?.id ?? ''}`, count: 4 }),
    ];
    if (asked.some(({ ok }) => !ok)) throw new Error('the block was refused');
  }, given);
}

/** What every PC does on each of the days: State letters and decisions in one series, Party decisions and regulations apart. */
export function plainDays(books: Books, days: readonly PlainDate[] = DAYS.slice(1)): readonly IssueOrder[] {
  return days.flatMap((day) => [
    { registerId: books.state, typeId: LETTER, day, count: 5 },
    { registerId: books.state, typeId: DECREE, day, count: 2 },
    { registerId: books.party, typeId: DECISION, day, count: 2 },
    { registerId: books.party, typeId: REGULATION, day, count: 2 },
  ]);
}
