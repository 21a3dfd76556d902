import { describe, expect, it } from 'vitest';
import { groupChanges, toChanges, withoutEmptyFirsts, type HistoryLine } from './history-lines.ts';

const line = (field: string, value: string | null, atMs: number, more: Partial<HistoryLine> = {}): HistoryLine => ({
  field,
  value,
  atMs,
  staffId: 'a',
  dev: 1,
  deviceName: 'Máy 1',
  state: 'past',
  ...more,
});

describe('the history of a record', () => {
  it('gives each value what stood in the field before, and none to the first', () => {
    const changes = toChanges([
      line('phone', '3', 3000),
      line('address', 'X', 2500),
      line('phone', '2', 2000),
      line('phone', '1', 1000),
    ]);
    expect(changes.map(({ field, before, value }) => [field, before, value])).toEqual([
      ['phone', '2', '3'],
      ['address', undefined, 'X'],
      ['phone', '1', '2'],
      ['phone', undefined, '1'],
    ]);
  });
  it('tells an empty value before from an unknown one', () => {
    expect(toChanges([line('phone', '1', 2), line('phone', null, 1)])[0]?.before).toBeNull();
  });
  it('shows the fields of one save together, and those of another PC or person apart', () => {
    const groups = groupChanges(
      toChanges([line('a', '1', 9000), line('b', '1', 9000), line('c', '1', 9000, { dev: 2 }), line('d', '1', 1000)]),
    );
    expect(groups.map(({ changes }) => changes.map(({ field }) => field))).toEqual([['a', 'b'], ['c'], ['d']]);
  });
  it('leaves out what was empty from the beginning, but not what was emptied', () => {
    const lines = [line('phone', null, 2), line('phone', '1', 1), line('note', '', 1), line('address', 'X', 1)];
    expect(
      withoutEmptyFirsts(toChanges(lines), ['address', 'phone', 'note']).map(({ field, value }) => [field, value]),
    ).toEqual([
      ['phone', null],
      ['address', 'X'],
      ['phone', '1'],
    ]);
  });
  it('keeps what is not yet at the province apart from what is', () => {
    expect(
      groupChanges(toChanges([line('a', '1', 9000, { state: 'pending' }), line('b', '1', 9000)])).map(
        ({ pending }) => pending,
      ),
    ).toEqual([true, false]);
  });
});
