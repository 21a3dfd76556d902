import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { allDocuments } from '../documents/document-list.ts';
import type { DocumentRow } from '../rows.ts';
import { DocumentIndex, tokensOf } from './document-index.ts';
import { IdList } from './id-list.ts';
import { parseQuery } from './search-tokens.ts';
import { TextIndex, ordinalsIn } from './text-index.ts';

const today = toPlainDate('2026-11-22');
const words = [
  'đảng',
  'dang',
  'uỷ',
  'ủy',
  'hoà',
  'hòa',
  'nghị',
  'quyết',
  'kế',
  'hoạch',
  'xã',
  'Nà',
  'Lầu',
  '12',
  '120',
  '2026',
  'tư',
  'báo',
];
const symbols = ['12-NQ/ĐU', '120-KH/TU', '15/QĐ-UBND', '01-CV/VPTU', '433-NQ/TƯ', ''];

const abstracts = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((list) => list.join(' '));
const rows = fc.record({
  abstract: abstracts,
  symbol: fc.constantFrom(...symbols),
  issuer: fc.constantFrom('Tỉnh uỷ', 'UBND tỉnh', ''),
  arrivalNumber: fc.option(fc.integer({ min: 1, max: 130 })),
  state: fc.constantFrom('awaiting-directive', 'in-progress', 'done', 'for-information'),
  dueOn: fc.constantFrom(null, toPlainDate('2026-11-01'), toPlainDate('2026-12-01')),
  pending: fc.constantFrom(0, 1),
});
const queries = fc.oneof(
  abstracts,
  fc.constantFrom('12-NQ/DU', '12 nq du', 'NQ12', 'nq', '433 nq tw', 'đản', 'hoà', 'd', '1'),
);

type Given = typeof rows extends fc.Arbitrary<infer T> ? T : never;

function toRow(given: Given, id: string = uuidv7()): DocumentRow {
  const rest = {
    book: 'incoming',
    receivedOn: today,
    issuedOn: null,
    typeId: null,
    signer: '',
    urgency: 'normal',
    secrecy: 'none',
    channel: 'paper',
    holderUnitId: null,
    holderStaffId: null,
  };
  const meta = { id, stream: 'org:na-lau', seq: 1, conflicts: [], removed: false };
  return {
    ...rest,
    ...meta,
    ...given,
    result: '',
    doneOn: null,
    note: '',
    registeredBy: null,
    registeredAt: '2026-11-22T02:00:00Z',
    registeredOffsetMs: null,
  } as unknown as DocumentRow;
}

/** The linear scan the index must agree with. */
function scan(held: Iterable<DocumentRow>, query: string): Set<string> {
  const { terms } = parseQuery(query);
  const fits = (row: DocumentRow): boolean => {
    const tokens = tokensOf(row);
    return terms.every((term, i) =>
      i === terms.length - 1 ? tokens.some((token) => token.startsWith(term)) : tokens.includes(term),
    );
  };
  return new Set([...held].filter(fits).map(({ id }) => id));
}

describe('the document index', () => {
  it('finds exactly what a linear scan finds, through any changes', () => {
    fc.assert(
      fc.property(
        fc.array(rows, { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(60), fc.option(rows)), { maxLength: 20 }),
        fc.boolean(),
        fc.array(queries, { minLength: 1, maxLength: 4 }),
        (first, changes, settled, asked) => {
          const index = new DocumentIndex();
          const held = new Map<string, DocumentRow>();
          for (const row of first.map((given) => toRow(given))) held.set(row.id, row);
          for (const row of held.values()) index.put(row.id, row);
          if (settled) index.settle();
          for (const [place, given] of changes) {
            const id = [...held.keys()][place] ?? uuidv7();
            if (given === null) held.delete(id);
            else held.set(id, toRow(given, id));
            index.put(id, held.get(id) ?? null);
          }
          for (const query of asked) {
            const list = new IdList(index.list({ ...allDocuments, query }, today).ids);
            expect(new Set(list.slice(0, list.length))).toEqual(scan(held.values(), query));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts every chip as a scan does, whatever chip is chosen', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 40 }), (given) => {
        const index = new DocumentIndex();
        const held = given.map((fields) => toRow(fields));
        for (const row of held) index.put(row.id, row);
        const { counts, ids } = index.list({ ...allDocuments, facet: 'overdue' }, today);
        const isOpen = ({ state }: DocumentRow): boolean => state === 'awaiting-directive' || state === 'in-progress';
        const overdue = held.filter((row) => isOpen(row) && row.dueOn !== null && row.dueOn < today);
        expect(counts).toMatchObject({
          all: held.length,
          overdue: overdue.length,
          done: held.filter(({ state }) => state === 'done').length,
          'not-at-province': held.filter(({ pending }) => pending > 0).length,
          unnumbered: held.filter(({ arrivalNumber }) => arrivalNumber === null).length,
        });
        expect(ids.length / 16).toBe(overdue.length);
      }),
    );
  });

  it('puts the newest arrival first, papers without number before it, and the other way round', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 30 }), (given) => {
        const index = new DocumentIndex();
        const held = given.map((fields) => toRow(fields));
        for (const row of held) index.put(row.id, row);
        const numberOf = new Map(held.map(({ id, arrivalNumber }) => [id, arrivalNumber ?? 999_999]));
        for (const descending of [true, false]) {
          const list = new IdList(index.list({ ...allDocuments, sort: { by: 'arrival', descending } }, today).ids);
          const numbers = list.slice(0, list.length).map((id) => numberOf.get(id) ?? 0);
          expect(numbers).toEqual([...numbers].sort((a, b) => (descending ? b - a : a - b)));
        }
      }),
    );
  });

  it('ranks the symbol itself and the same tone marks first', () => {
    const index = new DocumentIndex();
    const base = { issuer: '', arrivalNumber: null, state: 'done', dueOn: null, pending: 0 } as const;
    const [symbol, mentions, hoa, hoaMarked] = [
      toRow({ ...base, symbol: '12-NQ/ĐU', abstract: '' }),
      toRow({ ...base, symbol: '90-BC/TU', abstract: 'sơ kết 12 nq của du lịch' }),
      toRow({ ...base, symbol: '', abstract: 'hoa quả' }),
      toRow({ ...base, symbol: '', abstract: 'hòa giải' }),
    ];
    for (const row of [symbol, hoaMarked, mentions, hoa]) index.put(row.id, row);
    const first = (query: string): string | undefined => new IdList(index.best(query, 5)).at(0);
    expect(first('12 nq du')).toBe(symbol.id);
    expect(first('NQ12')).toBe(symbol.id);
    expect(first('hoà')).toBe(hoaMarked.id);
    expect(new IdList(index.best('hoa', 5)).length).toBe(2);
  });
});

describe('the text index', () => {
  it('gives back what was put in, packed once, many times or never', () => {
    const texts = fc.array(
      fc.tuple(fc.array(fc.constantFrom('a', 'ab', 'abc', 'b', 'đ', '1', '12'), { maxLength: 4 }), fc.boolean()),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('a', 'ab', 'b', '1', 'x', ''), fc.boolean(), (given, term, asPrefix) => {
        const index = new TextIndex();
        given.forEach(([tokens, packs], ordinal) => {
          index.add(ordinal, tokens);
          if (packs) index.settle(true);
        });
        const expected = given.flatMap(([tokens], ordinal) =>
          tokens.some((token) => (asPrefix ? token.startsWith(term) : token === term)) ? [ordinal] : [],
        );
        expect(ordinalsIn(index.find(term, asPrefix, given.length))).toEqual(expected);
      }),
    );
  });
});
