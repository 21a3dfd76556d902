import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakeOutgoing } from '#renderer/platform/fake-outgoing.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { askBlock, returnBlock } from '../registers/block-repository.ts';
import { explainNumbers, releaseEntry, reserveNumbers, takeOverPaperBook } from '../registers/ledger-repository.ts';
import { beginTerm, openRegister, releaseBook, takeBook } from '../registers/register-repository.ts';
import type { OutgoingRow } from '../rows.ts';
import { createOutgoing, type NewOutgoing } from './outgoing-repository.ts';
import { correctIssuedOn, numberOutgoing, voidOutgoing, type NumberOrder } from './number-outgoing.ts';
import { notePrinted } from './printed-numbers.ts';

const day = toPlainDate;
const DAY = day('2026-11-20');
const BODY = '01900000-0000-7000-8000-000000000001';

let commune: FakeCommune;
let pc: FakePc;
let book = '';

beforeEach(async () => {
  commune = new FakeCommune();
  pc = await commune.addPc(1);
  pc.office.actor = pc.office.ports.newId();
  await syncOnce(pc);
  book = await open(pc, 'state');
});

async function open({ office }: FakePc, regime: 'party' | 'state', origin = ''): Promise<string> {
  const suffix = regime === 'party' ? 'ĐU' : 'UBND';
  const counting = regime === 'party' ? 'type-term' : 'year';
  const bodyId = regime === 'party' ? BODY : null;
  const made = await openRegister(office, {
    book: 'outgoing',
    name: `Sổ ${suffix}`,
    bodyId,
    regime,
    suffix,
    counting,
    origin,
  });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
}

async function paper({ office }: FakePc, extra: Partial<NewOutgoing> = {}): Promise<string> {
  const made = await createOutgoing(
    office,
    fakeOutgoing('V/v thử', { regime: 'state', typeId: 'state-decision', ...extra }),
  );
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
}

async function issue(
  at: FakePc,
  order: Partial<NumberOrder> = {},
  extra: Partial<NewOutgoing> = {},
): Promise<string | null> {
  const id = await paper(at, extra);
  const given = await numberOutgoing(at.office, id, { registerId: book, issuedOn: DAY, ...order });
  if (!given.ok) return given.error.code;
  return given.value.number === null ? null : given.value.symbol;
}

function rows({ office }: FakePc): Promise<OutgoingRow[]> {
  return office.db.outgoings.toArray();
}

async function numbers(at: FakePc): Promise<(number | null)[]> {
  const numbered = (await rows(at)).filter(({ state }) => state !== 'draft');
  return numbered.map(({ number }) => number).sort((a, b) => (a ?? 0) - (b ?? 0));
}

const note = (reason = 'Thử') => ({ registerId: book, series: '2026', reason, on: DAY });

describe('the PC that holds a book', () => {
  it('numbers in a book it has just made, before anybody else knows of it', async () => {
    expect(await issue(pc)).toBe('01/QĐ-UBND');
    expect(await issue(pc)).toBe('02/QĐ-UBND');
    await syncOnce(pc);
    expect(await issue(pc)).toBe('03/QĐ-UBND');
    await syncOnce(pc);
    expect(await numbers(pc)).toEqual([1, 2, 3]);
  });

  it('gives fifty papers at once fifty numbers', async () => {
    const symbols = await Promise.all(Array.from({ length: 50 }, () => issue(pc)));
    expect(new Set(symbols).size).toBe(50);
  });

  it('goes on after the numbers of the paper book: start at 38, and enters papers of that time under theirs', async () => {
    expect(await takeOverPaperBook(pc.office, note('Sổ giấy năm 2026'), 37)).toMatchObject({ ok: true });
    expect(await issue(pc)).toBe('38/QĐ-UBND');
    expect(await issue(pc, { number: 12, issuedOn: day('2026-03-02') })).toBe('reason-wanted');
    expect(await issue(pc, { number: 12, issuedOn: day('2026-03-02'), reason: 'Nhập lại sổ giấy' })).toBe('12/QĐ-UBND');
    expect(await issue(pc)).toBe('39/QĐ-UBND');
  });

  it('never gives what is kept, left out or cancelled, until it is taken up or given free', async () => {
    await issue(pc);
    await reserveNumbers(pc.office, note('Giữ cho quyết định nhân sự'), 2);
    expect(await issue(pc)).toBe('04/QĐ-UBND');
    expect(await issue(pc, { number: 2, reason: 'Số đã giữ' })).toBe('02/QĐ-UBND');
    expect((await pc.office.db.ledgerEntries.toArray()).map(({ from, isReleased }) => [from, isReleased])).toEqual(
      expect.arrayContaining([
        [2, true],
        [3, false],
      ]),
    );
    await explainNumbers(pc.office, { ...note('Ghi nhầm'), from: 5, to: 5, kind: 'skipped' });
    expect(await issue(pc, { number: 5, reason: 'Thử' })).toBe('number-taken');
    const skipped = must(
      (await pc.office.db.ledgerEntries.toArray()).find(({ kind }) => kind === 'skipped'),
      'noted',
    );
    expect(await releaseEntry(pc.office, skipped.id)).toMatchObject({ ok: true });
    expect(await issue(pc, { number: 5, reason: 'Thử' })).toBe('05/QĐ-UBND');
    expect(await explainNumbers(pc.office, { ...note(), from: 4, to: 4, kind: 'cancelled' })).toMatchObject({
      error: { code: 'number-taken' },
    });
    expect(await explainNumbers(pc.office, { ...note(''), from: 9, to: 9, kind: 'cancelled' })).toMatchObject({
      error: { code: 'reason-wanted' },
    });
  });

  it('asks for a reason when the days no longer run with the numbers, or a number is left out', async () => {
    await issue(pc, { issuedOn: day('2026-11-20') });
    expect(await issue(pc, { issuedOn: day('2026-11-18') })).toBe('reason-wanted');
    expect(await issue(pc, { issuedOn: day('2026-11-18'), reason: 'Ký từ hôm 18' })).toBe('02/QĐ-UBND');
    expect(await issue(pc, { number: 9 })).toBe('reason-wanted');
    expect(await issue(pc, { issuedOn: day('2026-11-21') })).toBe('03/QĐ-UBND');
    expect(await issue(pc, { issuedOn: day('2027-01-04') })).toBe('01/QĐ-UBND');
  });

  it('keeps number and symbol of a voided paper, and puts a day right within its series only', async () => {
    await issue(pc);
    const [row] = await rows(pc);
    const id = must(row, 'one paper').id;
    expect(await correctIssuedOn(pc.office, id, day('2026-11-19'), 'Gõ nhầm ngày')).toMatchObject({ ok: true });
    expect(await correctIssuedOn(pc.office, id, day('2027-01-02'), 'Gõ nhầm')).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect(await voidOutgoing(pc.office, id, '')).toMatchObject({ error: { code: 'reason-wanted' } });
    await voidOutgoing(pc.office, id, 'In hỏng');
    expect(await pc.office.db.outgoings.get(id)).toMatchObject({ state: 'void', number: 1, symbol: '01/QĐ-UBND' });
    expect(await issue(pc)).toBe('02/QĐ-UBND');
    expect(await numberOutgoing(pc.office, id, { registerId: book, issuedOn: DAY })).toMatchObject({ ok: false });
  });

  it('counts Quyết định and Quy định apart though both print QĐ, anew in each term, and refuses a day without one', async () => {
    book = await open(pc, 'party');
    const party = { regime: 'party', typeId: 'party-decision' } as const;
    expect(await issue(pc, {}, party)).toBe('no-term');
    const span = { bodyId: BODY, isCongress: false, to: null };
    await beginTerm(pc.office, { ...span, name: '2020 - 2025', from: day('2020-08-01') }, DAY);
    expect(await issue(pc, {}, party)).toBe('01-QĐ/ĐU');
    expect(await issue(pc, {}, { ...party, typeId: 'party-regulation' })).toBe('01-QĐ/ĐU');
    expect(await issue(pc, {}, party)).toBe('02-QĐ/ĐU');
    await beginTerm(pc.office, { ...span, name: '2026 - 2030', from: day('2026-11-22') }, DAY);
    expect(await issue(pc, { issuedOn: day('2026-11-21') }, party)).toBe('no-term');
    expect(await issue(pc, { issuedOn: day('2026-11-22') }, party)).toBe('01-QĐ/ĐU');
    expect(await issue(pc, { issuedOn: DAY }, party)).toBe('03-QĐ/ĐU');
  });

  it('numbers a secret paper on this PC only; the book learns the bare number', async () => {
    await issue(pc, {}, { secrecy: 'secret', abstract: '' });
    expect(await issue(pc)).toBe('02/QĐ-UBND');
    await syncOnce(pc);
    expect((await rows(pc)).filter(({ stream }) => stream === LOCAL_STREAM)).toMatchObject([
      { number: 1, state: 'issued' },
    ]);
    expect(await pc.office.db.ledgerEntries.toArray()).toMatchObject([{ kind: 'secret', from: 1, pending: 0 }]);
  });
});

describe('other PCs', () => {
  let other: FakePc;

  beforeEach(async () => {
    await issue(pc);
    other = await commune.addPc(2);
    other.office.actor = other.office.ports.newId();
    await syncOnce(pc, other);
  });

  it('have their papers wait, and the holder numbers them at sync by their days', async () => {
    expect(await issue(other, { issuedOn: day('2026-11-22') })).toBeNull();
    expect(await issue(other, { issuedOn: day('2026-11-21') })).toBeNull();
    expect(await issue(other, { number: 7, reason: 'Thử' })).toBe('number-not-leased');
    expect(await issue(pc, { issuedOn: day('2026-11-23') })).toBe('02/QĐ-UBND');
    await syncOnce(other, pc, other);
    const late = (await rows(other)).filter(({ number }) => number !== null && number > 2);
    expect(late.map(({ number, issuedOn, state }) => [number, issuedOn, state]).sort()).toEqual([
      [3, '2026-11-21', 'issued'],
      [4, '2026-11-22', 'issued'],
    ]);
    expect(late.every(({ numberReason }) => numberReason !== '')).toBe(true);
    expect(await rows(pc)).toHaveLength((await rows(other)).length);
  });

  it('number from a block they were ceded, which the holder never touches, and give the rest back', async () => {
    await askBlock(other.office, { registerId: book, series: '2026', count: 3 });
    await syncOnce(other, pc, other);
    expect(await pc.office.db.numberBlocks.toArray()).toMatchObject([{ from: 2, to: 4 }]);
    expect(await issue(pc)).toBe('05/QĐ-UBND');
    expect(await issue(pc, { number: 3, reason: 'Thử' })).toBe('number-not-leased');
    expect(await issue(other)).toBe('02/QĐ-UBND');
    expect(await issue(other)).toBe('03/QĐ-UBND');
    const [block] = await other.office.db.numberBlocks.toArray();
    await returnBlock(other.office, must(block, 'asked').id);
    expect(await issue(other)).toBeNull();
    await syncOnce(other, pc, other);
    expect(await issue(pc, { number: 4, reason: 'Số thừa của dải' })).toBe('04/QĐ-UBND');
    await syncOnce(pc, other);
    expect(await numbers(other)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await other.office.db.outbox.count()).toBe(0);
  });

  it('take the book over with all its numbers once the holder has given it back', async () => {
    await releaseBook(pc.office, book);
    expect(await issue(pc)).toBeNull();
    await syncOnce(pc, other);
    await takeBook(other.office, book);
    expect(await issue(other)).toBeNull();
    await syncOnce(other, pc, other);
    expect(await issue(other)).toBe('04/QĐ-UBND');
    await syncOnce(other, pc);
    expect(await numbers(pc)).toEqual([1, 2, 3, 4]);
  });

  it('lose a number the province refuses: the paper waits again, unless it was printed, which only a person may decide', async () => {
    const [kept, silent] = [await paper(pc), await paper(pc)];
    for (const id of [kept, silent]) await numberOutgoing(pc.office, id, { registerId: book, issuedOn: DAY });
    await notePrinted(pc.office, kept);
    // The province takes the book away from a PC it believes lost.
    commune.province.publish(pc.office.stream, 'register', book, { holderDevice: 2 });
    await syncOnce(pc, other, pc);
    expect(await pc.office.db.outgoings.get(silent)).toMatchObject({ state: 'issued', number: 2 });
    expect(await pc.office.db.outgoings.get(kept)).toMatchObject({ number: null });
    const rejected = await pc.office.db.outbox
      .where('[kind+n]')
      .between(['rejected', 0], ['rejected', Infinity])
      .toArray();
    expect(rejected.map(({ id, renewedBy }) => [id, renewedBy !== undefined]).sort()).toEqual(
      [
        [kept, false],
        [silent, true],
      ].sort(),
    );
    expect(await numberOutgoing(pc.office, kept, { registerId: book, issuedOn: DAY })).toMatchObject({
      error: { code: 'reason-wanted' },
    });
  });
});
