// Uploads cut at 50 random bytes, with the server killed, the PC's program ended and the upload thrown away in between: each cut repeats at most one piece, and every file is whole.
import { createCipheriv } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { newSenderDisk, startFileSender, type FileSender, type SentPiece } from '#e2e/office/file-sender.ts';
import { foundLineProvince, type LineProvince } from '#e2e/office/line-province.ts';
import { expectEqual, expectThat, runProof, type ProofTools } from '#e2e/office/run-proof.ts';
import { openShapingProxy } from '#e2e/office/shaping-proxy.ts';
import { createRandom, type Random } from '#e2e/sample/random.ts';
import { must } from '#shared/base/must.ts';
import { filesFolderOf } from '#server/open-file-places.ts';
import { storedPath } from '#server/storage/file-folder.ts';

const CUTS = 50;
/** Bytes that pass between two cuts: from within the headers of the first request to several pieces. */
const CUT_WITHIN = { up: 160_000, down: 400 } as const;
const FILE_BYTES = 800_000;
/** Several of the largest pieces. */
const LONG_BYTES = 2_500_000;
/** Cuts after which something else fails too. */
const SERVER_DIES_AT = [12, 33];
const PROGRAM_ENDS_AT = [20, 41];
/** Cuts while two pieces are on their way. */
const PAIRS_CUT = 10;
/** HTTP around a piece: its request and what asks for the offset after a cut. */
const HEADERS = 2_000;
const HOPELESS_MS = 60_000;

await runProof('resume-upload', async (tools) => {
  const random = createRandom('resume-upload');
  const province = await foundLineProvince(tools, () => random.next());
  const { proxy } = province;
  const pieces: SentPiece[] = [];
  const disk = newSenderDisk(province.root, 'Máy văn thư');
  const start = (enrol?: { serverUrl: string; code: string }): Promise<FileSender> =>
    startFileSender(disk, (piece) => pieces.push(piece), enrol);
  let sender = await start({ serverUrl: proxy.url, code: province.codes[0] });
  tools.onEnd(() => sender.close());

  proxy.reshape({ bytesPerSecond: 2_000_000, roundTripMs: 10 });
  const files = new Map<string, Buffer>();
  const steps: Step[] = [];
  let cuts = 0;
  const cutNext = (): void => {
    const direction = cuts % 5 === 4 ? 'down' : 'up'; // now and then it is the answer that is lost
    proxy.cutAfter(random.int(1, CUT_WITHIN[direction]), direction);
  };
  while (cuts < CUTS) {
    const bytes = scan(random, FILE_BYTES);
    const hash = await keep(sender, bytes);
    files.set(hash, bytes);
    cutNext();
    for (let isDone = false; !isDone;) {
      const from = pieces.length;
      proxy.take();
      const moved = await sender.transfers.upload(hash);
      const { sent, cuts: happened } = proxy.take();
      steps.push({ pieces: pieces.slice(from), sent, isCut: happened > 0 });
      isDone = moved.ok && moved.value.done;
      if (!moved.ok) expectEqual(moved.error.code, 'offline', 'why a piece did not go');
      if (happened === 0) continue;
      cuts += happened;
      if (SERVER_DIES_AT.includes(cuts)) await province.restartServer();
      if (PROGRAM_ENDS_AT.includes(cuts)) {
        await sender.close();
        sender = await start();
      }
      if (cuts < CUTS) cutNext();
    }
  }
  const repeated = countRepeated(steps, files);
  tools.say(
    `${cuts} cuts over ${files.size} files of ${FILE_BYTES} bytes; ${repeated.total} bytes were sent again, at most ${repeated.most} after one cut`,
  );

  const beyond = await cutWithTwoOnTheirWay(tools, province, sender, files, random);
  await thrownAway(province, sender, files, random);
  await continuedByAnother(tools, province, sender, files, random);
  await heldByASlowOne(tools, province, sender, files, random);
  for (const [hash, bytes] of files) {
    const stored = await readFile(storedPath(filesFolderOf(province.dataDir), 'na-lau', hash));
    expectThat(stored.equals(bytes), (isWhole) => isWhole, `file ${hash} is whole`);
  }
  return `${cuts} cuts, ${Math.round(repeated.total / cuts / 1000)} kB repeated after each on average, at most ${repeated.shareOfPiece.toFixed(2)} of a piece, ${Math.round(beyond * 100)} % of one with two on their way; ${files.size} files whole`;
});

/** What one step of an upload did on the line. `sent`: bytes that passed, headers and all. */
type Step = { readonly pieces: readonly SentPiece[]; readonly sent: number; readonly isCut: boolean };

/**
 * Bytes sent although they had been sent before. After a cut the next piece begins where the server says: never before the piece that was cut, so that at
 * most one piece goes twice. All that passed the line is counted as well: it is the files and no more than the pieces that were cut.
 */
function countRepeated(
  steps: readonly Step[],
  files: ReadonlyMap<string, Buffer>,
): { readonly total: number; readonly most: number; readonly shareOfPiece: number } {
  let [total, most, shareOfPiece] = [0, 0, 0];
  const reached = new Map<string, { readonly begun: SentPiece; readonly upTo: number; readonly wasCut: boolean }>();
  for (const { pieces, sent, isCut } of steps)
    for (const piece of pieces) {
      const before = reached.get(piece.hash);
      const again = Math.max(0, (before?.upTo ?? 0) - piece.offset);
      if (before !== undefined) {
        expectThat(
          piece.offset >= before.begun.offset,
          (isSo) => isSo,
          'a piece goes on within or behind the last one',
        );
        if (!before.wasCut) expectEqual(again, 0, 'bytes repeated without a cut');
        shareOfPiece = Math.max(shareOfPiece, again / before.begun.bytes);
      }
      total += again;
      most = Math.max(most, again);
      // A connection may have broken between two steps: that too is a cut. Of a piece that was cut no more has passed than the line carried.
      const wasCut = isCut || piece.hasFailed;
      const passed = wasCut ? Math.min(piece.bytes, sent) : piece.bytes;
      reached.set(piece.hash, { begun: piece, upTo: piece.offset + passed, wasCut });
    }
  expectThat(shareOfPiece, (share) => share <= 1, 'pieces repeated after one cut');
  const passed = steps.reduce((sum, { sent }) => sum + sent, 0);
  const content = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const cutPieces = steps.filter(({ isCut }) => isCut).flatMap(({ pieces }) => pieces.slice(-1));
  const most1 = cutPieces.reduce((sum, { bytes }) => sum + bytes, 0) + steps.length * HEADERS;
  expectThat(passed - content, (beyond) => beyond <= most1, `bytes beyond the files (at most ${most1})`);
  return { total, most, shareOfPiece };
}

/**
 * The next piece is on its way while the answer to the one before is awaited, and the line is cut: of the two not more is sent again than one piece. Gives
 * the bytes beyond the file by cuts and pieces.
 */
async function cutWithTwoOnTheirWay(
  { say }: ProofTools,
  { proxy }: LineProvince,
  sender: FileSender,
  files: Map<string, Buffer>,
  random: Random,
): Promise<number> {
  const { bytes, hash } = await keepLong(sender, files, random);
  proxy.reshape({ bytesPerSecond: 500_000, roundTripMs: 40 });
  proxy.take();
  let [sent, cuts, requests, piece] = [0, 0, 0, 0];
  for (let isDone = false; !isDone;) {
    if (cuts < PAIRS_CUT) proxy.cutAfter(random.int(1, CUT_WITHIN.up), 'up');
    const moved = await Promise.all([sender.transfers.upload(hash), sender.transfers.upload(hash)]);
    const passed = proxy.take();
    [sent, cuts, requests] = [sent + passed.sent, cuts + passed.cuts, requests + 4];
    for (const each of moved)
      if (each.ok) piece = Math.max(piece, each.value.nextBytes ?? 0);
      else expectEqual(each.error.code, 'offline', 'why a piece did not go');
    isDone = moved.some((each) => each.ok && each.value.done);
  }
  expectThat(cuts, (count) => count >= PAIRS_CUT, 'cuts with two pieces on their way');
  const beyond = (sent - bytes.length - requests * (HEADERS / 4)) / cuts / piece;
  expectThat(beyond, (share) => share <= 1, 'of a piece, sent again after a cut with two on their way');
  say(`${cuts} cuts with two pieces on their way: ${sent - bytes.length} bytes beyond the file of ${bytes.length}`);
  return Math.max(0, beyond);
}

/** Bytes as good as a scan's: they do not get smaller. */
function scan(random: Random, length: number): Buffer {
  const key = Buffer.from(Uint8Array.from({ length: 16 }, () => random.int(0, 255)));
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

async function keep({ vault }: FileSender, bytes: Buffer): Promise<string> {
  const begun = await vault.begin(bytes.length);
  if (!begun.ok) throw new Error(begun.error);
  await vault.append(begun.value.handle, bytes);
  const finished = await vault.finish(begun.value.handle);
  if (!finished.ok) throw new Error(finished.error);
  return finished.value.hash;
}

/** A file of many pieces is taken in on a PC; `files` are to be at the province in the end. */
async function keepLong(
  sender: FileSender,
  files: Map<string, Buffer>,
  random: Random,
): Promise<{ readonly bytes: Buffer; readonly hash: string }> {
  const bytes = scan(random, LONG_BYTES);
  const hash = await keep(sender, bytes);
  files.set(hash, bytes);
  return { bytes, hash };
}

/** Asks again and again until the file is up, as the engine does; refusals that need a person fail the proof. */
async function uploadWhole({ transfers }: FileSender, hash: string): Promise<void> {
  const began = performance.now();
  for (;;) {
    const moved = await transfers.upload(hash);
    if (moved.ok && moved.value.done) return;
    if (!moved.ok)
      expectThat(moved.error.code, (code) => ['offline', 'too-many-requests'].includes(code), 'why it waits');
    if (performance.now() - began > HOPELESS_MS) throw new Error(`the file did not go up: ${JSON.stringify(moved)}`);
    if (!moved.ok) await wait(50);
  }
}

/** The server has thrown an unfinished upload away: it begins anew by itself. */
async function thrownAway(
  { dataDir }: LineProvince,
  sender: FileSender,
  files: Map<string, Buffer>,
  random: Random,
): Promise<void> {
  const { hash } = await keepLong(sender, files, random);
  await sender.transfers.upload(hash);
  const arriving = join(filesFolderOf(dataDir), 'incoming', 'na-lau', hash);
  for (const path of [arriving, `${arriving}.json`]) await rm(path);
  await uploadWhole(sender, hash);
}

/** Another PC of the office sends the same file on meanwhile (409 for the first one): nobody begins anew. */
async function continuedByAnother(
  { onEnd }: ProofTools,
  { root, url, codes }: LineProvince,
  sender: FileSender,
  files: Map<string, Buffer>,
  random: Random,
): Promise<void> {
  const { bytes, hash } = await keepLong(sender, files, random);
  const pieces: SentPiece[] = [];
  const other = await startFileSender(newSenderDisk(root, 'Máy phó văn phòng'), (piece) => pieces.push(piece), {
    serverUrl: url,
    code: codes[1],
  });
  onEnd(other.close);
  await keep(other, bytes);
  await sender.transfers.upload(hash);
  await other.transfers.upload(hash);
  await uploadWhole(sender, hash);
  expectThat(must(pieces[0], 'a piece of the other PC').offset, (offset) => offset > 0, 'where the other PC went on');
}

/** A connection that hardly moves any more holds the upload: it is taken from it (else 423), and nothing of what it brought is lost. */
async function heldByASlowOne(
  { onEnd }: ProofTools,
  { root, port, codes }: LineProvince,
  sender: FileSender,
  files: Map<string, Buffer>,
  random: Random,
): Promise<void> {
  const { bytes, hash } = await keepLong(sender, files, random);
  const slowLine = await openShapingProxy(port, { bytesPerSecond: 4_000, queueBytes: 2_000 });
  onEnd(slowLine.close);
  const slow = await startFileSender(newSenderDisk(root, 'Máy chậm'), () => undefined, {
    serverUrl: slowLine.url,
    code: codes[2],
  });
  onEnd(slow.close);
  await keep(slow, bytes);
  slowLine.take();
  void slow.transfers.upload(hash);
  for (let passed = 0; passed < 6_000; passed += slowLine.take().sent) await wait(50);
  const began = performance.now();
  await uploadWhole(sender, hash);
  expectThat(performance.now() - began, (ms) => ms < 14_000, 'milliseconds until the slow one was passed by');
}
