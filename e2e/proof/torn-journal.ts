/** Journal and vault of a recorded run, cut at every byte: what replays is exactly a prefix of the ops, never less than was answered for, and work goes on. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { createSetAside } from '#electron/main/services/disk/set-aside.ts';
import { openJournal, type Journal } from '#electron/main/services/journal/journal.ts';
import { HEADER_BYTES, parseHeader } from '#electron/main/services/journal/segment-format.ts';
import { scanSegment } from '#electron/main/services/journal/segment-scan.ts';
import { createFixedKeySource } from '#electron/main/services/keys/fixed-key-source.ts';
import { openVault } from '#electron/main/services/vault/vault.ts';
import { viewRecord, type OutboxEntry } from '#shared/sync/replica.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';

const DEV = 3;
const SAVES = 400;
const RECORDS = 60;
const FILES = 12;
const SEGMENT_BYTES = 12 * 1024;
/** Of the 2,700 cuts beside frames these are opened as a journal; the scan sees every byte. */
const ALL_OF_FIRST = 120;
const EVERY_NTH = 9;
const keys = createFixedKeySource('torn-journal');

/** One save of the run: the ops it appended, and what had been answered for in the active segments then. */
type Save = { readonly ops: readonly Op[]; readonly sizes: Readonly<Record<string, number>> };

await runProof('torn-journal', async ({ say, onEnd }) => {
  const root = mkdtempSync(join(tmpdir(), 'hosoxa-torn-'));
  onEnd(() => rm(root, { recursive: true, force: true }));
  const { saves, files } = await recordRun(root);
  const recorded = join(root, 'journal');
  const segments = readdirSync(recorded).filter((name) => name.endsWith('.hsxj'));
  const ops = saves.flatMap((save) => save.ops);
  say(`recorded: ${ops.length} ops of ${saves.length} saves in ${segments.length} segments, ${files.size} files`);

  let bytes = 0;
  for (const name of segments) bytes += scanEveryPrefix(readFileSync(join(recorded, name)), name);
  say(`${bytes} prefixes, every byte of every segment: the frames found are exactly those that were whole`);

  const all = listCuts(recorded, saves);
  const cuts = all.filter((_, i) => i < ALL_OF_FIRST || i % EVERY_NTH === 0);
  for (const cut of cuts) await replayCut(root, recorded, segments, saves, cut);
  say(
    `${cuts.length} cuts at, before and behind frames opened as a journal: ops and record counts are those of a prefix, then one more save is kept`,
  );

  const torn = await cutFiles(root, files);
  say(`${torn} cuts of files: none is handed out, none is deleted, the same file can be stored again`);
  return `${bytes} prefixes, ${cuts.length} replays, 0 answered ops lost`;
});

/** Edits and files as an office makes them: most saves one op, some several, some for this PC alone; two at a time now and then. */
async function recordRun(root: string): Promise<{ saves: Save[]; files: Map<string, Buffer> }> {
  const journal = await openAt(root);
  const vault = await openVault({ folder: join(root, 'vault'), setAside: createSetAside(join(root, 'aside')), keys });
  const saves: Save[] = [];
  const files = new Map<string, Buffer>();
  const counters = { shared: 0, local: 0 };
  for (let i = 0; i < SAVES; i += 1) {
    const ops = Array.from({ length: i % 9 === 0 ? 3 : 1 }, (_, k) => {
      const lane = i % 7 === 3 ? 'local' : 'shared';
      counters[lane] += 1;
      return sampleOp(counters[lane], lane, (i * 3 + k * 17) % RECORDS, i);
    });
    const appended = await journal.append(ops);
    expectThat(appended, (result) => result.ok, 'the save was answered');
    const sizes = Object.fromEntries(journal.listSegments().map(({ name, size }) => [name, size]));
    saves.push({ ops, sizes });
    if (i % Math.floor(SAVES / FILES) === 0) {
      const content = createHash('sha512').update(String(i)).digest();
      const file = Buffer.concat(Array.from({ length: 100 + i * 7 }, () => content));
      files.set(await store(vault, file), file);
    }
  }
  await journal.close();
  await vault.close();
  return { saves, files };
}

function sampleOp(n: number, lane: 'shared' | 'local', record: number, i: number): Op {
  return {
    dev: DEV,
    n,
    t: i % 31 === 30 ? 'del' : 'set',
    stream: lane === 'local' ? 'local' : 'org:na-lau',
    type: lane === 'local' ? 'draft' : 'document',
    id: `01934f2a-7c3b-7a10-8b11-${record.toString(16).padStart(12, '0')}`,
    f: i % 31 === 30 ? {} : { abstract: `Lần ghi ${String(i)}`, [i % 2 === 0 ? 'note' : 'result']: 'x'.repeat(i % 50) },
    base: 0,
    h: (1_795_000_000_000 + i) * 1024,
    by: '01934f2a-7c3b-7a10-8b11-5d2f8e7a9c02',
  };
}

/** Without opening anything: the scan of every prefix of a segment finds its whole frames and nothing else. */
function scanEveryPrefix(file: Uint8Array, name: string): number {
  const header = parseHeader(file);
  if (!header.ok) throw new Error(`${name}: ${header.error}`);
  const whole = scanSegment(file, header.value.id);
  expectEqual([whole.end, whole.damage.length], [file.length, 0], `${name} is sound`);
  const ends = whole.entries.map(({ start, length }) => start + length);
  let count = 0;
  for (let length = HEADER_BYTES; length <= file.length; length += 1) {
    while ((ends[count] ?? Infinity) <= length) count += 1;
    const { entries, end, damage } = scanSegment(file.subarray(0, length), header.value.id);
    const isPrefix = entries.length === count && entries.every(({ n }, i) => n === whole.entries[i]?.n);
    if (!isPrefix || damage.length > 0 || end !== (ends[count - 1] ?? HEADER_BYTES))
      throw new Error(`${name} cut at ${length}: ${entries.length} frames, not ${count}`);
  }
  return file.length - HEADER_BYTES + 1;
}

/** The moment a power cut stops the disk: during a save, when of its bytes in a segment only so many had arrived. */
type Cut = { readonly save: number; readonly segment: string; readonly size: number; readonly answered: number };

function listCuts(recorded: string, saves: readonly Save[]): Cut[] {
  const cuts: Cut[] = [];
  for (const [save, { sizes }] of saves.entries()) {
    const before = saves[save - 1]?.sizes ?? {};
    const segment = Object.keys(sizes).find((name) => sizes[name] !== before[name]) ?? '';
    const [from, to] = [before[segment] ?? 0, sizes[segment] ?? 0];
    const file = readFileSync(join(recorded, segment));
    const places = new Set([from, from + 1, to - 1, to, from + Math.floor((to - from) / 2), from + 24]);
    for (let at = Math.max(from, HEADER_BYTES); at < to; at += 24 + file.readUInt32LE(at)) {
      for (const near of [at - 1, at, at + 1]) places.add(near);
    }
    for (const size of places)
      if (size >= from && size <= to) cuts.push({ save, segment, size, answered: size === to ? save + 1 : save });
  }
  return cuts;
}

/** Puts the disk as it was at the cut, opens the journal and compares with what had been made. */
async function replayCut(
  root: string,
  recorded: string,
  segments: readonly string[],
  saves: readonly Save[],
  cut: Cut,
): Promise<void> {
  const folder = join(root, 'cut');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'journal'), { recursive: true });
  const before = saves[cut.save - 1]?.sizes ?? {};
  for (const name of segments) {
    const size = name === cut.segment ? cut.size : before[name];
    if (size === undefined || (name === cut.segment && size === 0)) continue; // a segment appears under its name with its header
    writeFileSync(join(folder, 'journal', name), readFileSync(join(recorded, name)).subarray(0, size));
  }
  const made = saves.slice(0, cut.save + 1).flatMap(({ ops }) => ops);
  const answered = saves.slice(0, cut.answered).flatMap(({ ops }) => ops);
  const journal = await openAt(folder);
  const [shared, local] = [await readAll(journal, 'shared'), await readAll(journal, 'local')];
  const what = `save ${cut.save}, ${cut.segment} cut at ${cut.size}`;
  const laneOf = (lane: string) => (op: Op) => (op.stream === 'local') === (lane === 'local');
  for (const [lane, ops] of [
    ['shared', shared],
    ['local', local],
  ] as const) {
    expectEqual(ops, made.filter(laneOf(lane)).slice(0, ops.length), `${what}: ${lane} ops are a prefix of those made`);
    expectThat(
      ops.length,
      (count) => count >= answered.filter(laneOf(lane)).length,
      `${what}: answered ${lane} ops are there`,
    );
  }
  const replayed = [...shared, ...local];
  const prefix = [
    ...made.filter(laneOf('shared')).slice(0, shared.length),
    ...made.filter(laneOf('local')).slice(0, local.length),
  ];
  expectEqual(countRecords(replayed), countRecords(prefix), `${what}: record counts`);
  const next = sampleOp((shared.at(-1)?.n ?? 0) + 1, 'shared', 0, 1);
  expectThat(await journal.append([next]), (result) => result.ok, `${what}: the next save is kept`);
  await journal.close();
  const again = await openAt(folder);
  expectEqual((await readAll(again, 'shared')).at(-1), next, `${what}: the next save is there after another start`);
  await again.close();
}

/** Records by type, without removed ones, after the ops were laid over nothing, and a digest of their values. */
function countRecords(ops: readonly Op[]): Record<string, unknown> {
  const own = new Map<string, OutboxEntry[]>();
  for (const op of ops)
    own.set(`${op.type}:${op.id}`, [...(own.get(`${op.type}:${op.id}`) ?? []), { op, state: { kind: 'waiting' } }]);
  const counts: Record<string, number> = {};
  const values: [string, Readonly<Record<string, FieldValue>>][] = [];
  for (const [key, entries] of [...own].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const view = viewRecord(undefined, entries);
    const type = key.split(':')[0] ?? '';
    if (!view.removed) counts[type] = (counts[type] ?? 0) + 1;
    values.push([key, view.values]);
  }
  return { ...counts, digest: createHash('sha256').update(JSON.stringify(values)).digest('hex') };
}

/** Cuts every file of the vault at several places. */
async function cutFiles(root: string, files: ReadonlyMap<string, Buffer>): Promise<number> {
  let cuts = 0;
  for (const [hash, content] of files) {
    for (const part of [0, 0.01, 0.3, 0.999]) {
      const folder = join(root, 'cut-vault');
      rmSync(folder, { recursive: true, force: true });
      const path = join(folder, hash.slice(0, 2), hash);
      cpSync(join(root, 'vault', hash.slice(0, 2), hash), path);
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length * part)));
      const aside = join(root, `cut-aside-${cuts}`);
      const vault = await openVault({ folder, setAside: createSetAside(aside), keys });
      const found = await vault.findVerified(hash);
      expectThat(found, (result) => !result.ok, `a file cut at ${part} is not handed out`);
      expectEqual(readdirSync(aside).length, 1, 'the torn file is kept aside');
      expectEqual(await store(vault, content), hash, 'the same file can be stored again');
      expectThat(await vault.findVerified(hash), (result) => result.ok, 'and is whole');
      await vault.close();
      cuts += 1;
    }
  }
  return cuts;
}

function openAt(root: string): Promise<Journal> {
  return openJournal({
    folder: join(root, 'journal'),
    legacyFile: join(root, 'journal.hsxj'),
    setAside: createSetAside(join(root, 'set-aside')),
    keys,
    device: () => DEV,
    now: () => Date.UTC(2026, 10, 22),
    limits: { rotateBytes: SEGMENT_BYTES },
  });
}

async function readAll(journal: Journal, lane: 'shared' | 'local'): Promise<readonly Op[]> {
  const ops: Op[] = [];
  for (;;) {
    const read = await journal.readSince(ops.at(-1)?.n ?? 0, lane);
    if (!read.ok) throw new Error(read.error);
    if (read.value.length === 0) return ops;
    ops.push(...read.value);
  }
}

async function store(vault: Awaited<ReturnType<typeof openVault>>, content: Buffer): Promise<string> {
  const begun = await vault.begin(content.length);
  if (!begun.ok) throw new Error(begun.error);
  await vault.append(begun.value.handle, content);
  const finished = await vault.finish(begun.value.handle);
  if (!finished.ok) throw new Error(finished.error);
  return finished.value.hash;
}
