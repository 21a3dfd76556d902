import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { derivedId, madeOnOf, recordIdSchema } from './ids.ts';

const hex = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'.split('')), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const recordId = fc
  .tuple(hex(8), hex(4), hex(3), fc.constantFrom('8', '9', 'a', 'b'), hex(3), hex(12))
  .map(([a, b, c, variant, d, e]) => `${a}-${b}-7${c}-${variant}${d}-${e}`);

describe('the id of a file of a record', () => {
  it('is a record id of the same day, and the same wherever it is made', () => {
    fc.assert(
      fc.property(recordId, hex(64), (record, hash) => {
        const id = derivedId(record, hash);
        expect(recordIdSchema.safeParse(id).success).toBe(true);
        expect(derivedId(record, hash)).toBe(id);
        expect(madeOnOf(id)).toBe(madeOnOf(record));
      }),
    );
  });

  it('is another one for another file of the record, and for the same file of a record made at the same moment', () => {
    fc.assert(
      fc.property(recordId, hex(64), hex(64), (record, one, other) => {
        fc.pre(one.slice(20, 32) !== other.slice(20, 32));
        expect(derivedId(record, one)).not.toBe(derivedId(record, other));
        const twin = record.slice(0, 24) + other.slice(0, 12);
        if (twin !== record) expect(derivedId(twin, one)).not.toBe(derivedId(record, one));
      }),
    );
  });
});
