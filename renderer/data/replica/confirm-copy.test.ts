import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { communeStream } from '#shared/entities.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { registerDocument, saveDocument } from '../documents/document-repository.ts';
import { confirmedUpTo, hashRecord } from './confirm-copy.ts';

const stream = communeStream('na-lau');

async function start(papers = 1): Promise<{ commune: FakeCommune; pc: FakePc; ids: readonly string[] }> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  const ids: string[] = [];
  for (let i = 0; i < papers; i += 1) {
    const saved = await registerDocument(pc.office, fakePaper(`${String(i + 1)}-KH/TU`), []);
    if (!saved.ok) throw new Error(saved.error.code);
    ids.push(saved.value.id);
  }
  await syncOnce(pc);
  return { commune, pc, ids };
}

async function standing({ office: { db } }: FakePc): Promise<{ base: number; confirmed: number; doubts: number }> {
  const cookie = must(await db.cookies.get(stream), 'the commune has a stream');
  return { base: cookie.base, confirmed: confirmedUpTo(cookie), doubts: cookie.doubts ?? 0 };
}

function heldThere(commune: FakeCommune, id: string): SyncRecord {
  return must(commune.province.streams.get(stream)?.records.get(recordKey('document', id)), 'the province has it');
}

/** The copy of a paper here is no longer what the province has, by a fault nobody noticed. */
async function spoil({ office: { db } }: FakePc, id: string): Promise<void> {
  const shadow = must(await db.shadows.get(['document', id]), 'the paper was pulled');
  const abstract = must(shadow.f['abstract'], 'a paper has an abstract');
  await db.shadows.put({ ...shadow, f: { ...shadow.f, abstract: { ...abstract, v: 'chữ bị hỏng trên đĩa' } } });
}

/** As a store of an older build is: nothing was ever confirmed in it. */
async function forgetConfirmed({ office: { db } }: FakePc): Promise<void> {
  const { confirmed: _confirmed, ...cookie } = must(await db.cookies.get(stream), 'the commune has a stream');
  await db.cookies.put(cookie);
}

describe('what the province confirms', () => {
  it('is all that is held, in the exchange that brought it, by the hash of each record', async () => {
    const { commune, pc, ids } = await start(3);
    const { base, confirmed } = await standing(pc);
    expect(confirmed).toBe(base);
    for (const id of ids) {
      const shadow = must(await pc.office.db.shadows.get(['document', id]), 'the paper was pulled');
      expect(hashRecord(shadow)).toBe(hashRecord(heldThere(commune, id)));
    }
  });

  it('is told for edits of others too, and for what an older build had pulled', async () => {
    const { commune, pc, ids } = await start(2);
    const other = await commune.addPc(2);
    await syncOnce(other);
    await saveDocument(other.office, must(ids[0], 'two papers'), { note: 'của máy khác' }, 1000);
    await syncOnce(other);
    await forgetConfirmed(pc);
    await syncOnce(pc);
    const { base, confirmed } = await standing(pc);
    expect(confirmed).toBe(base);
  });

  it('ends where the copy is not what the province holds, though every sequence is the same', async () => {
    const { pc, ids } = await start(2);
    await forgetConfirmed(pc);
    await spoil(pc, must(ids[1], 'two papers'));
    await syncOnce(pc);
    expect(await standing(pc)).toMatchObject({ confirmed: 0, doubts: 1 });
  });

  it('makes a copy that stays in doubt be fetched anew, once', async () => {
    const { pc, ids } = await start(2);
    const id = must(ids[1], 'two papers');
    await forgetConfirmed(pc);
    await spoil(pc, id);
    for (let i = 0; i < 4; i += 1) await syncOnce(pc);
    const { base, confirmed } = await standing(pc);
    expect(confirmed).toBe(base);
    expect(await pc.office.db.documents.get(id)).not.toMatchObject({ abstract: 'chữ bị hỏng trên đĩa' });
    await forgetConfirmed(pc);
    await spoil(pc, id);
    pc.desktop.requests.length = 0;
    for (let i = 0; i < 6; i += 1) await syncOnce(pc);
    expect((await standing(pc)).confirmed).toBe(0);
    expect(pc.desktop.requests.filter(({ streams }) => streams.some(({ check }) => check === 'renew'))).toEqual([]);
  });

  it('is nothing with a province of an older build, and nothing while a copy is fetched anew', async () => {
    const { commune, pc } = await start();
    commune.province.isOfOlderBuild = true;
    await forgetConfirmed(pc);
    await syncOnce(pc);
    expect(await standing(pc)).toMatchObject({ confirmed: 0, doubts: 0 });
    expect(confirmedUpTo({ ...must(await pc.office.db.cookies.get(stream), 'there'), confirmed: 9, anew: true })).toBe(
      0,
    );
  });
});
