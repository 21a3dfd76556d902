/**
 * A new PC fetches 20,000 papers, each with a file's metadata: bytes and round trips counted on the socket, made into seconds at 256 kbit/s and 2 Mbit/s
 * with 300 ms of round trip; PouchDB against its own server in the same run. `--real`: the real app on a line shaped so.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSetAside } from '#electron/main/services/disk/set-aside.ts';
import { createFixedKeySource } from '#electron/main/services/keys/fixed-key-source.ts';
import { createMemoryIdentity } from '#electron/main/services/memory-identity.ts';
import { createProvinceClient } from '#electron/main/services/province/province-client.ts';
import { createSnapshotDesk, type SnapshotDesk } from '#electron/main/services/snapshots/snapshot-desk.ts';
import { openVault } from '#electron/main/services/vault/vault.ts';
import { must } from '#shared/base/must.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { SnapshotManifest } from '#shared/contract/snapshot/snapshot-manifest.ts';
import { startServer } from '#server/start-server.ts';
import { openShapingProxy, type LineCount } from '#e2e/office/shaping-proxy.ts';
import { makeOffice, sendOffice, toPlainDocuments } from './first-sync-office.ts';
import { replicateFromPouch } from './pouchdb-start.ts';
import { report } from './report.ts';

const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 20_000);
/** PouchDB needs minutes of processor time for all of them; its cost per document does not depend on how many there are. */
const POUCH_DOCUMENTS = Number(process.env['BENCH_POUCH_DOCUMENTS'] ?? 4000);
const ROUND_TRIP_S = 0.3;
const [THIN, WIDE] = [256_000 / 8, 2_000_000 / 8];

const folder = await mkdtemp(join(tmpdir(), 'hosoxa-first-sync-'));
const server = await startServer({ dataDir: join(folder, 'server') });
try {
  const office = makeOffice(DOCUMENTS);
  await sendOffice(server, office);
  if (process.argv.includes('--real')) {
    const { measureReal } = await import('./first-sync-real.ts');
    await measureReal(server, office.commune.place.id, DOCUMENTS);
  } else {
    await measureCounted(office.commune.place.id);
    const docs = toPlainDocuments(office, Math.min(DOCUMENTS, POUCH_DOCUMENTS));
    const pouch = await replicateFromPouch(docs, folder);
    const times = DOCUMENTS / docs.length;
    const scaled = {
      ...pouch,
      sent: pouch.sent * times,
      received: pouch.received * times,
      roundTrips: pouch.roundTrips * times,
    };
    const perDocument = Math.round((pouch.sent + pouch.received) / docs.length);
    const note = `${String(perDocument)} bytes a document, counted over ${docs.length.toLocaleString('en-US')} and taken ${times.toLocaleString('en-US')} times; ${noteOf(scaled)}`;
    report('first-sync', 'pouchdb-256k-s', secondsAt(THIN, scaled), 's', note);
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(); // PouchDB's server has timers that never end

/** Does what the program does on a new PC, without its store, and counts. */
async function measureCounted(communeId: string): Promise<void> {
  const proxy = await openShapingProxy(server.port);
  const client = createProvinceClient(createMemoryIdentity());
  const keys = createFixedKeySource();
  const vault = await openVault({
    folder: join(folder, 'vault'),
    setAside: createSetAside(join(folder, 'aside')),
    keys,
  });
  const desk = createSnapshotDesk(client, vault);
  try {
    await buildBeforehand(communeId);
    const code = await server.createCode(communeId);
    proxy.take();
    const enrolled = await client.enrol({ serverUrl: proxy.url, code, name: 'Máy mới' });
    if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.error.code}`);
    const manifest = await getManifest(desk);
    const pull = (): Promise<unknown> => pullTail(manifest, enrolled.value.dev);
    const [first, ...rest] = manifest.chunks;
    await pull();
    let records = await fetchChunk(desk, manifest, must(first, 'a snapshot has a chunk'));
    const atScreen = proxy.take();
    for (const chunk of rest) records += await fetchChunk(desk, manifest, chunk);
    await pull();
    const behind = proxy.take();
    const expected = (await server.recordsOf(communeId)).length;
    // The newcomer's own record came with the tail.
    if (records + 1 !== expected) throw new Error(`${String(records)} records of ${String(expected)}`);
    const all = addCounts(atScreen, behind);
    report('first-sync', 'first-screen-256k-s', secondsAt(THIN, atScreen), 's', lineNote(atScreen));
    report('first-sync', 'first-sync-256k-s', secondsAt(THIN, all), 's', lineNote(all));
    report('first-sync', 'first-sync-2m-s', secondsAt(WIDE, all), 's', lineNote(all));
    report(
      'first-sync',
      'bytes-per-document',
      (all.sent + all.received) / DOCUMENTS,
      'bytes',
      'paper and file, everything counted',
    );
  } finally {
    await client.close();
    await proxy.close();
  }

  function pullTail({ stream, epoch, seq }: SnapshotManifest, dev: number): Promise<unknown> {
    const streams = [
      { id: stream, epoch, base: 0, after: seq, limit: 300 },
      { id: 'province', epoch: '', base: 0, after: 0, limit: 300 },
    ];
    return client.exchange({ v: PROTOCOL_VERSION, dev, ops: [], seen: [], streams });
  }
}

/** As the night has done it: another PC asks, and the server builds. */
async function buildBeforehand(communeId: string): Promise<void> {
  const client = createProvinceClient(createMemoryIdentity());
  const code = await server.createCode(communeId);
  await client.enrol({ serverUrl: server.url, code, name: 'Máy cũ' });
  await client.missingFiles([]); // opens its session
  const begun = performance.now();
  await getManifest(
    createSnapshotDesk(
      client,
      await openVault({
        folder: join(folder, 'other'),
        setAside: createSetAside(join(folder, 'aside')),
        keys: createFixedKeySource(),
      }),
    ),
  );
  report('first-sync', 'build-s', (performance.now() - begun) / 1000, 's', 'the server builds the snapshot');
  await client.close();
}

async function getManifest(desk: SnapshotDesk): Promise<SnapshotManifest> {
  const listed = await desk.list();
  return must(
    listed.ok ? listed.value.find(({ stream }) => stream.startsWith('org:')) : undefined,
    'there is a snapshot',
  );
}

/** Fetches, verifies and unpacks a chunk; its records. */
async function fetchChunk(
  desk: SnapshotDesk,
  { stream }: SnapshotManifest,
  { hash, size }: SnapshotManifest['chunks'][number],
): Promise<number> {
  for (;;) {
    const piece = await desk.fetchPiece(stream, hash, size);
    if (!piece.ok) throw new Error(`chunk not fetched: ${piece.error.code}`);
    if (piece.value.done) break;
  }
  let records = 0;
  for (;;) {
    const part = await desk.rows(hash, records);
    if (!part.ok) throw new Error(`no chunk: ${part.error.code}`);
    records += part.value.rows.length;
    if (part.value.isLast) break;
  }
  await desk.drop(hash);
  return records;
}

function addCounts(a: LineCount, b: LineCount): LineCount {
  const sum = (of: (count: LineCount) => number): number => of(a) + of(b);
  return {
    sent: sum(({ sent }) => sent),
    received: sum(({ received }) => received),
    roundTrips: sum(({ roundTrips }) => roundTrips),
    connections: sum(({ connections }) => connections),
    cuts: sum(({ cuts }) => cuts),
  };
}

/** Every byte of both directions on one line, and a round trip for each question and each new connection. */
function secondsAt(bytesPerSecond: number, { sent, received, roundTrips, connections }: LineCount): number {
  return Number(((sent + received) / bytesPerSecond + (roundTrips + connections) * ROUND_TRIP_S).toFixed(1));
}

function lineNote(count: LineCount): string {
  return `the line alone, ${noteOf(count)}; --real has the store in it`;
}

function noteOf({ sent, received, roundTrips, connections }: LineCount): string {
  const bytes = Math.round(sent + received).toLocaleString('en-US');
  const trips = Math.round(roundTrips + connections).toLocaleString('en-US');
  return `computed from ${bytes} bytes counted and ${trips} round trips of 300 ms`;
}
