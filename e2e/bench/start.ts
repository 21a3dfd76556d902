/** Cold start of the real app at 20,000 documents: from the process's start to a usable list, and what all its processes keep resident. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startDisplay } from '#build/electron-runtime/start-display.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { report } from './report.ts';

const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 20_000);
const MEMBERS = 938;
const STARTS = 3;

const display = await startDisplay();
await bundleApp();
const folder = mkdtempSync(join(tmpdir(), 'hosoxa-start-'));
const server = await startServer({ dataDir: folder });
const place = samplePlaces[0];
const order = {
  seed: 'start',
  documents: DOCUMENTS,
  members: MEMBERS,
  files: 0,
  today: toPlainDate('2026-11-20'),
  place,
};
await seedProvince(server, order, Date.now);
// A real passphrase cost: what a person waits for belongs to the start.
const first = await OfficePc.join(server, place.id, 'Máy đo', true, { env: { HOSOXA_FAST_PASSPHRASE: '' } });
await first.settle();
await first.close();

const times: number[] = [];
let residentMb = 0;
for (let i = 0; i < STARTS; i += 1) {
  const begun = performance.now();
  const pc = await OfficePc.open('Máy đo', first.profile);
  await pc.unlock();
  // Straight to the list, as from the menu; what the start page reads would otherwise be counted as the list's time.
  await pc.page.evaluate(() => (window.location.hash = '#/documents'));
  await pc.page.getByRole('grid', { name: documentsText.list }).getByRole('row').nth(5).waitFor();
  times.push(performance.now() - begun);
  await pc.page.waitForTimeout(2000);
  residentMb = proportionalMb(pc.app.process().pid ?? 0);
  await pc.close();
}
report('start', 'cold-start-ms', Math.round(times.sort((a, b) => a - b)[Math.floor(STARTS / 2)] ?? 0), 'ms');
report('start', 'resident-mb', Math.round(residentMb), 'MB');
await first.discard();
await server.stop();
await display.stop();
rmSync(folder, { recursive: true, force: true });

/** Proportional set size of a process and all below it, in megabytes: memory several processes share is counted once. */
function proportionalMb(root: number): number {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = readProc(`/proc/${entry}/stat`);
    parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && pid > 1 && isBelow(parents.get(pid) ?? 0));
  const family = [...parents.keys()].filter(isBelow);
  const kilobytes = family.map((pid) =>
    Number(/^Pss:\s+(\d+) kB/m.exec(readProc(`/proc/${String(pid)}/smaps_rollup`))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process has ended meanwhile
  }
}
