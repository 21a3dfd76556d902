import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_MORE_COME } from '#shared/contract/protocol.ts';
import { recordKey } from '#shared/sync/record.ts';
import { openConflicts } from '#shared/sync/replica.ts';
import { carryTo, signedBatch } from './test-carrier.ts';
import { newDocument, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await startTestProvince();
});
afterAll(() => province.end());

const pair = async (): Promise<[TestPc, TestPc]> => [
  await TestPc.join(province.server, 'na-lau'),
  await TestPc.join(province.server, 'na-lau'),
];

const carry = (carrier: TestPc, bytes: Uint8Array): ReturnType<typeof carryTo> =>
  carryTo(province.server, carrier, bytes);

describe('ops that another PC brings', () => {
  it('are taken as if their PC had come, which is told so when it comes', async () => {
    const [a, b] = await pair();
    await a.sync();
    const paper = a.change(newDocument());
    const edit = a.edit(paper, { note: 'ghi chú' });
    expect(await carry(b, signedBatch(a, [paper, edit]))).toMatchObject({
      ...{ dev: a.dev, acked: a.n },
      outcomes: [{ kind: 'ok' }, { kind: 'ok' }],
    });
    expect(await carry(b, signedBatch(a, [paper, edit]))).toMatchObject({ acked: a.n });
    const { outcomes } = await a.sync();
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok']);
    await b.sync();
    expect(b.records).toEqual(a.records);
    expect(b.records.get(recordKey('document', paper.id))?.f['note']).toMatchObject({ v: 'ghi chú', d: a.dev });
  });

  it('are refused with a part missing, changed, of another commune, or of a PC that was shut out', async () => {
    const [a, b] = await pair();
    const stranger = await TestPc.join(province.server, 'po-khau');
    await a.sync();
    const [first, second] = [a.change(newDocument()), a.change(newDocument())];
    expect(await carry(b, signedBatch(a, [second]))).toEqual({ code: 'counter-gap', expect: first.n });
    expect(await carry(b, signedBatch(a, [first], b.privateKey))).toEqual({ code: 'batch-foreign' });
    expect(await carry(stranger, signedBatch(a, [first]))).toEqual({ code: 'batch-foreign' });
    expect(await carry(b, signedBatch(a, [first]).slice(0, -1))).toEqual({ code: 'batch-damaged' });
    expect(await carry(b, new Uint8Array(100))).toEqual({ code: 'batch-damaged' });
    await province.server.revoke(a.dev);
    expect(await carry(b, signedBatch(a, [first]))).toEqual({ code: 'batch-of-revoked' });
    await b.sync();
    const device = [...b.records.values()].find(({ type, f }) => type === 'device' && f['number']?.v === a.dev);
    expect(device?.f['shutOut']?.v).toBe(true);
  });

  it('tell how far a colleague’s were taken, and of one that was shut out that no more come', async () => {
    const [a, b] = await pair();
    await a.sync();
    a.change(newDocument());
    await a.sync();
    const ask = { ...b.ask(), peers: [a.dev, 999_999] };
    const taken = async (): Promise<unknown> =>
      (await b.exchange(b.request({ ops: [], streams: [ask] }))).streams[0]?.taken;
    expect(await taken()).toMatchObject([{ dev: a.dev, n: a.n }, { n: NO_MORE_COME }]);
    await province.server.revoke(a.dev);
    expect(await taken()).toMatchObject([{ n: NO_MORE_COME }, { n: NO_MORE_COME }]);
  });

  it('are no question to who wrote over them on sight, whoever comes first; and make a record before what was written on it', async () => {
    for (const isAuthorFirst of [true, false]) {
      const [a, b] = await pair();
      await a.sync();
      const paper = a.change(newDocument());
      const later = b.change({
        ...{ type: 'document', id: paper.id, f: { abstract: 'Viết đè sau khi xem' }, h: paper.h - 1_000_000 },
        saw: { abstract: { dev: a.dev, n: paper.n } },
      });
      const order = isAuthorFirst ? [a, b] : [b, a];
      for (const pc of order) await pc.sync();
      for (const pc of order) await pc.sync();
      const record = a.records.get(recordKey('document', paper.id));
      expect(record?.f['abstract']).toMatchObject({ v: 'Viết đè sau khi xem', d: b.dev });
      expect(record && openConflicts(record)).toEqual([]);
      expect(b.records).toEqual(a.records);
      const again = await b.exchange({ ...b.request({ streams: [] }), ops: [later] });
      expect(again.outcomes[0]?.kind).toBe('ok');
    }
  });

  it('of a field written over, and then come late, change nothing', async () => {
    const [a, b] = await pair();
    const paper = a.change(newDocument());
    await a.sync();
    await b.sync();
    const late = a.edit(paper, { abstract: 'Về sau mới tới' });
    b.change({
      ...{ type: 'document', id: paper.id, f: { abstract: 'Đã thấy và sửa' }, base: late.base, h: late.h - 1_000_000 },
      saw: { abstract: { dev: a.dev, n: late.n } },
    });
    await b.sync();
    await a.sync();
    await b.sync();
    const record = b.records.get(recordKey('document', paper.id));
    expect(record?.f['abstract']?.v).toBe('Đã thấy và sửa');
    expect(record && openConflicts(record)).toEqual([]);
  });
});
