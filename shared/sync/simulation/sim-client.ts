import { advance, EMPTY_COOKIE, mustStartAnew, type Cookie } from '../cookie.ts';
import { tick, witness } from '../hlc.ts';
import type { FieldValue, Op, Outcome } from '../op.ts';
import { recordKey, type SyncRecord } from '../record.ts';
import { applyRow, settleOp, viewRecord, type OutboxEntry, type RecordView } from '../replica.ts';
import type { Design } from './design.ts';
import type { SimAnswer, SimRequest } from './messages.ts';

/** What a simulated person does. */
export type Act = {
  readonly t: Op['t'];
  readonly stream: string;
  readonly type: string;
  readonly id: string;
  readonly f: Readonly<Record<string, FieldValue>>;
};

/** The part of a client that lives in IndexedDB: written in one transaction at a time. */
type Store = {
  readonly shadows: Map<string, { readonly stream: string; readonly record: SyncRecord }>;
  readonly outbox: Map<number, OutboxEntry>;
  readonly cookies: Map<string, Cookie>;
  readonly attention: OutboxEntry[];
  readonly lateSeen: Set<number>;
  n: number;
  h: number;
  offset: number;
};

/** A simulated PC: a journal, a store, and one call to the server at a time. */
export class SimClient {
  /** Every op ever journalled: survives everything. */
  readonly journal: Op[] = [];
  readonly store: Store = {
    shadows: new Map(),
    outbox: new Map(),
    cookies: new Map(),
    attention: [],
    lateSeen: new Set(),
    n: 0,
    h: 0,
    offset: 0,
  };
  /** Final outcomes learned, by counter. */
  readonly learned = new Map<number, Outcome>();
  private calls = 0;
  private openCall: SimRequest | undefined;

  constructor(
    readonly dev: number,
    readonly streams: readonly string[],
    private readonly design: Design,
    /** Local wall clock in milliseconds: as wrong as the run makes it. */
    private readonly wall: () => number,
  ) {}

  /** A person acts. `crashAfterJournal` ends the process between the journal and the store. Gives the op. */
  act(act: Act, crashAfterJournal: boolean): Op {
    const key = recordKey(act.type, act.id);
    const base = this.design.baseFor(
      this.store.shadows.get(key)?.record,
      this.ownOps(key),
      Object.keys(act.f),
      this.cookie(act.stream).after,
    );
    const h = tick(this.store.h, this.correctedNow());
    const op: Op = { ...act, dev: this.dev, n: this.store.n + 1, base, h, by: `person-${String(this.dev)}` };
    this.journal.push(op);
    if (crashAfterJournal) this.restart();
    else this.commit(op);
    return op;
  }

  /** The process ends and starts again: memory is gone, the journal's tail is brought into the store. */
  restart(): void {
    this.openCall = undefined;
    for (const op of this.journal) if (op.n > this.store.n) this.commit(op);
  }

  /** What a person sees of a record. */
  view(type: string, id: string): RecordView {
    const key = recordKey(type, id);
    return viewRecord(this.store.shadows.get(key)?.record, this.ownOps(key));
  }

  /** Shadow of a record, if the server has shown it. */
  shadow(type: string, id: string): SyncRecord | undefined {
    return this.store.shadows.get(recordKey(type, id))?.record;
  }

  cookie(stream: string): Cookie {
    return this.store.cookies.get(stream) ?? EMPTY_COOKIE;
  }

  /** Starts a call: everything waiting up to `mostOps`, one page of `limit` rows per stream. An open call is given up. */
  ask(mostOps: number, limit: number): SimRequest {
    this.calls += 1;
    const waiting = [...this.store.outbox.values()].filter(({ state }) => state.kind === 'waiting').map(({ op }) => op);
    const ops = waiting.sort((a, b) => a.n - b.n).slice(0, mostOps);
    const streams = this.streams.map((id) => ({ id, ...this.cookie(id), limit }));
    this.openCall = { call: this.calls, dev: this.dev, ops, seen: [...this.store.lateSeen], streams };
    return this.openCall;
  }

  /** Applies an answer in one transaction; one that answers no open call (late, doubled, from before a crash) is dropped. */
  receive(answer: SimAnswer): void {
    if (this.openCall?.call !== answer.call) return;
    const { seen } = this.openCall;
    this.openCall = undefined;
    for (const n of seen) this.store.lateSeen.delete(n);
    this.store.offset = answer.now - this.wall();
    for (const outcome of [...answer.outcomes, ...answer.late]) this.learn(outcome);
    for (const { n } of answer.late) this.store.lateSeen.add(n);
    for (const page of answer.streams) {
      const before = this.cookie(page.id);
      this.store.cookies.set(page.id, advance(before, page));
      if (mustStartAnew(before, page)) this.forgetStream(page.id);
      else for (const row of page.rows) this.applyPulled(page.id, row);
    }
    for (const [n, entry] of this.store.outbox)
      if (this.design.mayTrim(entry, this.cookie(entry.op.stream).base)) this.store.outbox.delete(n);
  }

  /** Whether nothing of this PC waits for the server or for later pages. */
  isSettled(): boolean {
    return (
      this.store.outbox.size === 0 &&
      this.streams.every((stream) => this.cookie(stream).after === this.cookie(stream).base)
    );
  }

  private learn(outcome: Outcome): void {
    const entry = this.store.outbox.get(outcome.n);
    if (entry === undefined) return;
    const state = settleOp(outcome);
    if (state.kind === 'rejected') {
      this.store.attention.push({ op: entry.op, state });
      this.store.outbox.delete(outcome.n);
    } else this.store.outbox.set(outcome.n, { op: entry.op, state });
    if (outcome.kind !== 'parked') this.learned.set(outcome.n, outcome);
  }

  private applyPulled(stream: string, row: SyncRecord): void {
    const key = recordKey(row.type, row.id);
    this.store.shadows.set(key, { stream, record: applyRow(this.store.shadows.get(key)?.record, row) });
    for (const cell of Object.values(row.f)) this.store.h = witness(this.store.h, cell.h, this.correctedNow());
  }

  private forgetStream(stream: string): void {
    for (const [key, held] of this.store.shadows) if (held.stream === stream) this.store.shadows.delete(key);
  }

  private ownOps(key: string): OutboxEntry[] {
    return [...this.store.outbox.values()]
      .filter(({ op }) => recordKey(op.type, op.id) === key)
      .sort((a, b) => a.op.n - b.op.n);
  }

  private commit(op: Op): void {
    this.store.n = op.n;
    this.store.h = Math.max(this.store.h, op.h);
    this.store.outbox.set(op.n, { op, state: { kind: 'waiting' } });
  }

  private correctedNow(): number {
    return this.wall() + this.store.offset;
  }
}
