// PCs and a province of different builds: a newer PC at an older province and an older PC at a newer one save as ever; what one does not know it keeps for who does; a newer act is refused by name; a program brought up to date shows what its PC was sent before.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { bundleNewerServer, loadNewerPc } from '#e2e/office/newer-build.ts';
import { NewerPc } from '#e2e/office/newer-work.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { endServer, spawnServer } from '#e2e/office/server-process.ts';
import { newPcOnDisk, startWindowlessPc, type WindowlessPc } from '#e2e/office/windowless-pc.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { saveRecord } from '#renderer/data/write/save-record.ts';
import { startHousekeeping } from '#renderer/sync/housekeeping.ts';
import { frameCodec } from '#server/routes/frame-codec.ts';
import { startServer } from '#server/start-server.ts';
import { newDocument, TestPc } from '#server/test-office.ts';
import { packRequest, unpackAnswer } from '#shared/contract/wire.ts';
import { must } from '#shared/base/must.ts';
import type { Outcome } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';

const COMMUNE = 'na-lau';
const ROUTE = 'HT-01';

await runProof('mixed-versions', async ({ say, onEnd }) => {
  const home = await mkdtemp(join(tmpdir(), 'hosoxa-mixed-'));
  onEnd(() => rm(home, { recursive: true, force: true }));
  await bundleApp(['server']);
  const newerProgram = await bundleNewerServer(onEnd);
  const newerPcProgram = await loadNewerPc(onEnd);
  const dataDir = join(home, 'province');

  const founding = await startServer({ dataDir });
  await founding.createCommune({ id: COMMUNE, name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
  const newer = await TestPc.join(founding, COMMUNE);
  const newest = await TestPc.join(founding, COMMUNE);
  const olderDisk = newPcOnDisk(join(home, 'older-pc'), 'Máy cũ');
  const older = await startWindowlessPc(olderDisk, {
    serverUrl: founding.url,
    code: await founding.createCode(COMMUNE),
  });
  let atOlder: { readonly close: () => Promise<void> } = older;
  onEnd(() => atOlder.close());
  await settle(older);
  older.office.actor = newer.person;
  // What a program does at its start besides: it notes which parts it knows.
  const endHousekeeping = startHousekeeping(older.office, older.desktop);
  const ahead = await NewerPc.start(newerPcProgram, newPcOnDisk(join(home, 'newer-pc'), 'Máy mới'), newer.person, {
    serverUrl: founding.url,
    code: await founding.createCode(COMMUNE),
  });
  onEnd(() => ahead.close());
  await founding.stop();

  // A newer PC at an older province.
  const port = founding.port;
  let server = await spawnServer(dataDir, port);
  onEnd(() => endServer(server, dataDir));
  const register = must(
    [...newer.records.values(), ...(await readAll(newer))].find(({ type }) => type === 'register'),
    'a register',
  );
  const paper = newer.change(newDocument({ routeCode: ROUTE }));
  const visit = newer.change({ type: 'visit', f: { who: 'Lý Văn Sơn' } });
  newer.change({
    t: 'cmd',
    type: 'register',
    id: register.id,
    f: { command: 'rename', name: 'Sổ mới' },
    base: register.seq,
  });
  const plain = newer.change(newDocument());
  const outcomes = await sendAsNewer(newer);
  await newer.sync();
  expectEqual(outcomes.map(told), ['ok', 'unknown-entity', 'unknown-command', 'ok'], 'word of the older province');
  newest.change({ type: 'document', id: paper.id, f: { note: 'việc của bản mới' } });
  newest.change(newDocument());
  expectEqual((await sendAsNewer(newest, 7)).map(told), ['unknown-command', 'ok'], 'word on a kind of op to come');
  for (const code of ['unknown-entity', 'unknown-command'] as const)
    expectThat(describeError(code).happened, (text) => text.startsWith('Máy chủ tỉnh là bản cũ hơn máy này'), code);
  await ahead.workOffline(register.id);
  expectEqual(
    await ahead.settle(),
    ['unknown-command', 'unknown-entity', 'unknown-field'],
    'what a newer PC has under Cần xử lý',
  );
  say('the older province took the paper with its unknown field, and refused entity and acts it does not know by name');

  await editBy(older, paper.id, 'sửa ở máy cũ');
  await editBy(older, ahead.madeOf('document'), 'sửa ở máy cũ');
  const kept = await recordOf(newer, paper.id);
  expectEqual(
    [kept.f['routeCode']?.v, kept.f['note']?.v],
    [ROUTE, 'sửa ở máy cũ'],
    'the paper after the older PC’s edit',
  );

  // The province is brought up to date over the same data; the PC that stayed behind meets it.
  await endServer(server, dataDir);
  server = await spawnServer(dataDir, port, {}, newerProgram);
  newer.change({ type: 'visit', id: visit.id, f: { who: 'Lý Văn Sơn' } });
  newer.change({ type: 'document', id: paper.id, f: { routeCode: 'quá dài không nhận' }, base: kept.seq });
  newer.change({ type: 'document', id: plain.id, f: { routeCode: 'HT-02' } });
  newer.change({
    t: 'cmd',
    type: 'register',
    id: register.id,
    f: { command: 'rename', name: 'Sổ mới' },
    base: register.seq,
  });
  expectEqual((await sendAsNewer(newer)).map(told), ['ok', 'bad-value', 'ok', 'ok'], 'word of the newer province');
  await ahead.sendAgain();
  expectEqual(await ahead.settle(), [], 'what a newer PC has under Cần xử lý, sent again');
  await editBy(older, paper.id, 'sửa ở máy cũ, tỉnh bản mới');
  const shadow = await older.office.db.shadows.get(['visit', visit.id]);
  expectEqual(shadow?.f['who']?.v, 'Lý Văn Sơn', 'what the older PC holds of the entity it does not know');
  const inTheEnd = await recordOf(newer, paper.id);
  expectEqual(
    [inTheEnd.f['routeCode']?.v, inTheEnd.f['note']?.v],
    [ROUTE, 'sửa ở máy cũ, tỉnh bản mới'],
    'the paper in the end',
  );
  expectEqual((await recordOf(newer, plain.id)).f['routeCode']?.v, 'HT-02', 'the field written at the newer province');
  expectEqual(await older.office.db.outbox.count(), 0, 'what the older PC could not send');

  // The older PC's program is brought up to date, over what it holds.
  endHousekeeping();
  await older.close();
  const updated = await NewerPc.start(newerPcProgram, olderDisk, newer.person);
  atOlder = updated;
  expectEqual(
    await updated.untilShown({ paper: paper.id, visit: visit.id }),
    { paper: [ROUTE, 'sửa ở máy cũ, tỉnh bản mới'], visit: 'Lý Văn Sơn' },
    'what a PC shows after its update, without the province',
  );
  expectEqual(await ahead.settle(), [], 'and nothing is left there');
  for (const pc of [ahead, updated])
    expectEqual(await pc.shown(ahead), ahead.said, 'what a newer PC made, at both newer PCs');
  return 'both ways: every save taken, 3 unknown fields and 2 unknown records kept and given back, shown by a PC after its update; newer acts refused by name until the upgrade';
});

/** Sends what waits as a newer build does: another version, a part behind those that are known; the first op perhaps of a kind to come. */
async function sendAsNewer(pc: TestPc, kindOfFirst?: number): Promise<readonly Outcome[]> {
  const request = { ...pc.request(), v: 2 };
  const packed = [...(packRequest(request) as unknown[]), undefined, ['a part to come']];
  if (kindOfFirst !== undefined) (packed[4] as number[][])[0]?.splice(0, 1, kindOfFirst);
  const response = await pc.send(frameCodec.toBytes(packed));
  expectEqual(response.status, 200, 'status of a newer PC’s request');
  return unpackAnswer(frameCodec.fromBytes(new Uint8Array(await response.arrayBuffer())), request).outcomes;
}

function told(outcome: Outcome): string {
  return outcome.kind === 'rejected' ? outcome.reason : outcome.kind;
}

async function readAll(pc: TestPc): Promise<readonly SyncRecord[]> {
  await pc.sync();
  return [...pc.records.values()];
}

async function recordOf(pc: TestPc, id: string): Promise<SyncRecord> {
  await pc.sync();
  return must(pc.records.get(recordKey('document', id)), 'the paper is there');
}

/** The PC of this build fetches, edits the paper as its screen would, and sends. */
async function editBy(pc: WindowlessPc, id: string, note: string): Promise<void> {
  await settle(pc);
  const { seq } = must(await pc.office.db.documents.get(id), 'the paper came to the older PC');
  const saved = await saveRecord(pc.office, 'document', id, { note }, seq);
  if (!saved.ok) throw new Error(saved.error.code);
  await settle(pc);
}

async function settle({ engine }: WindowlessPc): Promise<void> {
  const result = await engine.runOnce();
  if (!result.ok) throw new Error(`no exchange: ${result.error.code}`);
}
