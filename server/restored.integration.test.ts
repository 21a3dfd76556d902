import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { must } from '#shared/base/must.ts';
import { recordKey } from '#shared/sync/record.ts';
import { restoreProvince } from './province-backup.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { carryTo, signedBatch } from './test-carrier.ts';
import { bringBack, newDocument, newStaff, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

/* One province: a backup, then a day of work by two PCs, then the backup again in another folder. */
let province: TestProvince;
let restored: RunningServer;
let room: string;
let one: TestPc;
let two: TestPc;
/** A paper of the backup, and one made after it. */
let kept: string;
let lost: string;
let newcomer: string;

beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'hosoxa-restored-'));
  province = await startTestProvince();
  one = await TestPc.join(province.server, 'na-lau');
  two = await TestPc.join(province.server, 'na-lau');
  kept = one.change(newDocument()).id;
  await one.sync();
  await two.sync();
  await province.server.backup(join(room, 'backups'));
  lost = two.change(newDocument()).id;
  newcomer = two.change(newStaff('clerk')).id;
  await two.sync();
  await one.sync();
  one.edit({ type: 'document', id: kept }, { note: 'ngày đã mất' });
  await one.sync();
  await two.sync();
  await restoreProvince({ dataDir: join(room, 'again'), folder: join(room, 'backups') });
  restored = await startServer({ dataDir: join(room, 'again') });
});
afterAll(async () => {
  await restored.stop();
  await province.end();
  rmSync(room, { recursive: true, force: true });
});

describe('a province back from its backup', () => {
  it('judges an op of a PC that knows nothing of it by what both lives share, and asks instead of overwriting', async () => {
    const [first, late] = [one.at(restored), two.at(restored)];
    await first.openSession();
    await late.openSession();
    const before = (await restored.recordsOf('na-lau')).find(({ id }) => id === kept);
    first.change({ type: 'document', id: kept, f: { note: 'mới sau khi khôi phục' }, base: before?.seq ?? 0 });
    await first.exchange(first.request({ gone: first.n - 1 }));
    late.change({ type: 'document', id: kept, f: { note: 'máy chưa biết' }, base: 10_000 });
    const answer = await late.exchange(late.request({ gone: late.n - 1 }));
    expect(answer.outcomes.map(({ kind }) => kind)).toEqual(['conflict']);
  });

  it('tells a PC unasked what became of its ops that another brought meanwhile, until the PC has noted it in this life', async () => {
    const [owner, carrier] = [await TestPc.join(restored, 'na-lau'), await TestPc.join(restored, 'na-lau')];
    await owner.sync();
    const [taken, refused] = [owner.change(newDocument()), owner.change(newDocument({ secrecy: 'secret' }))];
    await carryTo(restored, carrier, signedBatch(owner, [taken, refused]));
    const lateFor = async (seen: readonly number[], epoch: string): Promise<readonly unknown[]> => {
      const streams = [{ ...owner.ask(), epoch }];
      return (await owner.exchange(owner.request({ ops: [], seen, streams }))).late;
    };
    const { epoch } = owner.ask();
    const told = [
      { n: taken.n, kind: 'ok' },
      { n: refused.n, kind: 'rejected' },
    ];
    expect(await lateFor([], epoch)).toMatchObject(told);
    // Noted of another life, under the same counters.
    expect(await lateFor([taken.n, refused.n], 'khac')).toMatchObject(told);
    expect(await lateFor([taken.n, refused.n], epoch)).toEqual([]);
  });

  it('goes on behind counters that no journal holds any more, and only behind those', async () => {
    const pc = await TestPc.join(restored, 'na-lau');
    pc.n = 40;
    pc.change(newDocument());
    await expect(pc.exchange(pc.request())).rejects.toThrow('counter-gap');
    await expect(pc.exchange(pc.request({ gone: 39 }))).rejects.toThrow('counter-gap');
    const answer = await pc.exchange(pc.request({ gone: 40 }));
    expect([answer.acked, answer.outcomes[0]?.kind]).toEqual([41, 'ok']);
  });

  it('lets an edit of a paper it lost wait until a PC brings the paper back', async () => {
    const pc = await TestPc.join(restored, 'na-lau');
    const copy = one.records.get(recordKey('document', lost));
    const edit = pc.change({ type: 'document', id: lost, f: { note: 'sửa trước khi bù' }, base: 1 });
    expect((await pc.sync()).outcomes).toEqual([{ n: edit.n, kind: 'parked' }]);
    pc.change(bringBack(must(copy, 'it was pulled')));
    const { late } = await pc.sync();
    expect(late.map(({ n }) => n)).toEqual([edit.n]);
    const held = (await restored.recordsOf('na-lau')).find(({ id }) => id === lost);
    expect(held?.f['symbol']?.d).toBe(two.dev);
    expect([held?.f['note']?.v, ...Object.values(held?.c['note']?.e ?? {}).map(({ v }) => v)]).toContain(
      'sửa trước khi bù',
    );
  });

  it('lets the work of a person it lost wait until the person is back', async () => {
    const pc = await TestPc.join(restored, 'na-lau');
    const paper = pc.change({ ...newDocument(), by: newcomer });
    const stranger = pc.change({ ...newDocument(), by: uuidv7() });
    expect((await pc.sync()).outcomes.map(({ kind }) => kind)).toEqual(['parked', 'parked']);
    const copy = two.records.get(recordKey('staff', newcomer));
    pc.change(bringBack(must(copy, 'it was pulled')));
    const { late } = await pc.sync();
    expect(late.map(({ n, kind }) => [n, kind])).toEqual([[paper.n, 'ok']]);
    expect(late.some(({ n }) => n === stranger.n)).toBe(false);
  });
});
