import { acceptBatch, streamRecordKey, type AcceptRules, type AcceptState, type ParkedOp } from '../accept.ts';
import type { Op, Outcome } from '../op.ts';
import { toPage } from '../page.ts';
import type { FieldPolicy } from '../policy.ts';
import type { SyncRecord } from '../record.ts';
import type { Design } from './design.ts';
import type { SimAnswer, SimPage, SimRequest } from './messages.ts';

/** Field policies of the simulated entities. */
export function simPolicyOf(_type: string, field: string): FieldPolicy {
  if (field === 'highest') return 'max';
  if (field === 'tags') return 'union';
  return field === 'held' ? 'server' : 'merge';
}

/** Rules of the simulated entities: a value `refused` is refused, a `child` waits for its parent, `hold` is granted once. */
export const simRules: AcceptRules = {
  policyOf: simPolicyOf,
  refuse: (op) => (Object.values(op.f).includes('refused') ? 'bad-value' : undefined),
  parentOf: (op) =>
    op.type === 'child' && typeof op.f['parent'] === 'string' ? { type: 'paper', id: op.f['parent'] } : undefined,
  command: (op, record) => {
    const holder = record?.f['held']?.v ?? null;
    return holder === null || holder === op.dev
      ? { ok: true, f: { held: op.dev } }
      : { ok: false, reason: 'register-held-elsewhere' };
  },
};

/** The simulated server: the product's `acceptBatch` and pages over one durable state. A restart loses only requests under way. */
export class SimServer {
  /** Every op taken, in order, once per taking: the oracle's audit trail. */
  readonly audit: { readonly op: Op; readonly seq: number }[] = [];
  private readonly records = new Map<string, SyncRecord>();
  private readonly seq = new Map<string, number>();
  private readonly lastN = new Map<number, number>();
  private readonly kept = new Map<string, Outcome>();
  private readonly late = new Map<number, Outcome[]>();
  private parked: ParkedOp[] = [];

  constructor(
    private readonly design: Design,
    private readonly rights: ReadonlyMap<number, readonly string[]>,
    streams: readonly string[],
  ) {
    for (const stream of streams) this.seq.set(stream, 0);
  }

  /** Takes one request at server time `now`; `undefined` when it cannot be taken (a gap): the client sends again. */
  handle(request: SimRequest, now: number): SimAnswer | undefined {
    const lastN = this.lastN.get(request.dev) ?? 0;
    const firstN = request.ops[0]?.n ?? lastN + 1;
    if (firstN > lastN + 1) return undefined;
    this.forget(request.dev, request.seen);
    const fresh = this.design.skipsRepeats ? request.ops.filter((op) => op.n > lastN) : request.ops;
    const repeats = request.ops.filter((op) => !fresh.includes(op)).map((op) => this.repeatOutcome(op));
    const outcomes = fresh.flatMap((op) => this.take(op, now));
    if (fresh.length === 0) this.accept(request.dev, lastN, [], now);
    const allowed = this.rights.get(request.dev) ?? [];
    const pages = request.streams
      .filter(({ id }) => allowed.includes(id))
      .map((ask) => this.page(ask.id, ask.base, ask.after, ask.limit));
    return {
      call: request.call,
      now,
      outcomes: [...repeats, ...outcomes],
      late: this.late.get(request.dev) ?? [],
      streams: pages,
    };
  }

  /** Records of a stream in order of sequence. */
  recordsOf(stream: string): SyncRecord[] {
    const held = [...this.records].filter(([key]) => key.startsWith(`${stream}|`)).map(([, record]) => record);
    return held.sort((a, b) => a.seq - b.seq);
  }

  /** One transaction for one op: the same as a batch, but a broken design can look at the record first. */
  private take(op: Op, now: number): Outcome[] {
    const key = streamRecordKey(op.stream, op);
    const taken = this.design.asTaken(op, this.records.get(key));
    if (taken === undefined) {
      this.lastN.set(op.dev, op.n);
      this.audit.push({ op, seq: this.seq.get(op.stream) ?? 0 });
      return [{ n: op.n, kind: 'ok', seq: this.seq.get(op.stream) ?? 0 }];
    }
    const outcomes = this.accept(
      op.dev,
      this.design.skipsRepeats ? (this.lastN.get(op.dev) ?? 0) : op.n - 1,
      [taken],
      now,
    );
    this.lastN.set(op.dev, Math.max(op.n, this.lastN.get(op.dev) ?? 0));
    return outcomes;
  }

  private accept(dev: number, lastN: number, ops: readonly Op[], now: number): Outcome[] {
    const allowed = new Set(this.rights.get(dev));
    const state: AcceptState = {
      lastN,
      seq: new Map([...this.seq].filter(([stream]) => allowed.has(stream))),
      records: this.records,
      parked: this.parked,
    };
    const accepted = acceptBatch(ops, state, simRules, now);
    this.parked = state.parked;
    for (const [stream, seq] of state.seq) this.seq.set(stream, seq);
    this.audit.push(...accepted.applied);
    for (const outcome of accepted.outcomes)
      if (outcome.kind === 'rejected' || outcome.kind === 'parked')
        this.kept.set(`${String(dev)}/${String(outcome.n)}`, outcome);
    for (const { dev: owner, outcome } of accepted.late) {
      this.kept.set(`${String(owner)}/${String(outcome.n)}`, outcome);
      this.late.set(owner, [...(this.late.get(owner) ?? []), outcome]);
    }
    return accepted.outcomes;
  }

  private repeatOutcome(op: Op): Outcome {
    return (
      this.kept.get(`${String(op.dev)}/${String(op.n)}`) ?? { n: op.n, kind: 'ok', seq: this.seq.get(op.stream) ?? 0 }
    );
  }

  private forget(dev: number, seen: readonly number[]): void {
    this.late.set(
      dev,
      (this.late.get(dev) ?? []).filter(({ n }) => !seen.includes(n)),
    );
  }

  private page(stream: string, base: number, after: number, limit: number): SimPage {
    const due = this.recordsOf(stream).filter(({ seq }) => seq > after);
    const page = toPage(due.slice(0, limit + 1), base, limit, this.seq.get(stream) ?? 0);
    const shown = due.slice(0, page.rows.length);
    return {
      id: stream,
      epoch: 'e1',
      rows: shown.map((record) => this.design.rowFor(record, base, after)),
      next: page.next,
      more: page.more,
    };
  }
}
