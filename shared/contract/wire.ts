import type { FieldValue, Op, Outcome } from '#shared/sync/op.ts';
import type { TakenOps } from '#shared/sync/peers.ts';
import { recordKey, type Cell, type ConflictSet, type Row } from '#shared/sync/record.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import { AWAITED_DIGITS, type StreamAnswer, type StreamAsk, type SyncAnswer, type SyncRequest } from './protocol.ts';
import {
  fromIdBytes,
  fromPackedText,
  list,
  number,
  text,
  textAt,
  TextTable,
  toHexBytes,
  toHexDigits,
  toIdBytes,
  tuple,
  tupleOrMore,
  WireError,
  type Packed,
} from './wire-form.ts';
import { packConfirmed, unpackConfirmed } from './wire-confirmed.ts';
import { packMoved, unpackMoved } from './wire-moved.ts';
import { packOps, unpackOps } from './wire-ops.ts';
import { packTold, withTold } from './wire-told.ts';

export { WireError, type Packed } from './wire-form.ts';

/** Packs a request: `[v, dev, firstN, texts, ops, seen, streams]`, and `gone` behind them if there is one; an op's counter is its place. Lossless. */
export function packRequest(request: SyncRequest): Packed {
  const texts = new TextTable();
  const ops = packOps(request.ops, texts);
  const streams = request.streams.map(packAsk);
  const packed = [request.v, request.dev, request.ops[0]?.n ?? 0, texts.packed(), ops, request.seen, streams];
  return request.gone === undefined ? packed : [...packed, request.gone];
}

/** Unpacks a request for `syncRequestSchema` to check; what a newer build put behind the known parts is passed over. Throws `WireError` on what is not of the form. */
export function unpackRequest(packed: Packed): unknown {
  const [v, dev, firstN, packedTexts, ops, seen, streams, gone] = tupleOrMore(packed, 7);
  const texts = list(packedTexts).map(fromPackedText);
  const request = {
    v,
    dev,
    ops: unpackOps(ops, dev, number(firstN), texts),
    seen,
    streams: list(streams).map(unpackAsk),
  };
  return gone === undefined ? request : { ...request, gone };
}

/**
 * `[id, epoch, base, ahead, limit]`, and behind them, as far as there are any, `check`, 1 for `whole`, the awaited files as one run of bytes, how far `confirm`
 * is behind `after`, and the PCs whose ops it holds. What is missing before the last of them is `undefined`: a server of an older build passes over what it does not know.
 */
function packAsk({ id, epoch, base, after, limit, check, whole, awaits, confirm, peers }: StreamAsk): unknown[] {
  const extras = [
    check,
    whole === true ? 1 : undefined,
    awaits === undefined ? undefined : toHexBytes(awaits.join('')),
    confirm === undefined ? undefined : after - confirm,
    peers,
  ];
  return [id, epoch, base, after - base, limit, ...withoutEmptyEnd(extras)];
}

/** What is missing behind the last that is there is not sent. */
function withoutEmptyEnd(extras: readonly unknown[]): readonly unknown[] {
  return extras.slice(0, extras.findLastIndex((extra) => extra !== undefined) + 1);
}

function unpackAsk(packed: unknown): unknown {
  const [id, epoch, base, ahead, limit, check, whole, awaits, behind, peers] = list(packed);
  const after = number(base) + number(ahead);
  return {
    ...{ id, epoch, base, after, limit },
    ...(check !== undefined && { check }),
    ...(whole !== undefined && { whole: whole === 1 }),
    ...(awaits !== undefined && { awaits: fromAwaitedBytes(awaits) }),
    ...(behind !== undefined && { confirm: after - number(behind) }),
    ...(peers !== undefined && { peers }),
  };
}

function fromAwaitedBytes(packed: unknown): string[] {
  if (!(packed instanceof Uint8Array) || packed.length % (AWAITED_DIGITS / 2) !== 0)
    throw new WireError('not the beginnings of hashes');
  const digits = toHexDigits(packed);
  return Array.from({ length: digits.length / AWAITED_DIGITS }, (_, i) =>
    digits.slice(i * AWAITED_DIGITS, (i + 1) * AWAITED_DIGITS),
  );
}

/**
 * Packs an answer to `request`: `[acked, now, texts, outcomes, late, streams]`; a stream is `[id, epoch, rows, next, flags]`, and behind them, as far as
 * there are any, the places in the request of awaited files that are here, what is confirmed as `[how far `upTo` is behind `next`, 32 bytes]`,
 * of each PC asked about number, counter and the stream's sequence, what became of a stream that was moved, and times that PCs had told (`wire-told.ts`).
 * Rows that bring nothing but the asker's own ops of this request are sent as `[seq, n, count]`; the asker knows the rest.
 */
export function packAnswer(answer: SyncAnswer, request: SyncRequest): Packed {
  const texts = new TextTable();
  const streams = answer.streams.map((stream) => [
    stream.id,
    stream.epoch,
    packRows(stream, request, texts),
    stream.next,
    (stream.more ? 1 : 0) + (stream.resync === true ? 2 : 0) + (stream.drop === true ? 4 : 0),
    ...withoutEmptyEnd([
      stream.here === undefined ? undefined : packHere(stream.here, awaitedOf(stream.id, request)),
      stream.confirmed === undefined ? undefined : packConfirmed(stream.confirmed, stream.next),
      stream.taken?.map(({ dev, n, seq }) => [dev, n, seq]),
      stream.moved === undefined ? undefined : packMoved(stream.moved),
      packTold(stream.rows, texts),
    ]),
  ]);
  return [
    answer.acked,
    answer.now,
    texts.packed(),
    packOutcomes(answer.outcomes),
    answer.late.map(packOutcome),
    streams,
  ];
}

/** Unpacks an answer; `request` is the one it answers. Throws `WireError` on what is not of the form. */
export function unpackAnswer(packed: Packed, request: SyncRequest): SyncAnswer {
  const [acked, now, packedTexts, outcomes, late, streams] = tupleOrMore(packed, 6);
  const texts = list(packedTexts).map(fromPackedText);
  return {
    acked: number(acked),
    now: number(now),
    outcomes: unpackOutcomes(outcomes),
    late: list(late).map(unpackOutcome),
    streams: list(streams).map((stream) => unpackStream(stream, request, texts)),
  };
}

function unpackStream(packed: unknown, request: SyncRequest, texts: readonly string[]): StreamAnswer {
  const [id, epoch, rows, next, flags, here, confirmed, taken, moved, told] = list(packed);
  const bits = number(flags);
  return {
    id: text(id),
    epoch: text(epoch),
    rows: withTold(unpackRows(list(rows), request, texts), told, texts),
    next: number(next),
    more: (bits & 1) !== 0,
    ...((bits & 2) !== 0 && { resync: true }),
    ...((bits & 4) !== 0 && { drop: true }),
    ...(here !== undefined && { here: unpackHere(here, awaitedOf(text(id), request)) }),
    ...(confirmed !== undefined && { confirmed: unpackConfirmed(confirmed, number(next)) }),
    ...(taken !== undefined && { taken: list(taken).map(unpackTaken) }),
    ...(moved !== undefined && { moved: unpackMoved(moved) }),
  };
}

function unpackTaken(packed: unknown): TakenOps {
  const [dev, n, seq] = tuple(packed, 3);
  return { dev: number(dev), n: number(n), seq: number(seq) };
}

function awaitedOf(streamId: string, { streams }: SyncRequest): readonly string[] {
  return streams.find(({ id }) => id === streamId)?.awaits ?? [];
}

function packHere(here: readonly string[], awaited: readonly string[]): number[] {
  return here.map((file) => awaited.indexOf(file));
}

function unpackHere(packed: unknown, awaited: readonly string[]): string[] {
  return list(packed).map((place) => {
    const file = awaited[number(place)];
    if (file === undefined) throw new WireError('a file nobody waits for');
    return file;
  });
}

/** Own rows whose sequences and counters are each one apart are one triple. */
function packRows(stream: StreamAnswer, request: SyncRequest, texts: TextTable): unknown[] {
  const packed: unknown[] = [];
  const sent = opsByRecord(stream.id, request);
  let run: [seq: number, n: number, count: number] | undefined;
  for (const row of stream.rows) {
    const own = findOwnOp(row, sent);
    if (own !== undefined && run !== undefined && row.seq === run[0] + run[2] && own.n === run[1] + run[2]) {
      run[2] += 1;
      continue;
    }
    run = own === undefined ? undefined : [row.seq, own.n, 1];
    packed.push(run ?? packRow(row, texts));
  }
  return packed;
}

function packRow(row: Row, texts: TextTable): unknown {
  const cells = Object.entries(row.f).map(([field, cell]) => [texts.indexOf(field), packCell(cell, row.seq, texts)]);
  const conflicts = Object.entries(row.c).map(([field, set]) => [
    texts.indexOf(field),
    row.seq - set.s,
    Object.values(set.e).map((cell) => packCell(cell, row.seq, texts)),
  ]);
  return [texts.indexOf(row.type), toIdBytes(row.id), row.seq, cells.flat(), conflicts];
}

/** Ops that a request sends to a stream it asks for, by the record they are about, in their order. */
function opsByRecord(stream: string, request: SyncRequest): ReadonlyMap<string, readonly Op[]> {
  const byRecord = new Map<string, Op[]>();
  if (!request.streams.some(({ id }) => id === stream)) return byRecord;
  for (const op of request.ops) {
    if (op.stream !== stream) continue;
    const key = recordKey(op.type, op.id);
    const known = byRecord.get(key);
    if (known === undefined) byRecord.set(key, [op]);
    else known.push(op);
  }
  return byRecord;
}

/** The op of the request whose plain effect is exactly this row. */
function findOwnOp(row: Row, sent: ReadonlyMap<string, readonly Op[]>): Op | undefined {
  if (Object.keys(row.c).length > 0) return undefined;
  return sent.get(recordKey(row.type, row.id))?.find((op) => isPlainEffect(op, row));
}

function isPlainEffect(op: Op, row: Row): boolean {
  const fields = Object.keys(op.f);
  if (op.t !== 'set' || fields.length === 0 || fields.length !== Object.keys(row.f).length) return false;
  return fields.every((field) => {
    const cell = row.f[field];
    return (
      cell?.d === op.dev &&
      cell.s === row.seq &&
      cell.h === op.h &&
      cell.by === op.by &&
      equalValues(cell.v, op.f[field] as FieldValue)
    );
  });
}

function unpackRows(packed: readonly unknown[], request: SyncRequest, texts: readonly string[]): Row[] {
  let left = MAX_UNFOLDED;
  return packed.flatMap((row) => {
    const parts = list(row);
    if (parts.length !== 3) return [unpackRow(row, texts)];
    const [seq, n, count] = parts.map(number) as [number, number, number];
    left -= count;
    if (count < 0 || count > request.ops.length || left < 0) throw new WireError('more own rows than were sent');
    return Array.from({ length: count }, (_, i) => rowOfOwnOp(seq + i, n + i, request));
  });
}

function unpackRow(packed: unknown, texts: readonly string[]): Row {
  const [type, id, seq, cells, conflicts] = tuple(packed, 5);
  const rowSeq = number(seq);
  const f: Record<string, Cell> = {};
  const flat = list(cells);
  for (let i = 0; i + 1 < flat.length; i += 2) f[textAt(texts, flat[i])] = unpackCell(flat[i + 1], rowSeq, texts);
  const c: Record<string, ConflictSet> = {};
  for (const conflict of list(conflicts)) {
    const [field, age, entries] = tuple(conflict, 3);
    const held = list(entries).map((entry) => unpackCell(entry, rowSeq, texts));
    c[textAt(texts, field)] = {
      s: rowSeq - number(age),
      e: Object.fromEntries(held.map((cell) => [String(cell.d), cell])),
    };
  }
  return { type: textAt(texts, type), id: fromIdBytes(id), seq: rowSeq, f, c };
}

function rowOfOwnOp(seq: number, n: number, request: SyncRequest): Row {
  const op = request.ops[n - (request.ops[0]?.n ?? 0)];
  if (op === undefined) throw new WireError('row names an op that was not sent');
  const f = Object.fromEntries(
    Object.entries(op.f).map(([field, v]): [string, Cell] => [field, { v, s: seq, h: op.h, d: op.dev, by: op.by }]),
  );
  return { type: op.type, id: op.id, seq, f, c: {} };
}

function packCell(cell: Cell, rowSeq: number, texts: TextTable): unknown[] {
  return [cell.v, rowSeq - cell.s, cell.h, cell.d, texts.indexOf(cell.by)];
}

function unpackCell(packed: unknown, rowSeq: number, texts: readonly string[]): Cell {
  const [v, age, h, d, by] = tuple(packed, 5);
  return { v: v as FieldValue, s: rowSeq - number(age), h: number(h), d: number(d), by: textAt(texts, by) };
}

/** Most entries that runs of a few bytes may stand for in one list, so that a small body never becomes a large one. */
const MAX_UNFOLDED = 100_000;

const outcomeKinds = ['ok', 'conflict', 'rejected', 'parked'] as const;

/** Outcomes in a row that are all `ok` with counters and sequences one apart are one triple `[n, seq, count]`. */
function packOutcomes(outcomes: readonly Outcome[]): unknown[] {
  const packed: unknown[] = [];
  for (let i = 0; i < outcomes.length;) {
    const count = okRunLength(outcomes, i);
    const first = outcomes[i];
    if (first === undefined) break;
    packed.push(first.kind === 'ok' && count > 0 ? [first.n, first.seq, count] : packOutcome(first));
    i += Math.max(1, count);
  }
  return packed;
}

function okRunLength(outcomes: readonly Outcome[], start: number): number {
  const first = outcomes[start];
  if (first?.kind !== 'ok') return 0;
  let count = 1;
  for (
    let next = outcomes[start + count];
    next?.kind === 'ok' && next.n === first.n + count && next.seq === first.seq + count;
    next = outcomes[start + count]
  )
    count += 1;
  return count;
}

function unpackOutcomes(packed: unknown): Outcome[] {
  let left = MAX_UNFOLDED;
  return list(packed).flatMap((entry): Outcome[] => {
    const parts = list(entry);
    if (parts.length !== 3) return [unpackOutcome(entry)];
    const [n, seq, count] = parts.map(number) as [number, number, number];
    left -= count;
    if (count < 0 || left < 0) throw new WireError('too many outcomes');
    return Array.from({ length: count }, (_, i) => ({ n: n + i, kind: 'ok', seq: seq + i }));
  });
}

/** A single outcome has four parts, so that it is told from a run: `[n, kind, seq or reason, 0]`. */
function packOutcome(outcome: Outcome): unknown[] {
  const detail = outcome.kind === 'rejected' ? outcome.reason : outcome.kind === 'parked' ? 0 : outcome.seq;
  return [outcome.n, outcomeKinds.indexOf(outcome.kind), detail, 0];
}

function unpackOutcome(packed: unknown): Outcome {
  const [n, kindIndex, detail] = tuple(packed, 4);
  const kind = outcomeKinds[number(kindIndex)];
  if (kind === undefined) throw new WireError('unknown outcome');
  if (kind === 'rejected') return { n: number(n), kind, reason: text(detail) };
  return kind === 'parked' ? { n: number(n), kind } : { n: number(n), kind, seq: number(detail) };
}
