/** From Enter behind the passphrase to the usable screen, the program already running, at 20,000 documents; the passphrase is stretched as in the shipped build. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startDisplay } from '#build/electron-runtime/start-display.ts';
import { OfficePc, SAMPLE_PASSPHRASE } from '#e2e/office/office-pc.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { lockText } from '#renderer/messages/lock.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { report } from './report.ts';

const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 20_000);
const ROUNDS = 5;

const display = await startDisplay();
await bundleApp();
const folder = mkdtempSync(join(tmpdir(), 'hosoxa-unlock-'));
const server = await startServer({ dataDir: folder });
const [place] = samplePlaces;
const today = toPlainDate('2026-11-20');
await seedProvince(server, { seed: 'unlock', documents: DOCUMENTS, members: 938, files: 0, today, place }, Date.now);
const pc = await OfficePc.join(server, place.id, 'Máy đo', true, { env: { HOSOXA_FAST_PASSPHRASE: '' } });
try {
  await pc.settle();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await pc.lock();
    const field = pc.page.getByRole('textbox', { name: lockText.passphrase, exact: true });
    await field.fill(SAMPLE_PASSPHRASE);
    await pc.page.waitForTimeout(500);
    const begun = performance.now();
    await field.press('Enter');
    await pc.page.getByRole('navigation').first().waitFor();
    times.push(performance.now() - begun);
    await pc.page.waitForTimeout(1000);
  }
  report('unlock', 'unlock-ms', Math.round(times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0), 'ms');
} finally {
  await pc.discard();
  await server.stop();
  await display.stop();
  rmSync(folder, { recursive: true, force: true });
}
