// Over 256 kbit/s with 300 ms of round trip, cut every 20 s, 500 edits and 20 files arrive, and all bytes on the sockets are at most 1.15 times the least possible.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { foundLineProvince } from '#e2e/office/line-province.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { THIN_LINE } from '#e2e/office/shaping-proxy.ts';
import { newPcOnDisk, startWindowlessPc, type WindowlessPc } from '#e2e/office/windowless-pc.ts';
import { createRandom, type Random } from '#e2e/sample/random.ts';
import { countOutbox } from '#renderer/data/replica/outbox.ts';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import { saveRecord } from '#renderer/data/write/save-record.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { must } from '#shared/base/must.ts';

const PAPERS = 20;
const EDITS = 500;
const CUT_EVERY_MS = 20_000;
/** How long the line is away after a cut. */
const DOWN_MS = 800;
const MOST_OVER_IDEAL = 1.15;
/** Share of the line's rate, cuts and all: three quarters on a quiet machine, three fifths when each piece waits for the answer to the one before. */
const LEAST_USED = 0.68;
const TOO_LONG_MS = 15 * 60_000;

/** `--long`: minutes of files in place of half a one. */
const BYTES = process.argv.includes('--long')
  ? { small: 120_000, large: 3_000_000 }
  : { small: 24_000, large: 300_000 };

type Paper = { readonly id: string; readonly hash: string; readonly bytes: Uint8Array };

await runProof('thin-line', async (tools) => {
  const random = createRandom('thin-line');
  const { root, proxy, url, codes } = await foundLineProvince(tools, () => random.next());
  const start = async (name: string, serverUrl: string, code: string): Promise<WindowlessPc> => {
    const pc = await startWindowlessPc(newPcOnDisk(join(root, name), name), { serverUrl, code });
    tools.onEnd(pc.close);
    return pc;
  };
  const thin = await start('Máy thôn', proxy.url, codes[0]);
  const wide = await start('Máy xã', url, codes[1]);
  await thin.hire('office-head');
  await thin.engine.runOnce();
  proxy.reshape(THIN_LINE);
  proxy.take();

  // A morning's work, made while the line was away; the rest of it while everything is on its way.
  const papers = await registerPapers(thin, random);
  await edit(thin, papers, random, 2 * PAPERS, EDITS / 2 - 2 * PAPERS, 0);
  const began = performance.now();
  proxy.cutEvery(CUT_EVERY_MS, DOWN_MS);
  thin.engine.start();
  await edit(thin, papers, random, EDITS / 2, EDITS / 2, 25);
  await untilAllIsUp(thin, began);
  const seconds = (performance.now() - began) / 1000;
  proxy.cutEvery(0);
  thin.engine.stop();

  const { sent, received, cuts } = proxy.take();
  const ideal = await idealBytes(thin, papers);
  const ratio = (sent + received) / ideal.total;
  tools.say(
    `${sent + received} bytes with ${cuts} cuts in ${seconds.toFixed(0)} s; at least ${ideal.ops} of ops and ${ideal.files} of files`,
  );
  expectThat(cuts, (count) => count >= 1, 'cuts on the way');
  expectThat(
    ratio,
    (value) => value <= MOST_OVER_IDEAL,
    `bytes against the least possible (at most ${MOST_OVER_IDEAL})`,
  );
  const used = ideal.total / seconds / must(THIN_LINE.bytesPerSecond, 'a rate');
  expectThat(used, (share) => share >= LEAST_USED, `share of the line's rate (at least ${LEAST_USED})`);
  await expectArrived(wide, thin, papers);
  return `${EDITS} edits and ${PAPERS} files over ${cuts} cuts, ${ratio.toFixed(3)} times the least bytes, ${Math.round(used * 100)} % of the line's rate`;
});

/** Papers with a file each, all but one small; the bytes are as good as a scan's: they do not get smaller. */
async function registerPapers(pc: WindowlessPc, random: Random): Promise<readonly Paper[]> {
  const papers: Paper[] = [];
  for (let i = 0; i < PAPERS; i += 1) {
    const size = i === 0 ? BYTES.large : random.int(BYTES.small / 2, (BYTES.small * 3) / 2);
    const bytes = Uint8Array.from({ length: size }, () => random.int(0, 255));
    const file = await pc.keep(`Bản quét ${String(i)}.pdf`, bytes);
    const saved = await registerDocument(pc.office, fakePaper(`${String(i + 1)}-KH/TU`), [file]);
    if (!saved.ok) throw new Error(saved.error.code);
    papers.push({ id: saved.value.id, hash: file.hash, bytes });
  }
  return papers;
}

/** Changes one field of some paper, again and again. */
async function edit(
  pc: WindowlessPc,
  papers: readonly Paper[],
  random: Random,
  from: number,
  times: number,
  pauseMs: number,
): Promise<void> {
  const verbs = ['triển khai', 'báo cáo', 'phối hợp', 'rà soát', 'đôn đốc', 'hướng dẫn'];
  const things = [
    'kế hoạch năm',
    'công tác đảng viên',
    'thu nộp đảng phí',
    'chuyển sinh hoạt đảng',
    'phòng chống thiên tai',
  ];
  for (let i = 0; i < times; i += 1) {
    const text = `Về việc ${random.pick(verbs)} ${random.pick(things)}, lần ${String(from + i)}`;
    const changes = random.chance(0.5) ? { abstract: text } : { note: text };
    const saved = await saveRecord(pc.office, 'document', random.pick(papers).id, changes, 0);
    if (!saved.ok) throw new Error(saved.error.code);
    if (pauseMs > 0) await wait(pauseMs);
  }
}

async function untilAllIsUp({ office }: WindowlessPc, began: number): Promise<void> {
  for (;;) {
    const open = await office.db.localTransfers.where('state').notEqual('done').count();
    const known = await office.db.localTransfers.count();
    const unsent = await countOutbox(office.db, 'waiting');
    if (known === PAPERS && open === 0 && unsent === 0) return;
    if (performance.now() - began > TOO_LONG_MS) throw new Error(`${open} files and ${unsent} edits did not go up`);
    await wait(100);
  }
}

/**
 * The least bytes this work takes, reckoned without our own wire: the files as they are, and all ops in one Brotli body at its best, as JSON without what a
 * receiver knows anyway (device, counter, stream). No header, no answer, no second request.
 */
async function idealBytes(
  { office }: WindowlessPc,
  papers: readonly Paper[],
): Promise<{ ops: number; files: number; total: number }> {
  const read = await office.ports.journal.readSince(0, 'shared');
  if (!read.ok) throw new Error(read.error.code);
  const made = read.value.filter(({ type }) => type !== 'staff');
  expectEqual(made.length, EDITS, 'ops in the journal');
  const plain = Buffer.from(JSON.stringify(made.map(({ type, id, f, base, h, by }) => [type, id, f, base, h, by])));
  const ops = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const files = papers.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return { ops, files, total: ops + files };
}

/** The office's other PC gets everything: every field as the first PC shows it, every file whole by its hash. */
async function expectArrived(wide: WindowlessPc, thin: WindowlessPc, papers: readonly Paper[]): Promise<void> {
  for (let i = 0; i < 2; i += 1) {
    const result = await wide.engine.runOnce();
    if (!result.ok) throw new Error(result.error.code);
  }
  for (const { id, hash, bytes } of papers) {
    const [mine, theirs] = await Promise.all([thin.office.db.documents.get(id), wide.office.db.documents.get(id)]);
    expectEqual([theirs?.abstract, theirs?.note], [mine?.abstract, mine?.note], `paper ${id}`);
    expectEqual(mine?.pending, 0, `unsent changes of paper ${id}`);
    const read = await wide.vault.read(hash, 0, bytes.length + 1);
    if (!read.ok) throw new Error(`a file did not arrive: ${read.error}`);
    expectEqual(createHash('sha256').update(read.value).digest('hex'), hash, 'a file by its hash');
  }
}
