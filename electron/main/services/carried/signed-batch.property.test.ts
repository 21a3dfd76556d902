import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import type { CarriedBatch } from '#shared/contract/carried.ts';
import type { Op } from '#shared/sync/op.ts';
import { createPrivateDeviceKey, openSigner } from '../keys/device-key.ts';
import { openBatch, signBatch } from './signed-batch.ts';

const signer = openSigner(createPrivateDeviceKey());
const other = openSigner(createPrivateDeviceKey());
const keyOf = (dev: number): string | undefined => (dev === 7 ? signer.publicKey : undefined);

function batchOf(count: number, text: string, firstN = 3): CarriedBatch {
  const ops = Array.from({ length: count }, (_, i): Op => ({
    ...{ dev: 7, n: firstN + i, t: 'set', stream: 'org:na-lau', type: 'document', id: uuidv7() },
    ...{ f: { abstract: `${text}${String(i)}` }, base: i, h: 1_000 + i, by: 'x' },
    ...(i % 2 === 1 && { saw: { abstract: { dev: 9, n: i } } }),
  }));
  return { dev: 7, epoch: 'e1', ops };
}

const sign = (batch: CarriedBatch, key = signer): Uint8Array => {
  const signed = signBatch(key, batch);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

describe('ops in another hand', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.string({ maxLength: 200 }), (count, text) => {
        const batch = batchOf(count, text);
        expect(openBatch(sign(batch), keyOf)).toEqual({ ok: true, value: batch });
      }),
      { numRuns: 30 },
    );
  });

  it('are refused after a change of any byte, cut anywhere, or with anything behind them', () => {
    const signed = sign(batchOf(6, 'Về việc báo cáo '));
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = signed.slice();
        changed[at] = (must(changed[at], 'within') + by) % 256;
        expect(openBatch(changed, keyOf).ok).toBe(false);
        expect(openBatch(signed.slice(0, at), keyOf).ok).toBe(false);
        expect(openBatch(Uint8Array.from([...signed, by]), keyOf).ok).toBe(false);
      }),
    );
  });

  it('are refused whatever else lies there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(openBatch(bytes, keyOf).ok).toBe(false);
      }),
    );
  });

  it('are known as foreign when another PC signed them, or a PC nobody knows', () => {
    const batch = batchOf(2, 'a');
    expect(openBatch(sign(batch, other), keyOf)).toEqual({ ok: false, error: 'batch-foreign' });
    expect(openBatch(sign(batch), () => undefined)).toEqual({ ok: false, error: 'batch-foreign' });
  });

  it('are no batch with one left out of the middle, of two PCs, or with something brought back', () => {
    const { ops, ...rest } = batchOf(4, 'a');
    const [first, second, third] = ops;
    const made = [must(first, 'four'), must(second, 'four'), must(third, 'four')] as const;
    for (const wrong of [
      [made[0], made[2]],
      [made[0], { ...made[1], t: 'sup' as const }],
    ]) {
      const opened = openBatch(sign({ ...rest, ops: wrong }), keyOf);
      // Counters are not written one by one: what is left out makes others take its place, which the province's marks tell.
      if (opened.ok) expect(opened.value.ops.map(({ n }) => n)).toEqual([3, 4]);
      else expect(opened.error).toBe('batch-damaged');
    }
  });
});
