/** The real program is killed (SIGKILL to all its processes) twenty times in the middle of edits and uploads: nothing acknowledged is lost or doubled. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import { killProgram } from '#e2e/office/kill-program.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

/** As many as there are cores: a start is work, and a third PC would only make the others slower. */
const PCS = 2;
const ROUNDS = 10;
const MARK = 'giet';

type Acknowledged = { readonly papers: Set<string>; readonly files: Set<string>; readonly notes: Map<string, number> };

await runProof('kill-client', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-kill-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const facts = { symbol: '1', issuedOn: null, issuer: 'x', typeId: null, abstract: 'x', signer: '' } as const;
  const pdf = Buffer.from(await generatePdf({ seed: 'kill', facts: { ...facts, urgency: 'normal' } })).toString(
    'base64',
  );
  const today = toPlainDate('2026-11-20');
  // A commune for each, side by side.
  const results = await Promise.all(
    samplePlaces.slice(0, PCS).map(async (place) => {
      await seedProvince(server, { seed: 'kill', documents: 30, members: 0, today, files: 0, place }, Date.now);
      const first = await OfficePc.join(server, place.id, `Máy ${place.id}`, true);
      onEnd(() => rm(first.profile, { recursive: true, force: true }));
      await first.settle();
      const { pc, acknowledged, inUpload } = await killAgainAndAgain(first, pdf);
      onEnd(() => pc.discard());
      await pc.settle();
      const counts = await compare(server, place.id, pc, acknowledged);
      return { ...counts, inUpload, acknowledged };
    }),
  );
  const sum = (of: (result: (typeof results)[number]) => number): string =>
    String(results.reduce((total, result) => total + of(result), 0));
  const papers = sum(({ acknowledged }) => acknowledged.papers.size);
  const files = sum(({ acknowledged }) => acknowledged.files.size);
  const notes = sum(({ acknowledged }) => acknowledged.notes.size);
  expectThat(Number(papers), (count) => count >= (PCS * ROUNDS) / 2, 'enough was acknowledged to say something');
  say(
    `${String(PCS * ROUNDS)} kills on ${String(PCS)} PCs, ${sum(({ inUpload }) => inUpload)} of them with a file under way`,
  );
  say(`acknowledged before them: ${papers} papers, ${files} files, ${notes} records edited again and again`);
  say(
    `at the province: ${sum(({ papersThere }) => papersThere)} papers, ${sum(({ filesThere }) => filesThere)} files; each PC shows the same`,
  );
  return `${String(PCS * ROUNDS)} kills, ${papers} papers, ${files} files, ${notes} edited records acknowledged: 0 lost, 0 doubled`;
});

async function killAgainAndAgain(
  first: OfficePc,
  pdf: string,
): Promise<{ readonly pc: OfficePc; readonly acknowledged: Acknowledged; readonly inUpload: number }> {
  const acknowledged: Acknowledged = { papers: new Set(), files: new Set(), notes: new Map() };
  let pc = first;
  let inUpload = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    pc.page.on('console', (message) => {
      const [kind = '', what = '', count = ''] = message.text().split('|');
      if (kind === 'paper') acknowledged.papers.add(what);
      if (kind === 'file') acknowledged.files.add(what);
      if (kind === 'note') acknowledged.notes.set(what, Number(count));
    });
    void workForEver(pc, round, pdf).catch(() => undefined); // it ends with the program
    await pc.page.waitForTimeout(250 + ((round * 137) % 400));
    inUpload += (await isUploading(pc)) ? 1 : 0;
    await killProgram(pc);
    pc = await OfficePc.open(pc.name, pc.profile);
    await pc.unlock();
  }
  return { pc, acknowledged, inUpload };
}

async function compare(
  server: RunningServer,
  communeId: string,
  pc: OfficePc,
  { papers, files, notes }: Acknowledged,
): Promise<{ readonly papersThere: number; readonly filesThere: number }> {
  const documents = (await server.recordsOf(communeId)).filter(({ type }) => type === 'document');
  const symbols = documents.map(({ f }) => textOf(f['symbol']?.v)).filter((symbol) => symbol.includes(MARK));
  const lost = [...papers].filter((symbol) => !symbols.includes(symbol));
  expectEqual(lost, [], 'every acknowledged paper is at the province');
  expectEqual(new Set(symbols).size, symbols.length, 'no paper twice');
  const numbers = documents.map(({ f }) => f['arrivalNumber']?.v);
  expectEqual(new Set(numbers).size, numbers.length, 'no number twice');
  const older = [...notes].filter(([id, count]) => {
    const note = documents.find((each) => each.id === id)?.f['note']?.v;
    return Number(textOf(note).split(' ')[1] ?? -1) < count;
  });
  expectEqual(older, [], 'every acknowledged edit, or one after it, is at the province');
  const held = new Set((await server.filesOf(communeId)).map(({ hash }) => hash));
  const lostFiles = [...files].filter((hash) => !held.has(hash));
  expectEqual(lostFiles, [], 'every acknowledged file is at the province');
  const shown = await pc.page.evaluate(async () => {
    const rows = (await window.officeForTests?.office.db.documents.toArray()) ?? [];
    return rows.map(({ id, symbol, arrivalNumber, note }) => [id, symbol, arrivalNumber, note].join('|')).sort();
  });
  const there = documents
    .map(({ id, f }) => [id, ...['symbol', 'arrivalNumber', 'note'].map((field) => textOf(f[field]?.v))].join('|'))
    .sort();
  expectEqual(shown, there, 'the PC shows what the province has');
  return { papersThere: symbols.length, filesThere: held.size };
}

/** Papers with and without file, and edits of one field counting up; each is told as soon as the screen might say saved. */
function workForEver(pc: OfficePc, round: number, pdf: string): Promise<void> {
  return pc.page.evaluate(
    async ({ round: at, encoded, mark, blank }) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const { office, acts, sync } = handle;
      const ids = (await office.db.documents.toCollection().primaryKeys()).sort();
      for (let i = 0; ; i += 1) {
        const symbol = `${String(at)}.${String(i)}-${mark}`;
        const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
        const tail = new TextEncoder().encode(`\n%${symbol}\n`);
        const stored =
          i % 3 === 0
            ? await acts.storeFile(new File([bytes, tail], 'a.pdf', { type: 'application/pdf' }), 1)
            : undefined;
        if (stored?.ok === false) throw new Error(stored.error.code);
        const input = { ...blank, symbol, abstract: symbol, receivedOn: office.today() };
        const paper = await acts.registerDocument(office, input, stored === undefined ? [] : [stored.value]);
        if (!paper.ok) throw new Error(paper.error.code);
        console.log(`paper|${symbol}`);
        if (stored !== undefined) console.log(`file|${stored.value.hash}`);
        for (let edit = 0; edit < 4; edit += 1) {
          const id = ids[(at * 3 + edit) % ids.length] ?? '';
          const count = at * 1000 + i * 10 + edit;
          const saved = await acts.saveDocument(office, id, { note: `${mark} ${String(count)}` }, 1_000_000_000);
          if (!saved.ok) throw new Error(saved.error.code);
          console.log(`note|${id}|${String(count)}`);
        }
        sync.syncNow();
      }
    },
    { round, encoded: pdf, mark: MARK, blank: fakePaper('') },
  );
}

/** Whether a file is on its way to the province. */
function isUploading(pc: OfficePc): Promise<boolean> {
  return pc.page.evaluate(async () => {
    const waiting = await window.officeForTests?.office.db.localTransfers
      .where('state')
      .anyOf('waiting', 'moving')
      .count();
    return (waiting ?? 0) > 0;
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
