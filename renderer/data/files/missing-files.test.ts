import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { registerDocument } from '../documents/document-repository.ts';
import { countAttention, listAttention } from '../review/list-attention.ts';

const file = { hash: 'cd'.repeat(32), name: 'to-giay.pdf', size: 9, mime: 'application/pdf' as const, pages: 1 };

async function missingOf({ office }: FakePc): Promise<readonly boolean[]> {
  const items = (await listAttention(office)).flatMap((item) => (item.kind === 'missing-file' ? [item.isOwn] : []));
  expect(await countAttention(office)).toBe(items.length);
  return items;
}

it('a file that is nowhere is told at once where it was entered, elsewhere after a day, and no more once it is found', async () => {
  const commune = new FakeCommune();
  const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
  await syncOnce(one, two);
  const saved = await registerDocument(one.office, fakePaper('1-KH/TU'), [file]); // its bytes are lost before they are sent
  if (!saved.ok) throw new Error(saved.error.code);
  await syncOnce(one, two);
  await syncOnce(one, two);
  expect(await missingOf(one)).toEqual([true]);
  expect(await missingOf(two)).toEqual([]);
  commune.nowMs += 25 * 60 * 60_000;
  expect(await missingOf(two)).toEqual([false]);
  commune.province.files.set(file.hash, new Uint8Array(9));
  await syncOnce(one, two);
  await syncOnce(one, two);
  expect([await missingOf(one), await missingOf(two)]).toEqual([[], []]);
});
