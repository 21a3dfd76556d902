import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { memberEventsText } from '#renderer/messages/member-events.ts';
import { memberProposalsText as proposals } from '#renderer/messages/member-proposals.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';

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

/** Looked at in ordinary type only. */
const furtherPlaces = [
  '/transfers/in',
  '/transfers/internal',
  '/transfers/stock',
  '/fees',
  '/ratings',
  '/statistics',
  '/member-import',
  '/meetings',
  '/study',
  '/settings',
];

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
        '/member-events',
        `/member-past/${memberId}`,
        '/transfers',
        '/units',
        '/sync',
        '/sync-usb',
        '/this-pc',
        '/this-pc/backups',
        '/this-pc/health',
        '/this-pc/rights',
        '/this-pc/hand-over',
        '/audit',
        ...(type === 'normal' ? furtherPlaces : []),
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

  it('let one propose what two people answer for, and another confirm it', async () => {
    const valueOf = async (field: string): Promise<unknown> =>
      (await server.recordsOf(communeId)).find(({ id }) => id === memberId)?.f[field]?.v;
    const changes = async (): Promise<SyncRecord[]> =>
      (await server.recordsOf(communeId)).filter(({ type }) => type === 'memberChange');
    const { page } = pc;
    const before = await valueOf('bornOn');
    await go(`/members/${memberId}`);
    await page.getByRole('button', { name: 'Sửa hồ sơ' }).click();
    await page.getByRole('textbox', { name: 'Ngày sinh' }).fill('01021961');
    await page.getByRole('textbox', { name: 'Điện thoại' }).fill('0300000123');
    await page.keyboard.press('Control+s');
    const ask = page.getByRole('dialog', { name: proposals.ask.title });
    await ask.getByRole('textbox', { name: proposals.ask.label }).fill('Theo giấy khai sinh');
    await ask.getByRole('button', { name: proposals.ask.confirm }).click();
    await page.getByText(proposals.title).first().waitFor();
    await page.getByRole('button', { name: proposals.withdraw }).waitFor();
    expect(await page.getByRole('button', { name: proposals.confirm, exact: true }).count()).toBe(0);
    expect(await findFaults()).toEqual([]);
    await pc.settle();
    expect([await valueOf('bornOn'), await valueOf('phone')]).toEqual([before, '0300000123']);

    const other = await enrolSamplePc(server.url, await server.createCode(communeId), 'Máy thứ hai', Date.now);
    const asked = must((await changes())[0], 'a proposal is at the province');
    const base = Number.MAX_SAFE_INTEGER;
    const settled = { state: 'confirmed', decidedBy: officerId, decidedAt: new Date(Date.now()).toISOString() };
    await other.send(
      [
        { t: 'set', type: 'memberChange', id: asked.id, base, f: settled },
        { t: 'set', type: 'member', id: memberId, base, f: { bornOn: '1961-02-01' } },
      ],
      officerId,
    );
    await pc.settle();
    await page.getByText('Sinh 01/02/1961').first().waitFor();

    const propose = async (cardNumber: string): Promise<string> => {
      const id = uuidv7();
      const change = {
        ...{ memberId, field: 'cardNumber', from: await valueOf('cardNumber'), to: cardNumber, reason: 'Ghi nhầm' },
        ...{ decision: null, proposedBy: officerId, proposedAt: new Date(Date.now()).toISOString(), state: 'proposed' },
        ...{ decidedBy: null, decidedAt: null, refusal: '' },
      } as Record<string, FieldValue>;
      await other.send([{ t: 'set', type: 'memberChange', id, f: change }], officerId);
      await pc.settle();
      await go('/member-events');
      await page.getByText(memberEventsText.withCount(memberEventsText.sides.waiting, 1)).click();
      return id;
    };
    await propose('86104228');
    await page.getByRole('button', { name: proposals.confirm, exact: true }).click();
    await page.getByText(memberEventsText.waiting.nobody, { exact: true }).waitFor();
    await pc.settle();
    expect(await valueOf('cardNumber')).toBe('86104228');
    await other.close();
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
