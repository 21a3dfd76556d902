import {
  refuseKnownFields,
  policyOf,
  PROVINCE_STREAM,
  isEntityType,
  parentOf,
  communeStream,
} from '#shared/entities.ts';
import { refuseNumber } from '#shared/domain/register/number-plan.ts';
import { RELEASE_REGISTER, TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import type { CarriedAnswer, CarriedBatch } from '#shared/contract/carried.ts';
import type { ReceiptAnswer, ReceiptRequest } from '#shared/contract/receipts.ts';
import type { StreamAnswer, StreamAsk, SyncAnswer, SyncRequest } from '#shared/contract/protocol.ts';
import {
  acceptBatch,
  type AcceptRules,
  type AcceptState,
  type CommandVerdict,
  type ParkedOp,
} from '#shared/sync/accept.ts';
import { hashRecord, hashStretch } from '#renderer/data/replica/confirm-copy.ts';
import { digestOf, digestRoot } from '#shared/sync/digest.ts';
import { isRestored, rebaseOps, restoredEpoch } from '#shared/sync/epoch.ts';
import type { Op, Outcome } from '#shared/sync/op.ts';
import { toPage } from '#shared/sync/page.ts';
import { mayResupply, turnAfter, type ResupplyTurn } from '#shared/sync/resupply-turn.ts';
import { type Cell, recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { fakeSnapshot, type FakeSnapshot } from './fake-snapshots.ts';

type Stream = { epoch: string; seq: number; readonly records: Map<string, SyncRecord> };
type Device = { lastN: number; outcomes: Outcome[]; late: Outcome[]; turn: ResupplyTurn | undefined };

/** A province in memory, made of the same pure core as the real server: for tests of the page without a network. */
export class FakeProvince {
  readonly communeId: string;
  readonly streams = new Map<string, Stream>();
  readonly files = new Map<string, Uint8Array>();
  /** What new PCs can start from; none unless a test takes some. */
  snapshots: readonly FakeSnapshot[] = [];
  /** Milliseconds since 1970 of the province's clock. */
  nowMs: () => number;
  /** It confirms nothing of what it holds, as the first build's did. */
  isOfOlderBuild = false;
  readonly #devices = new Map<number, Device>();
  #parked: ParkedOp[] = [];

  constructor(communeId: string, nowMs: () => number) {
    this.communeId = communeId;
    this.nowMs = nowMs;
    this.streams.set(communeStream(communeId), { epoch: 'e1', seq: 0, records: new Map() });
    this.streams.set(PROVINCE_STREAM, { epoch: 'e1', seq: 0, records: new Map() });
  }

  /** Writes a record as the province itself does (register, device, published paper). */
  publish(stream: string, type: string, id: string, fields: Readonly<Record<string, Cell['v']>>): void {
    const target = this.#stream(stream);
    target.seq += 1;
    const cells = Object.entries(fields).map(
      ([field, v]) => [field, { v, s: target.seq, h: this.nowMs() * 1024, d: 0, by: '' }] as const,
    );
    const before = target.records.get(recordKey(type, id));
    target.records.set(recordKey(type, id), {
      type,
      id,
      seq: target.seq,
      f: { ...before?.f, ...Object.fromEntries(cells) },
      c: before?.c ?? {},
    });
  }

  /** Enrols a PC: its device record, and the counter the server keeps of it. */
  enrol(dev: number, name: string, id: string): void {
    this.#devices.set(dev, { lastN: 0, outcomes: [], late: [], turn: undefined });
    this.publish(communeStream(this.communeId), 'device', id, { number: dev, name });
  }

  /** Makes a snapshot of the commune's stream as it stands, in chunks of `size` records. */
  takeSnapshot(size: number): void {
    const { id, epoch } = this.#own();
    const { seq, records } = this.#stream(id);
    this.snapshots = [fakeSnapshot({ stream: id, epoch, seq }, [...records.values()], size)];
  }

  /** Goes back to an earlier state under a new epoch, as a server restored from backup does. */
  restore(lastN: ReadonlyMap<number, number>, keep: (record: SyncRecord) => boolean): void {
    for (const stream of this.streams.values()) {
      for (const [key, record] of stream.records) if (!keep(record)) stream.records.delete(key);
      stream.seq = Math.max(0, ...[...stream.records.values()].map(({ seq }) => seq));
      stream.epoch = restoredEpoch(`${stream.epoch.split('~')[0] ?? ''}x`, stream.epoch, stream.seq);
    }
    for (const [dev, n] of lastN) this.#device(dev).lastN = n;
  }

  /** One request, as the real server answers it; a gap in the counters is refused as a whole. */
  exchange(request: SyncRequest): SyncAnswer | { readonly expect: number } {
    const device = this.#device(request.dev);
    const first = request.ops[0]?.n;
    if (first !== undefined && request.gone !== undefined && request.gone >= first - 1)
      device.lastN = Math.max(device.lastN, first - 1);
    if (first !== undefined && first > device.lastN + 1) return { expect: device.lastN + 1 };
    this.#accept(request, device);
    const { id, epoch } = this.#own();
    const isDone = request.streams.some((ask) => ask.id === id && ask.epoch === epoch && ask.whole === true);
    device.turn = turnAfter(device.turn, epoch, isDone, this.nowMs()) ?? device.turn;
    device.late = device.late.filter(({ n }) => !request.seen.includes(n));
    const outcomes = request.ops.flatMap(({ n }) => device.outcomes.find((outcome) => outcome.n === n) ?? []);
    return {
      acked: device.lastN,
      now: this.nowMs(),
      outcomes,
      late: [...device.late],
      streams: request.streams.map((ask) => this.#answer(ask)),
    };
  }

  /** What it holds of these, by hash. It does not note how far PCs have come. */
  show({ records, files }: ReceiptRequest): ReceiptAnswer {
    const held = this.#stream(communeStream(this.communeId)).records;
    return {
      records: records.flatMap(({ type, id }) => {
        const record = held.get(recordKey(type, id));
        return record === undefined
          ? []
          : [{ type, id, seq: record.seq, hash: hashRecord(record), takenAt: this.nowMs() }];
      }),
      files: files.filter((hash) => this.files.has(hash)).map((hash) => ({ hash, storedAt: this.nowMs() })),
      devices: [...this.#devices.keys()].map((dev) => ({ dev, upTo: 0, toldAt: null, seenAt: null })),
    };
  }

  /** Takes what one PC brings for another. */
  carry({ dev, epoch, ops }: CarriedBatch): CarriedAnswer | { readonly expect: number } {
    const device = this.#device(dev);
    if ((ops[0]?.n ?? 0) > device.lastN + 1) return { expect: device.lastN + 1 };
    const streams = [{ id: communeStream(this.communeId), epoch, base: 0, after: 0, limit: 1 }];
    const lastN = device.lastN;
    this.#accept({ v: 1, dev, ops, seen: [], streams }, device);
    const outcomes = ops.flatMap(({ n }) => device.outcomes.findLast((outcome) => outcome.n === n) ?? []);
    if (isRestored(this.#own().epoch))
      device.late.push(...outcomes.filter(({ n, kind }) => n > lastN && kind !== 'parked'));
    return { dev, acked: device.lastN, outcomes };
  }

  #accept(request: SyncRequest, device: Device): void {
    const ops = rebaseOps(
      request.ops,
      (stream) => request.streams.find(({ id }) => id === stream)?.epoch,
      (stream) => this.streams.get(stream)?.epoch,
    );
    const state: AcceptState = { lastN: device.lastN, seq: new Map(), records: new Map(), parked: this.#parked };
    for (const [id, { seq, records }] of this.streams) {
      if (id !== PROVINCE_STREAM) state.seq.set(id, seq);
      for (const [key, record] of records) state.records.set(`${id}|${key}`, record);
    }
    const isItsTurn = mayResupply(device.turn, this.#own().epoch, this.nowMs());
    const accepted = acceptBatch(ops, state, this.#rules(state, isItsTurn), this.nowMs());
    device.lastN = state.lastN;
    device.outcomes.push(...accepted.outcomes);
    for (const { dev, outcome } of accepted.late) this.#device(dev).late.push(outcome);
    this.#parked = state.parked;
    for (const [id, seq] of state.seq) this.#stream(id).seq = seq;
    for (const key of accepted.changed) {
      const [stream = '', record = ''] = key.split('|');
      const changed = state.records.get(key);
      if (changed !== undefined) this.#stream(stream).records.set(record, changed);
    }
  }

  #rules(state: AcceptState, isItsTurn: boolean): AcceptRules {
    const before = new Set(state.records.keys());
    return {
      policyOf,
      parentOf: ({ type, id, f, saw, stream }) => {
        if (saw !== undefined && !before.has(`${stream}|${recordKey(type, id)}`)) return { type, id };
        const parent = isEntityType(type) ? parentOf(type, f) : undefined;
        return typeof parent?.id === 'string' ? { type: parent.type, id: parent.id } : undefined;
      },
      command: (op, record) => commandRegister(op, record),
      refuse: (op, record, merged) =>
        op.t === 'sup' && !isItsTurn ? 'resupply-over' : this.#refuse(op, record, merged, state),
    };
  }

  #refuse(op: Op, record: SyncRecord | undefined, merged: SyncRecord, state: AcceptState): string | undefined {
    if (op.t === 'cmd') return undefined;
    const refused = refuseKnownFields(op.type, op.f);
    if (refused === undefined && op.type === 'outgoing') return refuseOutgoing(op, record, merged, state);
    if (refused !== undefined || op.type !== 'document') return refused;
    if ((merged.f['secrecy']?.v ?? 'none') !== 'none') return 'secret-stays-home';
    const number = op.f['arrivalNumber'];
    if (typeof number !== 'number' || record?.f['arrivalNumber']?.v === number) return undefined;
    const records = [...state.records].filter(([key]) => key.startsWith(`${op.stream}|`)).map(([, value]) => value);
    const book = merged.f['book']?.v;
    const register = records.find(({ type, f }) => type === 'register' && f['book']?.v === book);
    if (op.t !== 'sup' && register?.f['holderDevice']?.v !== op.dev) return 'number-not-leased';
    const year = yearIn(merged);
    const isTaken = records.some(
      ({ type, id, f }) =>
        type === 'document' && id !== op.id && f['arrivalNumber']?.v === number && yearIn({ f }) === year,
    );
    return isTaken ? 'number-taken' : undefined;
  }

  #answer(ask: StreamAsk): StreamAnswer {
    const stream = this.#stream(ask.id);
    const isForeign = ask.epoch !== '' && ask.epoch !== stream.epoch;
    const nothing = { id: ask.id, epoch: stream.epoch, rows: [], next: 0, more: true, resync: true };
    if (isForeign) return nothing;
    if (
      ask.check !== undefined &&
      ask.base === stream.seq &&
      ask.check !== digestRoot(digestOf(stream.records.values()))
    )
      return nothing;
    const records = [...stream.records.values()].filter(({ seq }) => seq > ask.after).sort((a, b) => a.seq - b.seq);
    const page = toPage(records, ask.base, ask.limit, stream.seq);
    const hashes = [...this.files.keys()];
    const here = ask.awaits?.filter((beginning) => hashes.some((hash) => hash.startsWith(beginning))) ?? [];
    const answer = {
      id: ask.id,
      epoch: stream.epoch,
      rows: structuredClone(page.rows),
      next: page.next,
      more: page.more,
    };
    const taken = ask.peers?.map((dev) => ({ dev, n: this.#device(dev).lastN, seq: stream.seq }));
    const { confirm: from } = ask;
    // As much as the real server: of this page, or of all before it when this is the last.
    const isOfPage = from === ask.after;
    const upTo = isOfPage ? page.next : ask.after;
    const stretch = [...stream.records.values()].filter(({ seq }) => from !== undefined && seq > from && seq <= upTo);
    const isConfirmed = from !== undefined && !this.isOfOlderBuild && (isOfPage ? page.rows.length > 0 : !page.more);
    const hash = hashStretch(stretch.sort((a, b) => a.seq - b.seq));
    return {
      ...answer,
      ...(here.length > 0 && { here }),
      ...(taken !== undefined && { taken }),
      ...(isConfirmed && { confirmed: { upTo, hash } }),
    };
  }

  #own(): { readonly id: string; readonly epoch: string } {
    const id = communeStream(this.communeId);
    return { id, epoch: this.#stream(id).epoch };
  }

  #stream(id: string): Stream {
    const stream = this.streams.get(id);
    if (stream === undefined) throw new Error(`no such stream: ${id}`);
    return stream;
  }

  #device(dev: number): Device {
    const device = this.#devices.get(dev);
    if (device === undefined) throw new Error(`no such device: ${String(dev)}`);
    return device;
  }
}

function yearIn({ f }: Pick<SyncRecord, 'f'>): string {
  const day = f['receivedOn']?.v;
  return typeof day === 'string' ? day.slice(0, 4) : '';
}

/** By the same rule as the real server, over all records: a province in memory is small. */
function refuseOutgoing(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  state: AcceptState,
): string | undefined {
  if ((merged.f['secrecy']?.v ?? 'none') !== 'none') return 'secret-stays-home';
  const number = op.f['number'];
  const before = record?.f['number']?.v;
  if (typeof before === 'number') return number === undefined || number === before ? undefined : 'not-allowed';
  if (typeof number !== 'number' || op.t === 'sup') return undefined;
  const [registerId, series] = [merged.f['registerId']?.v, merged.f['series']?.v];
  const inSeries = [...state.records].flatMap(([key, each]) =>
    key.startsWith(`${op.stream}|`) && each.f['registerId']?.v === registerId && each.f['series']?.v === series
      ? [{ type: each.type, id: each.id, ...Object.fromEntries(Object.entries(each.f).map(([f, { v }]) => [f, v])) }]
      : [],
  );
  const of = <T>(type: string): T[] => inSeries.filter((each) => each.type === type) as T[];
  const register = [...state.records.values()].find(({ type, id }) => type === 'register' && id === registerId);
  if (register === undefined) return 'record-missing';
  return refuseNumber(
    {
      isUsed: (asked) =>
        of<{ id: string; number?: unknown }>('outgoing').some((row) => row.id !== op.id && row.number === asked),
      highestUsed: undefined,
      entries: of('ledgerEntry'),
      blocks: of('numberBlock'),
    },
    { device: op.dev, isHolder: register.f['holderDevice']?.v === op.dev },
    number,
  );
}

function commandRegister(op: Op, record: SyncRecord | undefined): CommandVerdict {
  const holder = record?.f['holderDevice']?.v ?? null;
  if (op.f['command'] === TAKE_REGISTER)
    return holder === null || holder === op.dev
      ? { ok: true, f: { holderDevice: op.dev } }
      : { ok: false, reason: 'register-held-elsewhere' };
  if (op.f['command'] === RELEASE_REGISTER)
    return holder === op.dev
      ? { ok: true, f: { holderDevice: null } }
      : { ok: false, reason: 'register-held-elsewhere' };
  return { ok: false, reason: 'unknown-command' };
}
