import { EMPTY_COOKIE, mustStartAnew, type Cookie } from '../cookie.ts';
import { withPeerOps } from '../peers.ts';
import { isRestored, lowerClaim, sharedUpTo } from '../epoch.ts';
import { tick, witness } from '../hlc.ts';
import type { FieldValue, Op, Outcome } from '../op.ts';
import { recordKey, type SyncRecord } from '../record.ts';
import { applyRow, settleOp, viewRecord, type OutboxEntry, type RecordView } from '../replica.ts';
import type { Resupply } from '../resupply.ts';
import { isBlank, takeChunk, type LoadingCookie } from '../snapshot-load.ts';
import type { Design } from './design.ts';
import type { SimAnswer, SimBatch, SimPage, SimRequest, SimSnapshot } from './messages.ts';
import { SimPeers } from './sim-peers.ts';
import { simPolicyOf } from './sim-server.ts';

/** What a simulated person does. */
export type Act = {
  readonly t: Op['t'];
  readonly stream: string;
  readonly type: string;
  readonly id: string;
  readonly f: Readonly<Record<string, FieldValue>>;
};

/** The server's record as held, and in which life of the stream it was pulled. */
type Held = { readonly stream: string; readonly epoch: string; readonly record: SyncRecord };

/** The part of a client that lives in IndexedDB: written in one transaction at a time. */
type Store = {
  readonly shadows: Map<string, Held>;
  readonly outbox: Map<number, OutboxEntry>;
  readonly cookies: Map<string, LoadingCookie>;
  /** Chunks of snapshots on their way, next first. */
  readonly chunks: Map<string, readonly (readonly SyncRecord[])[]>;
  readonly attention: OutboxEntry[];
  readonly lateSeen: Set<number>;
  /** What is to be brought back into the life of the stream in which it was found missing. */
  lost: { readonly stream: string; readonly epoch: string; readonly part: Resupply }[];
  /** The lives of each stream this PC has seen, oldest first. */
  readonly lives: Map<string, readonly string[]>;
  /** Streams whose copy is being fetched anew. */
  readonly anew: Set<string>;
  /** In which life of a stream the server was told that nothing is left to be brought back. */
  readonly told: Map<string, string>;
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
    chunks: new Map(),
    attention: [],
    lateSeen: new Set(),
    lost: [],
    lives: new Map(),
    anew: new Set(),
    told: new Map(),
    n: 0,
    h: 0,
    offset: 0,
  };
  /** Final outcomes learned, by counter. */
  readonly learned = new Map<number, Outcome>();
  /** In which life of its stream an op's outcome was told. */
  readonly learnedIn = new Map<number, string>();
  /** Ops of the office's other PCs that this one got from them. */
  readonly peers: SimPeers;
  private calls = 0;
  private openCall: SimRequest | undefined;
  /** The server knows fewer of this PC's ops than it had said: first of all see which life this is. */
  private mustLook = false;

  constructor(
    readonly dev: number,
    readonly streams: readonly string[],
    private readonly design: Design,
    /** Local wall clock in milliseconds: as wrong as the run makes it. */
    private readonly wall: () => number,
  ) {
    this.peers = new SimPeers(streams[0]);
  }

  /** A person acts. `crashAfterJournal` ends the process between the journal and the store. Gives the op. */
  act(act: Act, crashAfterJournal: boolean): Op {
    const key = recordKey(act.type, act.id);
    const held = this.store.shadows.get(key);
    const isOfThisLife = held === undefined || held.epoch === this.cookie(act.stream).epoch;
    const peers = this.peers.on(key);
    const seen = {
      ...{ shadow: held?.record, own: this.ownOps(key), peers },
      merged: withPeerOps(held?.record, peers, simPolicyOf),
    };
    const { base, saw, rest } = this.design.claimFor(seen, act, this.cookie(act.stream).after);
    const h = tick(this.store.h, this.correctedNow());
    const op: Op = {
      ...{ ...act, dev: this.dev, n: this.store.n + 1, base: isOfThisLife ? base : 0, h },
      ...{ by: `person-${String(this.dev)}`, ...(saw !== undefined && { saw }) },
      ...(isOfThisLife && rest !== undefined && { rest }),
    };
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
    const shadow = this.store.shadows.get(key)?.record;
    return viewRecord(shadow, this.ownOps(key), withPeerOps(shadow, this.peers.on(key), simPolicyOf));
  }

  /** What this PC gives a colleague's: its own ops that the server has not taken, and those of others that it holds. What is brought back stays. */
  handOver(): readonly SimBatch[] {
    const own = contiguous(this.waiting());
    const lost = own.findIndex(({ t }) => t === 'sup');
    const ops = lost === -1 ? own : own.slice(0, lost);
    const { epoch } = this.cookie(this.streams[0] ?? '');
    return [...(ops.length === 0 ? [] : [{ dev: this.dev, epoch, ops }]), ...this.peers.batches()];
  }

  /** Takes what a colleague's PC gives. */
  takeOver(batches: readonly SimBatch[]): void {
    const mine = batches.filter(({ dev }) => dev !== this.dev);
    this.peers.take(mine);
    for (const { ops } of mine) for (const { h } of ops) this.store.h = witness(this.store.h, h, this.correctedNow());
  }

  /** Shadow of a record, if the server has shown it. */
  shadow(type: string, id: string): SyncRecord | undefined {
    return this.store.shadows.get(recordKey(type, id))?.record;
  }

  /** Where this PC stands in a stream. */
  cookie(stream: string): Cookie {
    return this.design.positionOf(this.heldCookie(stream));
  }

  /** Starts from a snapshot where nothing is held yet. */
  beginLoad({ stream, epoch, seq, chunks }: SimSnapshot): void {
    const cookie = this.heldCookie(stream);
    if (!isBlank(cookie)) return;
    this.store.cookies.set(stream, { ...cookie, epoch, load: { seq, tail: seq, chunks: chunks.length, done: 0 } });
    this.store.chunks.set(stream, chunks);
    this.noteLife(stream);
  }

  /** Takes the next chunk of every snapshot on its way, each in one transaction. */
  takeChunks(): void {
    for (const [stream, [chunk = [], ...rest]] of this.store.chunks) {
      const cookie = this.heldCookie(stream);
      this.store.chunks.set(stream, rest);
      if (cookie.load === undefined) this.store.chunks.delete(stream);
      else {
        for (const row of chunk) this.applyPulled(stream, row, this.design.applyChunk);
        this.store.cookies.set(stream, takeChunk(cookie));
      }
    }
  }

  private heldCookie(stream: string): LoadingCookie {
    return this.store.cookies.get(stream) ?? EMPTY_COOKIE;
  }

  /** Starts a call: everything waiting up to `mostOps`, one page of `limit` rows per stream. An open call is given up. */
  ask(mostOps: number, limit: number): SimRequest {
    this.calls += 1;
    const ops = this.mustLook ? [] : contiguous(this.waiting()).slice(0, mostOps);
    const peersOf = (id: string): readonly number[] => (id === this.streams[0] ? this.peers.devices() : []);
    const streams = this.streams.map((id) => ({
      ...{ id, ...this.cookie(id), limit, whole: this.mustSayWhole(id), peers: peersOf(id) },
    }));
    this.openCall = { call: this.calls, dev: this.dev, ops, seen: [...this.store.lateSeen], streams };
    return this.openCall;
  }

  /** Applies an answer in one transaction; one that answers no open call (late, doubled, from before a crash) is dropped. */
  receive(answer: SimAnswer): void {
    if (this.openCall?.call !== answer.call) return;
    const { seen, streams } = this.openCall;
    this.openCall = undefined;
    this.mustLook = answer.gap;
    if (answer.gap) return;
    for (const n of seen) this.store.lateSeen.delete(n);
    for (const { id, epoch, whole } of streams) if (whole) this.store.told.set(id, epoch);
    this.store.offset = answer.now - this.wall();
    for (const outcome of [...answer.outcomes, ...answer.late])
      this.learn(outcome, (stream) => answer.streams.find(({ id }) => id === stream)?.epoch ?? '');
    for (const { n } of answer.late) this.store.lateSeen.add(n);
    for (const page of answer.streams) {
      const before = this.heldCookie(page.id);
      this.store.cookies.set(page.id, this.design.takePage(before, page));
      this.noteLife(page.id);
      if (mustStartAnew(before, page)) this.startAnew(page);
      else for (const row of page.rows) this.applyPulled(page.id, row);
      if (!page.more && !mustStartAnew(before, page)) this.bringBack(page.id);
      if (!mustStartAnew(before, page)) this.peers.drop(page.taken, this.cookie(page.id).base);
    }
    this.sendAgainAfter(answer.acked);
    for (const [n, entry] of this.store.outbox)
      if (this.design.mayTrim(entry, this.cookie(entry.op.stream).base)) this.store.outbox.delete(n);
  }

  /** Whether nothing of this PC waits for the server or for later pages, and the server was told so of each life that began with a restore. */
  isSettled(): boolean {
    return (
      this.store.outbox.size === 0 &&
      this.peers.devices().length === 0 &&
      this.streams.every((stream) => this.cookie(stream).after === this.cookie(stream).base) &&
      this.streams.every((stream) => this.heldCookie(stream).load === undefined) &&
      !this.streams.some((stream) => this.mustSayWhole(stream))
    );
  }

  private mustSayWhole(stream: string): boolean {
    const { epoch, base, after } = this.cookie(stream);
    const isWhole = isRestored(epoch) && base === after && !this.store.anew.has(stream);
    if (!isWhole || this.store.told.get(stream) === epoch) return false;
    const lost = this.store.lost.filter((entry) => entry.stream === stream).length;
    return this.design.saysWhole(lost + this.waiting().length);
  }

  private learn(outcome: Outcome, epochOf: (stream: string) => string): void {
    const entry = this.store.outbox.get(outcome.n) ?? this.findOver(outcome);
    if (entry === undefined) return;
    const state = settleOp(outcome);
    if (state.kind === 'rejected') {
      this.store.attention.push({ op: entry.op, state });
      this.store.outbox.delete(outcome.n);
    } else this.store.outbox.set(outcome.n, { op: entry.op, state });
    if (outcome.kind === 'parked') return;
    this.learned.set(outcome.n, outcome);
    this.learnedIn.set(outcome.n, epochOf(entry.op.stream));
  }

  /** An op that was over for this PC, in another life of its stream, and of which the server says what became of it in this one. */
  private findOver({ n, kind }: Outcome): OutboxEntry | undefined {
    const refused = this.store.attention.findIndex(({ op }) => op.n === n);
    if (refused !== -1) return this.store.attention.splice(refused, 1)[0];
    const op = kind === 'rejected' ? this.journal.find((each) => each.n === n) : undefined;
    return op && { op, state: { kind: 'waiting' } };
  }

  private applyPulled(stream: string, row: SyncRecord, apply = applyRow): void {
    const key = recordKey(row.type, row.id);
    const { epoch } = this.cookie(stream);
    const before = this.store.shadows.get(key);
    const isOfThisLife = before?.stream === stream && before.epoch === epoch;
    const record = apply(isOfThisLife ? before.record : undefined, row);
    if (before?.stream === stream && !isOfThisLife) this.noteLost(before, record);
    this.store.shadows.set(key, { stream, epoch, record });
    for (const cell of Object.values(row.f)) this.store.h = witness(this.store.h, cell.h, this.correctedNow());
  }

  /** Another life of a stream: what was on its way is sent again with what it can have seen there. Old copies stay until they are replaced. */
  private startAnew({ id: stream, epoch }: SimPage): void {
    this.store.anew.add(stream);
    if (stream === this.streams[0]) {
      this.peers.rebase(epoch);
      this.store.lateSeen.clear();
    }
    for (const { op } of this.store.outbox.values()) if (op.stream === stream) this.sendAgain(op);
  }

  private noteLife(stream: string): void {
    const known = this.store.lives.get(stream) ?? [];
    const { epoch } = this.cookie(stream);
    if (known.at(-1) !== epoch) this.store.lives.set(stream, [...known, epoch]);
  }

  private noteLost({ stream, epoch: held, record }: Held, present: SyncRecord | undefined): void {
    const { epoch } = this.cookie(stream);
    const parts = this.design.resupply(record, present, epoch === held ? null : sharedUpTo(epoch, held));
    this.store.lost.push(...parts.map((part) => ({ stream, epoch, part })));
  }

  /** The present life is whole: what only old copies hold goes back to the server. */
  private bringBack(stream: string): void {
    if (!this.store.anew.delete(stream)) return;
    const { epoch } = this.cookie(stream);
    for (const [key, held] of this.store.shadows) {
      if (held.stream !== stream || held.epoch === epoch) continue;
      this.store.shadows.delete(key);
      this.noteLost(held, undefined);
    }
    for (const lost of this.store.lost.filter((entry) => entry.stream === stream))
      this.journalAgain(stream, lost.epoch === epoch ? lost.part : { ...lost.part, base: 0 });
    this.store.lost = this.store.lost.filter((entry) => entry.stream !== stream);
  }

  private journalAgain(stream: string, part: Resupply): void {
    const f = Object.fromEntries(
      Object.entries(part.f).filter(([field]) => simPolicyOf(part.type, field) !== 'server'),
    );
    if (Object.keys(f).length === 0) return;
    const op: Op = { ...part, f, stream, t: 'sup', dev: this.dev, n: this.store.n + 1 };
    this.journal.push(op);
    this.commit(op);
  }

  /** The server has taken ops up to `acked`: what it once had beyond that it has lost, and gets again. */
  private sendAgainAfter(acked: number): void {
    const firstWaiting = this.waiting()[0]?.n ?? this.store.n + 1;
    if (acked + 1 >= firstWaiting) return;
    for (const op of this.journal)
      if (op.n > acked && this.store.outbox.get(op.n)?.state.kind !== 'waiting') this.sendAgain(op);
  }

  private sendAgain(op: Op): void {
    const held = this.store.outbox.get(op.n)?.op ?? op;
    this.store.outbox.set(op.n, { op: lowerClaim(held, this.sharedWith(op.stream)), state: { kind: 'waiting' } });
    // What was said of it is the word of another life.
    this.store.lateSeen.delete(op.n);
    this.learned.delete(op.n);
    this.store.attention.splice(
      0,
      Number.MAX_SAFE_INTEGER,
      ...this.store.attention.filter((entry) => entry.op.n !== op.n),
    );
  }

  /** Up to where an op of an earlier life can have seen what the present one holds: known when there was one life before, and no more. */
  private sharedWith(stream: string): number {
    const [first, present, ...more] = this.store.lives.get(stream) ?? [];
    return first === undefined || present === undefined || more.length > 0 ? 0 : sharedUpTo(present, first);
  }

  private waiting(): Op[] {
    const entries = [...this.store.outbox.values()].filter(({ state }) => state.kind === 'waiting');
    return entries.map(({ op }) => op).sort((a, b) => a.n - b.n);
  }

  /** Own ops on a record that are not over, in order. */
  ownOps(key: string): OutboxEntry[] {
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

/** The ops before the first gap. */
function contiguous(ops: readonly Op[]): readonly Op[] {
  const gap = ops.findIndex((op, i) => i > 0 && op.n !== (ops[i - 1]?.n ?? 0) + 1);
  return gap === -1 ? ops : ops.slice(0, gap);
}
