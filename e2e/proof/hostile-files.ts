/** Files that mean harm, lie or are broken: each refused by name, nothing of them kept, the app alive; a scan of 500 pages stays fluid in the viewer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { isAlive, listVaultFiles, offerEdxml, offerFile } from '#e2e/office/file-intake.ts';
import { listHostileEdxml, listHostileFiles, makePng } from '#e2e/office/hostile-files.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { registerText } from '#renderer/messages/register.ts';
import { viewerText } from '#renderer/messages/viewer.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const PAGES = 500;
/** Pictures the pages of the scan take turns with. */
const PICTURES = 6;
const CORPUS = new URL('../../../shared/corpus/signed-pdf/', import.meta.url);
/** A file of the corpus of broken PDFs may take this long until it is taken or refused. */
const PATIENCE_MS = 25_000;
const LONGEST_FRAME_MS = 250;

await runProof('hostile-files', async ({ say, onEnd }) => {
  const work = await mkdtemp(join(tmpdir(), 'hosoxa-hostile-'));
  onEnd(() => rm(work, { recursive: true, force: true }));
  const server = await startServer({ dataDir: join(work, 'province') });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  await seedProvince(
    server,
    { seed: 8, documents: 4, members: 4, today: toPlainDate('2026-11-20'), files: 0, place },
    Date.now,
  );
  const pc = await OfficePc.join(server, place.id, 'Máy văn thư', true, { env: { HOSOXA_BALLAST_MB: '0' } });
  onEnd(() => pc.discard());
  await pc.settle();
  const put = async (name: string, bytes: Uint8Array): Promise<string> => {
    const path = join(work, name);
    await writeFile(path, bytes);
    return path;
  };
  const before = await listVaultFiles(pc);
  const pdf = await makeScan(3);

  const hostile = listHostileFiles(pdf);
  let slowest = 0;
  for (const { name, bytes, code } of hostile) {
    const { outcome, ms } = await offerFile(pc, await put(name, bytes));
    expectEqual(outcome, code, `${name} is refused by name`);
    slowest = Math.max(slowest, ms);
  }
  for (const { name, bytes, code } of listHostileEdxml())
    expectEqual(await offerEdxml(pc, await put(name, bytes)), code, `${name} is refused by name`);
  expectEqual(await listVaultFiles(pc), before, 'nothing of a refused file lies in the vault');
  expectThat(await isAlive(pc), Boolean, 'the app answers after all of them');
  say(
    `${hostile.length} hostile files and ${listHostileEdxml().length} edXML files refused by name, slowest ${slowest} ms, nothing kept`,
  );

  await seeRefusals(
    pc,
    hostile.filter(({ name }) => ['word.pdf', 'ty-le.docx', 'macro.docx', 'cut.png'].includes(name)),
    (name) => join(work, name),
  );
  say('4 of them through the register form: each says in Vietnamese what happened, what is safe and what to do');
  const broken = await tryBroken(pc);
  say(broken);

  const figures = await readLongScan(pc, await put('quet-500-trang.pdf', await makeScan(PAGES)));
  say(figures);
  expectThat(await isAlive(pc), Boolean, 'the app answers at the end');
  return `${hostile.length + listHostileEdxml().length} files refused by name, 0 kept; ${figures}`;
});

/** Pages that are pictures only, as a scanner makes them: 150 dots an inch, one bit a dot. */
async function makeScan(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const pictures = await Promise.all(
    Array.from({ length: Math.min(pages, PICTURES) }, (_, at) => pdf.embedPng(makePng(1240 + at, 1754))),
  );
  for (let number = 0; number < pages; number += 1) {
    const picture = pictures[number % pictures.length];
    if (picture !== undefined) pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
  }
  return pdf.save();
}

async function seeRefusals(
  pc: OfficePc,
  files: readonly { readonly name: string; readonly code: Parameters<typeof describeError>[0] }[],
  pathOf: (name: string) => string,
): Promise<void> {
  const { page } = pc;
  await page.evaluate(() => (window.location.hash = '#/documents-new'));
  await page.getByText(registerText.dropTitle).waitFor();
  for (const { name, code } of files) {
    await page.locator('main input[type=file]').first().setInputFiles(pathOf(name));
    const { happened, safe, todo } = describeError(code);
    await page.getByText(`${name}: ${happened}`).waitFor();
    await page.getByText(`${safe} ${todo}`).waitFor();
    await page.getByText(registerText.dropTitle).waitFor();
  }
}

/** Test files of signature validators, some made to hang or mislead a reader: each is taken or refused in time, and the app lives. */
async function tryBroken(pc: OfficePc): Promise<string> {
  if (!existsSync(CORPUS)) return 'corpus/signed-pdf is not here: its broken PDFs were not tried';
  const tally = new Map<string, number>();
  const files = ['dss', 'pyhanko', 'node-signpdf'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, CORPUS)).map((name) => new URL(`${folder}/${name}`, CORPUS)),
  );
  for (const file of files) {
    const { outcome, ms, hash } = await offerFile(pc, file.pathname);
    expectThat(ms, (spent) => spent < PATIENCE_MS, `${file.pathname} is decided in time`);
    const isNamed =
      outcome === 'taken' || describeError(outcome as Parameters<typeof describeError>[0]).happened !== '';
    expectThat(outcome, () => isNamed, `${file.pathname} has a name for what it is`);
    if (outcome === 'taken') {
      const { createHash } = await import('node:crypto');
      expectEqual(
        hash,
        createHash('sha256').update(readFileSync(file)).digest('hex'),
        `${file.pathname} is kept as it was`,
      );
    }
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  }
  expectThat(await isAlive(pc), Boolean, 'the app answers after the broken PDFs');
  return `${files.length} broken PDFs of the corpus: ${[...tally].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`;
}

/** Opens the long scan beside the form and goes through it; gives the longest frame of the window and how many pages were kept drawn. */
async function readLongScan(pc: OfficePc, path: string): Promise<string> {
  const { page } = pc;
  await page.evaluate(() => (window.location.hash = '#/documents-new'));
  const begun = Date.now();
  await page.locator('main input[type=file]').first().setInputFiles(path);
  const frame = page.locator('iframe').first().contentFrame();
  await frame.locator('.page canvas').first().waitFor();
  const openMs = Date.now() - begun;
  expectThat(await frame.locator('.page').count(), (pages) => pages === PAGES, `all ${PAGES} pages have a place`);
  const inner = page.frames().find((each) => each.url().startsWith('hosoxa-doc:'));
  if (inner === undefined) throw new Error('the viewer has no frame');
  const { longest, most } = await inner.evaluate(async () => {
    const pages = document.getElementById('pages') as HTMLElement;
    let [longest, most, last] = [0, 0, performance.now()];
    for (let step = 0; step < 120; step += 1) {
      pages.scrollTop = (pages.scrollHeight * (step % 60)) / 60 + step;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      most = Math.max(most, document.querySelectorAll('.page canvas').length);
    }
    return { longest: Math.round(longest), most };
  });
  const jump = page.getByRole('textbox', { name: viewerText.goToPage });
  await jump.fill('487');
  await jump.press('Enter');
  await frame.locator('.page[data-page="487"] canvas').waitFor();
  expectThat(most, (drawn) => drawn <= 12, 'only pages near the reader are kept drawn');
  expectThat(longest, (ms) => ms < LONGEST_FRAME_MS, 'the scan stays fluid');
  return `${PAGES}-page scan: first page after ${openMs} ms, longest frame ${longest} ms, at most ${most} pages drawn`;
}
