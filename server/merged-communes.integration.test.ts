import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { settingTable } from '#shared/domain/setting/setting-table.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import type { RunningServer } from './start-server.ts';
import { homesOf, newLine, newMember, newTransfer, newUnit, outcomeOf, recordAt, valuesOf } from './test-members.ts';
import { newDocument, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

/* One commune goes into another while its PCs are away, everything by the protocol on the real server and database. */

type Fields = Readonly<Record<string, FieldValue>>;

let province: TestProvince;
let server: RunningServer;
beforeAll(async () => {
  province = await startTestProvince();
  ({ server } = province);
});
afterAll(() => province.end());

let count = 0;

/** Two offices with a PC each that holds its books, and a cell. */
async function twoOffices(): Promise<{
  from: string;
  into: string;
  old: TestPc;
  kept: TestPc;
  cells: [string, string];
}> {
  count += 1;
  const [from, into] = [`xa-cu-${String(count)}`, `xa-moi-${String(count)}`];
  await server.createCommune({ id: from, name: `xã Cũ ${String(count)}`, province: 'tỉnh Cao Bằng' });
  await server.createCommune({ id: into, name: `xã Mới ${String(count)}`, province: 'tỉnh Cao Bằng' });
  const [old, kept] = [await TestPc.join(server, from), await TestPc.join(server, into)];
  const cells: [string, string] = [old.change(newUnit('Chi bộ Cũ')).id, kept.change(newUnit('Chi bộ Mới')).id];
  await Promise.all([old.sync(), kept.sync()]);
  return { from, into, old, kept, cells };
}

const recordOf = async (commune: string, type: string, id: string): Promise<SyncRecord | undefined> =>
  (await server.recordsOf(commune)).find((record) => record.type === type && record.id === id);

const waitingValues = (record: SyncRecord | undefined, field: string): readonly FieldValue[] => [
  record?.f[field]?.v ?? null,
  ...Object.values(record?.c[field]?.e ?? {}).map(({ v }) => v),
];

describe('a PC that does not know yet that its commune was merged', () => {
  it('is taken under the old name for ever, hears sequences as it counts, and is told where its stream is', async () => {
    const { from, into, old, kept } = await twoOffices();
    const paper = old.change(newDocument({ abstract: 'cũ' }));
    await old.sync();
    const before = old.records.get(recordKey('document', paper.id));
    old.edit(paper, { abstract: 'sửa khi chưa biết' });
    expect(await server.mergeCommune(from, into)).toBe('merged');
    const { seq } = (await recordOf(into, 'document', paper.id)) ?? { seq: 0 };
    const by = seq - (before?.seq ?? 0);
    const sent = old.request();
    const answer = await old.exchange(sent);
    expect(answer.outcomes).toMatchObject([{ kind: 'ok' }]);
    const [outcome] = answer.outcomes;
    const now = await recordOf(into, 'document', paper.id);
    expect(outcome && 'seq' in outcome && outcome.seq + by).toBe(now?.seq);
    expect(waitingValues(now, 'abstract')).toEqual(['sửa khi chưa biết']);
    expect(answer.streams).toMatchObject([
      {
        ...{ id: old.stream, rows: [], more: false },
        moved: { commune: { id: into }, moves: [{ from: old.stream, to: kept.stream, by }] },
      },
    ]);
    // The answer was lost: the same again, and under the new name, is no other PC's.
    expect((await old.exchange(sent)).outcomes).toMatchObject([{ kind: 'ok' }]);
    const renamed = sent.ops.map((op) => ({ ...op, stream: kept.stream, base: op.base === 0 ? 0 : op.base + by }));
    const ask = { id: kept.stream, epoch: '', base: 0, after: 0, limit: 1000 };
    expect((await old.exchange({ ...sent, ops: renamed, streams: [ask] })).outcomes).toMatchObject([{ kind: 'ok' }]);
    const changed = renamed.map((op) => ({ ...op, f: { abstract: 'một máy khác' } }));
    await expect(old.exchange({ ...sent, ops: changed, streams: [ask] })).rejects.toThrow('counter-forked');
    await kept.sync();
    expect(valuesOf(kept.records.get(recordKey('document', paper.id)))).toMatchObject({
      abstract: 'sửa khi chưa biết',
    });
  });

  it('finds its way through a second merger', async () => {
    const { from, into, old } = await twoOffices();
    const paper = old.change(newDocument({ abstract: 'cũ' }));
    await old.sync();
    old.edit(paper, { abstract: 'sửa' });
    const last = `hop-nhat-${String(count)}`;
    await server.createCommune({ id: last, name: 'xã Hợp Nhất', province: 'tỉnh Cao Bằng' });
    const third = await TestPc.join(server, last);
    await server.mergeCommune(from, into);
    expect(await server.mergeCommune(from, last)).toBe('elsewhere');
    await server.mergeCommune(into, last);
    const answer = await old.exchange(old.request());
    expect(answer.outcomes).toMatchObject([{ kind: 'ok' }]);
    expect(answer.streams[0]?.moved?.moves.map(({ to }) => to)).toEqual([`org:${into}`, `org:${last}`]);
    await third.sync();
    expect(valuesOf(third.records.get(recordKey('document', paper.id)))).toMatchObject({ abstract: 'sửa' });
    expect(await server.recordsOf(from)).toEqual([]);
    expect(await server.recordsOf(into)).toEqual([]);
  });

  it('is sent away by a province that was restored to before the merger, and nothing of it is judged', async () => {
    const { old, kept } = await twoOffices();
    await old.sync();
    old.change({ ...newDocument(), stream: kept.stream });
    const ask = { id: kept.stream, epoch: 'before', base: 7, after: 7, limit: 1000 };
    await expect(old.exchange(old.request({ streams: [ask] }))).rejects.toThrow('office-elsewhere');
    expect((await old.exchange(old.request({ ops: [] }))).acked).toBe(old.n - 1);
  });

  it('goes on with a file that was half up where it stood', async () => {
    const { from, into, old, kept } = await twoOffices();
    await old.sync();
    const bytes = randomBytes(200_000);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const tus = (): Record<string, string> => ({ ...old.headers, 'tus-resumable': '1.0.0' });
    const send = (at: number, until: number): Promise<Response> =>
      fetch(`${server.url}${httpPaths.files}/${hash}`, {
        method: 'PATCH',
        body: new Uint8Array(bytes.subarray(at, until)),
        headers: { ...tus(), 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' },
      });
    const begin = (): Promise<Response> =>
      fetch(server.url + httpPaths.files, {
        method: 'POST',
        headers: {
          ...tus(),
          'upload-length': String(bytes.length),
          'upload-metadata': `hash ${Buffer.from(hash).toString('base64')}`,
        },
      });
    await begin();
    expect((await send(0, 150_000)).status).toBe(204);
    expect(await server.mergeCommune(from, into)).toBe('merged');
    // As a PC goes on: it begins, and is told what is there.
    expect((await begin()).headers.get('upload-offset')).toBe('150000');
    expect((await send(150_000, bytes.length)).status).toBe(204);
    expect(await server.filesOf(into)).toContainEqual({ hash, size: bytes.length });
    const fetched = await kept.get(`${httpPaths.files}/${hash}`);
    expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true);
    expect(await server.filesOf(from)).toEqual([]);
  });

  it('waits for a parent as before: what was parked comes with it', async () => {
    const { from, into, old, cells } = await twoOffices();
    const other = await TestPc.join(server, from);
    const member = { ...newMember('Nông Văn Chờ', cells[0]), id: uuidv7() };
    const line = other.change(newLine(member.id, 'Cán bộ'));
    expect((await other.sync()).outcomes).toMatchObject([{ kind: 'parked' }]);
    await server.mergeCommune(from, into);
    old.change(member);
    expect((await old.exchange(old.request())).outcomes).toMatchObject([{ kind: 'ok' }]);
    expect(await recordOf(into, 'memberLine', line.id)).toBeDefined();
  });
});

describe('what both offices have', () => {
  it('stays one member at home, and what is unsent of the old office is a question', async () => {
    const { from, into, old, kept, cells } = await twoOffices();
    const full = `Lý Thị Chuyển ${String(count)}`;
    const member = old.change(newMember(full, cells[0]));
    const transfer = old.change(
      newTransfer(member.id, { recipient: into, recipientName: 'xã Mới', fromUnitId: cells[0] }),
    ).id;
    await old.sync();
    old.edit(member, { phone: '0911111111' });
    const late = old.request().ops.at(-1);
    await recordAt(kept, 'memberArrival', transfer, { outcome: 'waiting' });
    kept.edit(
      { type: 'memberArrival', id: transfer },
      {
        ...{ answer: 'accepted', unitId: cells[1], answeredBy: kept.person },
        ...{ answeredAt: '2026-11-25T02:00:00.000Z', answerNote: '' },
      },
    );
    await kept.sync();
    await recordAt(kept, 'member', member.id, { state: 'official' });
    kept.edit(member, { phone: '0922222222' });
    await kept.sync();
    await server.mergeCommune(from, into);
    expect(late?.f).toEqual({ phone: '0911111111' });
    expect((await old.exchange(old.request())).outcomes).toMatchObject([{ kind: 'conflict' }]);
    expect(await homesOf(server, full, [from, into])).toEqual([into]);
    const joined = await recordOf(into, 'member', member.id);
    expect(valuesOf(joined)).toMatchObject({ state: 'official', unitId: cells[1] });
    expect([...waitingValues(joined, 'phone')].sort()).toEqual(['0911111111', '0922222222']);
  });

  it('ends what is on the way between them, and brings guests home', async () => {
    const { from, into, old, kept, cells } = await twoOffices();
    const to = { recipient: into, recipientName: 'xã Mới', fromUnitId: cells[0] };
    const [onTheWay, guest] = [`Lý Thị Đường ${String(count)}`, `Lý Thị Khách ${String(count)}`];
    const first = old.change(newMember(onTheWay, cells[0]));
    const waiting = old.change(newTransfer(first.id, to)).id;
    const second = old.change(newMember(guest, cells[0]));
    const visit = old.change(
      newTransfer(second.id, { ...to, kind: 'temporary', until: '2027-05-01', introductionNumber: '2-GTSHĐ/ĐU' }),
    ).id;
    await old.sync();
    await recordAt(kept, 'memberArrival', waiting, { outcome: 'waiting' });
    await recordAt(kept, 'memberArrival', visit, { outcome: 'waiting' });
    kept.edit(
      { type: 'memberArrival', id: visit },
      {
        ...{ answer: 'accepted', unitId: cells[1], answeredBy: kept.person },
        ...{ answeredAt: '2026-11-25T02:00:00.000Z', answerNote: '' },
      },
    );
    await kept.sync();
    await recordAt(kept, 'member', second.id, { state: 'guest' });
    await server.mergeCommune(from, into);
    for (const full of [onTheWay, guest]) expect(await homesOf(server, full, [from, into])).toEqual([into]);
    expect(valuesOf(await recordOf(into, 'member', second.id))).toMatchObject({ state: 'official', unitId: cells[0] });
    expect(valuesOf(await recordOf(into, 'memberTransfer', waiting))).toMatchObject({ outcome: 'withdrawn' });
    expect(valuesOf(await recordOf(into, 'memberTransfer', visit))).toMatchObject({ outcome: 'ended' });
    await kept.sync();
    kept.edit(second, { phone: '0933333333' });
    expect((await kept.sync()).outcomes).toMatchObject([{ kind: 'ok' }]);
  });

  it('keeps the settings of the office that goes on, and asks about one that was changed while away', async () => {
    const { from, into, old, kept } = await twoOffices();
    const { id } = settingTable.fonds;
    const set = (pc: TestPc, name: string): void => {
      pc.edit({ type: 'setting', id }, { key: 'fonds', value: { code: '1', name, archive: '' } });
    };
    const officeName = settingTable['office-name'].id;
    old.change({ type: 'setting', id: officeName, f: { key: 'office-name', value: { partyName: 'Đảng uỷ xã Cũ' } } });
    set(old, 'Phông cũ');
    set(kept, 'Phông mới');
    await Promise.all([old.sync(), kept.sync()]);
    set(old, 'Phông cũ, sửa khi xa mạng');
    await server.mergeCommune(from, into);
    expect(waitingValues(await recordOf(into, 'setting', id), 'value')).toMatchObject([{ name: 'Phông mới' }]);
    expect(waitingValues(await recordOf(into, 'setting', officeName), 'value')).toEqual([null]);
    expect((await old.exchange(old.request())).outcomes).toMatchObject([{ kind: 'conflict' }]);
    const names = waitingValues(await recordOf(into, 'setting', id), 'value').map(
      (value) => (value as { name: string }).name,
    );
    expect([...names].sort()).toEqual(['Phông cũ, sửa khi xa mạng', 'Phông mới']);
  });
});

describe('books and organisations', () => {
  it('of the old office are closed and below the other’s, and its numbers stay beside theirs', async () => {
    const { from, into, old, kept } = await twoOffices();
    const top = kept.change({ type: 'unit', f: { ...newUnit('Đảng bộ xã Mới').f, kind: 'committee', order: 0 } }).id;
    const committee = old.change({
      type: 'unit',
      f: { ...newUnit('Đảng bộ xã Cũ').f, kind: 'committee', order: 0 },
    }).id;
    const number = (pc: TestPc, arrivalNumber: number): Fields => pc.change(newDocument({ arrivalNumber })).f;
    number(old, 1);
    number(kept, 1);
    await Promise.all([old.sync(), kept.sync()]);
    number(old, 2);
    number(kept, 2);
    await server.mergeCommune(from, into);
    expect((await kept.sync()).outcomes).toMatchObject([{ kind: 'ok' }]);
    expect((await old.exchange(old.request())).outcomes).toMatchObject([{ kind: 'ok' }]);
    const records = await server.recordsOf(into);
    const numbers = records.flatMap(({ f }) => f['arrivalNumber']?.v ?? []);
    expect([...numbers].sort()).toEqual([1, 1, 2, 2]);
    const ofOld = records.filter(({ f }) => f['formerOffice']?.v === from);
    expect(ofOld.map(({ type }) => type).sort()).toEqual(['device', 'register']);
    const register = ofOld.find(({ type }) => type === 'register');
    expect(valuesOf(register)).toMatchObject({ origin: `Đảng uỷ xã Cũ ${String(count)}` });
    expect(valuesOf(register)['closedOn']).toMatch(/^\d{4}-/);
    expect(valuesOf(records.find(({ id }) => id === committee))).toMatchObject({ parentId: top });
    // Neither office gives one of them again.
    expect(await outcomeOf(kept, kept.change(newDocument({ arrivalNumber: 2 })))).toBe('number-taken');
    expect(await outcomeOf(kept, kept.change(newDocument({ arrivalNumber: 3 })))).toBe('ok');
  });
});
