// How long an edit takes to the province while a 20 MB file goes up over 256 kbit/s with 300 ms of round trip: from the save on the PC to the province's acknowledgement.
import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openShapingProxy, THIN_LINE } from '#e2e/office/shaping-proxy.ts';
import { newPcOnDisk, startWindowlessPc, type WindowlessPc } from '#e2e/office/windowless-pc.ts';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import { saveRecord } from '#renderer/data/write/save-record.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { must } from '#shared/base/must.ts';
import { startServer } from '#server/start-server.ts';
import { report } from './report.ts';

const FILE_BYTES = 20 * 1024 * 1024;
const EDITS = 12;
/** Not in step with the pieces. */
const BETWEEN_MS = 1130;

const folder = mkdtempSync(join(tmpdir(), 'hosoxa-priority-'));
const server = await startServer({ dataDir: join(folder, 'server') });
const proxy = await openShapingProxy(server.port);
let pc: WindowlessPc | undefined;
try {
  await server.createCommune({ id: 'na-lau', name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
  const enrol = { serverUrl: proxy.url, code: await server.createCode('na-lau') };
  pc = await startWindowlessPc(newPcOnDisk(join(folder, 'pc'), 'Máy văn thư'), enrol);
  const { office, engine } = pc;
  await pc.hire('office-head');
  await engine.runOnce();
  const scan = await pc.keep('Bản quét.pdf', randomFillSync(new Uint8Array(FILE_BYTES)));
  const saved = await registerDocument(office, fakePaper('1-KH/TU'), [scan]);
  if (!saved.ok) throw new Error(saved.error.code);
  const { id } = saved.value;

  proxy.reshape(THIN_LINE);
  engine.start();
  await until(async () => (await movedBytes()) > 64 * 1024);
  proxy.take();
  const [began, before] = [performance.now(), await movedBytes()];
  const delays: number[] = [];
  for (let i = 0; i < EDITS; i += 1) delays.push(await measureEdit(i));
  const [ms, moved] = [performance.now() - began, (await movedBytes()) - before];
  if (moved >= FILE_BYTES - before) throw new Error('the file was up before the edits were');
  delays.sort((a, b) => a - b);
  const { sent } = proxy.take();
  const note = `median ${Math.round(must(delays[EDITS / 2], 'a median'))} ms of ${EDITS} edits; meanwhile the file moved at ${Math.round(moved / ms)} kB/s, the line carried ${Math.round(sent / ms)} kB/s`;
  report('priority', 'edit-delay-ms', Math.round(must(delays.at(-1), 'the longest')), 'ms', note);

  async function movedBytes(): Promise<number> {
    return (await office.db.localTransfers.get(scan.hash))?.offset ?? 0;
  }

  async function measureEdit(i: number): Promise<number> {
    const began = performance.now();
    const edited = await saveRecord(office, 'document', id, { abstract: `V/v sửa lần ${String(i)}` }, 0);
    if (!edited.ok) throw new Error(edited.error.code);
    await until(async () => (await office.db.documents.get(id))?.pending === 0);
    const ms = performance.now() - began;
    await pause(Math.max(0, BETWEEN_MS * Math.ceil(ms / BETWEEN_MS) - ms + (i % 4) * 270));
    return ms;
  }
} finally {
  await pc?.close();
  await proxy.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(10);
}

// Left to itself, Node 20 waits for ever for the socket of a request that was ended with its client.
process.exit();
