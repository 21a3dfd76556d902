import { LOCAL_STREAM } from '#shared/entities.ts';
import type { Op } from '#shared/sync/op.ts';

/** Made-up ops for the journal's tests: op `n` changes one paper's abstract. */
export function sampleOp(n: number, stream: 'org:na-lau' | typeof LOCAL_STREAM = 'org:na-lau'): Op {
  const id = `01934f2a-7c3b-7a10-8b11-${n.toString(16).padStart(12, '0')}`;
  return {
    dev: 3,
    n,
    t: 'set',
    stream,
    type: 'document',
    id,
    f: { abstract: `Về việc báo cáo số ${String(n)}`, dueOn: n % 2 === 0 ? null : '2026-12-01' },
    base: n,
    h: 1_795_000_000_000 * 1024 + n,
    by: '01934f2a-7c3b-7a10-8b11-5d2f8e7a9c02',
  };
}
