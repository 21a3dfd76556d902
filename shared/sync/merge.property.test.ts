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

  it('writes a change under the device and person that send it, whatever writer it names: only what is brought back bears another', () => {
    const origin = { title: { dev: 9, h: 500, by: 'somebody else' } };
    const cellOf = (t: Op['t']): unknown =>
      applyOp(undefined, makeOp({ t, f: { title: 'a' }, h: 7, origin }), 1, policyOf).record.f['title'];
    expect(cellOf('set')).toEqual({ v: 'a', s: 1, h: 7, d: 1, by: 'x', n: 1 });
    expect(cellOf('res')).toEqual({ v: 'a', s: 1, h: 7, d: 1, by: 'x', n: 1 });
    expect(cellOf('sup')).toEqual({ v: 'a', s: 1, h: 500, d: 9, by: 'somebody else' });
  });
});
