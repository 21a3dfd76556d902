/** The register at 60,000 papers in the real app: time to its first rows, to those of a filter and of a search, and the longest frame while it scrolls. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startDisplay } from '#build/electron-runtime/start-display.ts';
import { fillStore } from '#e2e/office/fill-store.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { generateCommune } from '#e2e/sample/commune.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { bundlePagePart } from './bundle-page-part.ts';
import type * as RegisterPage from './register-page.ts';
import type { Act } from './register-page.ts';
import { report } from './report.ts';

declare global {
  interface Window {
    registerPage: typeof RegisterPage;
  }
}

const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 60_000);
const ROUNDS = 7;
const SCROLL_STEPS = 120;

const display = await startDisplay();
await bundleApp();
const folder = mkdtempSync(join(tmpdir(), 'hosoxa-register-'));
const server = await startServer({ dataDir: folder });
const [place] = samplePlaces;
const today = toPlainDate('2026-11-20');
await seedProvince(server, { seed: 'register', documents: 50, members: 0, files: 0, today, place }, Date.now);
const pc = await OfficePc.join(server, place.id, 'Máy đo', true);
try {
  await pc.settle();
  const { page } = pc;
  const { documents } = generateCommune({ seed: 'register', documents: DOCUMENTS, members: 0, today });
  await fillStore(page, documents, today);
  await page.evaluate(() => (window.location.hash = '#/documents'));
  await page.evaluate(await bundlePagePart(join(import.meta.dirname, 'register-page.ts'), 'registerPage'));

  const rows: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    await page.evaluate(() => (window.location.hash = '#/sync'));
    await page.waitForTimeout(300);
    rows.push(await timeToRows(page, { kind: 'hash', hash: '#/documents' }));
  }
  report('register', 'rows-ms', median(rows), 'ms');

  const facet = documentsText.facets['in-progress'];
  const all = documentsText.facets.all;
  const filters: number[] = [];
  for (let i = 0; i < ROUNDS * 2; i += 1)
    filters.push(await timeToRows(page, { kind: 'chip', label: i % 2 === 0 ? facet : all }));
  report('register', 'filter-ms', median(filters), 'ms');

  const searches: number[] = [];
  for (const query of ['chuyen doi so', '', 'kế hoạch 2026', '', 'báo cáo', '', 'dang vien', ''])
    searches.push(await timeToRows(page, { kind: 'query', label: documentsText.quickFilter, query }));
  report('register', 'search-ms', median(searches.filter((_, i) => i % 2 === 0)), 'ms');

  await page.waitForTimeout(1000);
  const longest = await page.evaluate(([list, steps]) => window.registerPage.longestFrame(list, steps), [
    documentsText.list,
    SCROLL_STEPS,
  ] as const);
  report('register', 'longest-frame-ms', longest, 'ms');
} finally {
  await pc.discard();
  await server.stop();
  await display.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds from an act in the page until other rows than before are drawn, measured by the page itself. */
async function timeToRows(page: Page, act: Act): Promise<number> {
  await page.waitForTimeout(250);
  return page.evaluate(([todo, list]) => window.registerPage.timeToRows(todo, list), [
    act,
    documentsText.list,
  ] as const);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
