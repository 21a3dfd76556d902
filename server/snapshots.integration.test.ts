import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { Decoder } from 'cbor-x';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { unpackChunk } from '#shared/contract/snapshot/snapshot-chunk.ts';
import { snapshotsAnswerSchema, type SnapshotManifest } from '#shared/contract/snapshot/snapshot-manifest.ts';
import { digestOf, digestRoot } from '#shared/sync/digest.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { applyRow } from '#shared/sync/replica.ts';
import { must } from '#shared/base/must.ts';
import { restoreProvince } from './province-backup.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { newDirective, newDocument, TestPc } from './test-office.ts';

const cbor = new Decoder({ useRecords: false, tagUint8Array: false });
const PAPERS = 60;
const snapshots = { from: 40, renewAfter: 30, chunkRecords: 12 };

let room: string;
let server: RunningServer;
let one: TestPc;
let two: TestPc;
let stranger: TestPc;
const papers: string[] = [];

beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'hosoxa-snapshots-'));
  server = await startServer({ dataDir: join(room, 'server'), snapshots });
  for (const id of ['na-lau', 'po-khau'])
    await server.createCommune({ id, name: `xã ${id}`, province: 'tỉnh Cao Bằng' });
  one = await TestPc.join(server, 'na-lau');
  two = await TestPc.join(server, 'na-lau');
  stranger = await TestPc.join(server, 'po-khau');
  for (let i = 0; i < PAPERS; i += 1) {
    const paper = one.change(newDocument({ abstract: `Về việc số ${String(i)}`, symbol: `${String(i)}-CV/VPTU` }));
    papers.push(paper.id);
    if (i % 3 === 0) one.change(newDirective(paper.id));
  }
  await one.sync();
  await two.sync();
  // A question, a removal, and a field changed since.
  const [first = '', second = '', third = ''] = papers;
  one.edit({ type: 'document', id: first }, { note: 'máy một' });
  two.edit({ type: 'document', id: first }, { note: 'máy hai' });
  two.edit({ type: 'document', id: second }, {}, 'del');
  two.edit({ type: 'document', id: third }, { note: 'sửa sau' });
  await one.sync();
  await two.sync();
});
afterAll(async () => {
  await server.stop();
  rmSync(room, { recursive: true, force: true });
});

async function list(pc: TestPc): Promise<readonly SnapshotManifest[]> {
  return snapshotsAnswerSchema.parse(await (await pc.get(httpPaths.snapshots)).json()).snapshots;
}

const chunkPath = (stream: string, hash: string): string =>
  `${httpPaths.snapshots}/${encodeURIComponent(stream)}/${hash}`;

/** Loads a snapshot and then the pages behind it, as a new PC does. */
async function start(pc: TestPc, manifest: SnapshotManifest, meanwhile: () => Promise<unknown>): Promise<void> {
  for (const [i, { hash, size, records }] of manifest.chunks.entries()) {
    const bytes = Buffer.from(await (await pc.get(chunkPath(manifest.stream, hash))).arrayBuffer());
    expect(bytes.length).toBe(size);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    const rows = unpackChunk(cbor.decode(brotliDecompressSync(bytes)));
    expect(rows).toHaveLength(records);
    for (const row of rows)
      pc.records.set(recordKey(row.type, row.id), applyRow(pc.records.get(recordKey(row.type, row.id)), row));
    if (i === 0) await meanwhile();
  }
  pc.cookie = { epoch: manifest.epoch, base: 0, after: manifest.seq };
  await pc.sync(3);
}

const inOrder = (records: ReadonlyMap<string, SyncRecord>): SyncRecord[] =>
  [...records.values()].sort((a, b) => a.seq - b.seq);

describe('a snapshot of a commune', () => {
  it('and the pages behind it are what a PC has that pulled everything, cell by cell', async () => {
    const newcomer = await TestPc.join(server, 'na-lau');
    const manifests = await list(newcomer);
    expect(manifests.map(({ stream }) => stream)).toEqual(['org:na-lau']);
    const manifest = must(manifests[0], 'the stream is big enough');
    expect(must(manifest.chunks[0], 'it has chunks').papers).toBe(PAPERS);
    expect(manifest.chunks.reduce((sum, { papers: each }) => sum + each, 0)).toBe(PAPERS);
    await start(newcomer, manifest, async () => {
      one.edit({ type: 'document', id: papers[4] ?? '' }, { note: 'trong khi tải' });
      one.change(newDocument());
      await one.sync();
    });
    const full = await TestPc.join(server, 'na-lau');
    await full.sync();
    await newcomer.sync();
    expect(inOrder(newcomer.records)).toEqual(inOrder(full.records));
    expect(newcomer.cookie).toEqual(full.cookie);
    expect(Object.keys(full.records.get(recordKey('document', papers[0] ?? ''))?.c ?? {})).toEqual(['note']);
    // The province finds the copy to be its own.
    const check = digestRoot(digestOf(newcomer.records.values()));
    const answer = await newcomer.exchange(newcomer.request({ streams: [{ ...newcomer.ask(), check }] }));
    expect(answer.streams[0]?.resync).toBeUndefined();
  });

  it('is had by range, and only by PCs of that commune', async () => {
    const { stream, chunks } = must((await list(one))[0], 'it is there');
    const { hash, size } = must(chunks[0], 'it has chunks');
    const whole = Buffer.from(await (await one.get(chunkPath(stream, hash))).arrayBuffer());
    const part = await one.get(chunkPath(stream, hash), { range: `bytes=10-${String(size + 50)}` });
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 10-${String(size - 1)}/${String(size)}`,
    ]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10));
    expect(await list(stranger)).toEqual([]);
    expect((await stranger.get(chunkPath(stream, hash))).status).toBe(404);
    expect((await stranger.get(chunkPath('org:po-khau', hash))).status).toBe(404);
    expect((await one.get(chunkPath(stream, '../'.repeat(3)))).status).toBe(404);
    expect((await fetch(server.url + chunkPath(stream, hash))).status).toBe(401);
    expect((await fetch(server.url + httpPaths.snapshots)).status).toBe(401);
  });

  it('is built once for all who ask at the same time, and again when much was changed; the one before can still be loaded to its end', async () => {
    const [before, same] = await Promise.all([list(one), list(two)]);
    expect(same).toEqual(before);
    const old = must(before[0], 'it is there');
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 15; i += 1) one.change(newDocument());
      await one.sync();
    }
    await expect.poll(async () => (await list(one))[0]?.seq).toBeGreaterThan(old.seq);
    const slow = await TestPc.join(server, 'na-lau');
    await start(slow, old, () => Promise.resolve());
    await one.sync();
    expect(inOrder(slow.records).map(({ id }) => id)).toEqual(expect.arrayContaining(papers));
    await slow.sync();
    expect(inOrder(slow.records)).toEqual(inOrder(one.records));
  });

  it('outlives the server that built it, and ends with the life of its stream', async () => {
    const before = await list(one);
    await server.backup(join(room, 'backups'));
    await server.stop();
    server = await startServer({ dataDir: join(room, 'server'), snapshots });
    one = one.at(server);
    await one.openSession();
    expect(await list(one)).toEqual(before);
    await restoreProvince({ dataDir: join(room, 'again'), folder: join(room, 'backups') });
    const restored = await startServer({ dataDir: join(room, 'again'), snapshots });
    try {
      const survivor = one.at(restored);
      await survivor.openSession();
      const after = must((await list(survivor))[0], 'it is built anew');
      expect(after.epoch).not.toBe(before[0]?.epoch);
      expect(after.epoch).toContain('~');
      const newcomer = await TestPc.join(restored, 'na-lau');
      await start(newcomer, after, () => Promise.resolve());
      const full = await TestPc.join(restored, 'na-lau');
      await full.sync();
      await newcomer.sync();
      expect(inOrder(newcomer.records)).toEqual(inOrder(full.records));
    } finally {
      await restored.stop();
    }
  });
});
