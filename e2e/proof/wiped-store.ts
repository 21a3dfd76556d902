/** A PC without a line loses its IndexedDB (deleted, cut off, bits flipped) between runs: noticed, rebuilt from the journal, nothing lost or doubled. */
import { mkdtemp, open, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfficePc, SAMPLE_PASSPHRASE } from '#e2e/office/office-pc.ts';
import { listOnlyHere, workOffline, type OnlyHere } from '#e2e/office/offline-work.ts';
import { expectEqual, expectThat, runProof, type ProofTools } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { lockText } from '#renderer/messages/lock.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const MARK = 'kho-mat';
const ORDER = { edits: 20, papers: 6, secretLines: 3, mark: MARK };
const DOCUMENTS = 300;
const STARTS = 3;

/** What happens to the store's folder while the program is not running. */
const damages: readonly { readonly name: string; readonly act: (folder: string) => Promise<void> }[] = [
  { name: 'deleted', act: (folder) => rm(folder, { recursive: true }) },
  { name: 'cut off in the middle', act: (folder) => eachFile(folder, (path, size) => truncate(path, size >> 1)) },
  { name: 'with flipped bits', act: (folder) => eachFile(folder, flipBits) },
];

await runProof('wiped-store', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-wiped-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  let server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  const today = toPlainDate('2026-11-20');
  await seedProvince(server, { seed: 'wiped', documents: DOCUMENTS, members: 40, today, files: 0, place }, Date.now);
  let pc = await OfficePc.join(server, place.id, 'Máy văn thư', true);
  onEnd(() => pc.discard());
  await pc.settle();
  const { port } = server;
  await server.stop();
  await workOffline(pc, ORDER);
  const before = await listOnlyHere(pc, MARK);
  expectEqual(countsOf(before), '26 changes, 6 papers, 3 secret lines', 'the work without a line');
  say(`without a line: ${countsOf(before)} that are nowhere else`);

  for (const { name, act } of damages) {
    await pc.close();
    await act(join(pc.profile, 'IndexedDB'));
    const found = await openAgain(pc, say);
    pc = found.pc;
    expectThat(found.texts, (texts) => texts.includes(lockText.openingSteps['from-journal']), 'progress was shown');
    expectEqual(await listOnlyHere(pc, MARK), before, `a store ${name} lost nothing`);
    say(
      `store ${name}: noticed, rebuilt with progress shown after ${String(found.starts)} start(s), ${countsOf(before)} there`,
    );
  }

  server = await startServer({ dataDir, port });
  await pc.waitForShell();
  await pc.settle();
  const truth = await server.recordsOf(place.id);
  const documents = truth.filter(({ type }) => type === 'document');
  const symbols = documents.map(({ f }) => textOf(f['symbol']?.v)).filter((symbol) => symbol.includes(MARK));
  expectEqual(symbols.length, ORDER.papers, 'every new paper is at the province once');
  expectEqual(new Set(symbols).size, ORDER.papers, 'none twice');
  const notes = documents.filter(({ f }) => textOf(f['note']?.v).startsWith(MARK)).length;
  expectEqual(notes, ORDER.edits, 'every edit is at the province');
  const after = await listOnlyHere(pc, MARK);
  expectEqual(after.unsent, [], 'nothing waits');
  expectEqual(after.secretLines, before.secretLines, 'the secret lines are here, and only here');
  const shown = await pc.page.evaluate(async () => (await window.officeForTests?.office.db.documents.count()) ?? 0);
  expectEqual(shown, DOCUMENTS + ORDER.papers + ORDER.secretLines, 'the whole commune is back');
  say(`the province is back: ${String(documents.length)} documents there, ${String(shown)} on the PC`);
  return `${String(damages.length)} lost stores, ${String(before.unsent.length)} unsent changes and ${String(ORDER.secretLines)} secret lines kept, 0 lost, 0 doubled`;
});

/** Starts the program until it has a store again: one that cannot even be opened is put aside first, which ends a run. */
async function openAgain(
  { name, profile }: OfficePc,
  say: ProofTools['say'],
): Promise<{ readonly pc: OfficePc; readonly texts: readonly string[]; readonly starts: number }> {
  const texts = new Set<string>();
  for (let starts = 1; starts <= STARTS; starts += 1) {
    const pc = await OfficePc.open(name, profile);
    pc.page.on('console', (message) => {
      if (message.text().startsWith('seen:')) texts.add(message.text().slice(5));
    });
    await pc.page.evaluate((wanted) => {
      new MutationObserver(() => {
        for (const text of wanted) if (document.body.textContent.includes(text)) console.log(`seen:${text}`);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    }, Object.values(lockText.openingSteps));
    const ended = new Promise<'ended'>((resolve) => {
      pc.app.on('close', () => {
        resolve('ended');
      });
    });
    const entered = await Promise.race([
      enter(pc).then(
        () => 'entered' as const,
        (cause: unknown) => String(cause),
      ),
      ended,
    ]);
    if (entered === 'entered') return { pc, texts: [...texts], starts };
    const shown = await pc.page
      .evaluate(() => document.body.innerText.replaceAll(/\s+/g, ' '))
      .catch(() => 'no window');
    say(`start ${String(starts)} ended without an office: ${entered.split('\n')[0] ?? ''}; screen: ${shown}`);
    await pc.close().catch(() => undefined);
  }
  throw new Error(`no usable store after ${String(STARTS)} starts`);
}

/** Without a line the shell stays closed until the people's records are back; the office itself is open. */
async function enter(pc: OfficePc): Promise<void> {
  pc.page.setDefaultTimeout(12_000);
  await pc.tryPassphrase(SAMPLE_PASSPHRASE);
  await pc.page.waitForFunction(() => window.officeForTests !== undefined);
}

function countsOf({ unsent, papers, secretLines }: OnlyHere): string {
  return `${String(unsent.length)} changes, ${String(papers.length)} papers, ${String(secretLines.length)} secret lines`;
}

async function eachFile(folder: string, act: (path: string, size: number) => Promise<void>): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((each) => /\.(log|ldb)$|MANIFEST/.test(each))) {
    const path = join(folder, name);
    const { size } = await stat(path);
    if (size > 0) await act(path, size);
  }
}

/** One byte in every 500 turned over, from the middle of the file on. */
async function flipBits(path: string, size: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    for (let at = size >> 1; at < size; at += 500) {
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
      buffer[0] = (buffer[0] ?? 0) ^ 0x55;
      await file.write(buffer, 0, 1, at);
    }
  } finally {
    await file.close();
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
