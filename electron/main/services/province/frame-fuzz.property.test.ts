import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAME_DICTIONARY } from '#shared/contract/frame-dictionary-table.ts';
import { MAX_FRAME_BYTES, syncRequestSchema, type SyncAnswer, type SyncRequest } from '#shared/contract/protocol.ts';
import { packAnswer, packRequest, unpackAnswer, unpackRequest, WireError } from '#shared/contract/wire.ts';
import { sampleOps } from '../journal/sample-op.ts';
import { frameCodec } from './frame-codec.ts';

const HANG_MS = 20_000; // what does not hang takes milliseconds, on a busy machine seconds
const seed = 20_261_122;
const request: SyncRequest = {
  v: 1,
  dev: 3,
  ops: [...sampleOps(1, 40)],
  seen: [7, 9],
  streams: [{ id: 'org:na-lau', epoch: 'e1', base: 0, after: 0, limit: 500 }],
};
const answer: SyncAnswer = {
  acked: 40,
  now: 1_795_000_000_000,
  outcomes: request.ops.map(({ n }) => ({ n, kind: 'ok', seq: 100 + n })),
  late: [{ n: 3, kind: 'rejected', reason: 'bad-value' }],
  streams: [
    {
      id: 'org:na-lau',
      epoch: 'e1',
      rows: [
        {
          type: 'document',
          id: request.ops[0]?.id ?? '',
          seq: 120,
          f: { abstract: { v: 'x', s: 120, h: 1, d: 3, by: '' } },
          c: {},
        },
      ],
      next: 120,
      more: false,
    },
  ],
};
const bodies = [frameCodec.toBytes(packRequest(request)), frameCodec.toBytes(packAnswer(answer, request))];

const change = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'insert', 'format'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  value: fc.nat({ max: 0xffff }),
});

function mutate(body: Uint8Array, changes: readonly { kind: string; at: number; value: number }[]): Uint8Array {
  return changes.reduce<Uint8Array>((bytes, { kind, at, value }) => {
    const copy = Uint8Array.from(bytes);
    const place = Math.floor(at * copy.length);
    if (kind === 'flip') copy[place] = (copy[place] ?? 0) ^ (1 << (value % 8));
    if (kind === 'format') copy[0] = value % 5;
    if (kind === 'cut') return copy.subarray(0, place);
    if (kind === 'repeat')
      return Buffer.concat([copy.subarray(0, place), copy.subarray(place - Math.min(place, value))]);
    if (kind === 'insert') return Buffer.concat([copy.subarray(0, place), Uint8Array.of(value), copy.subarray(place)]);
    return copy;
  }, body);
}

/** Reads a body as both ends would; anything but a message or a `WireError` is a failure. */
function read(body: Uint8Array): 'message' | 'refused' {
  const started = performance.now();
  try {
    const packed = frameCodec.fromBytes(body);
    for (const unpack of [
      () => syncRequestSchema.safeParse(unpackRequest(packed)),
      () => unpackAnswer(packed, request),
    ]) {
      try {
        unpack();
      } catch (cause) {
        if (!(cause instanceof WireError)) throw cause;
      }
    }
    return 'message';
  } catch (cause) {
    if (cause instanceof WireError) return 'refused';
    throw cause;
  } finally {
    expect(performance.now() - started).toBeLessThan(HANG_MS);
  }
}

describe('bodies that were changed on the way', () => {
  it('are a message or refused with one kind of error, in time', () => {
    const mutant = fc.tuple(fc.constantFrom(...bodies), fc.array(change, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(mutant, ([body, changes]) => {
        read(mutate(body, changes));
      }),
      { seed, numRuns: 3000 },
    );
  });

  it('of any bytes at all are a message or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        read(bytes);
      }),
      { seed, numRuns: 3000 },
    );
  });

  it('that unpack to more than the limit are refused', () => {
    const dictionary = new TextEncoder().encode(FRAME_DICTIONARY);
    const zeros = Buffer.alloc(40 * 1024 * 1024);
    expect(read(Buffer.concat([Uint8Array.of(1), deflateRawSync(zeros, { dictionary })]))).toBe('refused');
    expect(
      read(
        Buffer.concat([
          Uint8Array.of(2),
          brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
        ]),
      ),
    ).toBe('refused');
    expect(read(new Uint8Array(MAX_FRAME_BYTES + 1))).toBe('refused');
  });

  it('that say there is more than there is, or stand for millions of entries, are refused', () => {
    const cborOf = (value: unknown): Uint8Array => frameCodec.toBytes(value);
    expect(read(Uint8Array.of(0, 0x9b, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff))).toBe('refused'); // a list of 2^48
    expect(read(Uint8Array.of(0, 0x5b, 0, 0, 0, 1, 0, 0, 0, 0))).toBe('refused'); // 4 GiB of bytes
    const runs = Array.from({ length: 2000 }, () => [1, 1, 100_000]);
    expect(() => unpackAnswer(frameCodec.fromBytes(cborOf([0, 0, [], runs, [], []])), request)).toThrow(WireError);
    const rows = Array.from({ length: 20_000 }, () => [1, 1, 40]);
    const stream = ['org:na-lau', 'e1', rows, 1, 0];
    expect(() => unpackAnswer(frameCodec.fromBytes(cborOf([0, 0, [], [], [], [stream]])), request)).toThrow(WireError);
  });

  it('nested without end are a message or refused', () => {
    expect(['message', 'refused']).toContain(read(Buffer.concat([Uint8Array.of(0), Buffer.alloc(200_000, 0x81)])));
  });
});
