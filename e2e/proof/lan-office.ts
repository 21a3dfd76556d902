// The province is away and the office goes on over its own network: papers and files appear on every PC, numbers stay single, strangers get nothing; then the province has everything once.
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBatch, signBatch } from '#electron/main/services/carried/signed-batch.ts';
import { createPrivateDeviceKey, openSigner, type Signer } from '#electron/main/services/keys/device-key.ts';
import { openChannel } from '#electron/main/services/lan/secure-channel.ts';
import { frameCodec } from '#electron/main/services/province/frame-codec.ts';
import { newPcOnDisk, startWindowlessPc, type PcOnDisk, type WindowlessPc } from '#e2e/office/windowless-pc.ts';
import { expectEqual, expectThat, runProof, type ProofTools } from '#e2e/office/run-proof.ts';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import { registerDocument, saveDocument } from '#renderer/data/documents/document-repository.ts';
import { listConflicts } from '#renderer/data/review/list-conflicts.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { joinSigned, packCarried, splitSigned } from '#shared/contract/carried.ts';
import type { Op } from '#shared/sync/op.ts';

const COMMUNE = 'na-lau';

type Office = { readonly server: RunningServer; readonly folder: string; readonly dataDir: string };

async function joinOffice(office: Office, name: string, holdsRegister: boolean): Promise<[PcOnDisk, WindowlessPc]> {
  const disk = newPcOnDisk(join(office.folder, name), name);
  const code = must(await office.server.createCode(COMMUNE, { name, holdsRegister }), 'the commune is there');
  return [disk, await startWindowlessPc(disk, { serverUrl: office.server.url, code })];
}

async function sync(...pcs: readonly WindowlessPc[]): Promise<void> {
  for (const { engine } of pcs) {
    const result = await engine.runOnce();
    if (!result.ok) throw new Error(`sync failed: ${result.error.code}`);
  }
}

async function register(
  pc: WindowlessPc,
  symbol: string,
  files: Parameters<typeof registerDocument>[2],
): Promise<string> {
  const saved = await registerDocument(pc.office, { ...fakePaper(symbol), receivedOn: pc.office.today() }, files);
  if (!saved.ok) throw new Error(`${symbol} was not registered: ${saved.error.code}`);
  return saved.value.id;
}

const addressOf = (port: number): string => `127.0.0.1:${String(port)}`;

async function papersOf({ office }: WindowlessPc): Promise<readonly string[]> {
  const rows = await office.db.documents.toArray();
  return rows.map(({ symbol, arrivalNumber, abstract }) => `${symbol} số ${String(arrivalNumber)}: ${abstract}`).sort();
}

async function expectSame(pcs: readonly WindowlessPc[], count: number, what: string): Promise<void> {
  const lists = await Promise.all(pcs.map(papersOf));
  for (const list of lists) expectEqual(list, must(lists[0], 'some PCs'), what);
  expectEqual(lists[0]?.length, count, `${what}: how many`);
}

/** Rounds until everybody has heard of everything: twice is enough when each knows one address. */
async function meet(...pcs: readonly WindowlessPc[]): Promise<void> {
  for (let i = 0; i < 3; i += 1) for (const pc of pcs) await pc.exchange.runOnce();
}

/** What somebody gets who knows where a PC answers, and has no key the commune knows. */
async function tryAs(dev: number, port: number, sign: (text: string) => string, key: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined);
  try {
    const channel = await openChannel(socket, 'caller', { dev: () => dev, sign }, () => key);
    channel.send(new Uint8Array([0]));
    await channel.receive();
    return 'answered';
  } catch {
    return 'nothing';
  } finally {
    socket.destroy();
  }
}

/** What a dishonest PC could make of a batch it carries: the author's words changed under the author's signature, and under its own. */
function forge(signed: Uint8Array, author: Signer, carrier: Signer): readonly Uint8Array<ArrayBuffer>[] {
  const batch = openBatch(signed, () => author.publicKey);
  const parts = splitSigned(signed);
  if (!batch.ok || parts === undefined) throw new Error('the honest batch opens');
  const change = (op: Op): Op => ({ ...op, f: { ...op.f, ...('abstract' in op.f && { abstract: 'Sửa trên đường' }) } });
  const changed = { ...batch.value, ops: batch.value.ops.map(change) };
  const resigned = signBatch(carrier, changed);
  if (!resigned.ok) throw new Error(resigned.error);
  return [joinSigned(parts.signature, frameCodec.toBytes(packCarried(changed))), resigned.value];
}

/** Offers forged batches to a PC, or to the province by its hand: none is taken. */
async function expectRefused(
  { desktop, office }: WindowlessPc,
  channel: 'carried:open' | 'carried:hand-in',
  forged: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  for (const signed of forged)
    expectEqual(
      await desktop.call[channel]({ signed }),
      { ok: false, error: { code: 'batch-foreign' } },
      `${channel} at ${office.device.name} takes no changed words`,
    );
}

async function openOffice({ onEnd }: ProofTools): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-lan-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'province');
  const server = await startServer({ dataDir });
  await server.createCommune({ id: COMMUNE, name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
  return { server, folder, dataDir };
}

await runProof('lan-office', async (tools) => {
  const { say, onEnd } = tools;
  const office = await openOffice(tools);
  const [, a] = await joinOffice(office, 'A', true);
  onEnd(() => a.close());
  await a.hire('office-head');
  await sync(a);
  const [diskB, b] = await joinOffice(office, 'B', false);
  const [diskC, c] = await joinOffice(office, 'C', false);
  const [, out] = await joinOffice(office, 'revoked', false);
  onEnd(() => c.close());
  onEnd(() => out.close());
  const head = a.office.actor;
  for (const pc of [b, c, out]) pc.office.actor = head;
  await sync(b, c, out);
  await office.server.revoke(out.office.device.dev);
  const { port: provincePort } = new URL(office.server.url);
  await sync(a, b, c);
  await office.server.stop();
  say('the province is away');

  // One address typed at one PC leads to all.
  for (const pc of [a, b, c, out]) await pc.lan.setOn(true);
  const ports = new Map([a, b, c].map((pc) => [pc, must(pc.lan.listening(), 'it is switched on')]));
  const portOf = (pc: WindowlessPc): number => must(ports.get(pc), 'it listens');
  await b.lan.setTyped([addressOf(portOf(a))]);
  await c.lan.setTyped([addressOf(portOf(a))]);
  await out.lan.setTyped([a, b, c].map((pc) => addressOf(portOf(pc))));

  const facts = { symbol: '5-CV/HU', issuedOn: toPartialDate('2026-11-20'), issuer: 'Huyện đội', typeId: 'state-plan' };
  const pdf = await generatePdf({
    seed: 'lan-office',
    facts: { ...facts, abstract: 'Kế hoạch mẫu', signer: 'Lê Văn Mẫu', urgency: 'normal' } as never,
  });
  const file = await b.keep('Kế hoạch mẫu.pdf', pdf);
  await register(a, '1-CV/A', []);
  const shared = await register(b, '2-CV/B', [file]);
  await register(c, '3-CV/C', []);
  await meet(a, b, c);
  await expectSame([a, b, c], 3, 'every PC shows the papers of all');
  const numbers = (await a.office.db.documents.toArray()).map(({ arrivalNumber }) => arrivalNumber).sort();
  expectEqual(numbers, [1, 2, 3], 'the holder numbered each once');
  for (const pc of [a, c])
    expectThat(await pc.vault.findVerified(file.hash), ({ ok }) => ok, `the file opens at ${pc.office.device.name}`);
  expectEqual((await a.office.db.documents.get(shared))?.peers, [b.office.device.dev], 'it says whose it is');
  say('papers, numbers and a file are on all three PCs');

  await saveDocument(
    c.office,
    shared,
    { abstract: 'Sửa ở máy C' },
    must(await c.office.db.documents.get(shared), 'C has it').seq,
  );
  await meet(a, b, c);
  await expectSame([a, b, c], 3, 'an edit of a colleague’s paper is everywhere');

  for (const stranger of [out.office.device.dev, 99_999]) {
    const { publicKey, sign } = openSigner(createPrivateDeviceKey());
    expectEqual(await tryAs(stranger, portOf(a), sign, publicKey), 'nothing', `number ${String(stranger)} is refused`);
  }
  expectEqual(await out.exchange.runOnce(), false, 'a revoked PC gets nothing with its own key');
  expectEqual((await papersOf(out)).length, 0, 'a revoked PC holds no paper');
  expectEqual(
    await tryAs(b.office.device.dev, portOf(a), openSigner(createPrivateDeviceKey()).sign, ''),
    'nothing',
    'a false B is refused',
  );
  say('a stranger, a revoked PC and a forger got nothing');

  const carried = (await c.office.db.peerBatches.toArray()).find(({ dev }) => dev === b.office.device.dev);
  const forged = forge(must(carried, 'C carries what B wrote').signed, diskB.signer, diskC.signer);
  await expectRefused(a, 'carried:open', forged);

  // The PC whose address was typed goes; the others found each other by it.
  await a.lan.setOn(false);
  await register(b, '4-CV/B', []);
  await meet(b, c);
  await expectSame([b, c], 4, 'without the first PC the others go on');

  // B burns with what only the office has of it: the colleagues bring it to the province.
  await b.close();
  const server = await startServer({ dataDir: office.dataDir, port: Number(provincePort) });
  onEnd(() => server.stop());
  await expectRefused(c, 'carried:hand-in', forged);
  say('what a carrier has changed is taken by no PC and not by the province');
  await sync(c, a, c, a, c, a);
  await expectSame([a, c], 4, 'the province returned, B did not: nothing of it is lost');
  const records = (await server.recordsOf(COMMUNE)).filter(({ type }) => type === 'document');
  expectEqual(records.length, 4, 'the province has each paper once');
  const given = records.map(({ f }) => f['arrivalNumber']?.v).sort();
  expectEqual(given, [1, 2, 3, 4], 'each number is there once');
  for (const pc of [a, c]) {
    expectEqual(await pc.office.db.peerOps.count(), 0, 'no op of a colleague is left over');
    expectEqual(await pc.office.db.peerBatches.count(), 0, 'no batch is left over');
    expectEqual(await pc.office.db.outbox.count(), 0, 'nothing is unsent');
    expectEqual(await listConflicts(pc.office), [], 'nobody is asked anything');
  }
  return `4 papers of 3 PCs, one of them gone, at the province once`;
});
