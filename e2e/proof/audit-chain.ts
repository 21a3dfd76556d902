/** A log made by the real app and signed by the province: every line taken out, changed, swapped, doubled or cut off is found, here and at the province. */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryIdentity } from '#electron/main/services/memory-identity.ts';
import { readAuditHeads } from '#electron/main/services/audit/audit-heads.ts';
import { openAuditLog } from '#electron/main/services/audit/audit-log.ts';
import { createAuditSender } from '#electron/main/services/audit/audit-sender.ts';
import { verifyAudit } from '#electron/main/services/audit/verify-audit.ts';
import { createProvinceClient } from '#electron/main/services/province/province-client.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { startServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { auditText, FIRST_AUDIT_HASH, type AuditEntry } from '#shared/contract/audit.ts';
import type { AuditVerdict } from '#shared/contract/audit.ts';

const READINGS = 40;

await runProof('audit-chain', async ({ say, onEnd }) => {
  const work = await mkdtemp(join(tmpdir(), 'hosoxa-audit-chain-'));
  onEnd(() => rm(work, { recursive: true, force: true }));
  const server = await startServer({ dataDir: join(work, 'province') });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  const order = { seed: 3, documents: 10, members: 12, today: toPlainDate('2026-11-20'), files: 0, place };
  await seedProvince(server, order, Date.now);
  const pc = await OfficePc.join(server, place.id, 'Máy văn thư', true);
  onEnd(() => pc.discard());
  await use(pc);
  await pc.lock();
  const sound = await verifyInApp(pc);
  expectEqual(sound.reason, 'none', 'the log of the running app is whole');
  expectThat(sound.signedN, (n) => n >= READINGS, 'the province has signed what there was when the PC was locked');
  await pc.close();

  const folder = join(pc.profile, 'audit');
  const lines = await readLines(folder);
  const entries = lines.map((line) => JSON.parse(line) as AuditEntry);
  const kinds = new Set(entries.map(({ kind }) => kind));
  for (const kind of ['person-added', 'unlocked', 'unlock-failed', 'locked', 'member-read'] as const)
    expectThat([...kinds], (all) => all.includes(kind), `the app notes ${kind}`);
  say(`${lines.length} lines of ${kinds.size} kinds, ${sound.signedN} signed by the province`);

  const { provinceKey } = JSON.parse(await readFile(join(pc.profile, 'device.json'), 'utf8')) as {
    provinceKey: string;
  };
  const heads = await readAuditHeads(folder);
  const signedHere = Math.max(...heads.heads.map(({ n }) => n));
  const damaged = join(work, 'damaged');
  const counts = new Map<string, number>();
  for (const { kind, text } of listDamages(lines, entries, signedHere)) {
    await cp(folder, damaged, { recursive: true });
    await writeFile(join(damaged, must(await firstLogFile(damaged), 'a log file')), text);
    const { reason } = await verifyAudit(damaged, heads, provinceKey);
    expectThat(reason, (found) => found !== 'none', `a log with ${kind} is not taken for whole`);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    await rm(damaged, { recursive: true });
  }
  const found = [...counts.values()].reduce((sum, count) => sum + count, 0);
  say(`found on the PC: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}`);

  const refused = await rewriteBehindTheProvince(
    server.url,
    await server.createCode(place.id, { name: 'Máy thử' }),
    work,
  );
  say(`refused by the province: ${refused} chains rewritten behind a signed line, hashes and all`);

  const path = join(folder, must(await firstLogFile(folder), 'a log file'));
  await writeFile(path, `${lines.with(4, must(lines[4], 'a fifth line').replace(/"at":\d/, '"at":9')).join('\n')}\n`);
  const again = await OfficePc.open(pc.name, pc.profile);
  onEnd(() => again.close());
  await again.page.getByRole('heading', { level: 1 }).first().waitFor();
  const verdict = await verifyInApp(again);
  expectEqual([verdict.reason, verdict.badN], ['changed', 5], 'the app itself names the changed line');
  say('a log from an older backup goes on behind what the province holds, its gap shown');
  say('the app names the changed line, also while it is locked');
  return `${found} damages of ${lines.length} lines found, ${refused} rewritten chains refused`;
});

/** A person's hours: reads members, locks, mistypes, opens. */
async function use(pc: OfficePc): Promise<void> {
  const ids = await pc.page.evaluate(async () => {
    const members = await window.officeForTests?.office.db.members.toArray();
    return (members ?? []).map(({ id }) => id);
  });
  for (const id of ids.slice(0, 5)) {
    await pc.page.evaluate((member) => (window.location.hash = `#/members/${member}`), id);
    await pc.page.getByRole('heading').first().waitFor();
    await pc.page.waitForTimeout(150);
  }
  await pc.lock();
  await pc.tryPassphrase('không phải câu này đâu nhé');
  await pc.page.waitForTimeout(1500);
  await pc.unlock();
  await pc.page.evaluate(
    async ({ wanted, members }) => {
      for (let i = 0; i < wanted; i += 1)
        await window.desktop?.call['audit:note']({
          kind: 'member-read',
          type: 'member',
          id: members[i % members.length] ?? '',
          detail: '',
        });
    },
    { wanted: READINGS, members: ids },
  );
}

async function verifyInApp(pc: OfficePc): Promise<AuditVerdict> {
  const reply = await pc.page.evaluate(() => window.desktop?.call['audit:verify'](undefined));
  if (reply?.ok !== true) throw new Error('the log did not answer');
  return reply.value;
}

async function firstLogFile(folder: string): Promise<string | undefined> {
  return (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()[0];
}

async function readLines(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, must(await firstLogFile(folder), 'a log file')), 'utf8');
  return text.split('\n').slice(0, -1);
}

type Damage = { readonly kind: string; readonly text: string };

/** Every line in turn: out, each of its values changed, swapped with its neighbour, doubled, the log cut before it, and all rewritten from it on. */
function* listDamages(lines: readonly string[], entries: readonly AuditEntry[], signedN: number): Generator<Damage> {
  const textOf = (kept: readonly string[]): string => kept.map((line) => `${line}\n`).join('');
  for (const [i, line] of lines.entries()) {
    yield { kind: 'lines removed', text: textOf(lines.toSpliced(i, 1)) };
    yield { kind: 'ends cut off', text: textOf(lines.slice(0, i)) };
    yield { kind: 'lines doubled', text: textOf(lines.toSpliced(i, 0, line)) };
    if (i > 0) yield { kind: 'pairs swapped', text: textOf(lines.toSpliced(i - 1, 2, line, lines[i - 1] ?? '')) };
    const entry = must(entries[i], 'an entry for every line');
    for (const changed of changeEachValue(entry))
      yield { kind: 'values changed', text: textOf(lines.with(i, JSON.stringify(changed))) };
    if (entry.n <= signedN)
      yield { kind: 'chains rewritten', text: textOf(rewriteFrom(entries, i).map((each) => JSON.stringify(each))) };
  }
}

function changeEachValue(entry: AuditEntry): AuditEntry[] {
  const other = entry.hash.startsWith('B') ? 'C' : 'B';
  return [
    { ...entry, n: entry.n + 1 },
    { ...entry, at: entry.at - 1 },
    { ...entry, kind: entry.kind === 'printed' ? 'started' : 'printed' },
    { ...entry, by: `${entry.by}x` },
    { ...entry, type: `${entry.type}x` },
    { ...entry, id: entry.id.slice(0, -1) || 'x' },
    { ...entry, detail: `${entry.detail} ` },
    { ...entry, hash: `${other}${entry.hash.slice(1)}` },
  ];
}

/** The log with another line `i`, and all hashes from there on made anew, as somebody with a computer could. */
function rewriteFrom(entries: readonly AuditEntry[], i: number): AuditEntry[] {
  const rewritten = entries.slice(0, i);
  for (const { hash: _was, ...facts } of entries.slice(i)) {
    const line = rewritten.length === i ? { ...facts, at: facts.at + 1 } : facts;
    const before = rewritten.at(-1)?.hash ?? FIRST_AUDIT_HASH;
    rewritten.push({ ...line, hash: createHash('sha256').update(auditText(before, line)).digest('base64url') });
  }
  return rewritten;
}

/** A PC hands half of its log over, then tries to hand over one that was rewritten from each line on. */
async function rewriteBehindTheProvince(url: string, code: string, work: string): Promise<number> {
  const identity = createMemoryIdentity();
  const province = createProvinceClient(identity);
  await province.enrol({ serverUrl: url, code, name: 'Máy thử' });
  const folder = join(work, 'other-log');
  const audit = await openAuditLog({
    folder,
    now: Date.now,
    provinceKey: identity.provinceKey,
    dev: () => identity.state()?.dev,
  });
  const codes: string[] = [];
  const sender = createAuditSender({
    audit,
    push: province.pushAudit,
    now: Date.now,
    report: (why) => codes.push(why),
  });
  for (let i = 0; i < 20; i += 1) audit.note({ kind: 'printed', detail: String(i) });
  await sender.sendNow(10_000);
  expectEqual(codes, [], 'the province takes a sound log');
  audit.note({ kind: 'printed', detail: 'one more' });
  await audit.flush();
  const entries = (await readLines(folder)).map((line) => JSON.parse(line) as AuditEntry);
  let refused = 0;
  for (let i = 0; i < 20; i += 1) {
    for (const forged of [rewriteFrom(entries, i), entries.slice(0, i).concat(rewriteFrom(entries, i).slice(i + 1))]) {
      const answer = await province.pushAudit(forged);
      expectEqual(answer.ok ? 'taken' : answer.error.code, 'audit-broken', `a log rewritten from line ${i + 1} on`);
      refused += 1;
    }
  }
  const truth = await province.pushAudit(entries.slice(20));
  expectThat(truth.ok, (isTaken) => isTaken, 'the sound log is still taken');

  const older = join(work, 'older-log');
  await mkdir(older);
  await writeFile(join(older, 'audit-000001.jsonl'), `${(await readLines(folder)).slice(0, 12).join('\n')}\n`);
  const restored = await openAuditLog({
    folder: older,
    now: Date.now,
    provinceKey: identity.provinceKey,
    dev: () => identity.state()?.dev,
  });
  restored.note({ kind: 'backup-restored' });
  await createAuditSender({
    audit: restored,
    push: province.pushAudit,
    now: Date.now,
    report: (why) => codes.push(why),
  }).sendNow(10_000);
  const verdict = await restored.verify();
  expectEqual(codes, [], 'the province takes the log of an older backup on behind what it holds');
  expectEqual([verdict.reason, verdict.badN], ['missing', 14], 'and the lines that were lost stay to be seen');
  expectThat(verdict.signedN, (n) => n > 21, 'the lines after the restore are signed');
  await province.close();
  return refused;
}
