import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must as sure } from '#shared/base/must.ts';
import { communeStream } from '#shared/entities.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { registerDocument, saveDocument } from '#renderer/data/documents/document-repository.ts';
import { listAttention } from '#renderer/data/review/list-attention.ts';
import { retryRefused } from '#renderer/data/review/settle-conflict.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper as paper } from '#renderer/platform/fake-paper.ts';
import { syncOnce as sync } from './sync-once.ts';

const must = <T>(value: T | undefined): T => sure(value, 'the test made it');

/** Two PCs; the first registers two papers, the second has pulled them. Then the province is set back to before, and the first PC is gone. */
async function lose(commune: FakeCommune): Promise<{ readonly survivor: FakePc; readonly ids: readonly string[] }> {
  const [burnt, survivor] = [await commune.addPc(1), await commune.addPc(2)];
  const ids: string[] = [];
  for (const symbol of ['12-KH/TU', '13-KH/TU']) {
    const saved = await registerDocument(burnt.office, paper(symbol), []);
    if (!saved.ok) throw new Error(saved.error.code);
    ids.push(saved.value.id);
  }
  await sync(burnt, survivor);
  commune.province.restore(
    new Map([
      [1, 0],
      [2, 0],
    ]),
    ({ type }) => type !== 'document',
  );
  return { survivor, ids };
}

const held = (commune: FakeCommune, id: string): SyncRecord | undefined =>
  commune.province.streams.get(communeStream('na-lau'))?.records.get(recordKey('document', id));

describe('a province that came back from an older backup', () => {
  it('gets papers of a PC that burnt from another that had pulled them, under their writer', async () => {
    const commune = new FakeCommune();
    const { survivor, ids } = await lose(commune);
    await sync(survivor);
    for (const id of ids) {
      expect(held(commune, id)?.f['symbol']?.d).toBe(1);
      expect(await survivor.office.db.documents.get(id)).toMatchObject({ pending: 0, conflicts: [] });
    }
    expect(await survivor.office.db.localMeta.where('key').startsWith('lost:').count()).toBe(0);
  });

  it('gets them also when the PC ends between noting and journalling', async () => {
    const commune = new FakeCommune();
    const { survivor, ids } = await lose(commune);
    survivor.desktop.journalFails = 'journal-failed';
    await sync(survivor).catch(() => undefined);
    survivor.desktop.journalFails = undefined;
    const again = await commune.reopen(survivor);
    await sync(again);
    for (const id of ids) expect(held(commune, id)).toBeDefined();
  });

  it('tells a PC what it refuses of what it had taken before, when another brought it back first', async () => {
    const commune = new FakeCommune();
    const pc = await commune.addPc(1);
    const saved = await registerDocument(pc.office, paper('12-KH/TU'), []);
    if (!saved.ok) throw new Error(saved.error.code);
    await sync(pc);
    expect(await pc.office.db.outbox.count()).toBe(0);
    const { epoch } = must(commune.province.streams.get(pc.office.stream));
    // In the life that follows the book is nobody's, so that a number of this PC is refused.
    commune.province.restore(new Map([[1, 0]]), ({ type }) => type !== 'document' && type !== 'register');
    commune.province.carry({ dev: 1, epoch, ops: pc.desktop.journal });
    await sync(pc);
    const [refused, ...others] = await listAttention(pc.office);
    expect([refused, others]).toMatchObject([
      { kind: 'refused', code: 'number-not-leased', fields: { arrivalNumber: 1 } },
      [],
    ]);
    expect(await pc.office.db.localMeta.get('late-seen')).toMatchObject({ value: [] });
  });

  it('goes on behind what a journal no longer holds, and loses no value of it', async () => {
    const commune = new FakeCommune();
    const pc = await commune.addPc(1);
    const saved = await registerDocument(pc.office, paper('12-KH/TU'), []);
    if (!saved.ok) throw new Error(saved.error.code);
    const { id } = saved.value;
    await sync(pc);
    pc.desktop.journal.splice(0); // a month has gone by
    commune.province.restore(new Map([[1, 0]]), ({ type }) => type !== 'document');
    await saveDocument(pc.office, id, { note: 'sau đó' }, must(await pc.office.db.documents.get(id)).seq);
    await sync(pc);
    expect(held(commune, id)?.f['symbol']?.v).toBe('12-KH/TU');
    expect(await pc.office.db.documents.get(id)).toMatchObject({ note: 'sau đó', symbol: '12-KH/TU' });
  });

  it('is told by each PC that it is done, and takes nothing more in the name of others; what it refuses is kept and sent once', async () => {
    const commune = new FakeCommune();
    const { survivor, ids } = await lose(commune);
    await sync(survivor, survivor);
    const id = must(ids[0]);
    const { db } = survivor.office;
    const epoch = must(commune.province.streams.get(survivor.office.stream)).epoch;
    expect((await db.localMeta.get(`whole:${survivor.office.stream}`))?.value).toBe(epoch);
    // A PC that would forge: as if it had found a value missing.
    const origin = { note: { dev: 3, h: 1, by: 'ai khác' } };
    const part = { type: 'document', id, f: { note: 'mạo tên' }, base: 0, h: 1, by: 'ai khác', origin };
    await db.localMeta.put({
      key: `lost:${survivor.office.stream}:document:${id}:x:0`,
      value: { stream: survivor.office.stream, epoch, part },
    });
    await sync(survivor);
    const [refused, ...others] = await listAttention(survivor.office);
    expect([refused, others]).toMatchObject([
      { kind: 'refused', code: 'resupply-over', fields: { note: 'mạo tên' }, broughtBack: true },
      [],
    ]);
    const { journal } = survivor.desktop;
    const written = journal.length;
    await sync(survivor, survivor);
    expect(journal.length).toBe(written);
    expect(held(commune, id)?.f['note']?.v).not.toBe('mạo tên');
    // A person may take the value for right: then it is an edit like any other.
    expect(await retryRefused(survivor.office, refused?.kind === 'refused' ? refused.n : 0)).toMatchObject({
      ok: true,
    });
    await sync(survivor);
    expect(held(commune, id)?.f['note']).toMatchObject({ v: 'mạo tên', d: 2 });
    expect(await listAttention(survivor.office)).toEqual([]);
  });

  it('is not told so by a PC that still has something to send', async () => {
    const commune = new FakeCommune();
    const { survivor } = await lose(commune);
    const asked = survivor.desktop.requests.length;
    await sync(survivor);
    const asks = survivor.desktop.requests.slice(asked);
    const last = asks.findIndex(({ ops }) => ops.some(({ t }) => t === 'sup'));
    expect(last).toBeGreaterThan(0);
    expect(asks.slice(0, last + 1).some(({ streams }) => streams.some(({ whole }) => whole === true))).toBe(false);
  });
});
