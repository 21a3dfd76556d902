import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { auditHeadMessage, type AuditEntry, type AuditHead } from '#shared/contract/audit.ts';
import { openAuditLog, type AuditLog } from './audit-log.ts';
import { createAuditSender, type AuditRefusal } from './audit-sender.ts';
import { err, ok, type Result } from '#shared/base/result.ts';

const province = generateKeyPairSync('ed25519');
const provinceKey = must(createPublicKey(province.privateKey).export({ format: 'jwk' }).x, 'a public key');
const everything = { before: null, kinds: [], by: null, fromMs: null, untilMs: null };
let folder: string;
let clock = 1_000;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosoxa-audit-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function openLog(dev = 7): Promise<AuditLog> {
  return openAuditLog({ folder, now: () => (clock += 1000), provinceKey: () => provinceKey, dev: () => dev });
}

function signHead(entry: Pick<AuditEntry, 'n' | 'hash'>, dev = 7): AuditHead {
  const head = { dev, n: entry.n, hash: entry.hash, at: (clock += 1) };
  return {
    ...head,
    signature: sign(null, Buffer.from(auditHeadMessage(head)), province.privateKey).toString('base64url'),
  };
}

/** A log of `count` lines of which the province has signed all but the last two. */
async function makeLog(count: number): Promise<string> {
  const log = await openLog();
  for (let i = 0; i < count; i += 1) log.note({ kind: 'member-read', by: 'p', type: 'member', id: `m${String(i)}` });
  const lines = await log.unsent();
  expect(await log.takeHead(signHead(must(lines.at(-3), 'a line')))).toEqual(ok(null));
  await log.close();
  return join(folder, 'audit-000001.jsonl');
}

describe('the log of use', () => {
  it('keeps what is noted, newest first, and filters it', async () => {
    const log = await openLog();
    log.note({ kind: 'started' });
    log.note({ kind: 'unlocked', by: 'an' });
    log.note({ kind: 'member-read', by: 'an', type: 'member', id: 'm1' });
    expect((await log.list(everything)).map(({ n }) => n)).toEqual([3, 2, 1]);
    expect(await log.list({ ...everything, kinds: ['unlocked'], by: 'an' })).toHaveLength(1);
    expect(await log.list({ ...everything, before: 2 })).toHaveLength(1);
    await log.close();
    const again = await openLog();
    again.note({ kind: 'locked' });
    expect(await again.verify()).toMatchObject({ entries: 4, badN: null, reason: 'none' });
  });

  it('finds every line that was removed, changed, swapped or cut off, and every single byte that was flipped', async () => {
    const path = await makeLog(12);
    const log = await openLog();
    const sound = await readFile(path, 'utf8');
    const lines = sound.split('\n').slice(0, -1);
    const join_ = (kept: readonly string[]): string => kept.map((line) => `${line}\n`).join('');
    const damages: string[] = [];
    for (const [i, line] of lines.entries()) {
      damages.push(join_(lines.toSpliced(i, 1)), join_(lines.slice(0, i)));
      damages.push(join_(lines.toSpliced(i, 1, line.replace('"by":"p"', '"by":"q"'))));
      if (i > 0) damages.push(join_(lines.toSpliced(i - 1, 2, line, must(lines[i - 1], 'a line'))));
      damages.push(join_(lines.toSpliced(i, 0, line)));
    }
    for (let i = 0; i < sound.length; i += 17) {
      const bytes = Buffer.from(sound);
      bytes[i] = (bytes[i] ?? 0) ^ 1;
      damages.push(bytes.toString('latin1'));
    }
    for (const damage of damages) {
      await writeFile(path, damage);
      expect((await log.verify()).reason, damage.slice(0, 300)).not.toBe('none');
    }
    await writeFile(path, sound);
    expect((await log.verify()).reason).toBe('none');
  });

  it('finds a log rewritten from some line on, hashes and all, by the head the province signed', async () => {
    const path = await makeLog(6);
    await rm(path);
    const tail = JSON.parse(await readFile(join(folder, 'audit-heads.json'), 'utf8')) as object;
    await writeFile(join(folder, 'audit-heads.json'), JSON.stringify({ ...tail, tail: null }));
    const forged = await openLog();
    for (let i = 0; i < 6; i += 1) forged.note({ kind: 'member-read', by: 'q' });
    expect(await forged.verify()).toMatchObject({ reason: 'changed', badN: 4, signedN: 4 });
  });

  it('cuts a line that was being written and goes on behind the last whole one', async () => {
    const path = await makeLog(5);
    await appendFile(path, '{"n":6,"at":12');
    const log = await openLog();
    log.note({ kind: 'started' });
    expect(await log.verify()).toMatchObject({ entries: 6, reason: 'none' });
  });

  it('sets unreadable lines at the end aside, never deletes them, and the gap stays to be seen', async () => {
    const path = await makeLog(5);
    const bytes = await readFile(path);
    bytes.fill(0, bytes.length - 150);
    bytes[bytes.length - 1] = 10;
    await writeFile(path, bytes);
    const log = await openLog();
    expect(await readdir(join(folder, 'set-aside'))).toHaveLength(1);
    expect(await log.verify()).toMatchObject({ reason: 'missing' });
    expect((await log.list(everything))[0]).toMatchObject({ kind: 'journal-damaged', type: 'audit' });
  });

  it('hands every line to the province once, in order, also after a restart and under a new number', async () => {
    const held = new Map<number, AuditEntry[]>();
    const push =
      (dev: number) =>
      (entries: readonly AuditEntry[]): Promise<Result<AuditHead, AuditRefusal>> => {
        const mine = held.get(dev) ?? [];
        if (entries[0]?.n !== mine.length + 1)
          return Promise.resolve(err({ code: 'audit-broken', expect: mine.length + 1 }));
        held.set(dev, [...mine, ...entries]);
        return Promise.resolve(ok(signHead(must(entries.at(-1), 'a line'), dev)));
      };
    const codes: string[] = [];
    const parts = (audit: AuditLog, dev: number) => ({
      audit,
      push: push(dev),
      now: () => clock,
      report: (code: string) => codes.push(code),
    });
    const log = await openLog();
    for (let i = 0; i < 1203; i += 1) log.note({ kind: 'printed' });
    await createAuditSender(parts(log, 7)).sendNow(5000);
    await log.close();
    const again = await openLog();
    again.note({ kind: 'started' });
    await createAuditSender(parts(again, 7)).sendNow(5000);
    expect(held.get(7)).toHaveLength(1204);
    await again.close();
    const renumbered = await openLog(8);
    renumbered.note({ kind: 'device-renumbered' });
    await createAuditSender(parts(renumbered, 8)).sendNow(5000);
    expect(held.get(8)).toHaveLength(1205);
    expect(codes).toEqual([]);
    expect(await renumbered.verify()).toMatchObject({ reason: 'none', signedN: 1205 });
  });

  it('counts lines that are not on the disk yet among those the province lacks', async () => {
    const log = await openLog();
    log.note({ kind: 'member-read', by: 'p' });
    expect(await log.unsentFacts()).toMatchObject({ count: 1 });
    log.note({ kind: 'member-read', by: 'p' });
    expect((await log.unsent()).map(({ n }) => n)).toEqual([1, 2]);
    await log.close();
  });

  it('goes on behind the head of the province when its own last lines were lost, noting unsent ones again', async () => {
    await makeLog(5);
    const log = await openLog();
    const head = signHead({ n: 40, hash: 'B'.repeat(43) });
    const pushed: AuditEntry[][] = [];
    const push = (entries: readonly AuditEntry[]): Promise<Result<AuditHead, AuditRefusal>> => {
      pushed.push([...entries]);
      return Promise.resolve(
        pushed.length === 1
          ? err({ code: 'audit-broken', expect: 41, head })
          : ok(signHead(must(entries.at(-1), 'a line'))),
      );
    };
    await createAuditSender({ audit: log, push, now: () => clock, report: () => undefined }).sendNow(5000);
    expect(pushed[1]?.map(({ n, kind }) => [n, kind])).toEqual([
      [41, 'journal-damaged'],
      [42, 'member-read'],
      [43, 'member-read'],
    ]);
    expect(await log.verify()).toMatchObject({ reason: 'missing', badN: 6, signedN: 43 });
  });

  it('takes the log of a backup over whole: nothing is missing in it, and what was noted here before follows behind', async () => {
    await makeLog(5);
    const old = await mkdtemp(join(tmpdir(), 'hosoxa-audit-old-'));
    for (const name of await readdir(folder)) await rename(join(folder, name), join(old, name));
    const log = await openLog();
    log.note({ kind: 'started' });
    log.note({ kind: 'unlock-failed', id: 'p' });
    await log.flush();
    log.note({ kind: 'recovered', by: 'p' });
    await log.takeOver(old);
    log.note({ kind: 'backup-restored', by: 'p' });
    const lines = await log.list(everything);
    expect(lines.map(({ n, kind }) => [n, kind]).slice(0, 5)).toEqual([
      [9, 'backup-restored'],
      [8, 'recovered'],
      [7, 'unlock-failed'],
      [6, 'started'],
      [5, 'member-read'],
    ]);
    expect(await log.verify()).toMatchObject({ entries: 9, badN: null, reason: 'none', signedN: 3 });
    expect((await log.unsent()).map(({ n }) => n)).toEqual([4, 5, 6, 7, 8, 9]);
    expect((await readdir(join(folder, 'set-aside'))).some((name) => name.endsWith('audit-000001.jsonl'))).toBe(true);
    await rm(old, { recursive: true, force: true });
  });

  it('says so when the province does not take the log', async () => {
    await makeLog(5);
    const log = await openLog();
    const codes: string[] = [];
    const push = (): Promise<Result<AuditHead, AuditRefusal>> =>
      Promise.resolve(err({ code: 'audit-broken', expect: 2 }));
    await createAuditSender({ audit: log, push, now: () => clock, report: (code) => codes.push(code) }).sendNow(5000);
    expect(codes).toEqual(['audit-broken']);
    expect(await log.verify()).toMatchObject({ reason: 'changed', badN: 2 });
  });

  it('takes no head that is not signed by the province', async () => {
    await makeLog(3);
    const log = await openLog();
    expect(await log.takeHead({ ...signHead({ n: 3, hash: 'C'.repeat(43) }), n: 2 })).toEqual(err('bad-signature'));
  });
});
