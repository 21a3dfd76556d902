/** A new PC on a line of 256 kbit/s starts from the province's snapshot: worked on within seconds, killed in the middle, a chunk damaged on its way; in the end every cell is the province's. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChunkWatch } from '#e2e/office/chunk-watch.ts';
import { killProgram } from '#e2e/office/kill-program.ts';
import { joinTimed, openNewPc, waitForChunks } from '#e2e/office/new-pc.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { openShapingProxy, THIN_LINE } from '#e2e/office/shaping-proxy.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { must } from '#shared/base/must.ts';
import { communeStream } from '#shared/entities.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { contentText } from '#shared/sync/content-text.ts';
import { digestOf, digestRoot } from '#shared/sync/digest.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { startServer } from '#server/start-server.ts';

const DOCUMENTS = 1500;
/** Records in a chunk: some ten chunks, so that the middle is somewhere. */
const CHUNK_RECORDS = 250;
/** Seconds from joining to a screen that can be worked on, on the thin line and a busy machine; `first-sync` measures the line alone against the goal of 10. */
const USABLE_SECONDS = 20;
/** Chunks that are in when the program is killed. */
const KILLED_AFTER = 3;
/** Papers the first chunk brings. */
const NEWEST = 500;
const DAMAGED = 2;

await runProof('snapshot-start', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-snapshot-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir, snapshots: { from: 500, chunkRecords: CHUNK_RECORDS } });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  const today = toPlainDate('2026-11-20');
  const order = { seed: 'snapshot', documents: DOCUMENTS, members: 50, outgoing: 20, files: 0, today, place };
  const commune = await seedProvince(server, order, Date.now);
  const whoIs = (role: string): string =>
    must(
      commune.staff.find(({ fields }) => fields.role === role),
      `somebody is ${role}`,
    ).id;
  const [head, clerk] = [whoIs('office-head'), whoIs('clerk')];
  // A question, a paper changed since and a removal, by another PC.
  const other = await enrolSamplePc(server.url, await server.createCode(place.id), 'Máy hai', Date.now);
  onEnd(() => other.close());
  const old = commune.documents.slice(0, 3).map(({ id }) => ({ type: 'document', id }));
  const [asked, changed, removed] = [must(old[0], '3 papers'), must(old[1], '3 papers'), must(old[2], '3 papers')];
  const seen = { base: 1_000_000 };
  const outcomes = [
    ...(await other.offer([{ ...asked, t: 'set', f: { note: 'máy hai ghi khác' } }], clerk)),
    ...(await other.offer([{ ...changed, ...seen, t: 'set', f: { note: 'sửa sau' } }], clerk)),
    ...(await other.offer([{ ...removed, ...seen, t: 'del', f: {} }], head)),
  ];
  expectEqual(
    outcomes.map(({ kind }) => kind),
    ['conflict', 'ok', 'ok'],
    'there is a question, a change and a removal',
  );

  const watch = await openChunkWatch(server.port);
  onEnd(() => watch.close());
  const damaged = watch.damageOne(DAMAGED);
  const line = await openShapingProxy(watch.port, THIN_LINE);
  onEnd(() => line.close());
  let pc = await openNewPc('Máy mới', line.url, await server.createCode(place.id));
  onEnd(() => pc.discard());
  const first = await joinTimed(pc, NEWEST);
  expectThat(first, (seconds) => seconds <= USABLE_SECONDS, 'the first screen came in time');
  say(`people to choose from and the newest papers ${first.toFixed(1)} s after joining (256 kbit/s, 300 ms)`);

  // The line breaks and gets worse. Somebody works while most is not here yet: on a paper that is, and elsewhere on one that is not.
  line.reshape({ bytesPerSecond: 5000, roundTripMs: 300 });
  await pc.choosePerson('clerk');
  await pc.setPassphrase();
  const worked = await editNewest(pc, 'việc trên máy mới');
  await other.send([{ ...asked, t: 'set', f: { signer: 'Lò Văn An' }, base: 1_000_000 }], clerk);
  const left = await waitForChunks(pc, KILLED_AFTER);
  await killProgram(pc);
  const atKill = [...watch.chunks().keys()];
  line.reshape(THIN_LINE);
  pc = await OfficePc.open(pc.name, pc.profile);
  await pc.unlock();
  await waitForChunks(pc, Number.MAX_SAFE_INTEGER);
  await pc.settle();
  const chunks = watch.chunks();
  const again = [...chunks].filter(([hash, { whole }]) => whole > 1 && hash !== damaged()).map(([hash]) => hash);
  expectThat(left, (count) => count > 2, 'the kill came in the middle');
  expectEqual(
    again.filter((hash) => hash !== atKill.at(-1)),
    [],
    'no chunk was fetched twice but what was on its way when the line or the program ended',
  );
  expectEqual(chunks.get(damaged() ?? '')?.whole, 2, 'the damaged chunk was noticed, and asked for once more');
  say(
    `${String(chunks.size)} chunks: killed with ${String(left)} to go; ${String(again.length)} on its way then came again, the damaged one too, no other`,
  );

  const truth = await server.recordsOf(place.id);
  const held = await heldOf(pc, communeStream(place.id));
  expectEqual(digestRoot(digestOf(held)), digestRoot(digestOf(truth)), 'the digest is the one of the province');
  expectEqual(
    held.map(contentText),
    truth.map(contentText),
    'every cell, question and removal is as the province has it',
  );
  expectEqual(
    held,
    (await other.pull()).toSorted((a, b) => a.seq - b.seq),
    'and as a full pull brings it',
  );
  expectEqual(
    truth.find(({ id }) => id === worked)?.f['note']?.v,
    'việc trên máy mới',
    'what was done while it came is at the province',
  );
  const cells = held.reduce((sum, { f }) => sum + Object.keys(f).length, 0);
  return `usable after ${first.toFixed(1)} s, ${String(chunks.size)} chunks, 1 kill, 1 damaged; ${String(held.length)} records, ${String(cells)} cells equal`;
});

/** Changes the newest paper that is here; its id. */
function editNewest({ page }: OfficePc, note: string): Promise<string> {
  return page.evaluate(async (text) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    const newest = (await office.db.documents.toArray()).sort((a, b) => b.seq - a.seq).find(({ removed }) => !removed);
    const saved = await acts.saveDocument(office, newest?.id ?? '', { note: text }, newest?.seq ?? 0);
    if (!saved.ok) throw new Error(`edit refused: ${saved.error.code}`);
    return saved.value.id;
  }, note);
}

/** All that a PC holds of a stream, in order of sequence. */
async function heldOf({ page }: OfficePc, stream: string): Promise<SyncRecord[]> {
  const text = await page.evaluate(async (id) => {
    const shadows = (await window.officeForTests?.office.db.shadows.toArray()) ?? [];
    const held = shadows.filter((shadow) => shadow.stream === id).sort((a, b) => a.seq - b.seq);
    return JSON.stringify(held.map(({ type, id: record, seq, f, c }) => ({ type, id: record, seq, f, c })));
  }, stream);
  return JSON.parse(text) as SyncRecord[];
}
