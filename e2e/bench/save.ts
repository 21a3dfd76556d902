/** One edit to "saved" in the real app: right checked, journal enciphered and fsynced, row, outbox and clock enciphered and stored. Median and 99th of 600. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startDisplay } from '#build/electron-runtime/start-display.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { report } from './report.ts';

const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 3000);
const EDITS = 130;

const display = await startDisplay();
await bundleApp();
const folder = mkdtempSync(join(tmpdir(), 'hosoxa-save-'));
const server = await startServer({ dataDir: folder });
const [place] = samplePlaces;
const today = toPlainDate('2026-11-20');
await seedProvince(server, { seed: 'save', documents: DOCUMENTS, members: 0, files: 0, today, place }, Date.now);
const pc = await OfficePc.join(server, place.id, 'Máy đo', true);
try {
  await pc.settle();
  await pc.page.waitForTimeout(1000);
  const times = await pc.page.evaluate(async (count) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts, sync } = handle;
    sync.stop();
    const ids = await office.db.documents.toCollection().primaryKeys();
    const spent: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const id = ids[(i * 7919) % ids.length] ?? '';
      const begin = performance.now();
      const saved = await acts.saveDocument(office, id, { note: `sửa lần ${String(i)}` }, 1_000_000_000);
      if (!saved.ok) throw new Error(saved.error.code);
      spent.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, 250)); // one edit at a time, as a person makes them
    }
    return spent;
  }, EDITS);
  const sorted = times.slice(20).sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  report('save', 'save-p50-ms', at(0.5), 'ms');
  report('save', 'save-p99-ms', at(0.99), 'ms');
} finally {
  await pc.discard();
  await server.stop();
  await display.stop();
  rmSync(folder, { recursive: true, force: true });
}
