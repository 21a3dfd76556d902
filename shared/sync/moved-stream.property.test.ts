import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptBatch, type AcceptState } from './accept.ts';
import { restoredEpoch } from './epoch.ts';
import { followMoves, movesOf, outcomeBefore, shiftRecord, type StreamMove } from './moved-stream.ts';
import type { Op } from './op.ts';
import { simRules } from './simulation/sim-server.ts';

const move = (from: string, to: string, by: number, more: Partial<StreamMove> = {}): StreamMove => ({
  ...{ from, to, by, life: `life-${from}`, toLife: `life-${to}` },
  ...more,
});

const steps = fc.array(
  fc.record({
    dev: fc.integer({ min: 1, max: 3 }),
    t: fc.constantFrom('set' as const, 'set' as const, 'set' as const, 'res' as const, 'del' as const),
    id: fc.constantFrom('p1', 'p2'),
    field: fc.constantFrom('title', 'place'),
    text: fc.string({ maxLength: 2 }),
    seenShare: fc.double({ min: 0, max: 1, noNaN: true }),
    h: fc.nat(500),
  }),
  { minLength: 1, maxLength: 16 },
);

/** A server's state of one stream. */
const stateOf = (stream: string, seq: number): AcceptState => ({
  lastN: 0,
  seq: new Map([[stream, seq]]),
  records: new Map(),
  parked: [],
});

/** Takes ops one by one, each with a counter of its own, as pushes of several devices come. */
function takeAll(state: AcceptState, ops: readonly Op[]): void {
  for (const op of ops) {
    state.lastN = op.n - 1;
    acceptBatch([op], state, simRules, 1_000_000);
  }
}

/** The state after its stream went into another one. */
function moveState(state: AcceptState, { from, to, by }: StreamMove): AcceptState {
  const records = [...state.records.entries()].map(
    ([key, record]) => [key.replace(from, to), shiftRecord(record, by)] as const,
  );
  const parked = state.parked.map((entry) => ({
    ...entry,
    op: followMoves(entry.op, undefined, [move(from, to, by)]).op,
  }));
  return {
    lastN: state.lastN,
    seq: new Map([[to, (state.seq.get(from) ?? 0) + by]]),
    records: new Map(records),
    parked,
  };
}

describe('a stream that went into another one', () => {
  it('takes what comes afterwards as it would have taken it before: same values, same questions', () => {
    fc.assert(
      fc.property(
        steps,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 900 }),
        (said, at, by) => {
          const ops = said.map(({ dev, t, id, field, text, seenShare, h }, i): Op => ({
            ...{ dev, n: i + 1, t, stream: 'org:a', type: 'paper', id, h, by: 'x' },
            f: t === 'del' ? {} : { [field]: text },
            base: Math.floor(seenShare * i),
          }));
          const merger = Math.floor(at * ops.length);
          const stayed = stateOf('org:a', 0);
          takeAll(stayed, ops);
          const before = stateOf('org:a', 0);
          takeAll(before, ops.slice(0, merger));
          const went = moveState(before, move('org:a', 'org:b', by));
          takeAll(
            went,
            ops.slice(merger).map((op) => followMoves(op, 'life-org:a', [move('org:a', 'org:b', by)]).op),
          );
          const expected = moveState(stayed, move('org:a', 'org:b', by));
          expect(went.records).toEqual(expected.records);
          expect(went.seq).toEqual(expected.seq);
        },
      ),
    );
  });

  it('is followed through every merger after it', () => {
    const moves = [move('org:c', 'org:d', 7), move('org:a', 'org:c', 100)];
    const op: Op = { dev: 1, n: 1, t: 'set', stream: 'org:a', type: 'paper', id: 'p', f: {}, base: 3, h: 1, by: '' };
    const way = movesOf('org:a', moves);
    expect(way.map(({ to }) => to)).toEqual(['org:c', 'org:d']);
    expect(followMoves(op, 'life-org:a', way)).toMatchObject({
      op: { stream: 'org:d', base: 110 },
      held: 'life-org:d',
    });
    expect(followMoves({ ...op, base: 0 }, 'life-org:a', way).op.base).toBe(0);
    expect(movesOf('org:d', moves)).toEqual([]);
    expect(outcomeBefore({ n: 1, kind: 'ok', seq: 112 }, 107)).toEqual({ n: 1, kind: 'ok', seq: 5 });
  });

  it('does not take what was seen in a life before a restore as seen in the other office', () => {
    const life = restoredEpoch('new', 'old', 10);
    const way = [move('org:a', 'org:b', 100, { life })];
    const op: Op = { dev: 1, n: 1, t: 'set', stream: 'org:a', type: 'paper', id: 'p', f: {}, base: 40, h: 1, by: '' };
    expect(followMoves(op, life, way).op.base).toBe(140);
    expect(followMoves(op, 'old', way).op.base).toBe(110);
    expect(followMoves(op, 'stranger', way).op.base).toBe(0);
  });
});
