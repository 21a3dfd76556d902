/** A profile a newer build has worked with is refused before a window opens, not a byte changed; a store an older build deleted is rebuilt with what was unsent. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appLaunch } from '#build/electron-runtime/app-launch.ts';
import { OfficePc, SAMPLE_PASSPHRASE } from '#e2e/office/office-pc.ts';
import { dumpRecords, editDocuments } from '#e2e/office/office-work.ts';
import { digestTree } from '#e2e/office/profile-tree.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const DOCUMENTS = 60;
const UNSENT = 25;
const PATIENCE_MS = 20_000;

await runProof('older-build', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-province-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  let server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  const order = { seed: 11, documents: DOCUMENTS, members: 10, files: 0, today: toPlainDate('2026-11-20'), place };
  await seedProvince(server, order, Date.now);
  let pc = await OfficePc.join(server, place.id, 'Máy văn thư', true);
  onEnd(() => pc.discard());
  await pc.page.waitForFunction(() => window.officeForTests !== undefined);
  while ((await pc.page.evaluate(async () => window.officeForTests?.office.db.documents.count())) !== DOCUMENTS)
    await pc.page.waitForTimeout(100);
  await pc.settle();
  const { port } = server;
  await server.stop();
  await editDocuments(pc, { total: UNSENT, shared: 0, mark: 'chưa gửi', startAt: 0 });
  const before = await dumpRecords(pc);
  await pc.close();
  say(`${Object.keys(before).length} records on the PC, ${UNSENT} edits of them unsent, the province is down`);

  const stampPath = join(pc.profile, 'store.json');
  const stamp = JSON.parse(await readFile(stampPath, 'utf8')) as Record<string, number>;
  const newer = { build: 1, electronMajor: 1, version: 1 };
  for (const [name, more] of Object.entries(newer)) {
    await writeFile(stampPath, JSON.stringify({ ...stamp, [name]: (stamp[name] ?? 0) + more }));
    const tree = await digestTree(pc.profile);
    const { code, text } = await startAndWait(pc.profile);
    expectEqual(code, 1, `a profile with a newer ${name} ends the start with code 1`);
    expectThat(text, (said) => said.includes('bản phần mềm mới hơn'), 'and says why');
    expectEqual(await digestTree(pc.profile), tree, 'and no file of the profile was touched');
    say(`refused for a newer ${name}, ${Object.keys(tree).length} files of the profile unchanged`);
  }
  await writeFile(stampPath, JSON.stringify(stamp));

  await rm(join(pc.profile, 'IndexedDB'), { recursive: true });
  pc = await OfficePc.open('Máy văn thư', pc.profile);
  await pc.tryPassphrase(SAMPLE_PASSPHRASE);
  await pc.page.waitForFunction(() => window.officeForTests !== undefined);
  const unsent = await pc.page.evaluate(async () => window.officeForTests?.office.db.outbox.count());
  expectEqual(unsent, UNSENT, 'without the province: unsent edits that are back in the new store');
  server = await startServer({ dataDir, port });
  await pc.waitForShell(); // opens by itself when the people of the office are back
  await pc.settle();
  expectEqual(valuesOf(await dumpRecords(pc)), valuesOf(before), 'the rebuilt store holds what the deleted one held');
  const truth = await server.recordsOf(place.id);
  const arrived = truth.filter(({ f }) =>
    ['note', 'signer'].some((field) => JSON.stringify(f[field]?.v ?? '').includes('chưa gửi')),
  );
  expectThat(arrived.length, (count) => count >= UNSENT, 'unsent edits at the province');
  say(`store deleted, rebuilt: ${UNSENT} unsent edits from the journal, all records as before`);
  return `3 refusals, 0 bytes changed, ${Object.keys(before).length} records rebuilt`;
});

/** Starts the app as a person would and waits for its end. */
function startAndWait(profile: string): Promise<{ code: number | null; text: string }> {
  const { executablePath, args, env } = appLaunch({ profile, env: { HOSOXA_QUIET_REFUSAL: '1' } });
  const child = spawn(executablePath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, text });
    });
  });
}

/** What a person sees of records: everything but the place in the stream and marks of own unsent edits. */
function valuesOf(dump: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(dump).map(([key, row]) => {
      const values = { ...(row as Record<string, unknown>) };
      for (const volatile of ['seq', 'pending']) delete values[volatile];
      if (Array.isArray(values['flags'])) values['flags'] = values['flags'].filter((flag) => flag !== 'pending');
      return [key, values];
    }),
  );
}
