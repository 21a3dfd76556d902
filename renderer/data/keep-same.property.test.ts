import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepSame } from './keep-same.ts';

const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(0, 1, 'a', '', null, undefined, true, NaN),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('id', 'name', 'flags'), tie('value'), { noNullPrototype: true }),
    fc
      .array(fc.tuple(fc.constantFrom('x', 'y', 'z'), tie('value')), { maxLength: 3 })
      .map((pairs): unknown => new Map(pairs)),
  ),
})).value;

test('what is kept always equals what is new', () => {
  fc.assert(
    fc.property(anything, anything, (before, next) => {
      expect(keepSame(before, next)).toStrictEqual(next);
    }),
  );
});

test('an equal copy is replaced by the value before', () => {
  fc.assert(
    fc.property(anything, (before) => {
      expect(keepSame(before, structuredClone(before))).toBe(before);
    }),
  );
});

test('of a changed list the rows that did not change are those before', () => {
  const before = [
    { id: 'a', flags: ['pending'] },
    { id: 'b', flags: [] },
  ];
  const kept = keepSame(before, [
    { id: 'a', flags: ['pending'] },
    { id: 'b', flags: ['pending'] },
  ]);
  expect(kept).not.toBe(before);
  expect(kept[0]).toBe(before[0]);
  expect(kept[1]).toStrictEqual({ id: 'b', flags: ['pending'] });
});

test('bytes are never taken for the same', () => {
  const next = { bytes: new Uint8Array([1]) };
  expect(keepSame({ bytes: new Uint8Array([1]) }, next).bytes).toBe(next.bytes);
});
