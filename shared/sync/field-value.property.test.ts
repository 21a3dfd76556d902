import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isFieldSet, isFieldValue } from './field-value.ts';

const json = z.json();
const fieldSet = z.record(z.string().min(1).max(40), json);
/** Everything there is, without what JSON's own schema drops in silence. */
const anything = fc
  .anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
  })
  .filter((value) => !namesPrototype(JSON.stringify(value, withoutBigInts) as string | undefined));

function namesPrototype(text: string | undefined): boolean {
  return text?.includes('__proto__') === true;
}

function withoutBigInts(_key: string, part: unknown): unknown {
  return typeof part === 'bigint' ? 0 : part;
}

describe('a value from outside', () => {
  it('travels exactly when it is JSON', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(isFieldValue(value)).toBe(json.safeParse(value).success);
      }),
      { numRuns: 2000 },
    );
  });

  it('travels when it came from JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!namesPrototype(text));
        expect(isFieldValue(JSON.parse(text))).toBe(true);
      }),
    );
  });

  it('does not travel when it names a prototype, though it came from JSON', () => {
    expect(isFieldValue(JSON.parse('{"__proto__":1}'))).toBe(false);
    expect(isFieldValue(JSON.parse('[{"a":{"__proto__":{}}}]'))).toBe(false);
  });

  it('is a set of fields exactly when its schema says so', () => {
    const names = fc.oneof(fc.constantFrom('', 'x'.repeat(40), 'x'.repeat(41), 'abstract'), fc.string());
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(names, anything), anything), (value) => {
        expect(isFieldSet(value)).toBe(fieldSet.safeParse(value).success);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a hole in a list', [1, , 2]],
    ['no number', Number.NaN],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(2)],
    ['a field without a value', { a: undefined }],
    ['another prototype', JSON.parse('{"a":{"__proto__":{"b":1}}}') as unknown],
  ])('does not travel: %s', (_what, value) => {
    expect(isFieldValue(value)).toBe(false);
    expect(isFieldSet({ field: value })).toBe(false);
  });
});
