/** Enciphered rows beside plain Dexie in the app's own page at 20,000 documents: one row written, one read, a thousand listed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startDisplay } from '#build/electron-runtime/start-display.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { generateCommune } from '#e2e/sample/commune.ts';
import { bundlePagePart } from './bundle-page-part.ts';
import { report } from './report.ts';
import type { CipherTimes } from './cipher-page.ts';

const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 20_000);
const COUNTS = { writes: 600, reads: 1000, lists: 40 };

const display = await startDisplay();
await bundleApp();
const folder = mkdtempSync(join(tmpdir(), 'hosoxa-cipher-'));
const pc = await OfficePc.open('Máy đo', join(folder, 'profile'));
try {
  const commune = generateCommune({
    seed: 'cipher',
    documents: DOCUMENTS,
    members: 0,
    today: toPlainDate('2026-11-20'),
  });
  const meta = { stream: 'commune:na-lau', seq: 1, pending: 0, conflicts: [], removed: false, flags: [] };
  const rows = commune.documents.map(({ id, fields }) => ({ ...fields, id, ...meta }));
  await pc.page.evaluate(await bundlePagePart(join(import.meta.dirname, 'cipher-page.ts'), 'cipherPage'));
  const times = await pc.page.evaluate(
    async (given) => {
      const part = (
        window as unknown as { cipherPage: { measureCipher: (rows: unknown, counts: unknown) => Promise<unknown> } }
      ).cipherPage;
      return (await part.measureCipher(given.rows, given.counts)) as CipherTimes;
    },
    { rows, counts: COUNTS },
  );
  for (const what of ['write', 'read', 'list'] as const) {
    report('cipher', `cipher-${what}-plain-ms`, times[what].plain, 'ms');
    report('cipher', `cipher-${what}-sealed-ms`, times[what].sealed, 'ms');
    report('cipher', `cipher-${what}-ratio`, times[what].sealed / times[what].plain, 'x');
  }
} finally {
  await pc.discard();
  await display.stop();
  rmSync(folder, { recursive: true, force: true });
}
