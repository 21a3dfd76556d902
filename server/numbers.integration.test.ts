import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { newDocument, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await startTestProvince();
});
afterAll(() => province.end());

type Fields = Readonly<Record<string, FieldValue>>;

const SERIES = 'party-decision@t1';

function register(f: Fields = {}): { type: string; f: Fields } {
  const plain = {
    book: 'outgoing',
    name: 'Sổ văn bản đi',
    bodyId: null,
    regime: 'party',
    suffix: 'ĐU',
    counting: 'type-term',
    closedOn: null,
    origin: '',
  };
  return { type: 'register', f: { ...plain, ...f } };
}

function outgoing(registerId: string, number: number | null, f: Fields = {}): { type: string; f: Fields } {
  const plain: Fields = {
    regime: 'party',
    bodyId: null,
    typeId: 'party-decision',
    abstract: 'Về việc thử',
    registerId,
    series: number === null ? '' : SERIES,
    number,
    symbol: number === null ? '' : `${String(number).padStart(2, '0')}-QĐ/ĐU`,
    issuedOn: '2026-11-20',
    numberReason: '',
    numberedBy: null,
    numberedAt: null,
    place: 'Nà Lầu',
    signMode: 'direct',
    signBody: '',
    signPost: 'Bí thư',
    signer: 'Nguyễn Văn Mẫu',
    signerId: null,
    urgency: 'normal',
    secrecy: 'none',
    circulation: '',
    recipients: '',
    archiveKeeper: '',
    copies: 1,
    pages: 1,
    dueOn: null,
    replyToId: null,
    replacesId: null,
    state: number === null ? 'awaiting-number' : 'issued',
    reason: '',
    note: '',
    drafterId: null,
    createdAt: '2026-11-20T01:00:00.000Z',
  };
  return { type: 'outgoing', f: { ...plain, ...f } };
}

function entry(registerId: string, from: number, to: number, kind: string, f: Fields = {}) {
  const plain = {
    registerId,
    series: SERIES,
    from,
    to,
    kind,
    reason: 'Thử',
    on: '2026-11-20',
    notedBy: uuidv7(),
    notedAt: '2026-11-20T01:00:00.000Z',
    isReleased: false,
  };
  return { type: 'ledgerEntry', f: { ...plain, ...f } };
}

function block(registerId: string, forDevice: number, count: number) {
  const f = {
    registerId,
    series: SERIES,
    forDevice,
    count,
    from: null,
    to: null,
    askedAt: '2026-11-20T01:00:00.000Z',
    askedBy: uuidv7(),
    returnedAt: null,
    usedTo: null,
  };
  return { type: 'numberBlock', f };
}

/** Two PCs of a commune; the first makes a book and holds it. */
async function office(): Promise<{ holder: TestPc; other: TestPc; book: string }> {
  const commune = `c-${uuidv7()}`;
  await province.server.createCommune({ id: commune, name: 'xã Thử', province: 'tỉnh Cao Bằng' });
  const holder = await TestPc.join(province.server, commune);
  const other = await TestPc.join(province.server, commune);
  const made = holder.change(register());
  holder.change({ t: 'cmd', type: 'register', id: made.id, f: { command: TAKE_REGISTER } });
  expect(await words(holder)).toEqual(['ok', 'ok']);
  await other.sync();
  return { holder, other, book: made.id };
}

async function words(pc: TestPc): Promise<string[]> {
  return (await pc.sync()).outcomes.map((o) => (o.kind === 'rejected' ? o.reason : o.kind));
}

describe('numbers of outgoing papers', () => {
  it('are given by the holder only, once in a series, and Quyết định and Quy định do not meet', async () => {
    const { holder, other, book } = await office();
    holder.change(outgoing(book, 1));
    holder.change(outgoing(book, 1));
    holder.change(outgoing(book, 1, { typeId: 'party-regulation', series: 'party-regulation@t1' }));
    expect(await words(holder)).toEqual(['ok', 'number-taken', 'ok']);
    other.change(outgoing(book, 2));
    const waiting = other.change(outgoing(book, null));
    other.change(outgoing(uuidv7(), 1));
    other.change(outgoing(book, null, { symbol: '07-QĐ/ĐU' }));
    expect(await words(other)).toEqual(['number-not-leased', 'ok', 'record-missing', 'not-allowed']);
    await holder.sync();
    holder.edit(waiting, { number: 2, series: SERIES, symbol: '02-QĐ/ĐU', state: 'issued' });
    expect(await words(holder)).toEqual(['ok']);
  });

  it('never change once they are given, whoever tries; voiding keeps them', async () => {
    const { holder, other, book } = await office();
    const paper = holder.change(outgoing(book, 1));
    await holder.sync();
    await other.sync();
    const tries: Fields[] = [
      { number: 2 },
      { number: null },
      { symbol: '1a-QĐ/ĐU' },
      { series: 'party-decision@t2' },
      { registerId: uuidv7() },
      { typeId: 'party-regulation' },
    ];
    for (const f of tries) other.edit(paper, f);
    for (const f of tries) holder.edit(paper, f);
    holder.edit(paper, { state: 'void', reason: 'In hỏng', issuedOn: '2026-11-19' });
    holder.change(outgoing(book, 1));
    const refused = tries.map(() => 'not-allowed');
    expect(await words(other)).toEqual(refused);
    expect(await words(holder)).toEqual([...refused, 'ok', 'number-taken']);
  });

  it('are known of a book whose register comes in the same batch, or is said to be another book in it', async () => {
    const { holder, book } = await office();
    holder.change(newDocument({ arrivalNumber: 1 }));
    holder.change(outgoing(book, 1, { series: '2026' }));
    expect(await words(holder)).toEqual(['ok', 'ok']);
    const second = holder.change(register({ book: 'incoming', regime: null, suffix: '', counting: 'year' }));
    holder.change({ t: 'cmd', type: 'register', id: second.id, f: { command: TAKE_REGISTER } });
    holder.change(entry(second.id, 1, 1, 'reserved', { series: '2026' }));
    holder.change(entry(second.id, 2, 2, 'reserved', { series: '2026' }));
    expect(await words(holder)).toEqual(['ok', 'ok', 'number-taken', 'ok']);
    holder.change(outgoing(book, 1, { series: '2026' }));
    holder.edit({ type: 'register', id: book }, { book: 'incoming' });
    expect((await words(holder))[0]).toBe('number-taken');
  });

  it('come from a block only within it, and the holder never touches them', async () => {
    const { holder, other, book } = await office();
    holder.change(outgoing(book, 1));
    await holder.sync();
    const asked = other.change(block(book, other.dev, 5));
    const forSomebodyElse = other.change(block(book, holder.dev, 5));
    other.edit(asked, { from: 2, to: 6 });
    expect(await words(other)).toEqual(['ok', 'not-allowed', 'number-not-leased']);
    expect(forSomebodyElse.id).not.toBe(asked.id);
    await holder.sync();
    holder.edit(asked, { from: 1, to: 5 });
    holder.edit(asked, { from: 2, to: 5 });
    holder.edit(asked, { from: 2, to: 6 });
    holder.edit(asked, { from: 12, to: 16 });
    holder.change(outgoing(book, 3));
    holder.change(entry(book, 4, 4, 'skipped'));
    holder.change(outgoing(book, 7));
    expect(await words(holder)).toEqual([
      'number-taken',
      'bad-value',
      'ok',
      'not-allowed',
      'number-not-leased',
      'number-not-leased',
      'ok',
    ]);
    await other.sync();
    other.change(outgoing(book, 2));
    other.change(outgoing(book, 2));
    other.change(outgoing(book, 8));
    other.edit(asked, { returnedAt: '2026-11-21T01:00:00.000Z', usedTo: 2 });
    other.change(outgoing(book, 4));
    expect(await words(other)).toEqual(['ok', 'number-taken', 'number-not-leased', 'ok', 'number-not-leased']);
    await holder.sync();
    holder.change(outgoing(book, 3, { numberReason: 'Số thừa của dải' }));
    holder.edit(asked, { returnedAt: null });
    expect(await words(holder)).toEqual(['ok', 'not-allowed']);
  });

  it('spoken for in the ledger are not given again, but those kept or of the paper book are taken up', async () => {
    const { holder, other, book } = await office();
    holder.change(entry(book, 1, 37, 'paper-book'));
    const kept = holder.change(entry(book, 40, 40, 'reserved'));
    holder.change(entry(book, 41, 41, 'skipped'));
    holder.change(entry(book, 42, 42, 'cancelled'));
    holder.change(entry(book, 43, 43, 'secret'));
    holder.change(entry(book, 41, 44, 'skipped'));
    expect(await words(holder)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'number-taken']);
    for (const number of [12, 40, 41, 42, 43, 38]) holder.change(outgoing(book, number));
    holder.edit(kept, { isReleased: true });
    holder.change(entry(book, 38, 38, 'skipped'));
    expect(await words(holder)).toEqual([
      'ok',
      'ok',
      'number-taken',
      'number-taken',
      'number-taken',
      'ok',
      'ok',
      'number-taken',
    ]);
    await other.sync();
    other.change(entry(book, 50, 50, 'skipped'));
    other.edit(kept, { from: 41 });
    expect(await words(other)).toEqual(['number-not-leased', 'not-allowed']);
  });

  it('of the paper book, cancelled and secret ones never become free; those left out do', async () => {
    const { holder, book } = await office();
    const of = (kind: string, at: number): Op => holder.change(entry(book, at, at, kind));
    const [paper, cancelled, secret, skipped] = [
      of('paper-book', 1),
      of('cancelled', 2),
      of('secret', 3),
      of('skipped', 4),
    ];
    await holder.sync();
    for (const each of [paper, cancelled, secret, skipped]) holder.edit(each, { isReleased: true });
    holder.edit(skipped, {}, 'del');
    holder.change(outgoing(book, 4));
    holder.edit(skipped, { isReleased: false });
    expect(await words(holder)).toEqual([
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'ok',
      'not-allowed',
      'ok',
      'number-taken',
    ]);
  });

  it('of two books stand beside each other, as those of merged communes do', async () => {
    const { holder, book } = await office();
    const old = holder.change(register({ origin: 'xã Cũ', name: 'Sổ xã Cũ' }));
    holder.change({ t: 'cmd', type: 'register', id: old.id, f: { command: TAKE_REGISTER } });
    holder.change(outgoing(book, 1));
    holder.change(outgoing(old.id, 1));
    expect(await words(holder)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('of secret papers never leave their PC: not a word of one is taken', async () => {
    const { holder, book } = await office();
    holder.change(outgoing(book, 1, { secrecy: 'secret' }));
    holder.change(entry(book, 1, 1, 'secret'));
    expect(await words(holder)).toEqual(['secret-stays-home', 'ok']);
  });
});

describe('a batch that asks too much of the ledger', () => {
  it('is answered at once, refused by its code, and the server lives on', async () => {
    const { holder, other, book } = await office();
    const id = uuidv7();
    const years = Array.from({ length: 490 }, (_, i) => i + 1);
    for (const at of years)
      holder.change({
        type: 'ledgerEntry',
        id,
        f: { registerId: book, series: `s${String(at)}`, from: at, to: at },
      });
    for (const kind of ['reserved', 'reserved', 'reserved', 'paper-book'])
      holder.change(entry(book, 1, 20_000, kind, { series: uuidv7() }));
    holder.change(outgoing(book, 1));
    const started = performance.now();
    const outcomes = await words(holder);
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(new Set(outcomes.slice(0, 490))).toEqual(new Set(['bad-value']));
    expect(outcomes.slice(490)).toEqual(['ok', 'ok', 'too-many-numbers', 'ok', 'ok']);
    other.change(newDocument());
    expect(await words(other)).toEqual(['ok']);
  });

  it('leaves a paper of which it means hundreds of numbers without any', async () => {
    const { holder, book } = await office();
    const paper = holder.change(outgoing(book, null));
    expect(await words(holder)).toEqual(['ok']);
    for (let number = 1; number <= 200; number += 1)
      holder.edit(paper, { number, series: SERIES, symbol: `${String(number)}-QĐ/ĐU` });
    expect(new Set(await words(holder))).toEqual(new Set(['too-many-numbers']));
    holder.edit(paper, { number: 1, series: SERIES, symbol: '01-QĐ/ĐU', state: 'issued' });
    expect(await words(holder)).toEqual(['ok']);
  });
});

describe('the books of what comes in', () => {
  it('know blocks and spoken numbers too, and petitions count in their own', async () => {
    const { holder, other } = await office();
    const incoming = [...holder.records.values()].find(({ f }) => f['book']?.v === 'incoming');
    const petitions = holder.change(register({ book: 'petition', counting: 'year', regime: null, suffix: '' }));
    holder.change({ t: 'cmd', type: 'register', id: petitions.id, f: { command: TAKE_REGISTER } });
    holder.change(newDocument({ arrivalNumber: 1 }));
    holder.change(newDocument({ arrivalNumber: 1, book: 'petition' }));
    holder.change(entry(incoming?.id ?? '', 2, 2, 'skipped', { series: '2026' }));
    holder.change(newDocument({ arrivalNumber: 2 }));
    holder.change(entry(incoming?.id ?? '', 1, 1, 'skipped', { series: '2026' }));
    expect(await words(holder)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'number-taken', 'number-taken']);
    const wanted = block(incoming?.id ?? '', other.dev, 3);
    const asked = other.change({ ...wanted, f: { ...wanted.f, series: '2026' } });
    await other.sync();
    await holder.sync();
    holder.edit(asked, { from: 3, to: 5 });
    await holder.sync();
    await other.sync();
    other.change(newDocument({ arrivalNumber: 3 }));
    other.change(newDocument({ arrivalNumber: 6 }));
    expect(await words(other)).toEqual(['ok', 'number-not-leased']);
  });
});
