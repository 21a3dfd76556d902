import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import type { Office } from '#renderer/data/office.ts';
import { readContacts } from '#renderer/data/replica/contact-log.ts';
import { PAUSE_AT_MOST_MS, readPause } from '#renderer/data/replica/sync-pause.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncAndReport } from './run-report.ts';
import { createSyncEngine } from './sync-engine.ts';
import { syncOnce } from './sync-once.ts';

const HOUR_MS = 3_600_000;

async function newPaper(office: Office): Promise<string> {
  const saved = await registerDocument(office, fakePaper('1-KH/TU'), []);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

describe('"sync now"', () => {
  it('tells what was sent and received, its own echo not counted, and writes it into the history of contacts', async () => {
    const commune = new FakeCommune({ holder: null });
    const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
    await syncOnce(one, two);
    await newPaper(two.office);
    await newPaper(two.office);
    await syncOnce(two);
    await newPaper(one.office);
    const engine = await createSyncEngine(one.office, one.desktop);
    expect(await syncAndReport(engine)).toMatchObject({
      opsSent: 1,
      rowsReceived: 2,
      filesSent: 0,
      failure: null,
      isGoingOn: false,
    });
    expect(await syncAndReport(engine)).toMatchObject({ opsSent: 0, rowsReceived: 0 });
    const [today] = await readContacts(one.office, one.office.today(), 3);
    expect(today?.contacts).toHaveLength(1);
    expect(today?.contacts[0]).toMatchObject({ opsSent: 1 });
    commune.nowMs += HOUR_MS;
    await syncOnce(one);
    const [later] = await readContacts(one.office, one.office.today(), 3);
    expect(later?.contacts).toHaveLength(2);
  });

  it('says why it did not come through', async () => {
    const pc = await new FakeCommune().addPc(1);
    pc.desktop.isOnline = false;
    const engine = await createSyncEngine(pc.office, pc.desktop);
    expect(await syncAndReport(engine)).toMatchObject({ opsSent: 0, failure: 'offline' });
  });
});

describe('a pause', () => {
  it('keeps everything here while saving goes on, over restarts, and ends by itself or with "sync now"', async () => {
    const commune = new FakeCommune();
    const { office, desktop } = await commune.addPc(1);
    await syncOnce({ office, desktop, databaseName: '' });
    const engine = await createSyncEngine(office, desktop);
    await engine.pauseUntil(office.nowMs() + HOUR_MS);
    engine.start();
    const id = await newPaper(office);
    const isSent = async (): Promise<boolean> => (await office.db.documents.get(id))?.pending === 0;
    await pause(1200);
    expect(await isSent()).toBe(false);
    engine.stop();
    const next = await createSyncEngine(office, desktop);
    expect(next.status.getState().pausedUntilMs).toBe(office.nowMs() + HOUR_MS);
    next.start();
    await pause(500);
    expect(await isSent()).toBe(false);
    await syncAndReport(next);
    expect(await isSent()).toBe(true);
    expect(next.status.getState().pausedUntilMs).toBeNull();
    next.stop();
    await next.pauseUntil(office.nowMs() + HOUR_MS);
    commune.nowMs += 2 * HOUR_MS;
    expect(await readPause(office)).toBeNull();
  });

  it('is never for good, whatever the clock says', async () => {
    const commune = new FakeCommune();
    const { office, desktop } = await commune.addPc(1);
    const engine = await createSyncEngine(office, desktop);
    await engine.pauseUntil(office.nowMs() + 400 * 24 * HOUR_MS);
    expect((await readPause(office)) ?? 0).toBeLessThanOrEqual(office.nowMs() + PAUSE_AT_MOST_MS);
    commune.nowMs -= 30 * 24 * HOUR_MS;
    expect(await readPause(office)).toBeNull();
  });
});
