import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOp } from './merge.ts';
import { REMOVED, type Op } from './op.ts';
import { toRow } from './page.ts';
import { emptyRecord, type SyncRecord } from './record.ts';
import { applyRow, openConflicts } from './replica.ts';

const policyOf = (_type: string, field: string): 'merge' | 'max' | 'union' =>
  field === 'highest' ? 'max' : field === 'tags' ? 'union' : 'merge';

const makeOp = (change: Partial<Op>): Op => ({
  dev: 1,
  n: 1,
  t: 'set',
  stream: 'org:a',
  type: 'paper',
  id: 'p',
  f: {},
  base: 0,
  h: 1,
  by: 'x',
  ...change,
});

/** Ops as devices could really make them: each sees some prefix of what came before. */
const history = fc
  .array(
    fc.record({
      dev: fc.integer({ min: 1, max: 4 }),
      t: fc.constantFrom('set' as const, 'set' as const, 'set' as const, 'res' as const, 'del' as const),
      field: fc.constantFrom('title', 'place', 'highest', 'tags'),
      text: fc.string({ maxLength: 3 }),
      amount: fc.nat(50),
      seenShare: fc.double({ min: 0, max: 1, noNaN: true }),
      h: fc.nat(1000),
    }),
    { maxLength: 14 },
  )
  .map((steps) =>
    steps.map((step, i): Op => {
      const value = step.field === 'highest' ? step.amount : step.field === 'tags' ? [step.text] : step.text;
      return makeOp({
        dev: step.dev,
        n: i + 1,
        t: step.t,
        h: step.h,
        base: Math.floor(step.seenShare * i),
        f: step.t === 'del' ? {} : { [step.field]: value },
      });
    }),
  );

function replay(ops: readonly Op[]): SyncRecord[] {
  const states: SyncRecord[] = [];
  ops.forEach((op, i) => states.push(applyOp(states.at(-1), op, i + 1, policyOf).record));
  return states;
}

describe('the merge of one record', () => {
  it('takes a change nobody else has crossed, whatever the clocks say', () => {
    const first = applyOp(undefined, makeOp({ f: { title: 'a' }, h: 9_000 }), 1, policyOf).record;
    const second = applyOp(first, makeOp({ dev: 2, f: { title: 'b' }, base: 1, h: 3 }), 2, policyOf);
    expect(second.record.f['title']?.v).toBe('b');
    expect(second.conflict).toBe(false);
  });

  it('keeps the losing value of crossed changes, and clears it only when it was seen', () => {
    const first = applyOp(undefined, makeOp({ f: { title: 'a' } }), 1, policyOf).record;
    const crossed = applyOp(first, makeOp({ dev: 2, f: { title: 'b' }, h: 2 }), 2, policyOf);
    expect(crossed.conflict).toBe(true);
    expect(crossed.record.c['title']?.e['1']?.v).toBe('a');
    const unseen = applyOp(
      crossed.record,
      makeOp({ dev: 3, t: 'res', f: { title: 'b' }, base: 1, h: 3 }),
      3,
      policyOf,
    ).record;
    expect(openConflicts(unseen)).toEqual(['title']);
    const seen = applyOp(
      crossed.record,
      makeOp({ dev: 3, t: 'res', f: { title: 'a' }, base: 2, h: 3 }),
      3,
      policyOf,
    ).record;
    expect(openConflicts(seen)).toEqual([]);
    expect(seen.f['title']?.v).toBe('a');
  });

  it('never lets a removal hide an edit that the remover had not seen, in either order of arrival', () => {
    const first = applyOp(undefined, makeOp({ f: { title: 'a' } }), 1, policyOf).record;
    const removal = makeOp({ dev: 2, t: 'del', base: 1, h: 2 });
    const edit = makeOp({ dev: 3, f: { title: 'b' }, base: 1, h: 3 });
    for (const [one, two] of [
      [removal, edit],
      [edit, removal],
    ] as const) {
      const after = applyOp(applyOp(first, one, 2, policyOf).record, two, 3, policyOf).record;
      expect(after.f[REMOVED]?.v ?? false).toBe(false);
      expect(openConflicts(after)).toContain(REMOVED);
      expect(after.f['title']?.v).toBe('b');
    }
  });

  it('never lowers a maximum', () => {
    fc.assert(
      fc.property(history, (ops) => {
        const last = replay(ops).at(-1);
        const amounts = ops.flatMap((op) => (typeof op.f['highest'] === 'number' ? [op.f['highest']] : []));
        if (amounts.length > 0) expect(last?.f['highest']?.v).toBe(Math.max(...amounts));
      }),
    );
  });

  it('gives a device that had seen up to any point the same record by its delta as by the whole', () => {
    fc.assert(
      fc.property(history, fc.nat(14), (ops, at) => {
        const states = replay(ops);
        const now = states.at(-1) ?? emptyRecord('paper', 'p');
        const then = states[Math.min(at, states.length) - 1];
        expect(applyRow(then, toRow(now, then?.seq ?? 0))).toEqual(now);
        expect(applyRow(now, toRow(now, 0))).toEqual(now);
      }),
    );
  });

  /** A value of the server's, a colleague's write over it, and what somebody who had only that on the screen wrote over it. */
  const covered = (): { readonly first: SyncRecord; readonly colleague: Op; readonly over: Op } => ({
    first: applyOp(undefined, makeOp({ dev: 1, f: { title: 'a', place: 'x' } }), 1, policyOf).record,
    colleague: makeOp({ dev: 2, f: { title: 'b' }, base: 1, h: 9 }),
    over: makeOp({ dev: 3, f: { title: 'c', place: 'y' }, h: 5, base: 0, rest: 1, saw: { title: { dev: 2, n: 1 } } }),
  });

  it('lets what was written over on sight ahead of the server go without a question, in either order of arrival', () => {
    const { first, colleague, over } = covered();
    for (const ops of [
      [colleague, over],
      [over, colleague],
    ]) {
      const after = ops.reduce((record, op, i) => applyOp(record, op, i + 2, policyOf).record, first);
      expect([after.f['title']?.v, after.f['place']?.v]).toEqual(['c', 'y']);
      expect(openConflicts(after)).toEqual([]);
    }
  });

  it('keeps a value that only a colleague had seen who was refused', () => {
    const { first, over } = covered();
    const { record, conflict } = applyOp(first, over, 2, policyOf);
    expect(conflict).toBe(true);
    expect([record.f['title']?.v, record.c['title']?.e['1']?.v]).toEqual(['c', 'a']);
    expect(openConflicts(record)).toEqual(['title']);
  });

  it('asks no question between a value and the same value', () => {
    const first = applyOp(undefined, makeOp({ f: { title: 'a' } }), 1, policyOf).record;
    const crossed = applyOp(first, makeOp({ dev: 2, f: { title: 'b' }, h: 2 }), 2, policyOf).record;
    const same = applyOp(crossed, makeOp({ dev: 3, f: { title: 'a' }, base: 1, h: 3 }), 3, policyOf).record;
    expect(same.f['title']).toMatchObject({ v: 'a', d: 3 });
    expect(Object.values(same.c['title']?.e ?? {}).map(({ v }) => v)).toEqual(['b']);
  });

  it('lets a value stand for all who wrote the same, and for what they had seen', () => {
    const first = applyOp(undefined, makeOp({ f: { title: 'a' } }), 1, policyOf).record;
    const twice = applyOp(first, makeOp({ dev: 2, f: { title: 'a' }, saw: { title: { dev: 3, n: 1 } } }), 2, policyOf);
    const late = applyOp(twice.record, makeOp({ dev: 3, f: { title: 'b' }, h: 9 }), 3, policyOf).record;
    expect(late.f['title']).toMatchObject({ v: 'a', d: 1 });
    expect(openConflicts(late)).toEqual([]);
  });

  it('tells which of two writes of one PC is the later by the clock of that PC, whatever the server made of it', () => {
    const early = makeOp({ f: { title: 'early' }, h: 900, told: 5_000 });
    const sup = makeOp({
      dev: 2,
      t: 'sup',
      f: { title: 'late' },
      origin: { title: { dev: 1, h: 700, by: 'x', told: 6_000 } },
    });
    const later = applyOp(applyOp(undefined, early, 1, policyOf).record, sup, 2, policyOf).record;
    expect(later.f['title']).toMatchObject({ v: 'late', d: 1, h: 700, told: 6_000 });
    const stale = { ...sup, origin: { title: { dev: 1, h: 950, by: 'x', told: 4_000 } } };
    const same = applyOp(applyOp(undefined, early, 1, policyOf).record, stale, 2, policyOf).record;
    expect(same.f['title']?.v).toBe('early');
  });

  it('writes a change under the device and person that send it, whatever writer it names: only what is brought back bears another', () => {
    const origin = { title: { dev: 9, h: 500, by: 'somebody else' } };
    const cellOf = (t: Op['t']): unknown =>
      applyOp(undefined, makeOp({ t, f: { title: 'a' }, h: 7, origin }), 1, policyOf).record.f['title'];
    expect(cellOf('set')).toEqual({ v: 'a', s: 1, h: 7, d: 1, by: 'x', n: 1 });
    expect(cellOf('res')).toEqual({ v: 'a', s: 1, h: 7, d: 1, by: 'x', n: 1 });
    expect(cellOf('sup')).toEqual({ v: 'a', s: 1, h: 500, d: 9, by: 'somebody else' });
  });
});
