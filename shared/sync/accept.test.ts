import { describe, expect, it } from 'vitest';
import { acceptBatch, type AcceptState } from './accept.ts';
import { PARKED_FOR_MS, type Op } from './op.ts';
import { simRules } from './simulation/sim-server.ts';

const op = (n: number, change: Partial<Op> = {}): Op => ({
  dev: 1,
  n,
  t: 'set',
  stream: 'org:a',
  type: 'paper',
  id: `p${String(n)}`,
  f: { title: `t${String(n)}` },
  base: 0,
  h: n,
  by: 'x',
  ...change,
});
const freshState = (): AcceptState => ({ lastN: 0, seq: new Map([['org:a', 0]]), records: new Map(), parked: [] });

describe('a batch at the server', () => {
  it('gives every op an outcome and goes on after a refused one', () => {
    const state = freshState();
    const { outcomes } = acceptBatch([op(1), op(2, { f: { title: 'refused' } }), op(3)], state, simRules, 0);
    expect(outcomes).toEqual([
      { n: 1, kind: 'ok', seq: 1 },
      { n: 2, kind: 'rejected', reason: 'bad-value' },
      { n: 3, kind: 'ok', seq: 2 },
    ]);
    expect(state.lastN).toBe(3);
  });

  it('skips what it has taken before, alone or within a longer batch', () => {
    const state = freshState();
    acceptBatch([op(1), op(2)], state, simRules, 0);
    const again = acceptBatch([op(1), op(2), op(3)], state, simRules, 0);
    expect(again.outcomes).toEqual([{ n: 3, kind: 'ok', seq: 3 }]);
    expect(state.seq.get('org:a')).toBe(3);
  });

  it('refuses an op for a stream the device has no right to, and leaves that stream alone', () => {
    const state = freshState();
    const { outcomes, changed } = acceptBatch([op(1, { stream: 'org:b' })], state, simRules, 0);
    expect(outcomes).toEqual([{ n: 1, kind: 'rejected', reason: 'not-your-stream' }]);
    expect(changed.size).toBe(0);
  });

  it('parks a child with everything after it on the same record, and takes them in order when the parent comes', () => {
    const state = freshState();
    const child = { type: 'child', id: 'c1' };
    const first = acceptBatch(
      [op(1, { ...child, f: { parent: 'p9', text: 'first' } }), op(2, { ...child, f: { text: 'second' } })],
      state,
      simRules,
      0,
    );
    expect(first.outcomes.map(({ kind }) => kind)).toEqual(['parked', 'parked']);
    const second = acceptBatch([op(3, { id: 'p9' })], state, simRules, 0);
    expect(second.late.map(({ outcome }) => outcome)).toEqual([
      { n: 1, kind: 'ok', seq: 2 },
      { n: 2, kind: 'ok', seq: 3 },
    ]);
    expect(state.records.get('org:a|child:c1')?.f['text']?.v).toBe('second');
  });

  it('takes what waits, in its order, with the next batch when its parent came otherwise than by an op', () => {
    const state = freshState();
    const child = { type: 'child', id: 'c1' };
    const waiting = [
      op(1, { ...child, f: { parent: 'p9', text: 'first' } }),
      op(2, { ...child, f: { text: 'second' } }),
    ];
    acceptBatch(waiting, state, simRules, 0);
    expect(acceptBatch([op(3)], state, simRules, 1).late).toEqual([]);
    expect(state.parked.map(({ since }) => since)).toEqual([0, 0]);
    state.records.set('org:a|paper:p9', { type: 'paper', id: 'p9', seq: 1, f: {}, c: {} });
    expect(acceptBatch([], state, simRules, 2).late).toEqual([]);
    const { outcomes, late } = acceptBatch([op(4, { ...child, f: { text: 'third' } })], state, simRules, 2);
    expect(late.map(({ outcome }) => [outcome.n, outcome.kind])).toEqual([
      [1, 'ok'],
      [2, 'ok'],
    ]);
    expect(outcomes).toMatchObject([{ n: 4, kind: 'ok' }]);
    expect(state.parked).toEqual([]);
    expect(state.records.get('org:a|child:c1')?.f['text']?.v).toBe('third');
  });

  it('gives a parked op back with a reason when its parent never came, even if nothing else is sent', () => {
    const state = freshState();
    acceptBatch([op(1, { type: 'child', f: { parent: 'nowhere' } })], state, simRules, 0);
    const { late } = acceptBatch([], state, simRules, PARKED_FOR_MS + 1);
    expect(late).toEqual([{ dev: 1, outcome: { n: 1, kind: 'rejected', reason: 'parent-never-came' } }]);
    expect(state.parked).toEqual([]);
  });

  it('grants a command as a whole or refuses it as a whole', () => {
    const state = freshState();
    const hold = { t: 'cmd', type: 'book', id: 'b', f: { command: 'hold' } } as const;
    expect(acceptBatch([op(1, hold)], state, simRules, 0).outcomes).toEqual([{ n: 1, kind: 'ok', seq: 1 }]);
    state.lastN = 0;
    expect(acceptBatch([op(1, { ...hold, dev: 2 })], state, simRules, 0).outcomes).toEqual([
      { n: 1, kind: 'rejected', reason: 'register-held-elsewhere' },
    ]);
    expect(state.records.get('org:a|book:b')?.f['held']?.v).toBe(1);
  });

  it('stores a stamp from a clock that runs years ahead as at most a minute ahead of its own', () => {
    const state = freshState();
    acceptBatch([op(1, { h: Number.MAX_SAFE_INTEGER })], state, simRules, 1_000_000);
    expect(state.records.get('org:a|paper:p1')?.f['title']?.h).toBe((1_000_000 + 60_000) * 1024);
  });
});
