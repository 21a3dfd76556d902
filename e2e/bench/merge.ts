/** The pure merge core alone: batches of ops from several PCs over many records, with conflicts, accepted as the server does. */
import { policyOf } from '#shared/entities.ts';
import { acceptBatch, type AcceptRules, type AcceptState } from '#shared/sync/accept.ts';
import type { Op } from '#shared/sync/op.ts';
import { report } from './report.ts';

const RECORDS = 20_000;
const OPS = 200_000;
const DEVICES = 7;
const BATCH = 100;
const STREAM = 'org:na-lau';
const NOW = Date.parse('2026-11-22T02:00:00Z');
const fields = ['abstract', 'note', 'signer', 'state', 'result', 'dueOn'] as const;

const rules: AcceptRules = {
  policyOf,
  refuse: () => undefined,
  parentOf: () => undefined,
  command: () => ({ ok: false, reason: 'bad-command' }),
};

/** Ops as PCs make them: mostly on what they have seen, one in eight on an older state, so that some meet in conflict. */
function makeBatches(): readonly (readonly Op[])[] {
  const counters = new Array<number>(DEVICES).fill(0);
  const batches: Op[][] = [];
  for (let i = 0; i < OPS; i += BATCH) {
    const dev = (i / BATCH) % DEVICES;
    const batch = Array.from({ length: BATCH }, (_, k): Op => {
      const at = i + k;
      counters[dev] = (counters[dev] ?? 0) + 1;
      const record = (at * 7919) % RECORDS;
      const seen = at % 8 === 0 ? Math.max(0, at - RECORDS * 4) : at;
      return {
        dev: dev + 1,
        n: counters[dev],
        t: 'set',
        stream: STREAM,
        type: 'document',
        id: `${String(record).padStart(8, '0')}-0000-7000-8000-000000000000`,
        f: { [fields[at % fields.length] ?? 'note']: `giá trị ${String(at)}` },
        base: seen,
        h: (NOW - OPS + at) * 1024,
        by: '',
      };
    });
    batches.push(batch);
  }
  return batches;
}

function acceptAll(batches: readonly (readonly Op[])[]): { readonly taken: number; readonly conflicts: number } {
  const lastN = new Map<number, number>();
  const state: AcceptState = { lastN: 0, seq: new Map([[STREAM, 0]]), records: new Map(), parked: [] };
  let taken = 0;
  let conflicts = 0;
  for (const batch of batches) {
    const dev = batch[0]?.dev ?? 0;
    state.lastN = lastN.get(dev) ?? 0;
    const { outcomes } = acceptBatch(batch, state, rules, NOW);
    lastN.set(dev, state.lastN);
    taken += outcomes.length;
    conflicts += outcomes.filter(({ kind }) => kind === 'conflict').length;
  }
  return { taken, conflicts };
}

const batches = makeBatches();
acceptAll(batches.slice(0, batches.length / 4));
const rates: number[] = [];
let last = { taken: 0, conflicts: 0 };
for (let round = 0; round < 7; round += 1) {
  const begin = performance.now();
  last = acceptAll(batches);
  rates.push((last.taken * 1000) / (performance.now() - begin));
}
if (last.taken !== OPS) throw new Error('the core did not take every op');
// The best round: what the core can do; the others share the processor with whatever else runs.
report('merge', 'merge-ops-per-s', Math.round(Math.max(...rates)), 'ops/s');
report('merge', 'merge-conflicts', last.conflicts, 'ops');
