import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { communeStream } from '#shared/entities.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { registerDocument, saveDocument } from '../documents/document-repository.ts';
import { applyPage, applyWord, type StreamPage } from './apply-answer.ts';
import { readCookies } from './sync-state.ts';

const stream = communeStream('na-lau');

/** Everything the store holds of what travels. */
async function dump({ office: { db } }: FakePc): Promise<unknown> {
  const tables = [db.documents, db.shadows, db.outbox, db.cookies, db.history, db.localNumbers];
  return Promise.all(tables.map((table) => table.toArray() as PromiseLike<unknown>));
}

/** The page the province would send a PC now. */
async function pageFor(commune: FakeCommune, { office }: FakePc): Promise<StreamPage> {
  const cookie = must(
    (await readCookies(office)).find((row) => row.stream === stream),
    'the commune has a stream',
  );
  const { epoch, base, after } = cookie;
  const answer = commune.province.exchange({
    v: 1,
    dev: 1,
    ops: [],
    seen: [],
    streams: [{ id: stream, epoch, base, after, limit: 1000 }],
  });
  if ('expect' in answer) throw new Error('no counters were sent');
  const { rows, next, more } = must(answer.streams[0], 'one stream was asked for');
  return { id: stream, epoch: epoch === '' ? 'e1' : epoch, rows, next, more };
}

async function start(): Promise<{ commune: FakeCommune; one: FakePc; two: FakePc; id: string }> {
  const commune = new FakeCommune();
  const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
  await syncOnce(one, two);
  const saved = await registerDocument(one.office, fakePaper('1-KH/TU'), []);
  if (!saved.ok) throw new Error(saved.error.code);
  await syncOnce(one, two);
  return { commune, one, two, id: saved.value.id };
}

describe('a pulled page', () => {
  it('applied again changes nothing', async () => {
    const { commune, one, two, id } = await start();
    await saveDocument(one.office, id, { note: 'một' }, Number.MAX_SAFE_INTEGER);
    await syncOnce(one);
    const page = await pageFor(commune, two);
    await applyPage(two.office, page);
    const once = await dump(two);
    await applyPage(two.office, page);
    expect(await dump(two)).toEqual(once);
  });

  it('that is older than what is held never wins', async () => {
    const { commune, one, two, id } = await start();
    await saveDocument(one.office, id, { note: 'cũ' }, Number.MAX_SAFE_INTEGER);
    await syncOnce(one);
    const old = await pageFor(commune, two);
    await saveDocument(one.office, id, { note: 'mới' }, Number.MAX_SAFE_INTEGER);
    await syncOnce(one, two);
    await applyPage(two.office, old);
    expect((await two.office.db.documents.get(id))?.note).toBe('mới');
  });

  it('from another life of the stream keeps unsent changes, as having seen nothing', async () => {
    const { one, id } = await start();
    await saveDocument(one.office, id, { note: 'chưa gửi' }, Number.MAX_SAFE_INTEGER);
    const before = must((await one.office.db.outbox.toArray())[0], 'one change is unsent');
    expect(before.op.base).toBeGreaterThan(0);
    const applied = await applyPage(one.office, {
      id: stream,
      epoch: 'e2',
      rows: [],
      next: 0,
      more: true,
      resync: true,
    });
    expect(applied).toMatchObject({ startedAnew: true, more: true });
    expect(await one.office.db.outbox.toArray()).toMatchObject([
      { kind: 'waiting', op: { base: 0, f: { note: 'chưa gửi' } } },
    ]);
    expect(await one.office.db.documents.get(id)).toMatchObject({ note: 'chưa gửi', symbol: '1-KH/TU' });
  });
});

describe('the word of the province', () => {
  it('does not make an own change vanish before its row has come', async () => {
    const { one, id } = await start();
    await saveDocument(one.office, id, { note: 'của tôi' }, Number.MAX_SAFE_INTEGER);
    const { n } = must((await one.office.db.outbox.toArray())[0], 'one change is unsent');
    await applyWord(one.office, { outcomes: [{ n, kind: 'ok', seq: 999 }], late: [] });
    expect(await one.office.db.documents.get(id)).toMatchObject({ note: 'của tôi', pending: 1 });
    expect(await one.office.db.outbox.toArray()).toMatchObject([{ kind: 'acknowledged' }]);
  });

  it('on a refusal shows the former value again and keeps the refused one', async () => {
    const { one, id } = await start();
    await saveDocument(one.office, id, { note: 'bị từ chối' }, Number.MAX_SAFE_INTEGER);
    const { n } = must((await one.office.db.outbox.toArray())[0], 'one change is unsent');
    await applyWord(one.office, { outcomes: [{ n, kind: 'rejected', reason: 'not-allowed' }], late: [] });
    expect(await one.office.db.documents.get(id)).toMatchObject({ note: '', pending: 0 });
    expect(await one.office.db.outbox.toArray()).toMatchObject([
      { kind: 'rejected', op: { f: { note: 'bị từ chối' } } },
    ]);
  });
});
