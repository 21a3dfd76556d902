import { describe, expect, it } from 'vitest';
import { rebaseOps, restoredAt, restoredEpoch, sharedUpTo } from './epoch.ts';
import { applyOp } from './merge.ts';
import type { Op } from './op.ts';
import type { Cell, SyncRecord } from './record.ts';
import { resupplyOf, stillLacking } from './resupply.ts';

const cell = (v: string, s: number, d: number, h = s * 10): Cell => ({ v, s, d, h, by: `person-${String(d)}` });
const record = (f: SyncRecord['f'], c: SyncRecord['c'] = {}): SyncRecord => ({ type: 'paper', id: 'p', seq: 9, f, c });

/** Applies what a device (number 7) brings back, as the server does. */
function bringBack(old: SyncRecord, present: SyncRecord | undefined, shared: number | null): SyncRecord | undefined {
  return resupplyOf(old, present, shared).reduce<SyncRecord | undefined>((now, part, i) => {
    const op: Op = { ...part, t: 'sup', dev: 7, n: i + 1, stream: 'org:a' };
    return applyOp(now, op, 100 + i, () => 'merge').record;
  }, present);
}

describe('after the province came back from a backup', () => {
  it('a record it lost whole comes back with every value under its own writer', () => {
    const old = record({ title: cell('a', 5, 1), place: cell('b', 8, 2) });
    expect(bringBack(old, undefined, 3)?.f).toEqual({
      title: { ...cell('a', 5, 1), s: 100 },
      place: { ...cell('b', 8, 2), s: 100 },
    });
  });

  it('a lost value replaces what the backup holds, for its writer had seen that', () => {
    const now = bringBack(record({ title: cell('new', 8, 2) }), record({ title: cell('old', 2, 1) }), 5);
    expect(now?.f['title']?.v).toBe('new');
    expect(now?.c).toEqual({});
  });

  it('a copy older than the backup brings nothing back', () => {
    expect(resupplyOf(record({ title: cell('older', 2, 1) }), record({ title: cell('newer', 4, 2) }), 5)).toEqual([]);
  });

  it('a lost value and one written since wait for a person', () => {
    const now = bringBack(record({ title: cell('lost', 8, 2) }), record({ title: cell('since', 6, 3, 900) }), 5);
    expect(now?.f['title']?.v).toBe('since');
    expect(Object.values(now?.c['title']?.e ?? {}).map(({ v }) => v)).toEqual(['lost']);
  });

  it('what a device has written since is not undone by its own earlier value', () => {
    const now = bringBack(record({ title: cell('first', 8, 2) }), record({ title: cell('second', 6, 2, 900) }), 5);
    expect(now?.f['title']?.v).toBe('second');
    expect(now?.c).toEqual({});
  });

  it('bringing back twice changes nothing', () => {
    const old = record({ title: cell('a', 8, 2) }, { title: { s: 8, e: { '3': cell('b', 8, 3, 70) } } });
    const once = bringBack(old, record({ title: cell('old', 2, 1) }), 5);
    const values = (held: SyncRecord | undefined): unknown => [
      held?.f['title']?.v,
      Object.values(held?.c['title']?.e ?? {}).map(({ v }) => v),
    ];
    expect(values(bringBack(old, once, 5))).toEqual(values(once));
  });
});

describe('what was noted as lost', () => {
  const [part] = resupplyOf(record({ title: cell('a', 8, 2), place: cell('b', 8, 3) }), undefined, 5);
  const noted = part as NonNullable<typeof part>;

  it('is still lacking as a whole where the record is not there', () => {
    expect(stillLacking(noted, undefined)).toEqual(noted);
  });

  it('is brought back without what has come back since, or what its device has written anew', () => {
    expect(stillLacking(noted, record({ title: cell('a', 12, 9) }))).toMatchObject({
      f: { place: 'b' },
      origin: { place: { dev: 3 } },
    });
    expect(stillLacking(noted, record({ title: cell('later', 12, 2, 900), place: cell('b', 12, 3) }))).toBeUndefined();
  });

  it('is not brought back where it waits for a person already', () => {
    const asked = record(
      { title: cell('x', 12, 9), place: cell('b', 12, 3) },
      { title: { s: 12, e: { '2': cell('a', 8, 2) } } },
    );
    expect(stillLacking(noted, asked)).toBeUndefined();
  });
});

describe('the name of a life', () => {
  it('tells where the present life and the one before part', () => {
    const epoch = restoredEpoch('bbbbbbbb', 'aaaaaaaa', 120);
    expect(restoredAt(epoch)).toBe(120);
    expect(sharedUpTo(epoch, 'aaaaaaaa')).toBe(120);
    expect(sharedUpTo(restoredEpoch('cccccccc', epoch, 300), epoch)).toBe(300);
    expect(sharedUpTo(restoredEpoch('cccccccc', epoch, 300), 'aaaaaaaa')).toBe(0);
    expect(restoredAt('aaaaaaaa')).toBe(0);
  });

  it('lowers what an op of the life before claims to have seen', () => {
    const op = { dev: 1, n: 1, t: 'set', stream: 's', type: 'paper', id: 'p', f: {}, base: 200, h: 1, by: '' } as const;
    const now = restoredEpoch('bbbbbbbb', 'aaaaaaaa', 120);
    const baseUnder = (held: string): number | undefined =>
      rebaseOps(
        [op],
        () => held,
        () => now,
      )[0]?.base;
    expect(baseUnder('aaaaaaaa')).toBe(120);
    expect(baseUnder('zzzzzzzz')).toBe(0);
    expect(baseUnder(now)).toBe(200);
  });
});
