import { deflateRawSync, inflateRawSync, brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { Encoder } from 'cbor-x';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValue, Op, Outcome } from '#shared/sync/op.ts';
import type { Cell, Row } from '#shared/sync/record.ts';
import { createFrameCodec } from './frame.ts';
import { syncRequestSchema, type SyncAnswer, type SyncRequest } from './protocol.ts';
import { packAnswer, packRequest, unpackAnswer, unpackRequest, WireError } from './wire.ts';

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });
const codec = createFrameCodec(
  {
    encode: (value) => cbor.encode(value),
    decode: (bytes) => cbor.decode(bytes) as unknown,
    deflate: (bytes, dictionary) => deflateRawSync(bytes, { dictionary }),
    inflate: (bytes, dictionary, limit) => inflateRawSync(bytes, { dictionary, maxOutputLength: limit }),
    compress: (bytes) => brotliCompressSync(bytes),
    decompress: (bytes, limit) => brotliDecompressSync(bytes, { maxOutputLength: limit }),
  },
  (text) => new TextEncoder().encode(text),
);

const hex = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'), {
      minLength: length,
      maxLength: length,
    })
    .map((digits) => digits.join(''));
const recordId = fc
  .tuple(hex(8), hex(4), hex(3), hex(3), hex(12))
  .map(([a, b, c, d, e]) => `${a}-${b}-7${c}-8${d}-${e}`);
const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
) as fc.Arbitrary<FieldValue>;
const fields = fc.dictionary(fc.stringMatching(/^[a-z]{1,10}$/), value, { maxKeys: 4, noNullPrototype: true });
const stamp = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const count = fc.integer({ min: 0, max: 1_000_000 });

const request: fc.Arbitrary<SyncRequest> = fc
  .record({
    dev: fc.integer({ min: 1, max: 0xffffffff }),
    firstN: fc.integer({ min: 1, max: 1_000_000 }),
    ops: fc.array(
      fc.record({
        t: fc.constantFrom('set' as const, 'del' as const, 'res' as const, 'cmd' as const),
        type: fc.constantFrom('document', 'member'),
        id: recordId,
        f: fields,
        base: count,
        h: stamp,
        by: recordId,
        saw: fc.option(
          fc.dictionary(
            fc.stringMatching(/^[a-z]{1,10}$/),
            fc.record({ dev: fc.integer({ min: 1, max: 0xffffffff }), n: fc.integer({ min: 1, max: 1_000_000 }) }),
            { minKeys: 1, maxKeys: 3, noNullPrototype: true },
          ),
          { nil: undefined },
        ),
        ahead: fc.option(count, { nil: undefined }),
        origin: fc.option(
          fc.dictionary(
            fc.stringMatching(/^[a-z]{1,10}$/),
            fc.record(
              { dev: fc.integer({ min: 0, max: 0xffffffff }), h: stamp, by: recordId, told: stamp },
              { requiredKeys: ['dev', 'h', 'by'] },
            ),
            { minKeys: 1, maxKeys: 3, noNullPrototype: true },
          ),
          { nil: undefined },
        ),
      }),
      { maxLength: 6 },
    ),
    seen: fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 3 }),
    asks: fc.array(
      fc.record({
        epoch: fc.string({ maxLength: 10 }),
        base: count,
        ahead: count,
        limit: fc.integer({ min: 1, max: 1000 }),
        check: fc.option(fc.string({ maxLength: 40 }), { nil: undefined }),
        whole: fc.option(fc.constant(true as const), { nil: undefined }),
        awaits: fc.option(fc.uniqueArray(hex(16), { maxLength: 4 }), { nil: undefined }),
        unconfirmed: fc.option(fc.nat(), { nil: undefined }),
        peers: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 0xffffffff }), { maxLength: 4 }), { nil: undefined }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ dev, firstN, ops, seen, asks }) => ({
    v: 1,
    dev,
    ops: ops.map(({ saw, ahead, origin, ...op }, i): Op => ({
      ...{ ...op, dev, n: firstN + i, stream: 'org:na-lau' },
      ...(saw !== undefined && { saw }),
      ...(ahead !== undefined && { rest: op.base + ahead }),
      ...(origin !== undefined && { origin }),
    })),
    seen,
    streams: asks.map(({ epoch, base, ahead, limit, check, whole, awaits, unconfirmed, peers }, i) => ({
      id: ['org:na-lau', 'province'][i] ?? '',
      epoch,
      base,
      after: base + ahead,
      limit,
      ...(check !== undefined && { check }),
      ...(whole && { whole }),
      ...(awaits !== undefined && { awaits }),
      ...(unconfirmed !== undefined && { confirm: Math.max(0, base + ahead - unconfirmed) }),
      ...(peers !== undefined && { peers }),
    })),
  }));

const cell = (seq: number): fc.Arbitrary<Cell> =>
  fc.record(
    {
      v: value,
      s: fc.integer({ min: 0, max: seq }),
      h: stamp,
      d: fc.integer({ min: 1, max: 9 }),
      by: fc.oneof(recordId, fc.constant('')),
      told: stamp,
    },
    { requiredKeys: ['v', 's', 'h', 'd', 'by'] },
  );
const foreignRow: fc.Arbitrary<Row> = fc.integer({ min: 1, max: 1_000_000 }).chain((seq) =>
  fc.record({
    type: fc.constantFrom('document', 'member'),
    id: recordId,
    seq: fc.constant(seq),
    f: fc.dictionary(fc.stringMatching(/^[a-z]{1,10}$/), cell(seq), { maxKeys: 4, noNullPrototype: true }),
    c: fc.dictionary(
      fc.stringMatching(/^[a-z]{1,10}$/),
      fc.record({
        s: fc.integer({ min: 0, max: seq }),
        e: fc
          .array(cell(seq), { maxLength: 3 })
          .map((cells) => Object.fromEntries(cells.map((one) => [String(one.d), one]))),
      }),
      { maxKeys: 2, noNullPrototype: true },
    ),
  }),
);
const outcome = (n: number): fc.Arbitrary<Outcome> =>
  fc.oneof(
    fc.record({
      n: fc.constant(n),
      kind: fc.constantFrom('ok' as const, 'conflict' as const),
      seq: fc.integer({ min: n, max: n + 1 }),
    }),
    fc.record({
      n: fc.constant(n),
      kind: fc.constant('rejected' as const),
      reason: fc.constantFrom('bad-value', 'number-taken'),
    }),
    fc.record({ n: fc.constant(n), kind: fc.constant('parked' as const) }),
  );

/** Answers that bring foreign rows and, mixed in, rows that are plain effects of the request's own ops. */
const exchange = request.chain((asked) =>
  fc
    .record({
      rows: fc.array(foreignRow, { maxLength: 4 }),
      outcomes: fc.tuple(...asked.ops.map(({ n }) => outcome(n))),
      now: count,
      resync: fc.boolean(),
    })
    .map(({ rows, outcomes, now, resync }) => {
      const own = asked.ops.map((op, i): Row => ({
        type: op.type,
        id: op.id,
        seq: 5000 + i,
        f: Object.fromEntries(
          Object.entries(op.f).map(([field, v]) => [field, { v, s: 5000 + i, h: op.h, d: op.dev, by: op.by }]),
        ),
        c: {},
      }));
      const answer: SyncAnswer = {
        acked: asked.ops.at(-1)?.n ?? 0,
        now,
        outcomes,
        late: [],
        streams: asked.streams.map((ask, i) => ({
          id: ask.id,
          epoch: 'e',
          rows: i === 0 ? [...own, ...rows] : [],
          next: 6000,
          more: i === 0,
          ...(resync && { resync: true }),
          ...(ask.awaits && { here: ask.awaits.filter((_, k) => k % 2 === 0) }),
          ...(ask.confirm !== undefined && { confirmed: { upTo: 6000 - (now % 3), hash: 'a7'.repeat(32) } }),
        })),
      };
      return { asked, answer };
    }),
);

describe('the wire form', () => {
  it('gives every request back as it was, through real frames', () => {
    fc.assert(
      fc.property(request, (message) => {
        const back = unpackRequest(codec.fromBytes(codec.toBytes(packRequest(message))));
        expect(back).toEqual(message);
        expect(syncRequestSchema.safeParse(back).success).toBe(true);
      }),
    );
  });

  it('gives every answer back as it was, own rows and foreign rows mixed', () => {
    fc.assert(
      fc.property(exchange, ({ asked, answer }) => {
        expect(unpackAnswer(codec.fromBytes(codec.toBytes(packAnswer(answer, asked))), asked)).toEqual(answer);
      }),
    );
  });

  it('answers any bytes with a request, or with a WireError, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          syncRequestSchema.safeParse(unpackRequest(codec.fromBytes(bytes)));
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
        }
      }),
    );
  });

  it('answers a request whose columns were bent with a WireError or a request, and nothing else', () => {
    const junk = fc.oneof(
      fc.integer(),
      fc.string(),
      fc.constant(null),
      fc.uint8Array({ maxLength: 40 }),
      fc.array(fc.integer(), { maxLength: 8 }),
    );
    fc.assert(
      fc.property(request, fc.nat(10), junk, (message, column, bad) => {
        const packed = packRequest(message) as unknown[];
        const ops = [...(packed[4] as unknown[])];
        ops[column] = bad;
        try {
          syncRequestSchema.safeParse(unpackRequest(packed.with(4, ops)));
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
        }
      }),
    );
  });

  it('sends the rows of a hundred own ops in a row as one triple', () => {
    const ops = Array.from({ length: 100 }, (_, i): Op => ({
      dev: 3,
      n: 7 + i,
      t: 'set',
      stream: 'org:na-lau',
      type: 'document',
      id: `01934f2a-7c3b-7a10-8b11-${String(i).padStart(12, '0')}`,
      f: { dueOn: '2026-12-01' },
      base: i,
      h: i * 1024,
      by: '',
    }));
    const asked: SyncRequest = {
      v: 1,
      dev: 3,
      ops,
      seen: [],
      streams: [{ id: 'org:na-lau', epoch: 'e', base: 100, after: 100, limit: 500 }],
    };
    const rows = ops.map((op, i): Row => ({
      type: op.type,
      id: op.id,
      seq: 101 + i,
      f: { dueOn: { v: '2026-12-01', s: 101 + i, h: op.h, d: 3, by: '' } },
      c: {},
    }));
    const answer: SyncAnswer = {
      acked: 106,
      now: 1,
      outcomes: [],
      late: [],
      streams: [{ id: 'org:na-lau', epoch: 'e', rows, next: 200, more: false }],
    };
    const body = codec.toBytes(packAnswer(answer, asked));
    expect(body.length).toBeLessThan(40);
    expect(unpackAnswer(codec.fromBytes(body), asked)).toEqual(answer);
  });

  it('sends one edit of one field in well under 150 bytes', () => {
    const op: Op = {
      dev: 3,
      n: 41,
      t: 'set',
      stream: 'org:na-lau',
      type: 'document',
      id: '01934f2a-7c3b-7a10-8b11-5d2f8e7a9c01',
      f: { abstract: 'Về việc đối chiếu danh sách đảng viên quý IV' },
      base: 1200,
      h: 1_795_000_000_000 * 1024,
      by: '01934f2a-7c3b-7a10-8b11-5d2f8e7a9c02',
    };
    const body = codec.toBytes(
      packRequest({
        v: 1,
        dev: 3,
        ops: [op],
        seen: [],
        streams: [{ id: 'org:na-lau', epoch: 'a1b2c3', base: 1200, after: 1200, limit: 500 }],
      }),
    );
    expect(body.length).toBeLessThan(150);
  });
});
