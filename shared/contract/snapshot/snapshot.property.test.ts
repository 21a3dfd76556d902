import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { Encoder } from 'cbor-x';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Cell, SyncRecord } from '#shared/sync/record.ts';
import { WireError } from '../wire-form.ts';
import { packChunk, unpackChunk } from './snapshot-chunk.ts';

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });
const overTheWire = (records: readonly SyncRecord[]): SyncRecord[] =>
  unpackChunk(cbor.decode(brotliDecompressSync(brotliCompressSync(cbor.encode(packChunk(records))))));

const sha = fc.stringMatching(/^[0-9a-f]{64}$/);
const anyId = fc.oneof(fc.uuid({ version: 7 }), fc.uuid());
/** What PostgreSQL keeps: no half of a surrogate pair, no zero character. */
const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const whole = fc.oneof(fc.integer(), fc.maxSafeInteger());
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString());
const json = fc
  .jsonValue({ maxDepth: 3, stringUnit: 'grapheme' })
  .map((value) => JSON.parse(JSON.stringify(value)) as FieldValue);

/** Values of one field: mostly of one sort, as fields are, now and then empty or of another. */
const sorts: readonly fc.Arbitrary<FieldValue>[] = [
  words,
  whole,
  fc.boolean(),
  anyId,
  sha,
  date,
  date.map((moment) => moment.slice(0, 10)),
  fc.constantFrom('incoming', 'outgoing'),
  fc.array(anyId, { maxLength: 3 }),
  fc.record({ full: words, order: fc.integer(), unit: fc.option(anyId) }) as fc.Arbitrary<FieldValue>,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  json,
];
const names = ['abstract', 'symbol', 'registeredAt', 'unitId', 'pages', '!del'];

const cellOf = (v: fc.Arbitrary<FieldValue>, seq: number): fc.Arbitrary<Cell> =>
  fc
    .record({
      v,
      s: fc.integer({ min: 1, max: seq }),
      h: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      d: fc.integer({ min: 1, max: 0xffffffff }),
      by: fc.oneof(fc.constant(''), anyId),
      told: fc.oneof(
        { weight: 9, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) },
      ),
    })
    .map(({ told, ...cell }) => (told === undefined ? cell : { ...cell, told }));

function recordOf(
  sortOf: ReadonlyMap<string, fc.Arbitrary<FieldValue>>,
  people: readonly Cell[],
): fc.Arbitrary<SyncRecord> {
  return fc
    .record({
      type: fc.constantFrom('document', 'member', 'attachment'),
      id: anyId,
      seq: fc.integer({ min: 1, max: 1_000_000_000 }),
      isOneWrite: fc.boolean(),
    })
    .chain(({ isOneWrite, ...head }) => {
      const cell = (field: string): fc.Arbitrary<Cell> => {
        const value = fc.oneof({ weight: 6, arbitrary: sortOf.get(field) ?? json }, fc.constant(null), json);
        const origin = people[0];
        return isOneWrite && origin !== undefined ? value.map((v) => ({ ...origin, v })) : cellOf(value, head.seq);
      };
      const fields = fc
        .subarray(names)
        .chain((chosen) => fc.tuple(...chosen.map((field) => cell(field).map((made) => [field, made] as const))));
      const conflicts = fc
        .subarray(names, { maxLength: 2 })
        .chain((chosen) =>
          fc.tuple(
            ...chosen.map((field) =>
              fc
                .tuple(fc.integer({ min: 1, max: head.seq }), fc.array(cell(field), { maxLength: 2 }))
                .map(
                  ([s, cells]) =>
                    [field, { s, e: Object.fromEntries(cells.map((each) => [String(each.d), each])) }] as const,
                ),
            ),
          ),
        );
      return fc.record({
        ...Object.fromEntries(Object.entries(head).map(([key, value]) => [key, fc.constant(value)])),
        f: fields.map((entries) => Object.fromEntries(entries)),
        c: fc.oneof(
          { weight: 5, arbitrary: fc.constant({}) },
          conflicts.map((entries) => Object.fromEntries(entries)),
        ),
      }) as unknown as fc.Arbitrary<SyncRecord>;
    });
}

const chunk = fc
  .tuple(
    fc.tuple(...names.map(() => fc.constantFrom(...sorts))),
    fc.array(cellOf(fc.constant(null), 1), { maxLength: 1 }),
  )
  .chain(([chosen, people]) =>
    fc.array(recordOf(new Map(names.map((field, i) => [field, chosen[i] as fc.Arbitrary<FieldValue>])), people), {
      maxLength: 12,
    }),
  );

const byTypeInOrder = (records: readonly SyncRecord[]): SyncRecord[] =>
  [...new Set(records.map(({ type }) => type))].flatMap((type) => records.filter((record) => record.type === type));

describe('a chunk of a snapshot', () => {
  it('loses nothing of any record: sequences, values, who wrote what when, open questions', () => {
    fc.assert(
      fc.property(chunk, (records) => {
        expect(overTheWire(records)).toEqual(byTypeInOrder(records));
      }),
      { numRuns: 150 },
    );
  });

  it('is one of four parts, with or without times that were cut: builds that know nothing of them take no other', () => {
    const cell: Cell = { v: 'x', s: 1, h: 5, d: 1, by: '' };
    const record = (told: { readonly told?: number }): SyncRecord => ({
      ...{ type: 'document', id: '01934f2a-7c3b-7a10-8b12-000000000001', seq: 1, c: {} },
      f: { abstract: { ...cell, ...told } },
    });
    const [plain, cut] = [packChunk([record({})]), packChunk([record({ told: 9 })])] as [unknown[], unknown[]];
    expect([plain.length, cut.length]).toEqual([4, 4]);
    expect([cut[0], cut[2], cut[3]]).toEqual([plain[0], plain[2], plain[3]]);
    expect((cut[1] as unknown[]).slice(0, -1)).toEqual(plain[1]);
  });

  it('keeps the order of fields, by which nobody should tell two copies apart but a person who reads them', () => {
    fc.assert(
      fc.property(chunk, (records) => {
        expect(JSON.stringify(overTheWire(records))).toBe(JSON.stringify(byTypeInOrder(records)));
      }),
      { numRuns: 100 },
    );
  });

  it('of any form but its own is refused and nothing else', () => {
    fc.assert(
      fc.property(chunk, fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat({ max: 255 }), (records, at, byte) => {
        const bytes = Uint8Array.from(cbor.encode(packChunk(records)));
        bytes[Math.floor(at * bytes.length)] = byte;
        let packed: unknown;
        try {
          packed = cbor.decode(bytes);
        } catch {
          return;
        }
        try {
          unpackChunk(packed);
        } catch (cause) {
          expect(cause).toBeInstanceOf(WireError);
        }
      }),
      { numRuns: 150 },
    );
  });
});
