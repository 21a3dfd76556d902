/** The office's store in the real app at 20,000 documents: writes and reads beside plain Dexie and raw IndexedDB, searches and lists. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startDisplay } from '#build/electron-runtime/start-display.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { startServer } from '#server/start-server.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { generateCommune } from '#e2e/sample/commune.ts';
import { report } from './report.ts';
import type * as storePage from './store-page.ts';

const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 20_000);
const WRITES = 200;
const READS = 500;

type StorePage = typeof storePage;

const display = await startDisplay();
await bundleApp();
const folder = mkdtempSync(join(tmpdir(), 'hosoxa-store-'));
const server = await startServer({ dataDir: folder });
await server.createCommune({ id: 'na-lau', name: 'xã Nà Lầu', province: 'tỉnh mẫu' });
const commune = generateCommune({ seed: 'store', documents: DOCUMENTS, members: 0, today: toPlainDate('2026-11-20') });
const pc = await joinCommune();
try {
  await pc.page.evaluate(await bundlePage());
  const drafts = commune.documents.map(({ type, id, fields }) => ({ type, id, fields }));
  const filling = await inPage('fill', drafts);
  const writes = await inPage('measureWrites', WRITES);
  const reads = await inPage('measureReads', READS);
  const times = await inPage('measureSearch', queriesOf(commune.documents.map(({ fields }) => fields)));
  report('store', 'fill-rows-per-s', Math.round(drafts.length / (filling / 1000)), 'rows/s');
  report('store', 'write-repository-ms', writes.repository, 'ms');
  report('store', 'write-dexie-ms', writes.dexie, 'ms');
  report('store', 'write-dexie-put-ms', writes.dexiePut, 'ms');
  report('store', 'write-indexeddb-ms', writes.indexedDb, 'ms');
  report('store', 'write-ratio-dexie', writes.repository / writes.dexie, 'x');
  report('store', 'write-ratio-dexie-put', writes.repository / writes.dexiePut, 'x');
  report('store', 'read-repository-ms', reads.repository, 'ms');
  report('store', 'read-dexie-ms', reads.dexie, 'ms');
  report('store', 'read-indexeddb-ms', reads.indexedDb, 'ms');
  report('store', 'read-ratio-dexie', reads.repository / reads.dexie, 'x');
  report('store', 'search-p95-ms', percentile(times.search, 0.95), 'ms');
  report('store', 'list-p95-ms', percentile(times.list, 0.95), 'ms');
} finally {
  await pc.discard();
  await server.stop();
  await display.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The real app with a new profile, enrolled by its own screen; nobody needs to be chosen to measure the store. */
async function joinCommune(): Promise<OfficePc> {
  const code = await server.createCode('na-lau', { name: 'Máy đo', holdsRegister: true });
  const joined = await OfficePc.open('Máy đo', join(folder, 'profile'), {
    HOSOXA_ENROL_URL: server.url,
    HOSOXA_ENROL_CODE: code,
  });
  await joined.page.getByLabel('Tên máy').fill('Máy đo');
  await joined.page.getByRole('button', { name: 'Ghi danh' }).click();
  await joined.page.waitForFunction(() => window.officeForTests !== undefined);
  return joined;
}

/** Calls a function of the page part with the office of the app. */
async function inPage<K extends keyof StorePage>(
  name: K,
  input: Parameters<StorePage[K]>[1],
): Promise<Awaited<ReturnType<StorePage[K]>>> {
  const call: { readonly called: string; readonly given: unknown } = { called: name, given: input };
  const answer: unknown = await pc.page.evaluate(async ({ called, given }) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    handle.sync.stop();
    const part = (
      window as unknown as { storePage: Record<string, (office: unknown, input: unknown) => Promise<unknown>> }
    ).storePage;
    return part[called]?.(handle.office, given);
  }, call);
  return answer as Awaited<ReturnType<StorePage[K]>>;
}

/** The page part as one script that puts itself at `window.storePage`. */
async function bundlePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'store-page.ts'), formats: ['iife'], name: 'storePage' },
    },
  });
  const bundle = Array.isArray(built) ? built[0] : built;
  if (bundle === undefined || !('output' in bundle)) throw new Error('the page part was not built');
  const [chunk] = bundle.output;
  return `${chunk.code}; window.storePage = storePage;`;
}

/** Queries as clerks type them: words of abstracts with and without marks, half words, symbols. */
function queriesOf(papers: readonly { readonly abstract: string; readonly symbol: string }[]): string[] {
  return Array.from({ length: 150 }, (_, i) => {
    const paper = papers[(i * 131) % papers.length];
    const words = (paper?.abstract ?? '').split(' ');
    const two = words.slice(i % 5, (i % 5) + 2).join(' ');
    const kinds = [
      two,
      two.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
      two.slice(0, -1),
      paper?.symbol ?? '',
      words.slice(2, 6).join(' '),
      words[0]?.slice(0, 1) ?? '',
    ];
    return kinds[i % kinds.length] ?? '';
  });
}

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
