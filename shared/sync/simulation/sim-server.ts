import { acceptBatch, streamRecordKey, type AcceptRules, type AcceptState, type ParkedOp } from '../accept.ts';
import type { Op, Outcome } from '../op.ts';
import { rebaseOps, restoredEpoch } from '../epoch.ts';
import { toPage } from '../page.ts';
import { turnAfter, type ResupplyTurn } from '../resupply-turn.ts';
import type { FieldPolicy } from '../policy.ts';
import type { Cell, Row, SyncRecord } from '../record.ts';
import type { Design } from './design.ts';
import type { SimAnswer, SimAsk, SimBatch, SimPage, SimRequest, SimSnapshot } from './messages.ts';

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

/** What a backup holds: all the server's state. */
export type ServerState = {
  readonly records: Map<string, SyncRecord>;
  readonly seq: Map<string, number>;
  readonly lastN: Map<number, number>;
  readonly kept: Map<string, Outcome>;
  readonly late: Map<number, Outcome[]>;
  readonly epochs: Map<string, string>;
  /** By device and stream. */
  readonly turns: Map<string, ResupplyTurn>;
  parked: ParkedOp[];
  /** Length of the audit trail. */
  taken: number;
};

/** An op taken. `lost`: a restore went back behind it. */
export type TakenOp = { readonly op: Op; readonly seq: number; lost: boolean };

/** The simulated server: the product's `acceptBatch` and pages over one durable state. A restart loses only requests under way. */
export class SimServer {
  /** Every op taken, in order, once per taking: the oracle's audit trail. A restore does not take anything out of it. */
  readonly audit: TakenOp[] = [];
  private lives = 1;
  private readonly revoked = new Set<number>();
  private state: ServerState = {
    records: new Map(),
    seq: new Map(),
    lastN: new Map(),
    kept: new Map(),
    late: new Map(),
    epochs: new Map(),
    turns: new Map(),
    parked: [],
    taken: 0,
  };

  constructor(
    private readonly design: Design,
    private readonly rights: ReadonlyMap<number, readonly string[]>,
    streams: readonly string[],
  ) {
    for (const stream of streams) {
      this.state.seq.set(stream, 0);
      this.state.epochs.set(stream, `${stream}-1`);
    }
  }

  /** A backup of this moment. */
  backup(): ServerState {
    return copyOf(this.state);
  }

  /** Back to a backup: what was taken since is gone, and every stream begins another life. */
  restore(backup: ServerState): void {
    this.lives += 1;
    for (const entry of this.audit.slice(backup.taken)) entry.lost = true;
    this.state = copyOf(backup);
    for (const [stream, before] of this.state.epochs)
      this.state.epochs.set(
        stream,
        restoredEpoch(`${stream}-${String(this.lives)}`, before, this.state.seq.get(stream) ?? 0),
      );
  }

  /** Takes one request at server time `now`; with a gap in the counters nothing of it is taken, and the answer says so. */
  handle(request: SimRequest, now: number): SimAnswer {
    const lastN = this.state.lastN.get(request.dev) ?? 0;
    const firstN = request.ops[0]?.n ?? lastN + 1;
    if (firstN > lastN + 1)
      return { call: request.call, now, acked: lastN, gap: true, outcomes: [], late: [], streams: [] };
    // What was noted in another life of the stream says nothing of this one.
    const [own] = request.streams;
    if (own !== undefined && own.epoch === this.state.epochs.get(own.id)) this.forget(request.dev, request.seen);
    const ops = rebaseOps(
      request.ops,
      (stream) => request.streams.find(({ id }) => id === stream)?.epoch,
      (stream) => this.state.epochs.get(stream),
    );
    const fresh = this.design.skipsRepeats ? ops.filter((op) => op.n > lastN) : ops;
    const repeats = ops.filter((op) => !fresh.includes(op)).map((op) => this.repeatOutcome(op));
    const outcomes = fresh.flatMap((op) => this.take(op, now));
    if (fresh.length === 0) this.accept(request.dev, lastN, [], now);
    this.noteTurns(request, now);
    const allowed = this.rights.get(request.dev) ?? [];
    const pages = request.streams.filter(({ id }) => allowed.includes(id)).map((ask) => this.page(ask));
    return {
      call: request.call,
      now,
      acked: this.state.lastN.get(request.dev) ?? 0,
      gap: false,
      outcomes: [...repeats, ...outcomes],
      late: this.state.late.get(request.dev) ?? [],
      streams: pages,
    };
  }

  /** Takes a batch that another PC brings, as if its own PC had come; with a gap in the counters nothing of it. */
  carry({ dev, epoch, ops }: SimBatch, now: number): void {
    const lastN = this.state.lastN.get(dev) ?? 0;
    if (this.revoked.has(dev) || (ops[0]?.n ?? 0) > lastN + 1) return;
    const [own] = this.rights.get(dev) ?? [];
    const rebased = rebaseOps(
      ops,
      (stream) => (stream === own ? epoch : undefined),
      (stream) => this.state.epochs.get(stream),
    );
    for (const op of this.design.skipsRepeats ? rebased.filter(({ n }) => n > lastN) : rebased) {
      const outcomes = this.take(op, now);
      const { epoch: present = '' } = { epoch: this.state.epochs.get(op.stream) };
      if (this.design.tellsCarried(present))
        this.keepLate(
          dev,
          outcomes.filter(({ kind }) => kind !== 'parked'),
        );
    }
  }

  /** Shuts a PC out: nothing more comes of it. */
  revoke(dev: number): void {
    this.revoked.add(dev);
  }

  /** Where the streams stand: a snapshot is begun. */
  markStreams(): ReadonlyMap<string, { readonly epoch: string; readonly seq: number }> {
    return new Map(
      [...this.state.seq].map(([stream, seq]) => [stream, { seq, epoch: this.state.epochs.get(stream) ?? '' }]),
    );
  }

  /** The snapshot of a stream begun at a mark, of which the records are read only now: what was changed since is not in it. None in another life. */
  snapshotSince(
    stream: string,
    mark: { readonly epoch: string; readonly seq: number } | undefined,
    size: number,
  ): SimSnapshot | undefined {
    if (mark === undefined || mark.seq === 0 || mark.epoch !== this.state.epochs.get(stream)) return undefined;
    const newest = this.recordsOf(stream)
      .filter(({ seq }) => seq <= mark.seq)
      .map((record) => asSent(record))
      .reverse();
    const chunks: SyncRecord[][] = [];
    for (let from = 0; from < newest.length; from += size) chunks.push(newest.slice(from, from + size));
    return chunks.length === 0 ? undefined : { stream, ...mark, chunks };
  }

  /** Records of a stream in order of sequence. */
  recordsOf(stream: string): SyncRecord[] {
    const held = [...this.state.records].filter(([key]) => key.startsWith(`${stream}|`)).map(([, record]) => record);
    return held.sort((a, b) => a.seq - b.seq);
  }

  /** One transaction for one op: the same as a batch, but a broken design can look at the record first. */
  private take(op: Op, now: number): Outcome[] {
    const key = streamRecordKey(op.stream, op);
    const taken = this.design.asTaken(op, this.state.records.get(key));
    if (taken === undefined) {
      this.state.lastN.set(op.dev, op.n);
      this.note({ op, seq: this.state.seq.get(op.stream) ?? 0 });
      return [{ n: op.n, kind: 'ok', seq: this.state.seq.get(op.stream) ?? 0 }];
    }
    const outcomes = this.accept(
      op.dev,
      this.design.skipsRepeats ? (this.state.lastN.get(op.dev) ?? 0) : op.n - 1,
      [taken],
      now,
    );
    this.state.lastN.set(op.dev, Math.max(op.n, this.state.lastN.get(op.dev) ?? 0));
    return outcomes;
  }

  private accept(dev: number, lastN: number, ops: readonly Op[], now: number): Outcome[] {
    const allowed = new Set(this.rights.get(dev));
    const state: AcceptState = {
      lastN,
      seq: new Map([...this.state.seq].filter(([stream]) => allowed.has(stream))),
      records: this.state.records,
      parked: this.state.parked,
    };
    const accepted = acceptBatch(ops, state, this.rulesFor(dev, now), now);
    this.state.parked = state.parked;
    for (const [stream, seq] of state.seq) this.state.seq.set(stream, seq);
    for (const entry of accepted.applied) this.note(entry);
    for (const outcome of accepted.outcomes)
      if (outcome.kind === 'rejected' || outcome.kind === 'parked')
        this.state.kept.set(`${String(dev)}/${String(outcome.n)}`, outcome);
    for (const { dev: owner, outcome } of accepted.late) this.keepLate(owner, [outcome]);
    return accepted.outcomes;
  }

  /** Keeps outcomes for a PC to be told when it asks next. */
  private keepLate(dev: number, outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) this.state.kept.set(`${String(dev)}/${String(outcome.n)}`, outcome);
    this.state.late.set(dev, [...(this.state.late.get(dev) ?? []), ...outcomes]);
  }

  /** The rules, as far as they depend on who speaks: what waits since an earlier batch was judged when it came. */
  private rulesFor(dev: number, now: number): AcceptRules {
    const waiting = new Set(this.state.parked.map(({ op }) => op));
    const isOver = ({ stream }: Op): boolean =>
      !this.design.mayResupply(this.state.turns.get(turnKey(dev, stream)), this.state.epochs.get(stream) ?? '', now);
    const isRefused = (op: Op): boolean => op.t === 'sup' && !waiting.has(op) && isOver(op);
    return {
      ...simRules,
      refuse: (op, record, merged) => (isRefused(op) ? 'resupply-over' : simRules.refuse(op, record, merged)),
      parentOf: (op) => (isRefused(op) ? undefined : simRules.parentOf(op)),
    };
  }

  private noteTurns({ dev, streams }: SimRequest, now: number): void {
    for (const { id, epoch: held, whole } of streams) {
      const epoch = this.state.epochs.get(id) ?? '';
      const next = turnAfter(this.state.turns.get(turnKey(dev, id)), epoch, whole && held === epoch, now);
      if (next !== undefined) this.state.turns.set(turnKey(dev, id), next);
    }
  }

  private note({ op, seq }: Omit<TakenOp, 'lost'>): void {
    this.audit.push({ op, seq, lost: false });
    this.state.taken = this.audit.length;
  }

  private repeatOutcome(op: Op): Outcome {
    return (
      this.state.kept.get(`${String(op.dev)}/${String(op.n)}`) ?? {
        n: op.n,
        kind: 'ok',
        seq: this.state.seq.get(op.stream) ?? 0,
      }
    );
  }

  private forget(dev: number, seen: readonly number[]): void {
    this.state.late.set(
      dev,
      (this.state.late.get(dev) ?? []).filter(({ n }) => !seen.includes(n)),
    );
  }

  private page({ id: stream, base, after, limit, peers }: SimAsk): SimPage {
    const due = this.recordsOf(stream).filter(({ seq }) => seq > after);
    const page = toPage(due.slice(0, limit + 1), base, limit, this.state.seq.get(stream) ?? 0);
    const shown = due.slice(0, page.rows.length);
    return {
      id: stream,
      epoch: this.state.epochs.get(stream) ?? '',
      rows: shown.map((record) => asSent(this.design.rowFor(record, base, after))),
      next: page.next,
      more: page.more,
      taken: peers.map((dev) => ({
        dev,
        n: this.revoked.has(dev) ? Number.MAX_SAFE_INTEGER : (this.state.lastN.get(dev) ?? 0),
        seq: this.state.seq.get(stream) ?? 0,
      })),
    };
  }
}

/** A row as it travels: what only who merges asks for stays at the server. */
function asSent(row: Row): Row {
  const toSent = ({ v, s, h, d, by, told }: Cell): Cell => ({
    ...{ v, s, h, d, by },
    ...(told !== undefined && { told }),
  });
  const mapAll = <T, U>(parts: Readonly<Record<string, T>>, change: (part: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, change(part)]));
  return { ...row, f: mapAll(row.f, toSent), c: mapAll(row.c, ({ s, e }) => ({ s, e: mapAll(e, toSent) })) };
}

function turnKey(dev: number, stream: string): string {
  return `${String(dev)}/${stream}`;
}

/** Records and ops are never changed in place; the tables around them are. */
function copyOf({ records, seq, lastN, kept, late, epochs, turns, parked, taken }: ServerState): ServerState {
  return {
    records: new Map(records),
    seq: new Map(seq),
    lastN: new Map(lastN),
    kept: new Map(kept),
    late: new Map(late),
    epochs: new Map(epochs),
    turns: new Map(turns),
    parked: [...parked],
    taken,
  };
}
