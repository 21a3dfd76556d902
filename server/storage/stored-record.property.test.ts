import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FieldValue } from '#shared/sync/op.ts';
import { fromStored, toStored, type StoredRecord } from './stored-record.ts';

const value = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<FieldValue>;
const opName = fc.record({ dev: fc.nat(3), n: fc.nat(3) });
const cell = fc.record(
  {
    v: value,
    s: fc.nat(5),
    h: fc.nat(3),
    d: fc.integer({ min: 0, max: 3 }),
    by: fc.constantFrom('', 'a', 'b"'),
    n: fc.nat(3),
    told: fc.nat(3),
    saw: fc.array(opName, { minLength: 1, maxLength: 2 }),
    was: fc.nat(3),
  },
  { requiredKeys: ['v', 's', 'h', 'd', 'by'], noNullPrototype: true },
);
const fields = <T>(part: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(fc.constantFrom('note', 'state', 'dueOn', '!del', 'issuer'), part, { noNullPrototype: true });
const conflictSet = fc.record({
  s: fc.nat(9),
  e: fc
    .uniqueArray(cell, { selector: ({ d }) => d })
    .map((cells) => Object.fromEntries(cells.map((entry) => [String(entry.d), entry]))),
});

it('a record comes back from the database as it went in', () => {
  fc.assert(
    fc.property(fields(cell), fields(conflictSet), (f, c) => {
      const record = { type: 'document', id: 'x', seq: 9, f, c };
      const stored = JSON.parse(JSON.stringify(toStored(record))) as StoredRecord;
      expect(fromStored('document', 'x', 9, stored)).toEqual(JSON.parse(JSON.stringify(record)));
    }),
  );
});

it('a write of many fields is written down once', () => {
  const origin = { s: 7, h: 8, d: 1, by: 'x' };
  const f = Object.fromEntries(['a', 'b', 'c'].map((field) => [field, { v: field, ...origin }]));
  expect(toStored({ type: 'document', id: 'x', seq: 7, f, c: {} })).toEqual({
    o: [[7, 8, 1, 'x']],
    f: { a: ['a', 0], b: ['b', 0], c: ['c', 0] },
  });
});
