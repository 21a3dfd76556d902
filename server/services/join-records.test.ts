import { describe, expect, it } from 'vitest';
import type { FieldValue } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { chooseStanding, isHomeOf, joinRecords } from './join-records.ts';

const cell = (v: FieldValue, s: number, d = 1) => ({ v, s, h: s, d, by: 'x', n: s });
const record = (type: string, values: Readonly<Record<string, FieldValue>>, seq: number, id = 'm'): SyncRecord => ({
  ...{ type, id, seq, c: {} },
  f: Object.fromEntries(Object.entries(values).map(([field, v]) => [field, cell(v, seq)])),
});

describe('a record that both of two merged communes have', () => {
  it('goes on as the office has it where the member is at home', () => {
    const left = record('member', { state: 'transferred', phone: '09', note: 'nơi cũ' }, 7);
    const here = record('member', { state: 'official', phone: '01' }, 3);
    expect(isHomeOf(left, here)).toBe(false);
    expect(isHomeOf(here, left)).toBe(true);
    expect(isHomeOf(record('member', { state: 'temporarily-away' }, 1), record('member', { state: 'guest' }, 1))).toBe(
      true,
    );
    const twin = chooseStanding(left, here, () => false);
    const values = joinRecords(twin, 99).f;
    expect(Object.fromEntries(Object.entries(values).map(([field, { v }]) => [field, v]))).toEqual({
      ...{ state: 'official', phone: '01', note: 'nơi cũ' },
    });
  });

  it('is new to everybody, with what waits for a person on either side', () => {
    const one: SyncRecord = {
      ...record('member', { phone: '01' }, 3),
      c: { phone: { s: 3, e: { 2: cell('02', 3, 2) } } },
    };
    const other: SyncRecord = {
      ...record('member', { note: 'a' }, 7),
      c: { note: { s: 6, e: { 4: cell('b', 6, 4) } } },
    };
    const joined = joinRecords({ standing: one, other }, 99);
    expect(joined.seq).toBe(99);
    expect(Object.values(joined.f).map(({ s }) => s)).toEqual([99, 99]);
    expect(Object.keys(joined.c)).toEqual(['note', 'phone']);
    expect(Object.values(joined.c).flatMap(({ s, e }) => [s, ...Object.values(e).map((entry) => entry.s)])).toEqual([
      ...[99, 99, 99, 99],
    ]);
    expect(joined.f['phone']).toMatchObject({ d: 1, h: 3, n: 3 });
  });

  it('follows its member, and of settings that of the office that goes on', () => {
    const line = (title: string, seq: number): SyncRecord => record('memberLine', { memberId: 'm', title }, seq, 'l');
    const isHome = (id: string): boolean => id === 'm';
    expect(chooseStanding(line('nơi cũ', 1), line('nơi mới', 2), isHome).standing.f['title']?.v).toBe('nơi cũ');
    const setting = (value: string): SyncRecord => record('setting', { key: 'fonds', value }, 1, 's');
    expect(chooseStanding(setting('cũ'), setting('mới'), isHome).standing.f['value']?.v).toBe('mới');
  });
});
