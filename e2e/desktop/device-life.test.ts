import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { errorTexts } from '#renderer/messages/errors.ts';
import { lockText } from '#renderer/messages/lock.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const IDLE_SECONDS = 4;

let folder: string;
let server: RunningServer;
let pc: OfficePc;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosoxa-life-'));
  server = await startServer({ dataDir: folder });
  const today = toPlainDate('2026-11-22');
  const { place } = await seedProvince(server, { seed: 'life', documents: 10, members: 5, today, files: 0 }, Date.now);
  pc = await OfficePc.join(server, place.id, 'Máy văn thư', true);
  await pc.settle();
  await pc.close();
});
afterAll(async () => {
  await pc.discard();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a PC that nobody sits at', () => {
  it('locks by itself, in a process that never held a key', async () => {
    pc = await OfficePc.open('idle', pc.profile, { HOSOXA_IDLE_SECONDS: String(IDLE_SECONDS) });
    await pc.unlock();
    const before = await rendererPid(pc);
    await pc.takeNextPage(() => Promise.resolve());
    await pc.page.getByRole('heading', { name: lockText.open }).waitFor();
    expect(await pc.page.evaluate(() => window.officeForTests === undefined)).toBe(true);
    expect(await rendererPid(pc)).not.toBe(before);
    await pc.close();
  });
});

describe('a PC that its province gives up', () => {
  it('destroys its keys at the next contact, its data at the next start, and says so', async () => {
    pc = await OfficePc.open('stolen', pc.profile);
    await pc.unlock();
    const dev = await pc.page.evaluate(() => window.officeForTests?.office.device.dev ?? 0);
    expect(await server.revoke(dev, { wipe: true })).toBe(true);
    const ended = new Promise<void>((done) => {
      pc.app.once('close', () => {
        done();
      });
    });
    await pc.page
      .evaluate(() => {
        window.officeForTests?.sync.syncNow();
      })
      .catch(() => undefined); // the program may end first
    await ended;
    for (const name of ['keys.json', 'keys.spare.json', 'machine-secret', 'tries'])
      expect(existsSync(join(pc.profile, name))).toBe(false);

    pc = await OfficePc.open('again', pc.profile);
    await pc.page.getByText(errorTexts['device-wiped'].happened).waitFor();
    const left = await readdir(pc.profile);
    for (const name of ['journal', 'IndexedDB']) expect(await isEmptyOrGone(left, name)).toBe(true);
  });
});

/** Process of the page, as the main process knows it. */
function rendererPid({ app }: OfficePc): Promise<number> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId() ?? 0);
}

/** The folder is not there, or a new start has made it anew and holds nothing of before. */
async function isEmptyOrGone(left: readonly string[], name: string): Promise<boolean> {
  if (!left.includes(name)) return true;
  const inside = await readdir(join(pc.profile, name), { recursive: true });
  return inside.every((path) => !path.endsWith('.hsxj') && !path.includes('leveldb'));
}
