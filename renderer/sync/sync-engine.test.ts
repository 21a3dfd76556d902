import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { registerDocument, saveDocument } from '#renderer/data/documents/document-repository.ts';
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

/** A desktop that notes what is asked of it, and whose pieces of files are under way until let go. */
function slowDesktop({ on, call }: DesktopBridge) {
  const events: string[] = [];
  const held: (() => void)[] = [];
  const bridge: DesktopBridge = {
    on,
    call: {
      ...call,
      'sync:exchange': (request) => {
        events.push(`records ${String(request.ops.length)}`);
        return call['sync:exchange'](request);
      },
      'files:upload-piece': async (input) => {
        events.push('piece');
        await new Promise<void>((resolve) => held.push(resolve));
        return call['files:upload-piece'](input);
      },
    },
  };
  return { bridge, events, letGo: () => held.shift()?.() };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 1000; waited += 1) {
    if (await holds()) return;
    await pause(10);
  }
  throw new Error('it did not come to that');
}

it('sends an edit while a piece of a file is under way, and begins no piece while an edit is unsent', async () => {
  const commune = new FakeCommune();
  const { office, desktop } = await commune.addPc(1);
  const hash = 'ab'.repeat(32);
  desktop.vault.set(hash, new Uint8Array(300_000));
  const file = { hash, name: 'tệp.pdf', size: 300_000, mime: 'application/pdf', pages: 1 } as const;
  const saved = await registerDocument(office, fakePaper('1-KH/TU'), [file]);
  if (!saved.ok) throw new Error(saved.error.code);
  const isSent = async (): Promise<boolean> => (await office.db.documents.get(saved.value.id))?.pending === 0;
  const edit = (abstract: string) => saveDocument(office, saved.value.id, { abstract }, 0);
  const { bridge, events, letGo } = slowDesktop(desktop);
  const engine = await createSyncEngine(office, bridge);
  engine.start();
  await until(() => events.includes('piece'));

  await edit('V/v sửa');
  expect(await isSent()).toBe(false);
  await until(isSent); // the piece has not ended
  expect(events.filter((event) => event === 'piece')).toHaveLength(1);

  events.length = 0;
  await edit('V/v sửa nữa');
  letGo();
  await until(() => events.includes('piece'));
  engine.stop();
  letGo();
  expect(events).toEqual(['records 1', 'piece']);
});
