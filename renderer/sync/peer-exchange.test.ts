import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must as sure } from '#shared/base/must.ts';
import { registerDocument, saveDocument } from '#renderer/data/documents/document-repository.ts';
import { listConflicts } from '#renderer/data/review/list-conflicts.ts';
import { placeOf, readStanding } from '#renderer/data/receipts/place-of.ts';
import { takePeerBatch } from '#renderer/data/replica/peer-ops.ts';
import { listOwnForCarrying } from '#renderer/data/replica/own-batch.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { fakePaper as paper } from '#renderer/platform/fake-paper.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { numberWaiting } from './number-waiting.ts';
import { syncOnce as sync } from './sync-once.ts';

const must = <T>(value: T | undefined): T => sure(value, 'the test made it');

/** What `from` has not got to the province is given to `to`. */
async function give(from: FakePc, to: FakePc): Promise<Uint8Array<ArrayBuffer>> {
  const { epoch, ops } = await listOwnForCarrying(from.office);
  const signed = await callDesktop(from.desktop, 'carried:sign', { epoch, ops: [...ops] });
  if (!signed.ok) throw new Error(signed.error.code);
  const opened = await callDesktop(to.desktop, 'carried:open', { signed: signed.value });
  if (!opened.ok) throw new Error(opened.error.code);
  await takePeerBatch(to.office, signed.value, opened.value);
  return signed.value;
}

async function office(count = 3): Promise<{ readonly commune: FakeCommune; readonly pcs: readonly FakePc[] }> {
  const commune = new FakeCommune();
  const pcs: FakePc[] = [];
  for (let dev = 1; dev <= count; dev += 1) pcs.push(await commune.addPc(dev));
  await sync(...pcs);
  for (const { desktop } of pcs) desktop.isOnline = false;
  return { commune, pcs };
}

async function register(pc: FakePc, symbol: string): Promise<string> {
  const saved = await registerDocument(pc.office, paper(symbol), []);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

const atProvince = (...pcs: readonly FakePc[]): void => {
  for (const { desktop } of pcs) desktop.isOnline = true;
};

describe('an office whose province is away', () => {
  it("shows a colleague's paper as only in the office, and drops that when the province has it", async () => {
    const { pcs } = await office(2);
    const [one, two] = [must(pcs[0]), must(pcs[1])];
    const id = await register(two, '12-KH/TU');
    await give(two, one);
    const shown = must(await one.office.db.documents.get(id));
    expect(shown).toMatchObject({ symbol: '12-KH/TU', peers: [2], pending: 0 });
    expect(placeOf(shown, await readStanding(one.office))).toBe('in-office');
    atProvince(two);
    await sync(two);
    expect(await one.office.db.peerOps.count()).toBe(1);
    atProvince(one);
    await sync(one);
    expect(await one.office.db.peerOps.count()).toBe(0);
    expect(await one.office.db.peerBatches.count()).toBe(0);
    expect(placeOf(must(await one.office.db.documents.get(id)), await readStanding(one.office))).not.toBe('in-office');
    await sync(two);
    expect(await one.office.db.documents.toArray()).toEqual(await two.office.db.documents.toArray());
  });

  it.each([
    ['the author first', [1, 0]],
    ['who wrote over it first', [0, 1]],
  ])('lets a change made on sight of a colleague’s win without a question, %s', async (_name, order) => {
    const { commune, pcs } = await office(2);
    const [one, two] = [must(pcs[0]), must(pcs[1])];
    const id = await register(two, '12-KH/TU');
    await give(two, one);
    commune.nowMs -= 3_600_000;
    await saveDocument(
      one.office,
      id,
      { abstract: 'Sửa sau khi xem' },
      must(await one.office.db.documents.get(id)).seq,
    );
    await give(one, two);
    expect((await two.office.db.documents.get(id))?.abstract).toBe('Sửa sau khi xem');
    // What a colleague gave is forgotten: a store built anew. The change must not hang on it.
    if (order[0] === 0) await Promise.all([one.office.db.peerOps.clear(), one.office.db.peerBatches.clear()]);
    for (const i of order) {
      atProvince(must(pcs[i]));
      await sync(must(pcs[i]));
    }
    await sync(one, two, one, two);
    for (const pc of pcs) {
      expect((await pc.office.db.documents.get(id))?.abstract).toBe('Sửa sau khi xem');
      expect(await listConflicts(pc.office)).toEqual([]);
      expect(await pc.office.db.outbox.toArray()).toEqual([]);
    }
  });

  it('does not take a change for seen that came while the form was open', async () => {
    const { pcs } = await office(2);
    const [one, two] = [must(pcs[0]), must(pcs[1])];
    const id = await register(two, '12-KH/TU');
    await give(two, one);
    const opened = must(await one.office.db.documents.get(id)).seq;
    await saveDocument(two.office, id, { abstract: 'Chưa ai thấy' }, Number.MAX_SAFE_INTEGER);
    await give(two, one);
    await saveDocument(one.office, id, { abstract: 'Gõ từ trước' }, opened);
    atProvince(one, two);
    await sync(two, one, two);
    expect(await listConflicts(two.office)).toHaveLength(1);
  });

  it('has the holder number what waits on other PCs, once, whoever brings it to the province', async () => {
    const { pcs } = await office(3);
    const [holder, two, three] = [must(pcs[0]), must(pcs[1]), must(pcs[2])];
    await register(holder, '1-CV/X');
    const [second, third] = [await register(two, '2-CV/X'), await register(three, '3-CV/X')];
    await give(two, holder);
    await give(three, holder);
    await numberWaiting(holder.office);
    await give(holder, two);
    const numbers = async (pc: FakePc): Promise<readonly (number | null | undefined)[]> =>
      (await pc.office.db.documents.bulkGet([second, third])).map((row) => row?.arrivalNumber);
    expect(await numbers(holder)).toEqual([2, 3]);
    expect((await numbers(two))[0]).toBe(2);
    // Only the holder reaches the province: what its numbers rest on goes before them.
    atProvince(holder);
    await sync(holder);
    atProvince(two, three);
    await sync(two, three, holder, two, three);
    for (const pc of pcs) {
      expect(await numbers(pc)).toEqual([2, 3]);
      expect(await pc.office.db.outbox.count()).toBe(0);
      expect(await pc.office.db.peerOps.count()).toBe(0);
      expect((await pc.office.db.documents.toArray()).every((row) => row.pending === 0)).toBe(true);
    }
  });

  it('passes over what the province had and comes again, and what no record of this build could be', async () => {
    const { pcs } = await office(2);
    const [one, two] = [must(pcs[0]), must(pcs[1])];
    const id = await register(two, '12-KH/TU');
    const signed = await give(two, one);
    atProvince(one, two);
    await sync(two, one);
    const opened = await callDesktop(one.desktop, 'carried:open', { signed });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await takePeerBatch(one.office, signed, opened.value)).toBe(false);
    const [op] = opened.value.ops;
    const bad = { ...must(op), n: 50, f: { abstract: { not: 'a text' } } };
    await takePeerBatch(one.office, signed, { ...opened.value, ops: [bad] });
    expect(await one.office.db.peerOps.count()).toBe(0);
    expect((await one.office.db.documents.get(id))?.abstract).toBe('V/v 12-KH/TU');
  });
});
