import { describe, expect, it } from 'vitest';
import type { Op } from '#shared/sync/op.ts';
import { isAsMarked, MARKS_KEPT, markOf, withMarks } from './counter-marks.ts';

const op = (n: number, change: Partial<Op> = {}): Op => ({
  dev: 1,
  n,
  t: 'set',
  stream: 'org:na-lau',
  type: 'document',
  id: '01990000-0000-7000-8000-00000000abcd',
  f: { note: 'một', dueOn: null },
  base: 0,
  h: 1000,
  by: '',
  ...change,
});

describe('marks of counters', () => {
  it('are the same for one op however its fields are ordered on the way', () => {
    const name = { full: 'Nông Thị Hoa', given: 'Hoa' };
    const turned = { given: 'Hoa', full: 'Nông Thị Hoa' };
    expect(markOf(op(1, { f: { note: 'một', dueOn: null, name } }))).toBe(
      markOf(op(1, { f: { name: turned, dueOn: null, note: 'một' } })),
    );
  });

  it('differ when anything the op says differs', () => {
    const others: Partial<Op>[] = [
      { f: { note: 'hai', dueOn: null } },
      { f: { note: 'một' } },
      { f: { note: 'một', dueOn: 'null' } },
      { h: 1001 },
      { by: 'x' },
      { t: 'del', f: {} },
      { type: 'member' },
    ];
    const marks = [op(1), ...others.map((change) => op(1, change))].map(markOf);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('are the same when only what the PC had seen differs, as after a restore', () => {
    expect(markOf(op(1, { base: 7 }))).toBe(markOf(op(1)));
  });

  it('reach back over the last 512 ops, and say nothing about older ones or such as were never marked', () => {
    const ops = Array.from({ length: 700 }, (_, i) => op(i + 1, { h: i }));
    const ring = withMarks(withMarks(Buffer.alloc(0), ops.slice(0, 400)), ops.slice(400));
    const known = ops.map((each) => isAsMarked(ring, 700, each));
    expect(known.filter((each) => each === undefined)).toHaveLength(700 - MARKS_KEPT);
    expect(known.slice(700 - MARKS_KEPT).every((each) => each === true)).toBe(true);
    expect(isAsMarked(ring, 700, op(650, { h: -1 }))).toBe(false);
    expect(isAsMarked(Buffer.alloc(2048), 700, op(650))).toBeUndefined();
  });
});
