import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { err, ok } from '#shared/base/result.ts';
import type { StreamEnds } from '#shared/contract/news.ts';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { createSyncEngine } from './sync-engine.ts';
import { syncOnce } from './sync-once.ts';

/** A PC whose engine runs, and what its province is asked and answers about news. */
async function start(commune: FakeCommune) {
  const pc = await commune.addPc(1);
  const asked: { readonly known: StreamEnds; readonly seconds: number }[] = [];
  let answer: (ends: StreamEnds | null | 'offline') => void = () => undefined;
  pc.desktop.awaitNews = (question) => {
    asked.push(question);
    return new Promise((resolve) => {
      answer = (ends) => resolve(ends === 'offline' ? err({ code: 'offline' }) : ok(ends));
    });
  };
  const engine = await createSyncEngine(pc.office, pc.desktop);
  engine.start();
  await until(() => asked.length === 1);
  const tell = (ends: StreamEnds | null | 'offline'): void => answer(ends);
  return { pc, engine, asked, tell };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 100 && !(await isSo()); waited += 1) await pause(50);
  expect(await isSo()).toBe(true);
}

const papersOf = ({ office }: FakePc): Promise<number> => office.db.documents.count();

it('fetches what a colleague sent as soon as it hears of it, and listens again', async () => {
  const commune = new FakeCommune();
  const { pc, engine, asked, tell } = await start(commune);
  const colleague = await commune.addPc(2);
  await registerDocument(colleague.office, fakePaper('1-KH/TU'), []);
  await syncOnce(colleague);
  const known = asked[0]?.known ?? { own: 0, province: 0 };
  tell({ ...known, own: known.own + 1 });
  await until(async () => (await papersOf(pc)) === 1);
  await until(() => asked.length === 2);
  expect(asked[1]?.known.own).toBeGreaterThan(known.own);
  engine.stop();
});

it('asks on when there is no news, and does not look for what it has already', async () => {
  const { pc, engine, asked, tell } = await start(new FakeCommune());
  const before = pc.desktop.requests.length;
  tell(null);
  await until(() => asked.length === 2);
  tell(asked[1]?.known ?? null);
  await until(() => asked.length === 3);
  expect(pc.desktop.requests.length).toBe(before);
  engine.stop();
});

it('looks once, not again and again, for news of which nothing comes', async () => {
  const { pc, engine, asked, tell } = await start(new FakeCommune());
  const before = pc.desktop.requests.length;
  tell({ own: 999, province: 0 });
  await until(() => pc.desktop.requests.length === before + 1);
  await pause(1500);
  expect([pc.desktop.requests.length, asked.length]).toEqual([before + 1, 1]);
  engine.stop();
});

it('asks for less after a question that was cut, behind the next exchange that goes well', async () => {
  const { engine, asked, tell } = await start(new FakeCommune());
  tell('offline');
  await pause(500);
  expect(asked).toHaveLength(1);
  engine.syncNow();
  await until(() => asked.length === 2);
  expect([asked[0]?.seconds, asked[1]?.seconds]).toEqual([50, 25]);
  engine.stop();
});

it('asks a province that knows no such question no more', async () => {
  const pc = await new FakeCommune().addPc(1);
  let asked = 0;
  pc.desktop.awaitNews = () => {
    asked += 1;
    return Promise.resolve(err({ code: 'not-found' }));
  };
  const engine = await createSyncEngine(pc.office, pc.desktop);
  engine.start();
  await until(() => asked === 1);
  engine.syncNow();
  await pause(1000);
  expect(asked).toBe(1);
  engine.stop();
});
