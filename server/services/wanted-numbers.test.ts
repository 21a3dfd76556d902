import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { seriesKey } from './number-book.ts';
import { listWantedNumbers } from './wanted-numbers.ts';

type Fields = Readonly<Record<string, FieldValue>>;

const book = uuidv7();
const ids = { paper: uuidv7(), entry: uuidv7() };

function op(type: string, id: string, f: Fields): Op {
  return { dev: 1, n: 1, t: 'set', stream: 'c/na-lau', type, id, f, base: 0, h: 0, by: '' };
}

function record(type: string, id: string, values: Fields): SyncRecord {
  const f = Object.fromEntries(Object.entries(values).map(([field, v]) => [field, { v, s: 1, h: 1, d: 1, by: '' }]));
  return { type, id, seq: 1, f, c: {} };
}

const register = record('register', book, { book: 'outgoing' });
const many = (make: (i: number) => Op, count = 500): Op[] => Array.from({ length: count }, (_, i) => make(i + 1));
const countOf = (wanted: readonly { from: number; to: number }[]): number =>
  wanted.reduce((sum, { from, to }) => sum + to - from + 1, 0);

describe('what the ledger is asked for', () => {
  it('are the numbers of papers, at every place the op, the batch and the record may mean', () => {
    const ops = [
      op('document', ids.paper, { receivedOn: '2025-12-31' }),
      op('document', ids.paper, { arrivalNumber: 7 }),
      op('ledgerEntry', ids.entry, { registerId: book, series: 's@1', from: 3, to: 5, kind: 'reserved' }),
    ];
    const held = record('document', ids.paper, { book: 'incoming', receivedOn: '2026-01-02' });
    const { wanted, unread } = listWantedNumbers(ops, [register, held]);
    expect(wanted).toHaveLength(3);
    expect(wanted).toEqual(
      expect.arrayContaining([
        { book: 'incoming', year: 2025, from: 7, to: 7 },
        { book: 'incoming', year: 2026, from: 7, to: 7 },
        { book: seriesKey(book, 's@1'), year: 0, from: 3, to: 5 },
      ]),
    );
    expect(unread.size).toBe(0);
  });

  it('are numbers of a book whose register comes in the same batch, or is said to be another book there', () => {
    const made = uuidv7();
    const spans = { from: 3, to: 5, kind: 'reserved', series: '2026' };
    const ops = [
      op('ledgerEntry', ids.entry, { ...spans, registerId: made }),
      op('register', made, { book: 'incoming' }),
      op('register', book, { book: 'petition' }),
      op('outgoing', ids.paper, { registerId: book, series: '2026', number: 9 }),
    ];
    const { wanted, unread } = listWantedNumbers(ops, [register]);
    expect(wanted).toHaveLength(4);
    expect(wanted).toEqual(
      expect.arrayContaining([
        { book: seriesKey(made, '2026'), year: 0, from: 3, to: 5 },
        { book: 'incoming', year: 2026, from: 3, to: 5 },
        { book: seriesKey(book, '2026'), year: 0, from: 9, to: 9 },
        { book: 'petition', year: 2026, from: 9, to: 9 },
      ]),
    );
    expect(unread.size).toBe(0);
  });

  it('is nothing for a register that is said to be ever other books', () => {
    const renamed = many((i) => op('register', book, { book: `b${String(i)}` }), 250);
    const entries = many(
      () => op('ledgerEntry', uuidv7(), { registerId: book, series: '2026', from: 1, to: 1, kind: 'skipped' }),
      250,
    );
    const started = performance.now();
    const { wanted, unread } = listWantedNumbers([...renamed, ...entries], [register]);
    expect([wanted.length, unread.size]).toEqual([0, entries.length]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('is nothing for numbers of the paper book, which may cover papers, however many', () => {
    const f = { registerId: book, series: 's@1', from: 1, to: 20_000, kind: 'paper-book' };
    expect(
      listWantedNumbers(
        many(() => op('ledgerEntry', uuidv7(), f)),
        [register],
      ),
    ).toEqual({
      wanted: [],
      unread: new Set(),
    });
  });

  it('is nothing for words the ledger could not be asked', () => {
    const bad: Fields[] = [
      { registerId: '\u0000', series: 's' },
      { registerId: book, series: 's\u0000' },
      { registerId: book, series: '' },
      { registerId: 'x'.repeat(5000), series: 's' },
    ];
    const ops = bad.map((f) => op('outgoing', uuidv7(), { ...f, number: 1 }));
    expect(listWantedNumbers(ops, [register]).wanted).toEqual([]);
  });

  it('stays small when 500 ops of one record mean ever other books, series and numbers', () => {
    const entry = many((i) =>
      op('ledgerEntry', ids.entry, { registerId: uuidv7(), series: `s${String(i)}`, from: i, to: i, kind: 'skipped' }),
    );
    const paper = many((i) =>
      op('document', ids.paper, {
        book: `b${String(i)}`,
        receivedOn: `${String(1000 + i)}-01-01`,
        arrivalNumber: i,
      }),
    );
    const outgoing = many((i) =>
      op('outgoing', ids.paper, { registerId: uuidv7(), series: `s${String(i)}`, number: i }),
    );
    const started = performance.now();
    expect(listWantedNumbers(entry, []).wanted.length).toBeLessThanOrEqual(2 * entry.length);
    expect(listWantedNumbers(paper, [])).toEqual({ wanted: [], unread: new Set([recordKey('document', ids.paper)]) });
    expect(listWantedNumbers(outgoing, [])).toEqual({
      wanted: [],
      unread: new Set([recordKey('outgoing', ids.paper)]),
    });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('is never more than 50,000 numbers; records beyond are named, and those that want few are still asked for', () => {
    const wide = many((i) =>
      op('ledgerEntry', uuidv7(), { registerId: book, series: `s${String(i)}`, from: 1, to: 20_000, kind: 'reserved' }),
    );
    const paper = op('document', ids.paper, { book: 'incoming', receivedOn: '2026-01-02', arrivalNumber: 7 });
    const { wanted, unread } = listWantedNumbers([...wide, paper], [register]);
    expect(countOf(wanted)).toBe(40_001);
    expect(unread.size).toBe(498);
    expect(unread.has(recordKey('document', ids.paper))).toBe(false);
  });
});
