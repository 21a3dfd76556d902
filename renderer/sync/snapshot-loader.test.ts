import { describe, expect, it } from 'vitest';
import { must as sure } from '#shared/base/must.ts';
import { communeStream } from '#shared/entities.ts';
import { registerDocument, saveDocument } from '#renderer/data/documents/document-repository.ts';
import type { Office } from '#renderer/data/office.ts';
import type { CookieRow, ShadowRow } from '#renderer/data/rows.ts';
import { streamDigest } from '#renderer/data/replica/stream-digest.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper as paper } from '#renderer/platform/fake-paper.ts';
import { createSyncEngine } from './sync-engine.ts';
import { syncOnce as sync } from './sync-once.ts';

const must = <T>(value: T | undefined): T => sure(value, 'the test made it');
const stream = communeStream('na-lau');
const PAPERS = 7;
/** Records in a chunk: some chunks more than the desktop gives at once. */
const CHUNK = 3;

/** A commune with papers, a question, a settled one, and a removal; then the province's snapshot, and more work behind it. */
async function begin(): Promise<{ commune: FakeCommune; one: FakePc; ids: readonly string[] }> {
  const commune = new FakeCommune();
  const [one, other] = [await commune.addPc(1), await commune.addPc(8)];
  await sync(one);
  const ids: string[] = [];
  for (let i = 1; i <= PAPERS; i += 1) {
    const saved = await registerDocument(one.office, paper(`${String(i)}-KH/TU`), []);
    if (!saved.ok) throw new Error(saved.error.code);
    ids.push(saved.value.id);
  }
  await sync(one, other);
  const [first, second, third] = [must(ids[0]), must(ids[1]), must(ids[2])];
  const seq = must(await other.office.db.documents.get(first)).seq;
  await edit(one, first, 'Của một', seq);
  await edit(other, first, 'Của hai', seq);
  await edit(one, second, 'sửa lần nữa');
  await sync(one, other);
  commune.province.takeSnapshot(CHUNK);
  await edit(one, third, 'sau bản chụp');
  const saved = await registerDocument(one.office, paper('99-KH/TU'), []);
  if (!saved.ok) throw new Error(saved.error.code);
  await sync(one);
  return { commune, one, ids: [...ids, saved.value.id] };
}

async function edit({ office }: FakePc, id: string, abstract: string, seen?: number): Promise<void> {
  const seq = seen ?? must(await office.db.documents.get(id)).seq;
  const saved = await saveDocument(office, id, { abstract }, seq);
  if (!saved.ok) throw new Error(saved.error.code);
}

type Copy = {
  readonly cookie: CookieRow | undefined;
  readonly shadows: ShadowRow[];
  readonly rows: unknown[];
  readonly digest: string;
  readonly numbers: unknown[];
};

async function copyOf({ db }: Office, office: Office): Promise<Copy> {
  return {
    cookie: await db.cookies.get(stream),
    shadows: await db.shadows.toArray(),
    rows: await db.documents.orderBy('id').toArray(),
    digest: await streamDigest(office, stream),
    numbers: await db.localNumbers.toArray(),
  };
}

let pullers = 90;

/** What a PC has that pulls everything page by page, from a province without snapshots. */
async function fullPull(commune: FakeCommune): Promise<Copy> {
  const taken = commune.province.snapshots;
  commune.province.snapshots = [];
  pullers += 1;
  const pc = await commune.addPc(pullers);
  await sync(pc);
  commune.province.snapshots = taken;
  return copyOf(pc.office, pc.office);
}

/** Equal but for the record of the PC that was added to compare with. */
async function expectSame(commune: FakeCommune, pc: FakePc): Promise<void> {
  const full = await fullPull(commune);
  await sync(pc);
  const mine = await copyOf(pc.office, pc.office);
  expect(mine).toEqual(full);
  expect(mine.cookie).toMatchObject({ gen: 0, anew: false });
  expect(mine.cookie?.load).toBeUndefined();
}

describe('a new PC that starts from a snapshot', () => {
  it('ends with the copy of a PC that pulled everything: every cell, question, number and the digest', async () => {
    const { commune } = await begin();
    const pc = await commune.addPc(2);
    await sync(pc);
    expect(new Set(pc.desktop.snapshots.fetched).size).toBe(must(commune.province.snapshots[0]).chunks.size);
    // The tail only was pulled: nothing before the snapshot.
    const { seq } = must(commune.province.snapshots[0]).manifest;
    const asked = pc.desktop.requests.flatMap(({ streams }) => streams.filter(({ id }) => id === stream));
    expect(asked[0]).toMatchObject({ base: 0, after: seq });
    expect(asked.every(({ after }) => after >= seq)).toBe(true);
    await expectSame(commune, pc);
  });

  it('lets people work before it is whole, and loses nothing of what they and others do meanwhile', async () => {
    const { commune, one, ids } = await begin();
    const pc = await commune.addPc(2);
    const steps = [
      // A paper of the first chunk is changed here; one that is not yet here is changed elsewhere.
      async () => edit(pc, must(ids[6]), 'sửa khi đang tải'),
      async () => {
        await edit(one, must(ids[3]), 'người khác sửa bản ghi chưa về');
        await sync(one);
      },
      async () => {
        const saved = await registerDocument(pc.office, paper('5-BC/ĐU', { arrivalNumber: undefined } as never), []);
        expect(saved.ok).toBe(true);
      },
    ];
    let pieces = 0;
    pc.desktop.snapshots.onPiece = async () => {
      pieces += 1;
      if (pieces > 4) await steps.shift()?.();
    };
    await sync(pc);
    expect(steps).toEqual([]);
    expect(await pc.office.db.documents.get(must(ids[6]))).toMatchObject({ abstract: 'sửa khi đang tải', pending: 0 });
    expect(await pc.office.db.documents.get(must(ids[3]))).toMatchObject({
      abstract: 'người khác sửa bản ghi chưa về',
    });
    expect(await pc.office.db.outbox.count()).toBe(0);
    await expectSame(commune, pc);
  });

  it('goes on after it was ended at any piece, and fetches no chunk twice', async () => {
    for (const ending of [1, 4, 6]) {
      const { commune } = await begin();
      let pc = await commune.addPc(2);
      let pieces = 0;
      const { desktop } = pc;
      desktop.snapshots.onPiece = () => {
        pieces += 1;
        desktop.isOnline = pieces !== ending;
        return Promise.resolve();
      };
      await expect(sync(pc)).rejects.toThrow('offline');
      pc = await commune.reopen(pc);
      desktop.isOnline = true;
      await sync(pc);
      const chunks = must(commune.province.snapshots[0]).chunks.size;
      expect(desktop.snapshots.fetched).toHaveLength(chunks * 2);
      await expectSame(commune, pc);
    }
  });

  it('asks again for a chunk that came damaged, and pulls page by page when it never comes right', async () => {
    const { commune } = await begin();
    const pc = await commune.addPc(2);
    pc.desktop.snapshots.refusals.push('file-hash-mismatch');
    await sync(pc);
    expect(
      pc.desktop.requests.every(({ streams }) => streams.every(({ id, after }) => id !== stream || after > 0)),
    ).toBe(true);
    await expectSame(commune, pc);

    const unlucky = await commune.addPc(3);
    commune.province.takeSnapshot(CHUNK);
    unlucky.desktop.snapshots.refusals.push('file-hash-mismatch', 'file-hash-mismatch', 'file-hash-mismatch');
    await sync(unlucky);
    expect((await unlucky.office.db.cookies.get(stream))?.load).toBeUndefined();
    await expectSame(commune, unlucky);
  });

  it('pulls page by page when the chunks are gone, over what has come of them', async () => {
    const { commune } = await begin();
    const pc = await commune.addPc(2);
    let pieces = 0;
    pc.desktop.snapshots.onPiece = () => {
      pieces += 1;
      if (pieces === 3) commune.province.snapshots = [];
      return Promise.resolve();
    };
    await sync(pc);
    await expectSame(commune, pc);
  });

  it('begins anew, page by page, when the province comes back from a backup meanwhile', async () => {
    const { commune, ids } = await begin();
    const pc = await commune.addPc(2);
    let pieces = 0;
    pc.desktop.snapshots.onPiece = async () => {
      pieces += 1;
      if (pieces === 5) await edit(pc, must(ids[6]), 'sửa khi đang tải');
      if (pieces === 7) {
        const lastN = new Map([
          [1, 0],
          [2, 0],
          [8, 0],
        ]);
        commune.province.restore(lastN, ({ id }) => id !== ids[7]);
      }
    };
    await sync(pc);
    await sync(pc);
    const cookie = must(await pc.office.db.cookies.get(stream));
    expect(cookie).toMatchObject({ anew: false, epoch: commune.province.streams.get(stream)?.epoch });
    expect(cookie.load).toBeUndefined();
    expect(await pc.office.db.documents.get(must(ids[6]))).toMatchObject({ abstract: 'sửa khi đang tải', pending: 0 });
    expect(await pc.office.db.documents.count()).toBeGreaterThanOrEqual(PAPERS);
    const full = await fullPull(commune);
    await sync(pc);
    const mine = await copyOf(pc.office, pc.office);
    expect(mine.digest).toBe(full.digest);
    expect(mine.rows).toEqual(full.rows);
  });

  it('tells truly how far it has come, and that it is done', async () => {
    const { commune } = await begin();
    const pc = await commune.addPc(2);
    const engine = await createSyncEngine(pc.office, pc.desktop);
    const told: string[] = [];
    let wasDone = false;
    engine.status.subscribe(({ loading, firstSyncDone }) => {
      if (loading !== null) told.push(`${String(loading.papers)}/${String(loading.papersInAll)}`);
      if (loading !== null && firstSyncDone) wasDone = true;
    });
    pc.desktop.snapshots.onPiece = async () => {
      const held = await pc.office.db.documents.count();
      const said = Number(told.at(-1)?.split('/')[0] ?? 0);
      expect(said).toBeLessThanOrEqual(held);
    };
    await engine.runOnce();
    expect(told[0]).toBe(`0/${String(PAPERS)}`);
    expect(told.at(-1)).toBe(`${String(PAPERS)}/${String(PAPERS)}`);
    expect(wasDone).toBe(false);
    expect(engine.status.getState()).toMatchObject({ loading: null, firstSyncDone: true });
  });

  it('of a province without snapshots, or whose server is older, pulls page by page', async () => {
    const { commune } = await begin();
    commune.province.snapshots = [];
    const pc = await commune.addPc(2);
    await sync(pc);
    expect(pc.desktop.snapshots.fetched).toEqual([]);
    expect(pc.desktop.requests[0]?.streams[0]).toMatchObject({ base: 0, after: 0 });
    await expectSame(commune, pc);
  });
});
