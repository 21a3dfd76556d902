/** A backup on a second folder is rehearsed, every damage to it is found, and a new PC opens the same office from it: nothing lost, unsent work sent once. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerFolder, chooseBackupFolder, makeBackup, rehearse } from '#e2e/office/backup-stick.ts';
import { OfficePc, SAMPLE_PASSPHRASE } from '#e2e/office/office-pc.ts';
import { dumpRecords, editDocuments, makePapers, presentFiles } from '#e2e/office/office-work.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { lockText } from '#renderer/messages/lock.ts';
import { startServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const EDITS = 40;
const PAPERS = 3;
const NEW_PASSPHRASE = 'quạt nâu leo mái ngói chậm';

await runProof('backup-rehearsal', async ({ say, onEnd }) => {
  const work = await mkdtemp(join(tmpdir(), 'hosoxa-backup-'));
  onEnd(() => rm(work, { recursive: true, force: true }));
  const stick = join(work, 'usb');
  await mkdir(stick);
  const dataDir = join(work, 'province');
  let server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  await seedProvince(
    server,
    { seed: 11, documents: 90, members: 30, today: toPlainDate('2026-11-20'), files: 3, place },
    Date.now,
  );
  const pc = await OfficePc.join(server, place.id, 'Máy văn thư', true);
  onEnd(() => pc.discard());
  await pc.settle();
  const { port } = server;
  await server.stop();

  await editDocuments(pc, { total: EDITS, shared: 0, mark: 'lúc mất mạng', startAt: 0 });
  await makePapers(pc, PAPERS, 'backup');
  const before = await dumpRecords(pc);
  const facts = await journalFacts(pc);
  await chooseBackupFolder(pc, stick);
  const [entry] = (await makeBackup(pc)).entries;
  const backup = must(entry, 'a backup');
  expectThat(backup.unsent, (unsent) => unsent >= EDITS + PAPERS, 'the backup says what the province has not got');
  expectEqual(await rehearse(pc, null), 'ok', 'the rehearsal finds everything');
  const rows = Object.values(backup.counts).reduce((sum, count) => sum + count, 0);
  say(
    `backed up and rehearsed: ${rows} rows of ${Object.keys(backup.counts).length} tables, ${backup.files} files, ${backup.unsent} unsent changes`,
  );

  const damages = await damageEverything(pc, stick, backup.id, join(work, 'sound'));
  expectEqual(await rehearse(pc, backup.id), 'ok', 'the sound backup is still sound');
  say(`${damages} damages to its parts, each found by the rehearsal`);
  await pc.close();

  const heir = await OfficePc.open('Máy mới', join(work, 'new-profile'));
  onEnd(() => heir.discard());
  await answerFolder(heir, stick);
  await heir.page.getByRole('button', { name: lockText.restoreOffer }).click();
  await heir.page.getByRole('button', { name: lockText.restorePick }).click();
  const field = heir.page.getByRole('textbox', { name: lockText.passphrase, exact: true });
  await field.fill('không phải câu này đâu');
  await heir.page.getByRole('button', { name: lockText.restoreStart }).click();
  await heir.page.getByRole('alert').first().waitFor();
  await field.fill(SAMPLE_PASSPHRASE);
  const started = Date.now();
  await heir.page.getByRole('button', { name: lockText.restoreStart }).click();
  await heir.waitForShell();
  const seconds = (Date.now() - started) / 1000;
  expectEqual(await dumpRecords(heir), before, 'the new PC shows the same records');
  expectEqual((await journalFacts(heir)).lastN, facts.lastN, 'its journal ends where the old one did');
  say(
    `restored by passphrase into an empty profile in ${seconds.toFixed(1)} s, without the province: ${Object.keys(before).length} records equal`,
  );

  const verdict = await heir.page.evaluate(() => window.desktop?.call['audit:verify'](undefined));
  expectEqual(
    verdict?.ok === true ? verdict.value.reason : 'no answer',
    'none',
    'the log of the old PC came along whole',
  );
  await restoreByCode(join(work, 'another-profile'), stick, pc.recoveryCode, before);
  say('restored by the printed code into another empty profile, with a new passphrase that opens it after a lock');

  server = await startServer({ dataDir, port });
  await heir.settle();
  const truth = await server.recordsOf(place.id);
  const papers = truth.filter(({ type }) => type === 'document');
  const marked = papers.filter(({ f }) =>
    Object.values(f).some(({ v }) => typeof v === 'string' && v.startsWith('lúc mất mạng')),
  );
  expectEqual(papers.length, 90 + PAPERS, 'the papers made offline are at the province, each once');
  expectEqual(marked.length, EDITS, 'and so is every edit');
  const numbers = papers.map(({ f }) => f['arrivalNumber']?.v);
  expectEqual(new Set(numbers).size, papers.length, 'no number was given twice');
  const files = (await server.filesOf(place.id)).map(({ hash }) => hash).sort();
  expectEqual(files.length, 3 + PAPERS, 'the files made offline have come to the province');
  expectEqual((await presentFiles(heir, files)).sort(), files, 'and lie on the new PC');
  const after = await journalFacts(heir);
  expectThat(after.acked, (acked) => acked >= facts.lastN, 'everything the old PC journalled is acknowledged');
  await heir.lock();
  await heir.unlock();
  say(`sent once: ${EDITS} edits, ${PAPERS} papers, ${files.length} files at the province; opens again after a lock`);
  return `${damages} damages found, ${Object.keys(before).length} records and ${EDITS + PAPERS} unsent changes restored`;
});

/** Another new PC, by screens a person would use: the code in place of a passphrase nobody knows any more. */
async function restoreByCode(
  profile: string,
  stick: string,
  code: string,
  before: Awaited<ReturnType<typeof dumpRecords>>,
): Promise<void> {
  const pc = await OfficePc.open('Máy mở bằng mã', profile);
  try {
    await answerFolder(pc, stick);
    await pc.page.getByRole('button', { name: lockText.restoreOffer }).click();
    await pc.page.getByRole('button', { name: lockText.restorePick }).click();
    await pc.page.getByRole('button', { name: lockText.restoreUseCode }).click();
    await pc.page.getByRole('textbox', { name: lockText.recoverCode }).fill(code.toLowerCase());
    await pc.page.getByRole('textbox', { name: lockText.newPassphrase, exact: true }).fill(NEW_PASSPHRASE);
    await pc.page.getByRole('textbox', { name: lockText.again, exact: true }).fill(NEW_PASSPHRASE);
    await pc.page.getByText(lockText.enough).waitFor();
    await pc.page.getByRole('button', { name: lockText.restoreStart }).click();
    await pc.waitForShell();
    expectEqual(await dumpRecords(pc), before, 'the PC restored by the code shows the same records');
    await pc.lock();
    await pc.unlock(NEW_PASSPHRASE);
  } finally {
    await pc.discard();
  }
}

async function journalFacts(pc: OfficePc): Promise<{ readonly lastN: number; readonly acked: number }> {
  const reply = await pc.page.evaluate(() => window.desktop?.call['journal:facts'](undefined));
  if (reply?.ok !== true) throw new Error('the journal did not answer');
  return reply.value;
}

/** Flips a bit of, cuts short and removes every file of a backup in turn; how many damages there were. */
async function damageEverything(pc: OfficePc, stick: string, id: string, sound: string): Promise<number> {
  await cp(stick, sound, { recursive: true });
  const names = (await readdir(sound, { recursive: true, withFileTypes: true })).flatMap((file) =>
    file.isFile() && file.name !== 'rehearsal.json' ? [join(file.parentPath, file.name).slice(sound.length + 1)] : [],
  );
  let count = 0;
  for (const name of names) {
    const bytes = await readFile(join(sound, name));
    const flipped = Buffer.from(bytes);
    flipped[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    for (const damage of [flipped, bytes.subarray(0, -1), undefined]) {
      await (damage === undefined ? rm(join(stick, name)) : writeFile(join(stick, name), damage));
      const found = await rehearse(pc, id);
      expectThat(found, (code) => code !== 'ok', `${name} damaged is found`);
      await writeFile(join(stick, name), bytes);
      count += 1;
    }
  }
  return count;
}
