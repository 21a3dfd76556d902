import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { allDocuments } from '#renderer/data/documents/document-list.ts';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import { countOutbox } from '#renderer/data/replica/outbox.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { err, ok } from '#shared/base/result.ts';
import { RecordsFirst } from './records-first.ts';
import type { CycleResult } from './sync-cycle.ts';

let pc: FakePc;
beforeEach(async () => {
  pc = await new FakeCommune().addPc(1);
});
afterEach(async () => {
  await pc.office.search.list(allDocuments, pc.office.today());
  pc.office.close();
});

/** Saves papers until at least so many changes are unsent. */
async function leaveUnsent(least: number): Promise<void> {
  for (let i = 1; (await countOutbox(pc.office.db, 'waiting')) < least; i += 1)
    expect((await registerDocument(pc.office, fakePaper(`${String(i)}-KH/TU`), [])).ok).toBe(true);
}

/** Whether a piece may begin at once. */
async function mayBegin(first: RecordsFirst): Promise<boolean> {
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, 100, 'late'));
  return (await Promise.race([first.letGo(), late])) !== 'late';
}

/** Lets records go before files, with an exchange that is under way until it is ended. */
function withHeldExchange(): { readonly first: RecordsFirst; readonly end: (result: CycleResult) => void } {
  let finish: () => void = () => undefined;
  const running = new Promise<void>((resolve) => (finish = resolve));
  const first = new RecordsFirst(pc.office, () => running);
  return {
    first,
    end(result) {
      first.noteEnd(result);
      finish();
    },
  };
}

it('lets a piece begin beside a few changes when they are on their way, and not before', async () => {
  await leaveUnsent(1);
  const { first } = withHeldExchange();
  const piece = first.letGo();
  expect(
    await Promise.race([piece.then(() => 'begun'), new Promise((resolve) => setTimeout(resolve, 100, 'waits'))]),
  ).toBe('waits');
  first.noteAsked();
  expect(await piece).toBeUndefined();
  expect(await mayBegin(first)).toBe(true);
});

it('lets no piece begin while many changes are unsent, or records are being fetched', async () => {
  const { first, end } = withHeldExchange();
  expect(await mayBegin(first)).toBe(true);
  first.noteAnswer(true);
  expect(await mayBegin(first)).toBe(false);
  first.noteAnswer(false);
  expect(await mayBegin(first)).toBe(true);
  await leaveUnsent(101);
  first.noteAsked();
  expect(await mayBegin(first)).toBe(false);
  // What it could not send waits for the next turn and keeps no file from going.
  end(ok({ moved: true }));
  expect(await mayBegin(first)).toBe(true);
});

it('tells of an exchange that failed, until files begin anew', async () => {
  await leaveUnsent(1);
  const { first, end } = withHeldExchange();
  end(err({ code: 'offline' }));
  expect(await first.letGo()).toEqual(err({ code: 'offline' }));
  first.noteAsked();
  expect(await first.letGo()).toEqual(err({ code: 'offline' }));
  first.begin();
  expect(await first.letGo()).toBeUndefined();
});
