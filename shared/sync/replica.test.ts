import { describe, expect, it } from 'vitest';
import { advance, EMPTY_COOKIE, mustStartAnew } from './cookie.ts';
import { digestOf, digestRoot } from './digest.ts';
import type { Op } from './op.ts';
import type { SyncRecord } from './record.ts';
import { claimOf, isShownBack, viewRecord, type OutboxEntry } from './replica.ts';

const shadow: SyncRecord = {
  type: 'paper',
  id: 'p',
  seq: 9,
  f: { title: { v: 'from the server', s: 9, h: 1, d: 2, by: 'y' }, place: { v: 'Nà Lầu', s: 3, h: 1, d: 1, by: 'x' } },
  c: { title: { s: 9, e: { 1: { v: 'mine', s: 9, h: 1, d: 1, by: 'x' } } } },
};
const own = (change: Partial<Op>, state: OutboxEntry['state'] = { kind: 'waiting' }): OutboxEntry => ({
  op: { dev: 1, n: 1, t: 'set', stream: 'org:a', type: 'paper', id: 'p', f: {}, base: 4, h: 1, by: 'x', ...change },
  state,
});

describe('what a person sees', () => {
  it('is the server record with the own unfinished ops on top', () => {
    const view = viewRecord(shadow, [own({ f: { title: 'typed' } })]);
    expect(view.values).toEqual({ title: 'typed', place: 'Nà Lầu' });
    expect(view.pending).toBe(1);
    expect(view.conflicts).toEqual(['title']);
  });

  it('shows a conflict as settled as soon as the own settlement is made', () => {
    expect(viewRecord(shadow, [own({ t: 'res', f: { title: 'mine' }, base: 9 })]).conflicts).toEqual([]);
  });

  it('does not show a refused op as if it had counted', () => {
    expect(
      viewRecord(shadow, [own({ f: { title: 'typed' } }, { kind: 'rejected', reason: 'bad-value' })]).values['title'],
    ).toBe('from the server');
  });

  it('does not count a value hidden below an own unfinished op as seen', () => {
    const seen = { shadow, own: [own({ f: { title: 'typed' } })], peers: [], merged: shadow };
    const baseOf = (fields: readonly string[]): number => claimOf(seen, fields).base;
    expect(baseOf(['title'])).toBe(4);
    expect(baseOf(['place'])).toBe(9);
    expect(baseOf([])).toBe(4);
  });

  it('keeps an acknowledged op on top until the complete cookie has passed it', () => {
    const entry = own({}, { kind: 'acknowledged', seq: 12 });
    expect(isShownBack(entry, 11)).toBe(false);
    expect(isShownBack(entry, 12)).toBe(true);
  });
});

describe('a cookie', () => {
  it('becomes complete only with the last page', () => {
    const half = advance(EMPTY_COOKIE, { epoch: 'e', next: 10, more: true });
    expect(half).toEqual({ epoch: 'e', base: 0, after: 10 });
    expect(advance(half, { epoch: 'e', next: 15, more: false })).toEqual({ epoch: 'e', base: 15, after: 15 });
  });

  it('starts anew when the stream begins another life or the server asks for it', () => {
    const cookie = { epoch: 'e', base: 5, after: 5 };
    expect(mustStartAnew(cookie, { epoch: 'f', next: 1, more: false })).toBe(true);
    expect(advance(cookie, { epoch: 'e', next: 9, more: false, resync: true })).toEqual({
      epoch: 'e',
      base: 0,
      after: 0,
    });
  });
});

describe('a digest', () => {
  it('is the same in any order and differs when one record or one sequence differs', () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({ id: `id-${String(i)}`, seq: i }));
    const root = digestRoot(digestOf(rows));
    expect(digestRoot(digestOf(rows.toReversed()))).toBe(root);
    expect(digestRoot(digestOf(rows.slice(1)))).not.toBe(root);
    expect(digestRoot(digestOf(rows.map((row, i) => (i === 7 ? { ...row, seq: 8000 } : row))))).not.toBe(root);
  });
});
