import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { shiftRecord, type StreamMove } from '#shared/sync/moved-stream.ts';
import { registerDocument, saveDocument } from '#renderer/data/documents/document-repository.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import type { OfficeDatabase } from '../database.ts';
import { fromStamp } from './view-stamp.ts';
import { moveCopy, toPresentOp } from './move-copy.ts';

const BY = 500;
const way = (pc: FakePc, life: string): StreamMove => ({
  ...{ from: pc.office.stream, to: 'org:po-khau', by: BY, life, toLife: 'life-b' },
});

/** A PC with a paper the province has, an edit of it and a paper that only it has. */
async function openPc(): Promise<{ pc: FakePc; db: OfficeDatabase; known: string; fresh: string; move: StreamMove }> {
  const pc = await new FakeCommune().addPc(1);
  const { db } = pc.office;
  const register = async (symbol: string): Promise<string> => {
    const saved = await registerDocument(pc.office, fakePaper(symbol), []);
    if (!saved.ok) throw new Error(saved.error.code);
    return saved.value.id;
  };
  const known = await register('1-CV/A');
  await syncOnce(pc);
  const { seq } = must(await db.documents.get(known), 'it is shown');
  await saveDocument(pc.office, known, { abstract: 'sửa khi xa mạng' }, seq);
  const fresh = await register('2-CV/A');
  const life = must(await db.cookies.get(pc.office.stream), 'it was pulled').epoch;
  return { pc, db, known, fresh, move: way(pc, life) };
}

const contentOf = async (db: OfficeDatabase): Promise<unknown> => [
  await db.shadows.toArray(),
  await db.outbox.toArray(),
  await db.cookies.toArray(),
  await db.documents.toArray(),
];

describe('the copy of a PC whose commune was merged into another one', () => {
  it('goes along with every sequence moved, what is shown and what is unsent too', async () => {
    const { db, known, fresh, move } = await openPc();
    const cookie = must(await db.cookies.get(move.from), 'before');
    const shadow = must(await db.shadows.get(['document', known]), 'before');
    const [edit] = await db.outbox.where('[type+id]').equals(['document', known]).toArray();
    expect(await moveCopy(db, [move])).toBe(true);
    expect(await db.cookies.get(move.from)).toBeUndefined();
    expect(await db.cookies.get(move.to)).toMatchObject({
      ...{ epoch: 'life-b', base: 0, after: 0, anew: false, gen: cookie.gen },
      held: { from: BY, to: BY + cookie.base },
    });
    expect(await db.shadows.get(['document', known])).toEqual({ ...shiftRecord(shadow, BY), stream: move.to });
    const unsent = await db.outbox.toArray();
    expect(new Set(unsent.map(({ op }) => op.stream))).toEqual(new Set([move.to]));
    expect(unsent.find(({ n }) => n === edit?.n)?.op.base).toBe(must(edit, 'unsent').op.base + BY);
    expect(unsent.filter(({ id }) => id === fresh).map(({ op }) => op.base)).toContain(0);
    const row = must(await db.documents.get(known), 'still shown');
    expect(row).toMatchObject({ stream: move.to, abstract: 'sửa khi xa mạng' });
    expect(fromStamp(row.seq).seq).toBe(shadow.seq + BY);
  });

  it('is moved once, however often it is asked, and with it the moves of a longer way', async () => {
    const { db, known, move } = await openPc();
    const next: StreamMove = { from: move.to, to: 'org:hop-nhat', by: 7, life: 'life-b', toLife: 'life-c' };
    const { seq } = must(await db.shadows.get(['document', known]), 'before');
    await moveCopy(db, [move, next]);
    const once = await contentOf(db);
    expect(await moveCopy(db, [move, next])).toBe(false);
    expect(await contentOf(db)).toEqual(once);
    expect(await db.shadows.get(['document', known])).toMatchObject({ stream: 'org:hop-nhat', seq: seq + BY + 7 });
  });

  it('is as before when the program is killed in the middle', async () => {
    const { db, move } = await openPc();
    const before = await contentOf(db);
    const fail = (): never => {
      throw new Error('killed');
    };
    db.documents.hook('updating', fail);
    await expect(moveCopy(db, [move])).rejects.toThrow('killed');
    db.documents.hook('updating').unsubscribe(fail);
    expect(await contentOf(db)).toEqual(before);
    expect(await moveCopy(db, [move])).toBe(true);
  });

  it('begins anew when it is of another life than the one that was moved, and what is unsent claims no more than both share', async () => {
    const { db, known, move } = await openPc();
    const cookie = must(await db.cookies.get(move.from), 'before');
    await moveCopy(db, [{ ...move, life: 'a-stranger' }]);
    expect(await db.cookies.get(move.to)).toMatchObject({ base: 0, after: 0, gen: cookie.gen + 1, anew: true });
    expect((await db.cookies.get(move.to))?.held).toBeUndefined();
    const bases = (await db.outbox.where('[type+id]').equals(['document', known]).toArray()).map(({ op }) => op.base);
    expect(bases).toEqual([0]);
  });

  it('takes from the journal what was written before as it counts now', async () => {
    const { db, move } = await openPc();
    const [row] = await db.outbox.toArray();
    const { op } = must(row, 'something is unsent');
    expect(toPresentOp(op, [move])).toMatchObject({ stream: move.to, base: op.base === 0 ? 0 : op.base + BY });
    expect(toPresentOp(op, [])).toBe(op);
    expect(toPresentOp({ ...op, stream: 'local' }, [move])).toMatchObject({ stream: 'local', base: op.base });
  });
});
