import { PARKED_FOR_MS } from '#shared/sync/op.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { RELEASE_REGISTER, TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import { digestOf, digestRoot } from '#shared/sync/digest.ts';
import { recordKey } from '#shared/sync/record.ts';
import { openConflicts } from '#shared/sync/replica.ts';
import { asTold, newDirective, newDocument, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await startTestProvince();
});
afterAll(() => province.end());

const pair = async (commune = 'na-lau'): Promise<[TestPc, TestPc]> => [
  await TestPc.join(province.server, commune),
  await TestPc.join(province.server, commune),
];

describe('two PCs of one commune', () => {
  it('come to the same records, each seeing the other PC and its own edits', async () => {
    const [a, b] = await pair();
    const doc = a.change(newDocument());
    await a.sync();
    await b.sync();
    a.edit(doc, { abstract: 'Sửa ở máy A' });
    b.edit(doc, { issuer: 'Sửa ở máy B' });
    await a.sync();
    await b.sync();
    await a.sync();
    expect(a.records).toEqual(b.records);
    const values = a.records.get(recordKey('document', doc.id))?.f;
    expect(values?.['abstract']?.v).toBe('Sửa ở máy A');
    expect(values?.['issuer']?.v).toBe('Sửa ở máy B');
    expect(
      [...a.records.values()].filter(({ type }) => type === 'device').map((device) => device.f['number']?.v),
    ).toContain(b.dev);
  });

  it('both keep a conflict until one settles it, then neither has it', async () => {
    const [a, b] = await pair();
    const doc = a.change(newDocument());
    await a.sync();
    await b.sync();
    a.edit(doc, { abstract: 'của A' });
    b.edit(doc, { abstract: 'của B' });
    await a.sync();
    const { outcomes } = await b.sync();
    await a.sync();
    expect(outcomes).toMatchObject([{ kind: 'conflict' }]);
    const key = recordKey('document', doc.id);
    expect(openConflicts(a.records.get(key))).toEqual(['abstract']);
    expect(openConflicts(b.records.get(key))).toEqual(['abstract']);
    a.edit(doc, { abstract: 'của cả hai' }, 'res');
    await a.sync();
    await b.sync();
    expect(openConflicts(b.records.get(key))).toEqual([]);
    expect(a.records).toEqual(b.records);
  });

  it('get all records in pages of any size, while others write', async () => {
    const [a, b] = await pair('po-khau');
    const docs = Array.from({ length: 120 }, () => a.change(newDocument()));
    await a.sync();
    const first = await b.exchange(b.request({ streams: [b.ask(7)] }));
    expect(first.streams[0]?.rows).toHaveLength(7);
    expect(first.streams[0]?.more).toBe(true);
    for (const doc of docs.slice(0, 20)) a.edit(doc, { note: 'đổi giữa chừng' });
    await a.sync();
    await b.sync(7);
    expect(b.records).toEqual(a.records);
    expect(b.records).toEqual(
      new Map(
        (await province.server.recordsOf('po-khau')).map((record) => [
          recordKey(record.type, record.id),
          asTold(record),
        ]),
      ),
    );
  });

  it('see past values of a record with device and sequence', async () => {
    const [a] = await pair();
    const doc = a.change(newDocument({ note: 'một' }));
    await a.sync();
    a.edit(doc, { note: 'hai' });
    await a.sync();
    const history = (await (await a.get(`/v1/history/document/${doc.id}`)).json()) as {
      field: string;
      v: unknown;
      dev: number;
    }[];
    expect(history.filter(({ field }) => field === 'note').map(({ v, dev }) => [v, dev])).toEqual([
      ['một', a.dev],
      ['hai', a.dev],
    ]);
  });
});

describe('a batch', () => {
  it('sent again after a lost answer changes nothing and gets its true outcomes', async () => {
    const [a] = await pair();
    a.change(newDocument());
    a.change({ type: 'document', id: uuidv7(), f: { note: 'không có gốc' } });
    const request = a.request();
    const first = await a.exchange(request);
    const before = await province.server.recordsOf('na-lau');
    const again = await a.exchange(request);
    expect(first.outcomes.map(({ kind }) => kind)).toEqual(['ok', 'rejected']);
    expect(again.outcomes.map(({ kind }) => kind)).toEqual(['ok', 'rejected']);
    expect(again.outcomes[1]).toEqual(first.outcomes[1]);
    expect(again.acked).toBe(2);
    expect(await province.server.recordsOf('na-lau')).toEqual(before);
  });

  it('with a gap is refused with the counter wanted, and nothing of it is stored', async () => {
    const [a] = await pair();
    const lost = a.change(newDocument());
    const later = a.change(newDocument());
    await expect(a.exchange(a.request({ ops: [later] }))).rejects.toThrow('{"code":"counter-gap","expect":1}');
    const ids = (await province.server.recordsOf('na-lau')).map(({ id }) => id);
    expect(ids).not.toContain(later.id);
    expect((await a.exchange(a.request({ ops: [lost, later] }))).acked).toBe(2);
  });

  it('that arrives after a newer one of the same PC is a repeat', async () => {
    const [a] = await pair();
    const doc = a.change(newDocument({ note: 'một' }));
    const early = a.request();
    a.change({ type: 'document', id: doc.id, f: { note: 'hai' } });
    await a.exchange(a.request());
    await a.exchange(early);
    const stored = (await province.server.recordsOf('na-lau')).find(({ id }) => id === doc.id);
    expect(stored?.f['note']?.v).toBe('hai');
  });

  it('goes on behind a refused op', async () => {
    const [a] = await pair();
    await a.sync(); // a PC that has never seen the stream has seen none of its sequences
    const bad = [
      a.change({ type: 'castle', f: {} }),
      a.change({ ...newDocument(), f: { ...newDocument().f, 'height of it': 3 } }),
      a.change(newDocument({ receivedOn: '2026-02-31' })),
      a.change(newDocument({ note: 'ký tự \u0000 lạ' })),
      a.change({ type: 'document', f: { note: 'thiếu' } }),
      a.change({ type: 'document', f: { note: 'thiếu' }, base: 5 }),
      a.change({ type: 'device', f: { number: 1, name: 'Máy giả' } }),
      a.change({ type: 'register', f: { book: 'incoming', name: '', holderDevice: a.dev } }),
      a.change({ t: 'cmd', type: 'document', f: { command: 'burn' } }),
      a.change({ ...newDocument(), stream: 'province' }),
      a.change({ ...newDocument(), stream: 'org:po-khau' }),
      a.change({ ...newDocument(), stream: 'local' }),
    ];
    const good = a.change(newDocument());
    const { outcomes } = await a.sync();
    expect(outcomes.map((outcome) => (outcome.kind === 'rejected' ? outcome.reason : outcome.kind))).toEqual([
      'unknown-entity',
      'unknown-field',
      'bad-value',
      'bad-value',
      'bad-value',
      'record-missing',
      'field-is-the-servers',
      'field-is-the-servers',
      'unknown-command',
      'read-only-stream',
      'not-your-stream',
      'not-your-stream',
      'ok',
    ]);
    const stored = new Set(
      [...(await province.server.recordsOf('na-lau')), ...(await province.server.recordsOf('po-khau'))].map(
        ({ id }) => id,
      ),
    );
    expect(bad.filter(({ id }) => stored.has(id))).toEqual([]);
    expect(stored.has(good.id)).toBe(true);
  });

  it('with a secret paper leaves no word of it, whether new or turned secret', async () => {
    const [a] = await pair();
    const known = a.change(newDocument());
    await a.sync();
    a.change(newDocument({ secrecy: 'secret', abstract: 'CHIM-SON-CA' }));
    a.change(newDocument({ book: 'incoming-secret', abstract: 'CHIM-SON-CA' }));
    a.edit(known, { secrecy: 'top-secret', abstract: 'CHIM-SON-CA' });
    const { outcomes } = await a.sync();
    expect(outcomes.map((outcome) => outcome.kind === 'rejected' && outcome.reason)).toEqual(
      Array(3).fill('secret-stays-home'),
    );
    expect(JSON.stringify(await province.server.recordsOf('na-lau'))).not.toContain('CHIM-SON-CA');
  });
});

describe('a child before its parent', () => {
  it('waits, and is taken when another PC brings the parent; its PC is told', async () => {
    const [a, b] = await pair();
    const doc = b.change(newDocument());
    const directive = a.change(newDirective(doc.id));
    const late = a.edit(directive, { text: 'Giao lại' });
    expect((await a.sync()).outcomes.map(({ kind }) => kind)).toEqual(['parked', 'parked']);
    await b.sync();
    const told = await a.sync();
    expect(told.late.map(({ n, kind }) => [n, kind])).toEqual([
      [directive.n, 'ok'],
      [late.n, 'ok'],
    ]);
    expect((await a.exchange(a.request())).late).toHaveLength(2);
    expect((await a.exchange(a.request({ seen: [directive.n, late.n] }))).late).toEqual([]);
    await b.sync();
    expect(b.records.get(recordKey('directive', directive.id))?.f['text']?.v).toBe('Giao lại');
  });

  it('is given back with its reason after a day, even when nobody sends anything', async () => {
    await province.server.createCommune({ id: 'khau-ca', name: 'xã Khau Ca', province: 'tỉnh Cao Bằng' });
    const [a] = await pair('khau-ca');
    const { n } = a.change(newDirective(uuidv7()));
    expect((await a.sync()).outcomes).toEqual([{ n, kind: 'parked' }]);
    expect((await a.sync()).late).toEqual([]);
    province.clock.aheadMs = PARKED_FOR_MS + 60_000;
    await a.openSession();
    const again = await a.sync();
    province.clock.aheadMs = 0;
    expect(again.late).toEqual([{ n, kind: 'rejected', reason: 'parent-never-came' }]);
  });

  it('keeps nothing of a child that would be refused', async () => {
    const [a] = await pair();
    a.change({ ...newDirective(uuidv7()), f: { ...newDirective(uuidv7()).f, text: '' } });
    expect((await a.sync()).outcomes).toMatchObject([{ kind: 'rejected', reason: 'bad-value' }]);
  });
});

describe('arrival numbers', () => {
  it('are given only by the PC that holds the book, once each, for good', async () => {
    await province.server.createCommune({ id: 'ban-bo', name: 'xã Bản Bo', province: 'tỉnh Cao Bằng' });
    const [holder, other] = await pair('ban-bo');
    await other.sync();
    const first = holder.change(newDocument({ arrivalNumber: 1 }));
    const twice = holder.change(newDocument({ arrivalNumber: 1 }));
    const otherYear = holder.change(newDocument({ arrivalNumber: 1, receivedOn: '2027-01-02' }));
    expect((await holder.sync()).outcomes.map((o) => (o.kind === 'rejected' ? o.reason : o.kind))).toEqual([
      'ok',
      'number-taken',
      'ok',
    ]);
    other.change(newDocument({ arrivalNumber: 2 }));
    const unnumbered = other.change(newDocument());
    expect((await other.sync()).outcomes.map((o) => (o.kind === 'rejected' ? o.reason : o.kind))).toEqual([
      'number-not-leased',
      'ok',
    ]);
    await holder.sync();
    holder.edit(unnumbered, { arrivalNumber: 2 });
    holder.edit(first, { arrivalNumber: 3 });
    holder.edit(first, { arrivalNumber: null });
    holder.edit(first, { receivedOn: '2027-01-01' });
    holder.edit(first, { receivedOn: '2026-11-19' });
    expect((await holder.sync()).outcomes.map((o) => (o.kind === 'rejected' ? o.reason : o.kind))).toEqual([
      'ok',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'ok',
    ]);
    expect(twice.id).not.toBe(otherYear.id);
  });

  it('pass to another PC by the lease: given back, taken, and not taken from who holds it', async () => {
    await province.server.createCommune({ id: 'ban-yen', name: 'xã Bản Yên', province: 'tỉnh Cao Bằng' });
    const [holder, other] = await pair('ban-yen');
    await other.sync();
    const register = [...other.records.values()].find(({ type }) => type === 'register');
    expect(register?.f['holderDevice']?.v).toBe(holder.dev);
    const command = (pc: TestPc, name: string) =>
      pc.change({ t: 'cmd', type: 'register', id: register?.id ?? '', f: { command: name } });
    command(other, TAKE_REGISTER);
    expect((await other.sync()).outcomes).toMatchObject([{ kind: 'rejected', reason: 'register-held-elsewhere' }]);
    command(holder, RELEASE_REGISTER);
    holder.change(newDocument({ arrivalNumber: 1 }));
    expect((await holder.sync()).outcomes).toMatchObject([
      { kind: 'ok' },
      { kind: 'rejected', reason: 'number-not-leased' },
    ]);
    command(other, TAKE_REGISTER);
    other.change(newDocument({ arrivalNumber: 1 }));
    expect((await other.sync()).outcomes).toMatchObject([{ kind: 'ok' }, { kind: 'ok' }]);
  });
});

describe('a copy', () => {
  it('of another life of the stream, or ahead of it, must start anew', async () => {
    const [a] = await pair();
    const foreign = await a.exchange(
      a.request({ streams: [{ id: a.stream, epoch: 'other', base: 3, after: 3, limit: 10 }] }),
    );
    expect(foreign.streams).toMatchObject([{ resync: true, rows: [] }]);
    await a.sync();
    const ahead = await a.exchange(a.request({ streams: [{ ...a.ask(), base: 999_999, after: 999_999 }] }));
    expect(ahead.streams).toMatchObject([{ resync: true }]);
  });

  it('that differs from the server is told so by its digest, and an equal one is not', async () => {
    const [a] = await pair();
    a.change(newDocument());
    await a.sync();
    const check = digestRoot(digestOf(a.records.values()));
    const equal = await a.exchange(a.request({ streams: [{ ...a.ask(), check }] }));
    expect(equal.streams[0]?.resync).toBeUndefined();
    const other = await a.exchange(a.request({ streams: [{ ...a.ask(), check: '0'.repeat(16) }] }));
    expect(other.streams[0]?.resync).toBe(true);
  });

  it('may hold the province stream but no other commune', async () => {
    const [a] = await pair();
    const ask = { epoch: '', base: 0, after: 0, limit: 10 };
    const { streams } = await a.exchange(
      a.request({
        streams: [
          { id: 'province', ...ask },
          { id: 'org:po-khau', ...ask },
          { id: 'org:nowhere', ...ask },
        ],
      }),
    );
    const [directory, foreign, nowhere] = streams;
    expect(directory?.drop).toBeUndefined();
    expect(directory?.rows.length).toBeGreaterThan(0);
    expect(directory?.rows.every(({ type }) => type === 'agency')).toBe(true);
    expect([foreign, nowhere].map((stream) => [stream?.drop, stream?.rows.length])).toEqual([
      [true, 0],
      [true, 0],
    ]);
    expect(streams[1]).toEqual({ ...streams[2], id: 'org:po-khau' });
  });
});
