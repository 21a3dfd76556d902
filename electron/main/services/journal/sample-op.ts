import type { Op } from '#shared/sync/op.ts';

/** A made-up op for tests: number `n` changes one paper's abstract. */
export function sampleOp(n: number, stream: 'org:na-lau' | 'local' = 'org:na-lau', dev = 3): Op {
  return {
    dev,
    n,
    t: 'set',
    stream,
    type: 'document',
    id: `01934f2a-7c3b-7a10-8b11-${n.toString(16).padStart(12, '0')}`,
    f: { abstract: `Report number ${String(n)}`, dueOn: n % 2 === 0 ? null : '2026-12-01' },
    base: n,
    h: 1_795_000_000_000 * 1024 + n,
    by: '01934f2a-7c3b-7a10-8b11-5d2f8e7a9c02',
  };
}

/** Ops `from` to `to`. */
export function sampleOps(from: number, to: number): readonly Op[] {
  return Array.from({ length: to - from + 1 }, (_, i) => sampleOp(from + i));
}
