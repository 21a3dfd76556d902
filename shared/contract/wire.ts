import type { FieldValue, Op, Outcome } from '#shared/sync/op.ts';
import type { Cell, ConflictSet, Row } from '#shared/sync/record.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { StreamAnswer, SyncAnswer, SyncRequest } from './protocol.ts';

/**
 * Compact form of the sync messages: nested arrays without names, ids as 16 bytes, repeated texts in one table.
 * Lossless: unpacking gives the message back. What comes from outside is checked by the schemas of `protocol.ts` after unpacking;
 * unpacking itself throws `WireError` on anything that is not of the form.
 */
export type Packed = unknown;

/** A message that is not of the wire form. */
export class WireError extends Error {}

const opKinds = ['set', 'del', 'res', 'cmd'] as const;

/** Packs a request: `[v, dev, firstN, texts, ops, seen, streams]`; an op's counter is its place. */
export function packRequest(request: SyncRequest): Packed {
  const texts = new TextTable();
  const firstN = request.ops[0]?.n ?? 0;
  const ops = request.ops.map((op) => [
    opKinds.indexOf(op.t),
    texts.indexOf(op.stream),
    texts.indexOf(op.type),
    toIdBytes(op.id),
    op.f,
    op.base,
    op.h,
    texts.indexOf(op.by),
  ]);
  const streams = request.streams.map((ask) => [
    ask.id,
    ask.epoch,
    ask.base,
    ask.after - ask.base,
    ask.limit,
    ...(ask.check === undefined ? [] : [ask.check]),
  ]);
  return [request.v, request.dev, firstN, texts.packed(), ops, request.seen, streams];
}

/** Unpacks a request for `syncRequestSchema` to check. */
export function unpackRequest(packed: Packed): unknown {
  const [v, dev, firstN, packedTexts, ops, seen, streams] = tuple(packed, 7);
  const texts = list(packedTexts).map(fromPackedText);
  return {
    v,
    dev,
    ops: list(ops).map((op, i) => unpackOp(op, dev, number(firstN) + i, texts)),
    seen,
    streams: list(streams).map(unpackAsk),
  };
}

function unpackOp(packed: unknown, dev: unknown, n: number, texts: readonly string[]): unknown {
  const [kind, stream, type, id, f, base, h, by] = tuple(packed, 8);
  return {
    dev,
    n,
    t: opKinds[number(kind)],
    stream: textAt(texts, stream),
    type: textAt(texts, type),
    id: fromIdBytes(id),
    f,
    base,
    h,
    by: textAt(texts, by),
  };
}

function unpackAsk(packed: unknown): unknown {
  const [id, epoch, base, ahead, limit, check] = list(packed);
  const ask = { id, epoch, base, after: number(base) + number(ahead), limit };
  return check === undefined ? ask : { ...ask, check };
}

/**
 * Packs an answer to `request`: `[acked, now, texts, outcomes, late, streams]`.
 * A row that brings nothing but the asker's own ops of this request is sent as two numbers; the asker knows the rest.
 */
export function packAnswer(answer: SyncAnswer, request: SyncRequest): Packed {
  const texts = new TextTable();
  const streams = answer.streams.map((stream) => [
    stream.id,
    stream.epoch,
    stream.rows.map((row) => packRow(row, stream, request, texts)),
    stream.next,
    (stream.more ? 1 : 0) + (stream.resync === true ? 2 : 0) + (stream.drop === true ? 4 : 0),
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
  const [acked, now, packedTexts, outcomes, late, streams] = tuple(packed, 6);
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
  const [id, epoch, rows, next, flags] = tuple(packed, 5);
  const bits = number(flags);
  return {
    id: text(id),
    epoch: text(epoch),
    rows: list(rows).map((row) => unpackRow(row, request, texts)),
    next: number(next),
    more: (bits & 1) !== 0,
    ...((bits & 2) !== 0 && { resync: true }),
    ...((bits & 4) !== 0 && { drop: true }),
  };
}

function packRow(row: Row, stream: StreamAnswer, request: SyncRequest, texts: TextTable): unknown {
  const own = findOwnOp(row, stream, request);
  if (own !== undefined) return [row.seq, own.n];
  const cells = Object.entries(row.f).map(([field, cell]) => [texts.indexOf(field), packCell(cell, row.seq, texts)]);
  const conflicts = Object.entries(row.c).map(([field, set]) => [
    texts.indexOf(field),
    row.seq - set.s,
    Object.values(set.e).map((cell) => packCell(cell, row.seq, texts)),
  ]);
  return [texts.indexOf(row.type), toIdBytes(row.id), row.seq, cells.flat(), conflicts];
}

/** The op of the request whose plain effect is exactly this row. */
function findOwnOp(row: Row, stream: StreamAnswer, request: SyncRequest): Op | undefined {
  if (Object.keys(row.c).length > 0) return undefined;
  const ask = request.streams.find(({ id }) => id === stream.id);
  return request.ops.find(
    (op) =>
      op.id === row.id &&
      op.type === row.type &&
      op.stream === stream.id &&
      ask !== undefined &&
      isPlainEffect(op, row),
  );
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

function unpackRow(packed: unknown, request: SyncRequest, texts: readonly string[]): Row {
  const parts = list(packed);
  if (parts.length === 2) return rowOfOwnOp(number(parts[0]), number(parts[1]), request);
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
  return list(packed).flatMap((entry): Outcome[] => {
    const parts = list(entry);
    if (parts.length !== 3) return [unpackOutcome(entry)];
    const [n, seq, count] = parts.map(number) as [number, number, number];
    if (count > 100_000) throw new WireError('too many outcomes');
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

/** Texts that repeat within a message (streams, entities, fields, people), sent once. Ids are sent as bytes. */
class TextTable {
  private readonly places = new Map<string, number>();

  indexOf(entry: string): number {
    const known = this.places.get(entry);
    if (known !== undefined) return known;
    this.places.set(entry, this.places.size);
    return this.places.size - 1;
  }

  packed(): unknown[] {
    return [...this.places.keys()].map((entry) => (uuidPattern.test(entry) ? toIdBytes(entry) : entry));
  }
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function fromPackedText(packed: unknown): string {
  return packed instanceof Uint8Array ? fromIdBytes(packed) : text(packed);
}

/** A record id as 16 bytes. */
export function toIdBytes(id: string): Uint8Array {
  const hex = id.replaceAll('-', '');
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 16; i += 1) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}

/** A record id from its 16 bytes. */
export function fromIdBytes(packed: unknown): string {
  if (!(packed instanceof Uint8Array) || packed.length !== 16) throw new WireError('not an id');
  let hex = '';
  for (const byte of packed) hex += byte.toString(16).padStart(2, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function list(packed: unknown): readonly unknown[] {
  if (!Array.isArray(packed)) throw new WireError('not a list');
  return packed;
}

function tuple(packed: unknown, length: number): readonly unknown[] {
  const parts = list(packed);
  if (parts.length !== length) throw new WireError(`not a list of ${String(length)}`);
  return parts;
}

function number(packed: unknown): number {
  if (typeof packed !== 'number' || !Number.isSafeInteger(packed)) throw new WireError('not a whole number');
  return packed;
}

function text(packed: unknown): string {
  if (typeof packed !== 'string') throw new WireError('not a text');
  return packed;
}

function textAt(texts: readonly string[], packed: unknown): string {
  const entry = texts[number(packed)];
  if (entry === undefined) throw new WireError('text not in the table');
  return entry;
}
