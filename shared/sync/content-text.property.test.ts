import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentText } from './content-text.ts';
import type { FieldValue } from './op.ts';
import type { Cell, SyncRecord } from './record.ts';

const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<FieldValue>;
const cell: fc.Arbitrary<Cell> = fc.record({
  v: value,
  s: fc.nat(),
  h: fc.nat(),
  d: fc.integer({ min: 1, max: 5 }),
  by: fc.string({ maxLength: 5 }),
});
const fields = fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), cell, { maxKeys: 5 });
const record: fc.Arbitrary<SyncRecord> = fc
  .record({ f: fields, losers: fc.uniqueArray(cell, { selector: ({ d }) => d, maxLength: 3 }), seq: fc.nat() })
  .map(({ f, losers, seq }) => ({
    type: 'document',
    id: '01934f2a-7c3b-7a10-8b11-000000000001',
    seq,
    f,
    c:
      losers.length === 0
        ? {}
        : { note: { s: seq, e: Object.fromEntries(losers.map((each) => [String(each.d), each])) } },
  }));

/** The same with every object's names the other way round, as another end may keep them. */
function turned(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(turned);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .reverse()
      .map(([name, inner]) => [name, turned(inner)]),
  );
}

describe('the text of a record that is hashed', () => {
  it('is the same in whatever order names are kept, through JSON too', () => {
    fc.assert(
      fc.property(record, (one) => {
        const other = JSON.parse(JSON.stringify(turned(one))) as SyncRecord;
        expect(contentText(other)).toBe(contentText(one));
      }),
    );
  });

  it('is another for another value, origin, field or conflict', () => {
    const plain: SyncRecord = {
      type: 'document',
      id: 'x',
      seq: 3,
      f: { note: { v: { a: 1 }, s: 3, h: 7, d: 1, by: 'p' } },
      c: {},
    };
    const note = plain.f['note'] as Cell;
    const others: readonly SyncRecord[] = [
      { ...plain, seq: 4 },
      { ...plain, f: { note: { ...note, v: [['a', 1]] } } },
      { ...plain, f: { note: { ...note, v: { o: [['a', 1]] } } } },
      { ...plain, f: { note: { ...note, v: '{"a":1}' } } },
      { ...plain, f: { note: { ...note, d: 2 } } },
      { ...plain, f: { note: { ...note, by: 'q' } } },
      { ...plain, f: { other: note } },
      { ...plain, c: { note: { s: 3, e: {} } } },
      { ...plain, c: { note: { s: 3, e: { '2': { ...note, d: 2 } } } } },
    ];
    const texts = [plain, ...others].map(contentText);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
