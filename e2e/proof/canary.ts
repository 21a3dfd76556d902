/** Words planted in every kind of record and file, used, searched, printed and backed up: found nowhere in profile, backup, logs and temporary files. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chooseBackupFolder, makeBackup, rehearse } from '#e2e/office/backup-stick.ts';
import { canary, controls, listNeedles, plantAtProvince, plantByHand, plantControls } from '#e2e/office/canaries.ts';
import { OfficePc, SAMPLE_PASSPHRASE } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { scanFolders, type Find } from '#e2e/office/scan-for-words.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { documentFieldLabels as labels } from '#renderer/messages/record-fields.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { startServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

await runProof('canary', async ({ say, onEnd }) => {
  const work = await mkdtemp(join(tmpdir(), 'hosoxa-canary-'));
  onEnd(() => rm(work, { recursive: true, force: true }));
  const [home, temp, stick] = [join(work, 'home'), join(work, 'temp'), join(work, 'usb')];
  for (const folder of [home, temp, stick]) await mkdir(folder);
  const server = await startServer({ dataDir: join(work, 'province') });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  const order = { seed: 5, documents: 30, members: 20, today: toPlainDate('2026-11-20'), files: 1, place };
  const { memberId } = await plantAtProvince(server, await seedProvince(server, order, Date.now));
  const env = {
    HOSOXA_BALLAST_MB: '0',
    HOME: home,
    TMPDIR: temp,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
  };
  const pc = await OfficePc.join(server, place.id, 'Máy văn thư', true, { env });
  onEnd(() => pc.discard());
  expectThat(pc.personName, (name) => name.includes(canary.staff), 'the person at the PC bears a canary for a name');
  await pc.settle();
  const { documentId, pdf } = await plantByHand(pc);
  const needles = listNeedles(SAMPLE_PASSPHRASE, pc.recoveryCode, pdf);
  await use(pc, { documentId, memberId, pdf, kept: join(work, 'saved.pdf') });
  await pc.settle();
  await chooseBackupFolder(pc, stick);
  await makeBackup(pc);
  expectEqual(await rehearse(pc, null), 'ok', 'the backup is sound');
  await pc.lock();
  const folders = [pc.profile, home, temp, stick];
  const locked = await scanFolders(folders, needles);
  expectEqual(describe(locked.finds), [], 'nothing is found while the PC is locked');
  say(`locked: ${needles.length} canaries, ${locked.files} files, ${inMb(locked.bytes)}, 0 found`);

  await pc.unlock();
  await use(pc, { documentId, memberId, pdf, kept: join(work, 'saved-again.pdf') });
  await plantControls(pc);
  await pc.lock();
  await pc.close();
  const self = join(work, 'self-check');
  await mkdir(self);
  await writeFile(join(self, 'packed.bin'), Buffer.concat([Buffer.alloc(300, 7), gzipSync(`x ${controls.row} y`)]));
  await writeFile(join(self, 'base64.txt'), Buffer.from(`ab${controls.row}`, 'utf16le').toString('base64'));
  await writeFile(join(self, 'decomposed.txt'), controls.row.normalize('NFD'));
  const all = [...needles, ...Object.entries(controls).map(([name, text]) => ({ name: `control ${name}`, text }))];
  const after = await scanFolders([...folders, self], all);
  const isControl = ({ name }: Find): boolean => name.startsWith('control ');
  expectEqual(describe(after.finds.filter((find) => !isControl(find))), [], 'nothing is found after the app has ended');
  expectEqual(after.unread, [], 'every table of LevelDB was unpacked');
  const seen = after.finds.filter(isControl);
  for (const name of Object.keys(controls))
    expectThat(
      describe(seen),
      (found) => found.some((line) => line.startsWith(`control ${name}`)),
      `the scan sees ${name} in clear`,
    );
  for (const layer of ['table', 'log', 'gzip'])
    expectThat(
      seen.map((find) => find.layer),
      (layers) => layers.some((each) => each.includes(layer)),
      `the scan unpacks ${layer}`,
    );
  for (const form of ['base64', 'NFD', 'UTF-16'])
    expectThat(
      seen.map((find) => find.form),
      (forms) => forms.some((each) => each.includes(form)),
      `the scan knows ${form}`,
    );
  say(
    `ended: ${after.files} files, ${inMb(after.bytes)} and ${inMb(after.unpacked)} unpacked, 0 found; ${seen.length} finds of the ${Object.keys(controls).length} words put there in clear`,
  );
  if (process.env['HOSOXA_KEEP'] !== undefined) await cp(pc.profile, process.env['HOSOXA_KEEP'], { recursive: true });
  return `0 finds of ${needles.length} canaries in ${after.files} files (${inMb(after.bytes)}), ${seen.length} finds of controls`;
});

type Things = {
  readonly documentId: string;
  readonly memberId: string;
  readonly pdf: Uint8Array;
  readonly kept: string;
};

/** Opens, reads, searches, prints and saves what holds the canaries, and leaves a form half filled. */
async function use(pc: OfficePc, { documentId, memberId, pdf, kept }: Things): Promise<void> {
  const { page } = pc;
  const go = async (hash: string): Promise<void> => {
    await page.evaluate((place) => (window.location.hash = place), hash);
    await page.locator('main h1').first().waitFor();
    await page.waitForTimeout(400);
  };
  await page.keyboard.press('Control+k');
  const search = page.getByPlaceholder(shellText.search);
  await search.fill(canary.searched);
  await page.waitForTimeout(400);
  await search.fill(canary.member);
  await page.getByText(canary.member).first().waitFor();
  await page.keyboard.press('Escape');
  await go(`#/members/${memberId}`);
  await page.getByText(canary.member).first().waitFor();
  await go('#/units');
  await go('#/audit');
  await go(`#/documents/${documentId}`);
  await page.getByText(canary.document).first().waitFor();
  await page.locator('iframe').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(2500);
  await pc.app.evaluate(({ app, dialog, BrowserWindow }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    app.once('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        void contents.printToPDF({}).then(() => done?.(true, ''));
      };
    });
    return BrowserWindow.getAllWindows()[0]
      ?.webContents.printToPDF({})
      .then((sheet) => sheet.length);
  }, kept);
  const [printed, saved] = await page.evaluate(
    async ({ bytes, id }) => {
      const files = (await window.officeForTests?.office.db.attachments.toArray()) ?? [];
      const file = files.find((each) => each.documentId === id);
      return [
        await window.desktop?.call['print:pdf']({ title: file?.name ?? '', bytes: new Uint8Array(bytes) }),
        await window.desktop?.call['files:save-vault-file-as']({
          suggestedName: file?.name ?? '',
          hash: file?.hash ?? '',
        }),
      ];
    },
    { bytes: [...pdf], id: documentId },
  );
  expectThat(must(printed, 'a print'), ({ ok }) => ok, 'the paper is printed');
  expectThat(must(saved, 'a copy'), ({ ok }) => ok, 'the paper is saved outside');
  await go('#/documents-new');
  await page.getByRole('button', { name: documentsText.register }).first().waitFor({ state: 'detached' });
  await page.getByLabel(labels.abstract, { exact: true }).fill(canary.draft);
  await page.waitForTimeout(1500);
  expectThat(
    await page.evaluate(async () => (await window.officeForTests?.office.db.localDrafts.count()) ?? 0),
    (drafts) => drafts > 0,
    'the half-filled form is kept as a draft',
  );
  await go('#/');
}

function describe(finds: readonly Find[]): string[] {
  return finds.map(({ name, form, file, layer }) => `${name} as ${form} in ${file} (${layer})`);
}

function inMb(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
