import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { auditText, FIRST_AUDIT_HASH, type AuditEntry } from '#shared/contract/audit.ts';
import type { SyncRequest } from '#shared/contract/protocol.ts';
import { followMoves } from '#shared/sync/moved-stream.ts';
import type { Op } from '#shared/sync/op.ts';
import { restoreProvince } from '#server/province-backup.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { createSetAside } from '../disk/set-aside.ts';
import { openDeviceIdentity, type DeviceIdentity } from '../device-identity.ts';
import { openJournal, type Journal } from '../journal/journal.ts';
import { AN, BINH, createTestPc, PASSPHRASE, setUp, value, type TestPc } from '../keys/test-pc.ts';
import type { Keys } from '../keys/open-keys.ts';
import { createProvinceClient, type ProvinceClient } from '../province/province-client.ts';
import { createDeviceLife, type DeviceLife } from './device-life.ts';
import { finishWipe, readWipeReason } from './wiped-mark.ts';

let folder: string;
let server: RunningServer;
const open: { close: () => Promise<void> }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'life-'));
  server = await startServer({ dataDir: join(folder, 'server') });
  await server.createCommune({ id: 'na-lau', name: 'Na Lau', province: 'Mau' });
  const first = await enrolled('with the head');
  await value(send(first, [head(devOf(first))]));
});
afterAll(async () => {
  for (const thing of open) await thing.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The main process of a PC, from keys to province, without a window. */
type Program = {
  readonly pc: TestPc;
  readonly keys: Keys;
  readonly identity: DeviceIdentity;
  readonly journal: Journal;
  readonly client: ProvinceClient;
  readonly life: DeviceLife;
  readonly restarts: { times: number };
};

async function start(pc: TestPc): Promise<Program> {
  const keys = await pc.start();
  const identity = await openDeviceIdentity(join(pc.folder, 'device.json'), keys.device);
  const journal = await openJournal({
    folder: join(pc.folder, 'journal'),
    legacyFile: join(pc.folder, 'journal.hsxj'),
    setAside: createSetAside(join(pc.folder, 'set-aside')),
    keys: keys.source,
    device: () => identity.state()?.dev ?? 0,
  });
  const restarts = { times: 0 };
  const client = createProvinceClient(identity, {
    noteAcked: journal.noteAcked,
    onWipe: () => life.wipe('ordered'),
  });
  const life: DeviceLife = createDeviceLife({
    identity,
    province: client,
    ring: keys.ring,
    eraseKeys: keys.erase,
    journal,
    wipedPath: join(pc.folder, 'wiped.json'),
    note: (note) => pc.notes.push(note),
    sendLog: () => Promise.resolve(),
    restart: () => (restarts.times += 1),
  });
  open.push(client, journal);
  return { pc, keys, identity, journal, client, life, restarts };
}

async function enrolled(name: string, commune = 'na-lau'): Promise<Program> {
  const program = await start(createTestPc());
  await value(program.life.enrol({ serverUrl: server.url, code: await server.createCode(commune), name }));
  await setUp(program.keys);
  return program;
}

const unit = (dev: number, n: number, mark = n): Op => ({
  dev,
  n,
  t: 'set',
  stream: 'org:na-lau',
  type: 'unit',
  id: `01934f2a-7c3b-7a10-8b12-${String(dev * 10_000 + mark).padStart(12, '0')}`,
  f: { name: `Unit ${String(mark)}`, kind: 'cell', parentId: null, order: n, validFrom: null, validTo: null },
  base: 0,
  h: Date.now() * 1024,
  by: BINH,
});

/** The head of the office, in whose name the others act. */
const head = (dev: number): Op => ({
  ...unit(dev, 1),
  type: 'staff',
  id: BINH,
  f: {
    name: { full: 'Head', family: '', middle: '', given: 'Head' },
    post: '',
    role: 'office-head',
    unitId: null,
    order: 0,
    active: true,
  },
});

const devOf = ({ identity }: Program): number => identity.state()?.dev ?? 0;
const send = (program: Program, ops: readonly Op[]): ReturnType<ProvinceClient['exchange']> => {
  const request: SyncRequest = { v: 1, dev: devOf(program), ops: [...ops], seen: [], streams: [] };
  return program.client.exchange(request);
};

/** The profile as a thief, or the maker of a disk image, has it. */
async function copyOf(pc: TestPc): Promise<TestPc> {
  const { cpSync } = await import('node:fs');
  const copy = createTestPc();
  cpSync(pc.folder, copy.folder, { recursive: true });
  return copy;
}

describe('a PC and its province', () => {
  it('enrols with a key that lies in the ring only, and speaks for itself only while open', async () => {
    const program = await enrolled('first');
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(join(program.pc.folder, 'device.json'), 'utf8')).not.toMatch(/privateKey|MC4CAQAw/);
    expect((await send(program, [])).ok).toBe(true);
    program.keys.ring.lock('asked');
    program.client.forgetSession();
    expect(await send(program, [])).toEqual({ ok: false, error: { code: 'locked' } });
    await value(program.keys.ring.unlock(AN, PASSPHRASE));
    expect((await send(program, [])).ok).toBe(true);
  });

  it('takes the plain key of an earlier build into the ring and is the same PC afterwards', async () => {
    const { createPrivateDeviceKey, openSigner } = await import('../keys/device-key.ts');
    const pc = createTestPc();
    const privateKey = createPrivateDeviceKey();
    const path = join(pc.folder, 'device.json');
    writeFileSync(path, JSON.stringify({ version: 1, privateKey, state: null }));
    const { readDeviceFile } = await import('../device-file.ts');
    const keys = await pc.start();
    await value(keys.ring.prepare((await readDeviceFile(path))?.plainKey));
    const identity = await openDeviceIdentity(path, keys.device);
    expect(identity.publicKey()).toBe(openSigner(privateKey).publicKey);
    expect((await readDeviceFile(path))?.plainKey).toBeUndefined();
    pc.remove();
  });

  it('hands its log over, and takes only a head that the province signed', async () => {
    const program = await enrolled('log');
    const line = { n: 1, at: 1, kind: 'unlocked', by: AN, type: '', id: '', detail: '' } as const;
    const hash = createHash('sha256').update(auditText(FIRST_AUDIT_HASH, line)).digest('base64url');
    const entry: AuditEntry = { ...line, hash };
    expect(await program.client.pushAudit([entry])).toMatchObject({
      ok: true,
      value: { n: 1, hash, dev: devOf(program) },
    });

    const other = { ...program.identity, provinceKey: () => 'A'.repeat(43) };
    const suspicious = createProvinceClient(other);
    expect(await suspicious.pushAudit([entry])).toEqual({ ok: false, error: { code: 'bad-signature' } });
    await suspicious.close();
  });
});

describe('two PCs from one disk image', () => {
  it('are told apart: the second gets a number and key of its own and what it alone has, anew', async () => {
    const one = await enrolled('original');
    const dev = devOf(one);
    await value(one.journal.append([unit(dev, 1)]));
    await value(send(one, [unit(dev, 1)]));
    const copyPc = await copyOf(one.pc);
    const two = await start(copyPc);
    await value(two.keys.ring.unlock(AN, PASSPHRASE));

    await value(one.journal.append([unit(dev, 2, 21), unit(dev, 3, 22)]));
    await value(send(one, [unit(dev, 2, 21), unit(dev, 3, 22)]));
    const own = [unit(dev, 2, 31), unit(dev, 3, 32), unit(dev, 4, 33)];
    await value(two.journal.append(own));
    const refused = await send(two, own);
    expect(refused).toMatchObject({ ok: false, error: { code: 'counter-forked', expect: 2 } });

    const keyBefore = two.identity.publicKey();
    const state = await value(two.life.renumber(2));
    expect(state.dev).toBeGreaterThan(dev);
    expect(two.identity.publicKey()).not.toBe(keyBefore);
    const anew = await value(two.journal.readSince(0, 'shared'));
    expect(anew.map(({ dev: by, n, id }) => [by, n, id])).toEqual(own.map(({ id }, i) => [state.dev, i + 1, id]));
    expect(await value(send(two, anew))).toMatchObject({ answer: { acked: 3 } });
    expect(two.journal.facts()).toMatchObject({ lastN: 3, acked: 3 });
    expect((await send(one, [])).ok).toBe(true);

    const again = await start(copyPc);
    await value(again.keys.ring.unlock(AN, PASSPHRASE));
    expect(devOf(again)).toBe(state.dev);
    expect((await send(again, [])).ok).toBe(true);
    const names = (await server.recordsOf('na-lau')).filter(({ id }) =>
      [...own, unit(dev, 2, 21)].some((op) => op.id === id),
    );
    expect(names).toHaveLength(4);
  });

  it('are told apart after their commune was merged away too, and the second is told how its work follows', async () => {
    for (const id of ['old', 'former', 'present'])
      await server.createCommune({ id: `xa-${id}`, name: id, province: 'Mau' });
    const keeper = await enrolled('keeper', 'xa-present');
    const one = await enrolled('before', 'xa-old');
    const dev = devOf(one);
    const two = await start(await copyOf(one.pc));
    await value(two.keys.ring.unlock(AN, PASSPHRASE));
    const inOld = (op: Op): Op => ({ ...op, stream: 'org:xa-old', by: head(dev).id });
    await value(one.journal.append([inOld(head(dev))]));
    await value(send(one, [inOld(head(dev))]));
    const own = [inOld({ ...unit(dev, 1, 41), type: 'staff', f: head(dev).f }), inOld(unit(dev, 2, 42))];
    await value(two.journal.append(own));
    expect(await server.mergeCommune('xa-old', 'xa-former')).toBe('merged');
    expect(await server.mergeCommune('xa-former', 'xa-present')).toBe('merged');

    expect(await send(two, own)).toMatchObject({ ok: false, error: { code: 'counter-forked', expect: 1 } });
    const state = await value(two.life.renumber(1));
    expect(state).toMatchObject({ commune: { id: 'xa-present' }, streams: ['org:xa-present', 'province'] });
    const way = state.moves?.map(({ from, to }) => [from, to]);
    expect(way).toEqual([
      ['org:xa-old', 'org:xa-former'],
      ['org:xa-former', 'org:xa-present'],
    ]);
    const anew = await value(two.journal.readSince(0, 'shared'));
    expect(anew.map(({ stream }) => stream)).toEqual(['org:xa-old', 'org:xa-old']);
    const present = anew.map((op) => followMoves(op, undefined, state.moves ?? []).op);
    expect(await value(send(two, present))).toMatchObject({
      answer: { acked: 2, outcomes: [{ kind: 'ok' }, { kind: 'ok' }] },
    });
    expect((await send(keeper, [])).ok).toBe(true);
    expect((await server.recordsOf('xa-present')).some(({ id }) => id === own[1]?.id)).toBe(true);
  });

  it('go on where a crash ended the change of number', async () => {
    const program = await enrolled('interrupted');
    const dev = devOf(program);
    const key = await value(program.keys.ring.stageDeviceKey());
    const given = await value(program.client.rejoin(key));
    await program.identity.beginRenumbering({ from: 1, publicKey: key.publicKey, state: given });
    // The program ends here: the journal is written, key and number are the old ones.
    const again = await start(program.pc);
    expect(devOf(again)).toBe(dev);
    await value(again.keys.ring.unlock(AN, PASSPHRASE));
    await value(again.life.resume());
    expect([devOf(again), again.identity.publicKey()]).toEqual([given.dev, key.publicKey]);
    expect((await send(again, [])).ok).toBe(true);
    await value(again.life.resume());
  });
});

describe('the end of a PC', () => {
  it('obeys an order to wipe that the province signed: nothing opens the data any more', async () => {
    const program = await enrolled('stolen');
    await value(program.journal.append([unit(devOf(program), 1)]));
    const before = await copyOf(program.pc);
    await server.revoke(devOf(program), { wipe: true });
    program.client.forgetSession();
    expect(await send(program, [])).toMatchObject({ ok: false, error: { code: 'device-revoked' } });
    expect([program.restarts.times, program.life.wasWiped()]).toEqual([1, true]);
    expect(program.keys.source.current('rows')).toBeUndefined();
    expect(existsSync(program.pc.paths.file)).toBe(false);

    finishWipe(program.pc.folder, join(program.pc.folder, 'wiped.json'), (cause) => {
      throw cause;
    });
    await new Promise((done) => setTimeout(done, 200));
    expect(readdirSync(program.pc.folder)).toEqual(['wiped.json']);
    const again = await start(program.pc);
    expect([again.keys.ring.state(), again.identity.state(), again.life.wasWiped()]).toEqual([
      { ok: true, value: { kind: 'none' } },
      null,
      true,
    ]);
    await value(again.life.enrol({ serverUrl: server.url, code: await server.createCode('na-lau'), name: 'new' }));
    expect(again.life.wasWiped()).toBe(false);
    before.remove();
  });

  it('does not obey an order by anybody else, nor one for another PC', async () => {
    const victim = await enrolled('victim');
    const pinned = victim.identity.provinceKey();
    await server.revoke(devOf(victim), { wipe: true });
    victim.client.forgetSession();
    let wiped = 0;
    for (const identity of [
      { ...victim.identity, provinceKey: () => 'A'.repeat(43) },
      { ...victim.identity, provinceKey: () => undefined },
    ]) {
      const client = createProvinceClient(identity, {
        onWipe: () => {
          wiped += 1;
          return Promise.resolve();
        },
      });
      const answer = await client.exchange({ v: 1, dev: devOf(victim), ops: [], seen: [], streams: [] });
      expect(answer).toMatchObject({ error: { code: 'device-revoked', wipe: { dev: devOf(victim) } } });
      await client.close();
    }
    const { isWipeOrdered } = await import('../province/province-signature.ts');
    const answer = await send(victim, []);
    const order = answer.ok ? undefined : answer.error.wipe;
    if (order === undefined) throw new Error('the order is there');
    expect(isWipeOrdered(order, order.dev, pinned)).toBe(true);
    expect(isWipeOrdered(order, order.dev + 1, pinned)).toBe(false);
    expect(isWipeOrdered({ ...order, at: order.at + 1 }, order.dev, pinned)).toBe(false);
    expect(isWipeOrdered({ ...order, dev: order.dev + 1 }, order.dev + 1, pinned)).toBe(false);
    expect(wiped).toBe(0);
  });

  it('is handed over only with the passphrase, a line, and nothing that is only here', async () => {
    const program = await enrolled('handed over');
    const dev = devOf(program);
    await value(program.journal.append([unit(dev, 1)]));
    expect(await program.life.handOver('no passphrase')).toEqual({ ok: false, error: { code: 'wrong-passphrase' } });
    expect(await program.life.handOver(PASSPHRASE)).toEqual({ ok: false, error: { code: 'only-on-this-pc' } });
    await value(send(program, [unit(dev, 1)]));
    await value(program.life.handOver(PASSPHRASE));
    expect([program.restarts.times, readWipeReason(join(program.pc.folder, 'wiped.json'))]).toEqual([1, 'handed-over']);
    expect(program.life.wasWiped()).toBe(false);
    expect(program.keys.ring.state()).toEqual({ ok: true, value: { kind: 'none' } });
  });

  it('leaves Chromium’s own lock alone when it removes the rest', () => {
    const root = mkdtempSync(join(folder, 'profile-'));
    const mark = join(root, 'wiped.json');
    for (const name of ['SingletonLock', 'SingletonCookie', 'device.json']) writeFileSync(join(root, name), 'x');
    mkdirSync(join(root, 'vault'));
    writeFileSync(mark, JSON.stringify({ version: 1, reason: 'ordered', removed: false }));
    finishWipe(root, mark, () => undefined);
    const left = readdirSync(root).filter((name) => !name.startsWith('.removed-'));
    expect(left.sort()).toEqual(['SingletonCookie', 'SingletonLock', 'wiped.json']);
    finishWipe(root, mark, () => undefined);
    expect(readWipeReason(mark)).toBe('ordered');
  });
});

describe('a PC that a restored province does not know', () => {
  it('joins again with another code, with all that its journal holds; one that is known does not', async () => {
    const place = { dataDir: join(folder, 'restored'), folder: join(folder, 'backups') };
    const before = await startServer(place);
    await before.createCommune({ id: 'na-lau', name: 'Na Lau', province: 'Mau' });
    await before.backup(place.folder);
    const late = await start(createTestPc());
    const wish = { serverUrl: before.url, name: 'late' };
    await value(late.life.enrol({ ...wish, code: await before.createCode('na-lau') }));
    await setUp(late.keys);
    const dev = devOf(late);
    const ops = [head(dev), unit(dev, 2), unit(dev, 3)];
    await value(late.journal.append(ops));
    await value(send(late, ops));
    const refused = await late.life.enrol({ ...wish, code: await before.createCode('na-lau') });
    expect(refused).toEqual({ ok: false, error: { code: 'not-allowed' } });
    await before.stop();

    await restoreProvince({ ...place, replace: true });
    const after = await startServer({ ...place, port: before.port });
    try {
      expect(await send(late, [])).toMatchObject({ ok: false });
      const again = await value(late.life.enrol({ ...wish, code: await after.createCode('na-lau') }));
      expect(again.dev).not.toBe(dev);
      const unsent = await value(late.journal.readSince(0, 'shared'));
      expect(unsent.map(({ n, dev: by, id }) => [n, by, id])).toEqual(ops.map(({ id }, i) => [i + 1, again.dev, id]));
      const sent = await value(send(late, unsent));
      expect(sent.answer.outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    } finally {
      await after.stop();
    }
  });
});
