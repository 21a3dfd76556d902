import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths, rejoinMessage, type EnrolAnswer } from '#shared/contract/http.ts';
import { must } from '#shared/base/must.ts';
import { hlcFromMs, hlcToMs } from '#shared/sync/hlc.ts';
import type { Outcome } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { RESUPPLY_MS } from '#shared/sync/resupply-turn.ts';
import { restoreProvince } from './province-backup.ts';
import { runCommand } from './command-line.ts';
import { MARKS_KEPT } from './services/counter-marks.ts';
import { createProvinceService } from './services/province-service.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { openAsOwner, type Database } from './storage/database.ts';
import { findRunningPostgres } from './storage/embedded-postgres.ts';
import {
  noFiles,
  bringBack,
  createDeviceKey,
  newDirective,
  newDocument,
  postJson,
  signText,
  startTestProvince,
  TestPc,
  type Change,
  type TestProvince,
} from './test-office.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const WAITING_PCS = 10;

let room: string;
let province: TestProvince;
let restored: RunningServer;
let owner: Database;
const clock = { aheadMs: 0 };
const now = (): number => Date.now() + clock.aheadMs;
let stranger: TestPc;
/** PCs of the backup, each with a copy of what was lost; a test takes the next one. */
let pcs: TestPc[];
/** A PC that joined after the backup and has burnt, and a paper it wrote. */
let newcomer: number;
let lost: SyncRecord;
/** A paper of the backup. */
let kept: string;
let keptSeq: number;
let stamp = 0;

beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'hosoxa-resupply-'));
  province = await startTestProvince();
  stranger = await TestPc.join(province.server, 'po-khau');
  pcs = [];
  for (let i = 0; i < WAITING_PCS; i += 1) pcs.push(await TestPc.join(province.server, 'na-lau'));
  const [first] = pcs;
  kept = must(first, 'some').change(newDocument({ note: 'trong bản sao' })).id;
  await must(first, 'some').sync();
  keptSeq = must(must(first, 'some').records.get(recordKey('document', kept)), 'it was pulled').seq;
  await province.server.backup(join(room, 'backups'));
  const late = await TestPc.join(province.server, 'na-lau');
  newcomer = late.dev;
  const written = late.change(newDocument({ note: 'sau bản sao' }));
  await late.sync();
  for (const pc of pcs) await pc.sync();
  lost = must(must(first, 'some').records.get(recordKey('document', written.id)), 'all pulled it');
  await province.server.stop();
  await restoreProvince({ dataDir: province.dataDir, folder: join(room, 'backups'), replace: true });
  restored = await startServer({ dataDir: province.dataDir, now });
  owner = openAsOwner(must(await findRunningPostgres(province.dataDir), 'it runs'));
});
afterAll(async () => {
  await owner.destroy();
  await restored.stop();
  await province.end();
  rmSync(room, { recursive: true, force: true });
});

/** The next PC that has not been heard of since the restore. */
async function nextPc(): Promise<TestPc> {
  const pc = must(pcs.shift(), 'enough PCs were made').at(restored);
  await pc.openSession();
  return pc;
}

/** A value of a paper of the backup that was never there, as one of a PC that has burnt. */
function forged(pc: TestPc, note: string): Change {
  stamp += 1;
  const origin = { note: { dev: newcomer, h: hlcFromMs(stamp), by: pc.person } };
  return { t: 'sup', type: 'document', id: kept, f: { note }, base: keptSeq, origin };
}

/** What became of ops; a question counts as taken. */
const words = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) =>
    outcome.kind === 'rejected' ? outcome.reason : outcome.kind === 'conflict' ? 'ok' : outcome.kind,
  );

/** Sends what waits and pulls to the end. */
async function push(pc: TestPc): Promise<string[]> {
  const { outcomes } = await pc.sync();
  return words(outcomes);
}

/** As a PC that has pulled all and has nothing left to bring back. */
async function sayWhole(pc: TestPc): Promise<void> {
  await pc.sync();
  await pc.exchange(pc.request({ ops: [], streams: [{ ...pc.ask(), whole: true }] }));
}

/** All that stands for the note of the paper: its value, and what waits beside it for a person. */
async function notesOfKept(): Promise<unknown[]> {
  const record = (await restored.recordsOf('na-lau')).find(({ id }) => id === kept);
  return [record?.f['note']?.v, ...Object.values(record?.c['note']?.e ?? {}).map(({ v }) => v)];
}

describe('after a restore a PC may bring back', () => {
  it('what it has, cut off and gone on with days later, until it says that it is whole; and then nothing more', async () => {
    const pc = await nextPc();
    await pc.sync();
    pc.change(bringBack(lost));
    expect(await push(pc)).toEqual(['ok']);
    clock.aheadMs += 9 * DAY_MS;
    await pc.openSession();
    pc.change(forged(pc, 'phần sau của đợt bù'));
    expect(await push(pc)).toEqual(['ok']);
    await sayWhole(pc);
    pc.change(forged(pc, 'mạo tên'));
    const edit = pc.edit({ type: 'document', id: kept }, { signer: 'Nông Văn Sửa' });
    expect(await push(pc)).toEqual(['resupply-over', 'ok']);
    const notes = await notesOfKept();
    expect(notes).toContain('phần sau của đợt bù');
    expect(notes).not.toContain('mạo tên');
    expect(edit.n).toBe(pc.n);
  });

  it('weeks after the others, from its first request on; and not for ever if it never says that it is whole', async () => {
    clock.aheadMs += 60 * DAY_MS;
    const pc = await nextPc();
    pc.change(forged(pc, 'sau nhiều tuần'));
    expect(await push(pc)).toEqual(['ok']);
    clock.aheadMs += RESUPPLY_MS;
    await pc.openSession();
    pc.change(forged(pc, 'quá hạn'));
    expect(await push(pc)).toEqual(['resupply-over']);
    const notes = await notesOfKept();
    expect(notes).toContain('sau nhiều tuần');
    expect(notes).not.toContain('quá hạn');
  });

  it('and cannot put its turn by: the first request begins it, whatever it asks', async () => {
    const pc = await nextPc();
    await pc.exchange(pc.request({ ops: [], streams: [{ id: 'province', epoch: '', base: 0, after: 0, limit: 1 }] }));
    clock.aheadMs += RESUPPLY_MS + 1;
    await pc.openSession();
    pc.change(forged(pc, 'để dành'));
    expect(await push(pc)).toEqual(['resupply-over']);
  });

  it('on any node', async () => {
    const url = must(await findRunningPostgres(province.dataDir), 'it runs');
    const node = await startServer({ dataDir: join(room, 'node'), databaseUrl: url, now });
    try {
      const here = await nextPc();
      await sayWhole(here);
      const there = here.at(node);
      await there.openSession();
      there.change(forged(there, 'qua nút khác'));
      expect(await push(there)).toEqual(['resupply-over']);
    } finally {
      await node.stop();
    }
  });

  it('no more than before under another number it gives itself', async () => {
    const pc = await nextPc();
    await sayWhole(pc);
    const copies: TestPc[] = [];
    for (let i = 0; i < 2; i += 1) {
      const key = createDeviceKey();
      const claim = { dev: pc.dev, publicKey: key.publicKey };
      const text = rejoinMessage(claim);
      const response = await postJson(restored.url + httpPaths.rejoin, {
        ...claim,
        signature: signText(pc.privateKey, text),
        newSignature: signText(key.privateKey, text),
      });
      const copy = TestPc.of(restored, (await response.json()) as EnrolAnswer, key.privateKey);
      copy.person = pc.person;
      copies.push(copy);
    }
    const [first, second] = copies as [TestPc, TestPc];
    await first.openSession();
    first.change(forged(first, 'của bản chép'));
    expect(await push(first)).toEqual(['ok']);
    clock.aheadMs += RESUPPLY_MS;
    await second.openSession();
    second.change(forged(second, 'của bản chép sau'));
    expect(await push(second)).toEqual(['resupply-over']);
  });

  it('only as what it claims can be true: writers of this commune, no later than the former life, field by field', async () => {
    const pc = await nextPc();
    await pc.sync();
    const by = pc.person;
    const claim = (dev: number, f: Change['f'] = { note: `của ${String(dev)}` }): Change => ({
      ...forged(pc, ''),
      f,
      origin: { note: { dev, h: hlcFromMs(1000), by } },
    });
    pc.change(claim(stranger.dev));
    pc.change(claim(4_000_000));
    pc.change(claim(pc.dev, { note: 'hai ô', signer: 'một người' }));
    pc.change({ ...claim(pc.dev), f: {} });
    const { origin: _none, ...bare } = claim(pc.dev);
    pc.change(bare);
    pc.change({ ...claim(pc.dev), base: keptSeq + 1_000_000 });
    expect(await push(pc)).toEqual([
      'writer-unknown',
      'writer-unknown',
      'bad-value',
      'bad-value',
      'bad-value',
      'not-allowed',
    ]);
    pc.change(claim(newcomer));
    expect(await push(pc)).toEqual(['ok']);
    const future = hlcFromMs(now() + 300 * DAY_MS);
    pc.change({
      ...forged(pc, ''),
      f: { result: 'từ tương lai' },
      origin: { result: { dev: newcomer, h: future, by } },
    });
    expect(await push(pc)).toEqual(['ok']);
    const cell = (await restored.recordsOf('na-lau')).find(({ id }) => id === kept)?.f['result'];
    expect(cell?.d).toBe(newcomer);
    // The life before ended when the province was restored; the server's clock has gone on by months since.
    expect(hlcToMs(cell?.h ?? 0)).toBeLessThan(Date.now() + 2 * 60_000);
  });

  it('only as what it is: no other change bears another writer than its own', async () => {
    const pc = await nextPc();
    await pc.sync();
    const { origin } = forged(pc, '');
    const f = { note: 'mạo tên bằng lối thường' };
    for (const t of ['set', 'res'] as const) pc.change({ t, type: 'document', id: kept, f, base: keptSeq, origin });
    pc.change({ t: 'cmd', type: 'register', id: uuidv7(), f: { command: 'take-register' }, origin });
    expect(await push(pc)).toEqual(['bad-value', 'bad-value', 'record-missing']);
    expect(await notesOfKept()).not.toContain(f.note);
  });

  it('what waits for its parent in its turn; what comes too late waits for nothing', async () => {
    const pc = await nextPc();
    await pc.sync();
    const paper = uuidv7();
    const directive = newDirective(paper);
    const origin = Object.fromEntries(
      Object.keys(directive.f).map((field) => [field, { dev: pc.dev, h: hlcFromMs(1000), by: pc.person }]),
    );
    const child = pc.change({ ...directive, t: 'sup', origin });
    expect(await push(pc)).toEqual(['parked']);
    await sayWhole(pc);
    pc.change({ ...directive, id: uuidv7(), t: 'sup', origin });
    expect(await push(pc)).toEqual(['resupply-over']);
    pc.change({ ...newDocument(), id: paper });
    const { late } = await pc.sync();
    expect(late.map(({ n, kind }) => [n, kind])).toEqual([[child.n, 'ok']]);
  });

  it('what is there already, without being taken for a copy of itself when it sends all again long afterwards', async () => {
    const pc = await nextPc();
    await pc.sync();
    const twice = forged(pc, 'bù hai lần');
    pc.change(twice);
    expect(await push(pc)).toEqual(['ok']);
    const seq = pc.cookie.base;
    const again = pc.change(twice);
    expect(await push(pc)).toEqual(['ok']);
    expect(pc.cookie.base).toBe(seq);
    for (let i = 0; i < MARKS_KEPT + 20; i += 1) {
      pc.edit({ type: 'document', id: kept }, { signer: `Nông Văn ${String(i)}` });
      if (i % 300 === 0) await pc.sync();
    }
    await pc.sync();
    expect((await pc.exchange(pc.request({ ops: [again] }))).acked).toBe(pc.n);
  });

  it('again after another restore, be it with foreign tools; and PCs of the time between get no number twice', async () => {
    const pc = await nextPc();
    await sayWhole(pc);
    const between = await TestPc.join(restored, 'na-lau');
    const before = pc.cookie.epoch;
    await runCommand(['restored'], createProvinceService(owner, now, noFiles));
    await pc.openSession();
    await pc.sync();
    expect(pc.cookie.epoch).not.toBe(before);
    pc.change({ ...forged(pc, 'đời thứ ba'), base: 0 });
    expect(await push(pc)).toEqual(['ok']);
    await sayWhole(pc);
    pc.change({ ...forged(pc, 'đời thứ ba, mạo tên'), base: 0 });
    expect(await push(pc)).toEqual(['resupply-over']);
    const next = await TestPc.join(restored, 'na-lau');
    expect(next.dev).toBeGreaterThan(between.dev + 500);
  });
});
