/** A list of 10,000 members is taken in by the real app: rows a second from choosing the file to the list showing them all, by parts, and the longest frame while it is written. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startDisplay } from '#build/electron-runtime/start-display.ts';
import { listMembers, memberWorkbook, rowOfMember } from '#e2e/office/member-workbook.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { importText as text } from '#renderer/messages/imports.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { report } from './report.ts';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 10_000);

const display = await startDisplay();
await bundleApp();
const folder = mkdtempSync(join(tmpdir(), 'hosoxa-import-'));
const server = await startServer({ dataDir: folder });
const [place] = samplePlaces;
const today = toPlainDate('2026-11-20');
await seedProvince(server, { seed: 'import', documents: 20, members: 30, files: 0, today, place }, Date.now);
const pc = await OfficePc.join(server, place.id, 'Máy đo', true, { role: 'office-head' });
try {
  await pc.settle();
  const { page } = pc;
  page.setDefaultTimeout(240_000);
  const file = await makeFile(page);
  await page.evaluate(() => (window.location.hash = '#/member-import'));
  const ready = page.getByRole('button', { name: text.columns.next, exact: true });
  const parse = await timed(async () => {
    await page.locator('input[type=file]').setInputFiles(file);
    await buttonShown(page, new RegExp(`^${text.columns.next}$`, 'u'));
  });
  const writeWords = new RegExp(`^${text.check.write('[\\d\\s]+')}$`, 'u');
  const write = page.getByRole('button', { name: writeWords });
  const check = await timed(async () => {
    await ready.click();
    await buttonShown(page, writeWords);
  });
  await watchFrames(page);
  const writing = await timed(async () => {
    await write.click();
    await buttonShown(page, new RegExp(text.write.open, 'u'));
  });
  const longest = await page.evaluate<number>('window.longestFrame');
  const shown = await page.evaluate(async () => {
    const rows = (await window.officeForTests?.office.db.members.toArray()) ?? [];
    return rows.filter(({ removed, importId }) => !removed && importId !== null).length;
  });
  if (shown !== ROWS) throw new Error(`${String(shown)} of ${String(ROWS)} members are shown`);
  report('import', 'parse-ms', parse, 'ms');
  report('import', 'check-ms', check, 'ms');
  report('import', 'write-ms', writing, 'ms');
  report('import', 'longest-frame-ms', longest, 'ms');
  report('import', 'rows-per-s', (ROWS / (parse + check + writing)) * 1000, 'rows/s');
} finally {
  await pc.discard();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  await display.stop();
}

/** A workbook of members who belong to the cells this office has. */
async function makeFile(page: Page): Promise<string> {
  const cells = await page.evaluate(async () => {
    const units = (await window.officeForTests?.office.db.units.toArray()) ?? [];
    return units.filter(({ kind }) => kind === 'cell').map(({ name }) => name);
  });
  const rows = listMembers('import-list', ROWS, today).map((member, at) =>
    rowOfMember(at + 1, member, cells[at % cells.length] ?? ''),
  );
  const path = join(folder, 'danh-sach.xlsx');
  writeFileSync(path, await memberWorkbook(rows));
  return path;
}

/** Waits for a button with such words from frame to frame: a locator looks every half second only, which is a twentieth of what is measured here. */
async function buttonShown(page: Page, words: RegExp): Promise<void> {
  const isThere = (source: string): boolean => {
    const pattern = new RegExp(source, 'u');
    return [...document.querySelectorAll('button')].some(({ textContent }) => pattern.test(textContent.trim()));
  };
  await page.waitForFunction(isThere, words.source, { polling: 'raf' });
}

/** Notes the longest time between two frames of the page from now on, in milliseconds. Text, because the page must not see our bundler's helpers. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(`{
    window.longestFrame = 0;
    let last = performance.now();
    const frame = (now) => {
      window.longestFrame = Math.max(window.longestFrame, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }`);
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}
