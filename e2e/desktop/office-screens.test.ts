import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

type AxeResult = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
};

let folder: string;
let server: RunningServer;
let pc: OfficePc;
let communeId: string;
let memberId: string;
let probationaryId: string;
let officerId: string;
let unitId: string;
let axe: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosoxa-screens-'));
  server = await startServer({ dataDir: folder });
  const commune = await seedProvince(
    server,
    { seed: 'screens', documents: 60, members: 80, today: toPlainDate('2026-11-22'), files: 0 },
    Date.now,
  );
  communeId = commune.place.id;
  memberId = must(
    commune.members.find(({ fields }) => fields.state === 'official' && fields.officialOn !== null),
    'a sample commune has official members',
  ).id;
  officerId = must(
    commune.staff.find(({ fields }) => fields.role === 'officer'),
    'a sample commune has officers',
  ).id;
  unitId = must(commune.cells[0], 'a sample commune has cells').unit.id;
  probationaryId = uuidv7();
  const other = await enrolSamplePc(server.url, await server.createCode(communeId), 'Máy Ban Xây dựng Đảng', Date.now);
  const { fields } = must(commune.members[0], 'a sample commune has members');
  const f = { ...fields, state: 'probationary' as const, admittedOn: toPartialDate('2018-02-03'), officialOn: null };
  await other.send([{ t: 'set', type: 'member', id: probationaryId, f }], officerId);
  await other.close();
  pc = await OfficePc.join(server, communeId, 'Máy văn phòng', true, { role: 'office-head' });
  await pc.settle();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await pc.discard();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function go(place: string): Promise<void> {
  await pc.page.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
  await pc.page.locator('main h1').first().waitFor();
  await pc.page.waitForTimeout(500);
}

/** What axe says against the screen, one line each. */
async function findFaults(): Promise<string[]> {
  await pc.page.evaluate(axe);
  const { violations } = await pc.page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResult> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
}

async function officialOn(member = memberId): Promise<unknown> {
  await pc.settle();
  const record = (await server.recordsOf(communeId)).find(({ id }) => id === member);
  return record?.f['officialOn']?.v;
}

describe('the office screens', () => {
  it('leave axe nothing to say, in ordinary and in large type', async () => {
    for (const type of ['normal', 'large']) {
      await pc.page.evaluate((size) => {
        document.documentElement.dataset['type'] = size;
      }, type);
      for (const place of [
        '/',
        '/members',
        `/members/${memberId}`,
        '/members/new',
        '/badges',
        '/settings',
        '/member-import',
        '/units',
        `/units/${unitId}`,
        '/sync',
        '/this-pc',
        '/this-pc/backups',
        '/this-pc/health',
        '/this-pc/rights',
        '/this-pc/hand-over',
        '/audit',
      ]) {
        await go(place);
        expect({ place, type, faults: await findFaults() }).toEqual({ place, type, faults: [] });
      }
    }
  });

  it('do not let text that is no date wipe the date a record has', async () => {
    const before = await officialOn();
    await go(`/members/${memberId}`);
    await pc.page.getByRole('button', { name: 'Sửa hồ sơ' }).click();
    const field = pc.page.getByRole('textbox', { name: 'Ngày chính thức' });
    await field.fill('31022020');
    await pc.page.keyboard.press('Control+s');
    await pc.page.getByText('Còn 1 ô cần sửa').waitFor();
    await pc.page.keyboard.press('Escape');
    await pc.page.getByRole('button', { name: /Sửa hồ sơ|Sửa tiếp/ }).click();
    await pc.page.keyboard.press('Control+s');
    await pc.page.getByRole('button', { name: 'Sửa hồ sơ' }).waitFor();
    expect(await officialOn()).toBe(before);
  });

  it('settle with one click what two PCs wrote, at the province too', async () => {
    await go(`/members/${probationaryId}`);
    await pc.page.getByRole('button', { name: 'Sửa hồ sơ' }).click();
    await pc.page.getByRole('textbox', { name: 'Ngày chính thức' }).fill('03022019');
    await pc.page.keyboard.press('Control+s');
    await pc.page.getByRole('button', { name: 'Sửa hồ sơ' }).waitFor();
    expect(await officialOn(probationaryId)).toBe('2019-02-03');
    const other = await enrolSamplePc(
      server.url,
      await server.createCode(communeId),
      'Máy Ban Xây dựng Đảng',
      Date.now,
    );
    // The other person saw the record as it came with the sample, before the date was filled in.
    const base = (await other.pull()).find(({ id }) => id === probationaryId)?.f['name']?.s ?? 0;
    const f = { officialOn: '2019-03-02' };
    await other.send([{ t: 'set', type: 'member', id: probationaryId, f, base }], officerId);
    await other.close();
    await pc.settle();

    await go('/sync');
    const card = pc.page.getByRole('article');
    await card.getByText('03/02/2019', { exact: true }).waitFor();
    await card.getByText('02/03/2019', { exact: true }).waitFor();
    expect(await findFaults()).toEqual([]);
    // Nobody chooses the own value where two people answer for one.
    await card.getByRole('button', { name: /02\/03\/2019/ }).click();
    await card.waitFor({ state: 'detached' });
    expect(await officialOn(probationaryId)).toBe('2019-03-02');
    const record = (await server.recordsOf(communeId)).find(({ id }) => id === probationaryId);
    expect(Object.keys(record?.c['officialOn']?.e ?? {})).toEqual([]);
  });
});
