import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import { whileInWork } from '#renderer/data/import/finish-imports.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { createSyncEngine } from './sync-engine.ts';

it('saving without a pause does not keep the PC from its province', async () => {
  const commune = new FakeCommune();
  const { office, desktop } = await commune.addPc(1);
  const engine = await createSyncEngine(office, desktop);
  engine.start();
  await pause(1000); // its first try is over
  const saved: Promise<unknown>[] = [];
  let sentWhileSaving = 0;
  for (let i = 0; i < 200 && sentWhileSaving === 0; i += 1) {
    saved.push(registerDocument(office, fakePaper(`${String(i + 1)}-KH/TU`), []));
    await pause(100); // well below the pause after an edit
    if ((await office.db.documents.toArray()).some(({ pending }) => pending === 0)) sentWhileSaving += 1;
  }
  engine.stop();
  await Promise.all(saved);
  expect(sentWhileSaving).toBeGreaterThan(0);
});

it('waits while an import is being written, and goes on by itself after it', async () => {
  const commune = new FakeCommune();
  const { office, desktop } = await commune.addPc(1);
  const engine = await createSyncEngine(office, desktop);
  let end = (): void => undefined;
  const importing = whileInWork('an-import', () => new Promise<void>((resolve) => (end = resolve)));
  engine.start();
  const saved = await registerDocument(office, fakePaper('1-KH/TU'), []);
  if (!saved.ok) throw new Error(saved.error.code);
  const isSent = async (): Promise<boolean> => (await office.db.documents.get(saved.value.id))?.pending === 0;
  await pause(1500);
  expect(await isSent()).toBe(false);
  end();
  await importing;
  for (let waited = 0; waited < 100 && !(await isSent()); waited += 1) await pause(100);
  engine.stop();
  expect(await isSent()).toBe(true);
});
