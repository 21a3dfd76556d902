/** 10,000 members with their events and ratings in the real app: time to the first rows of the list, to those of a filter, and to all statistics forms of a year beside the year before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startDisplay } from '#build/electron-runtime/start-display.ts';
import { fillTables } from '#e2e/office/fill-tables.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { inventStatOffice } from '#e2e/office/stat-office.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { fullReach } from '#renderer/data/members/member-list.ts';
import { membersText } from '#renderer/messages/members.ts';
import { startServer } from '#server/start-server.ts';
import { movementForm } from '#shared/domain/statistics/movement-forms-table.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import { bundlePagePart } from './bundle-page-part.ts';
import type * as MembersPage from './members-page.ts';
import type { Act } from './register-page.ts';
import { report } from './report.ts';

declare global {
  interface Window {
    membersPage: typeof MembersPage;
  }
}

const MEMBERS = Number(process.env['BENCH_MEMBERS'] ?? 10_000);
const ROUNDS = 5;

const display = await startDisplay();
await bundleApp();
const folder = mkdtempSync(join(tmpdir(), 'hosoxa-members-'));
const server = await startServer({ dataDir: folder });
const [place] = samplePlaces;
const today = dateOfInstant(Date.now());
await seedProvince(server, { seed: 'members', documents: 1, members: 0, files: 0, today, place }, Date.now);
const pc = await OfficePc.join(server, place.id, 'Máy đo', true, { role: 'office-head' });
try {
  await pc.settle();
  const { page } = pc;
  const committee = await page.evaluate(async () => {
    const units = (await window.officeForTests?.office.db.units.toArray()) ?? [];
    return units.find(({ kind }) => kind === 'committee')?.id ?? '';
  });
  const year = Number(today.slice(0, 4));
  const { all, units } = inventStatOffice(MEMBERS, year, [{ id: committee, kind: 'committee' }]);
  await fillTables(page, { units, members: all.members, memberEvents: all.events, ratings: all.ratings });
  await page.evaluate(async (reach) => {
    await window.officeForTests?.office.search.find('a', 1, reach);
  }, fullReach);
  await page.evaluate(await bundlePagePart(join(import.meta.dirname, 'members-page.ts'), 'membersPage'));

  const timeToRows = async (act: Act): Promise<number> => {
    await page.waitForTimeout(250);
    return page.evaluate(([todo, list]) => window.membersPage.timeToRows(todo, list), [act, membersText.list] as const);
  };
  const lists: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    await page.evaluate(() => (window.location.hash = '#/sync'));
    lists.push(await timeToRows({ kind: 'hash', hash: '#/members' }));
  }
  report('members', 'list-ms', median(lists), 'ms');

  const { active, probationary } = membersText.filters;
  const filters: number[] = [];
  for (let i = 0; i < ROUNDS * 2; i += 1)
    filters.push(await timeToRows({ kind: 'chip', label: i % 2 === 0 ? probationary : active }));
  report('members', 'filter-ms', median(filters), 'ms');

  const spent: number[] = [];
  const frames: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    await page.evaluate(() => (window.location.hash = '#/sync'));
    await page.waitForTimeout(250);
    const timed = await page.evaluate(([hash, table]) => window.membersPage.timeToTable(hash, table), [
      '#/statistics',
      movementForm.title,
    ] as const);
    spent.push(timed.spent);
    frames.push(timed.frame);
  }
  report('members', 'statistics-ms', median(spent), 'ms');
  report('members', 'statistics-longest-frame-ms', median(frames), 'ms');
} finally {
  await pc.discard();
  await server.stop();
  await display.stop();
  rmSync(folder, { recursive: true, force: true });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
