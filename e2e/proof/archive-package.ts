/** A dossier is closed in the app, handed over as folder and ZIP, checked by the archive's own command, damaged in every way, sent back and at last taken in. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeDossier, runArchive } from '#e2e/office/archive-office.ts';
import { answerFolder } from '#e2e/office/backup-stick.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { dossiersText as text } from '#renderer/messages/dossiers.ts';
import { startServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { PackageReport } from '#shared/domain/dossier/archive-report.ts';
import type { DossierFields } from '#shared/domain/dossier/dossier-record.ts';

const PAPERS = 4;
const CODE = 'H05.02.02.2026.01';
const DATA = 'representations/rep1/data';
const CORPUS = '../shared/corpus/archive';
const derived = ['derived/fixity-all-ok.zip', 'derived/fixity-one-file-altered.zip'] as const;
const project = process.cwd();

await runProof('archive-package', async ({ say, onEnd }) => {
  const work = await mkdtemp(join(tmpdir(), 'hosoxa-archive-'));
  onEnd(() => rm(work, { recursive: true, force: true }));
  const stick = join(work, 'usb');
  await mkdir(stick);
  const server = await startServer({ dataDir: join(work, 'province') });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  const today = toPlainDate('2026-11-20');
  await seedProvince(server, { seed: 21, documents: 30, members: 10, today, files: 1, place }, Date.now);
  const pc = await OfficePc.join(server, place.id, 'Máy văn thư', true);
  onEnd(() => pc.discard());
  await pc.settle();
  const { id, hashes } = await makeDossier(pc, CODE, PAPERS);
  await answerFolder(pc, stick);

  await show(pc, id);
  const list = pc.page.getByRole('listbox', { name: text.paperList.label });
  await list.getByRole('option').first().click();
  await list.press('Alt+ArrowDown');
  await pc.page.getByText(text.paperList.moved(2, PAPERS + 1)).waitFor();
  await close(pc);
  await makePackage(pc, id, text.handOver.makeZip);
  const zipHash = (await dossierOf(pc, id)).packageHash;
  await withdraw(pc, id);
  await makePackage(pc, id, text.handOver.makeFolder);
  const { packageHash } = await dossierOf(pc, id);
  expectEqual(
    (await readdir(stick)).sort(),
    [CODE, `${CODE}.zip`],
    'folder and ZIP lie on the stick, nothing half beside them',
  );
  const folder = join(stick, CODE);
  const zip = join(stick, `${CODE}.zip`);
  const handed = await Promise.all(
    (await readdir(join(folder, DATA))).map(async (name) => hashOf(await readFile(join(folder, DATA, name)))),
  );
  expectEqual(handed.sort(), hashes, 'the papers in the package are the bytes of the vault');
  say(`${PAPERS + 1} papers moved, closed and packed by the screens, as ZIP and as folder; every PDF byte for byte`);

  const sound = [
    { path: zip, hash: zipHash },
    { path: folder, hash: packageHash },
  ];
  for (const { path, hash } of sound) {
    const { code, reports } = await runArchive(['check', path, '--hash', hash, '--json'], project);
    expectEqual([code, reports[0]?.findings, reports[0]?.documents], [0, [], PAPERS + 1], `${basename(path)} is sound`);
  }
  const other = await runArchive(['check', zip, '--hash', packageHash, '--json'], project);
  expectEqual(
    [other.code, findingsOf(other.reports[0])],
    [1, ['hash-not-stated']],
    'a package that is not the one on the paper is told',
  );
  say('both sound to the separate command; one that is not the package of the paper is found by its hash');

  const first = `${DATA}/${CODE}.0000001.pdf`;
  const damages: readonly (readonly [string, string, (root: string) => Promise<unknown>])[] = [
    ['a flipped byte', `file-altered ${first}`, (root) => flip(join(root, first), 200)],
    ['a file cut short', `file-altered ${first}`, (root) => truncate(join(root, first), 300)],
    ['a missing file', `file-missing ${first}`, (root) => rm(join(root, first))],
    ['an added file', `file-added ${DATA}/them.pdf`, (root) => writeFile(join(root, DATA, 'them.pdf'), '%PDF-1.7')],
    ['a renamed file', `file-renamed ${first}`, (root) => rename(join(root, first), join(root, DATA, 'khac.pdf'))],
    ['METS edited', 'file-altered METS.xml', (root) => edit(join(root, 'METS.xml'), 'SIZE="', 'SIZE="1')],
    ['the list of hashes edited', `list-edited ${first}`, (root) => editList(join(root, 'manifest-sha256.txt'), first)],
    ['the manifest edited', 'file-altered manifest.json', (root) => edit(join(root, 'manifest.json'), 'H05', 'H06')],
    [
      'the description edited',
      'file-altered metadata/descriptive/dossier.xml',
      (root) => edit(join(root, 'metadata/descriptive/dossier.xml'), '2026', '2025'),
    ],
    ['METS gone', 'mets-missing METS.xml', (root) => rm(join(root, 'METS.xml'))],
    ['the list of hashes gone', 'list-missing manifest-sha256.txt', (root) => rm(join(root, 'manifest-sha256.txt'))],
  ];
  const copies = await Promise.all(
    damages.map(async ([, , damage], i) => {
      const copy = join(work, `damaged-${String(i)}`);
      await cp(folder, copy, { recursive: true });
      await damage(copy);
      return copy;
    }),
  );
  const zips: readonly (readonly [string, string, (path: string) => Promise<unknown>])[] = [
    ['a ZIP cut short', 'zip-broken', async (path) => truncate(path, Math.floor((await readFile(path)).length * 0.7))],
    [
      'a byte flipped in a ZIP',
      'file-altered',
      async (path) => flip(path, Math.floor((await readFile(path)).length / 2)),
    ],
  ];
  for (const [what, , damage] of zips) {
    const copy = join(work, `${what}.zip`);
    await cp(zip, copy);
    await damage(copy);
    copies.push(copy);
  }
  const checked = await runArchive(['check', ...copies, '--json'], project);
  expectEqual([checked.code, checked.reports.length], [1, copies.length], 'the exit code says that there are faults');
  for (const [i, [what, expected]] of [...damages, ...zips].entries())
    expectThat(
      findingsOf(checked.reports[i]),
      (lines) => lines.some((line) => line === expected || line.startsWith(`${expected} `)),
      `${what} is found and named ${expected}`,
    );
  const count = damages.length + zips.length;
  const seen = await checkInApp(pc, join(work, 'damaged-0'));
  expectThat(seen, (words) => words.includes(first), 'the app names the damaged file too');
  say(`${count} damages, each found and named by the command; the app's own check names the first one as well`);

  const corpus = await checkCorpus();
  say(corpus);

  const returned = join(work, 'returned.json');
  const sender = ['--archive', 'Lưu trữ Tỉnh uỷ', '--person', 'Người Nhận Mẫu'];
  const refused = await runArchive(
    ['receipt', join(work, 'damaged-2'), ...sender, '--out', join(work, 'never.json')],
    project,
  );
  expectEqual([refused.code, existsSync(join(work, 'never.json'))], [2, false], 'a damaged package gets no receipt');
  await runArchive(['receipt', folder, ...sender, '--return', 'Thiếu chữ ký ở văn bản 2', '--out', returned], project);
  await importReceipt(pc, id, returned);
  expectEqual(pick(await dossierOf(pc, id)), ['returned', 'Thiếu chữ ký ở văn bản 2', ''], 'sent back with its reason');
  await close(pc);
  await makePackage(pc, id, text.handOver.makeZip);
  const accepted = join(work, 'receipt.json');
  const again = join(stick, `${CODE}-2.zip`);
  await runArchive(['receipt', again, ...sender, '--number', '12/BB-LT', '--out', accepted], project);
  await importReceipt(pc, id, returned);
  expectEqual((await dossierOf(pc, id)).state, 'submitted', 'the answer to a former package changes nothing');
  await importReceipt(pc, id, accepted);
  expectEqual(pick(await dossierOf(pc, id)), ['archived', '', '12/BB-LT'], 'taken in under its number');
  await pc.settle();
  const truth = (await server.recordsOf(place.id)).filter(({ type }) => type === 'dossier');
  expectEqual(
    truth.map(({ f }) => f['state']?.v),
    ['archived'],
    'the province knows it as well',
  );
  say('sent back with a reason, mended, handed over anew, receipt taken in; known at the province');
  return `${PAPERS + 1} papers, ${count} damages found`;
});

async function show(pc: OfficePc, id: string): Promise<void> {
  await pc.page.evaluate((place) => {
    window.location.hash = `#/dossiers/${place}`;
  }, id);
  await pc.page.getByRole('tab', { name: text.tabs.papers }).waitFor();
}

async function close(pc: OfficePc): Promise<void> {
  await pc.page.getByRole('button', { name: text.close }).click();
  await pc.page.getByRole('dialog').getByRole('button', { name: text.close }).click();
  await pc.page.getByRole('button', { name: text.reopen }).waitFor();
}

async function makePackage(pc: OfficePc, id: string, button: string): Promise<void> {
  await pc.page.getByRole('tab', { name: text.tabs.handOver }).click();
  await pc.page.getByRole('button', { name: button }).click();
  await waitForState(pc, id, 'submitted');
}

async function withdraw(pc: OfficePc, id: string): Promise<void> {
  await pc.page.getByRole('button', { name: text.handOver.withdraw }).click();
  await pc.page.getByRole('dialog').getByRole('button', { name: text.handOver.withdraw }).click();
  await waitForState(pc, id, 'closed');
}

async function importReceipt(pc: OfficePc, id: string, path: string): Promise<void> {
  await show(pc, id);
  await pc.page.getByLabel(text.importReceipt).first().setInputFiles(path);
  await pc.page.getByRole('alert').last().waitFor();
  await pc.page.waitForTimeout(300);
}

async function waitForState(pc: OfficePc, id: string, state: DossierFields['state']): Promise<void> {
  const deadline = Date.now() + 30_000;
  while ((await dossierOf(pc, id)).state !== state) {
    if (Date.now() > deadline) throw new Error(`the dossier did not become ${state}`);
    await pc.page.waitForTimeout(100);
  }
}

async function dossierOf(pc: OfficePc, id: string): Promise<DossierFields> {
  const row = await pc.page.evaluate((wanted) => window.officeForTests?.office.db.dossiers.get(wanted), id);
  return must(row, 'the dossier');
}

function pick({ state, returnReason, receiptNumber }: DossierFields): readonly string[] {
  return [state, returnReason, receiptNumber];
}

/** Checks a folder by the app's dialogue; the words it shows. */
async function checkInApp(pc: OfficePc, folder: string): Promise<string> {
  await answerFolder(pc, folder);
  await pc.page.getByRole('button', { name: text.more }).click();
  await pc.page.getByRole('menuitem', { name: text.checkPackage }).click();
  const dialog = pc.page.getByRole('dialog', { name: text.packageCheck.title });
  await dialog.getByRole('button', { name: text.packageCheck.folder }).click();
  const found = dialog.getByRole('region', { name: text.packageCheck.findings });
  await found.waitFor();
  const words = await found.textContent();
  await pc.page.keyboard.press('Escape');
  await answerFolder(pc, join(folder, '..', 'usb'));
  return words ?? '';
}

/** Packages of the E-ARK corpus, where it lies beside the project: each invalid one must be faulted for the rule in its name. */
async function checkCorpus(): Promise<string> {
  if (!existsSync(CORPUS)) return 'the corpus of E-ARK packages is not here: not checked';
  const names = async (group: string): Promise<readonly string[]> => (await readdir(join(CORPUS, group))).sort();
  const [invalid, valid] = [await names('invalid'), await names('valid')];
  const paths = [...invalid.map((name) => `invalid/${name}`), ...valid.map((name) => `valid/${name}`), ...derived];
  const { reports } = await runArchive(['check', ...paths.map((path) => join(CORPUS, path)), '--json'], project);
  const reportOf = (path: string): PackageReport | undefined => reports[paths.indexOf(path)];
  for (const name of invalid) {
    const rule = name.split('__')[0] ?? '';
    const rules = reportOf(`invalid/${name}`)?.findings.map((finding) => finding.rule) ?? [];
    expectThat(rules, (broken) => broken.includes(rule), `${name} breaks ${rule}`);
  }
  for (const name of valid) {
    const broken = findingsOf(reportOf(`valid/${name}`)).filter((line) => line.startsWith('mets-'));
    expectEqual(broken, [], `${name} keeps the rules of METS`);
  }
  const [right, altered] = derived.map((path) => findingsOf(reportOf(path)));
  expectEqual(right, ['not-ours'], 'the corpus package whose hashes are right is sound');
  const one = ['not-ours', `file-altered ${DATA}/plain_text_document.txt`];
  expectEqual(altered, one, 'the altered one is told by its one file');
  return `E-ARK corpus: ${invalid.length} invalid packages faulted for their rule, ${valid.length} valid ones keep the rules, fixity told rightly`;
}

function findingsOf(report: PackageReport | undefined): readonly string[] {
  return (report?.findings ?? []).map(({ code, where }) => (where === '' ? code : `${code} ${where}`));
}

async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

async function edit(path: string, from: string, to: string): Promise<void> {
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
}

async function editList(path: string, file: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, lines.map((line) => (line.endsWith(file) ? `${'0'.repeat(64)}  ${file}` : line)).join('\n'));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
