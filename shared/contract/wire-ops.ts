import type { Op } from '#shared/sync/op.ts';
import {
  fromIdBytes,
  list,
  number,
  textAt,
  type TextTable,
  toIdBytes,
  tuple,
  tupleOrMore,
  WireError,
  type Packed,
} from './wire-form.ts';

const opKinds = ['set', 'del', 'res', 'cmd', 'sup'] as const;

/** Bytes of an id that are its time of creation in milliseconds; the rest is random. */
const TIME_BYTES = 6;
const REST_BYTES = 10;
/** A hybrid time is milliseconds × 1024 + counter; the counter is nearly always 0. */
const TICKS = 1024;

/**
 * Packs ops as columns, because like stands beside like and compresses so: kinds, streams, types, ids (times as differences, and the rest),
 * field names, values, bases, hybrid times (milliseconds and counters apart), persons, and where there is any, the origin of what is re-supplied,
 * what was seen ahead of the server, how far `rest` is ahead of `base`, and the times of origins as their PCs told them.
 * Counters and device are the request's; no ops are an empty list.
 */
export function packOps(ops: readonly Op[], texts: TextTable): Packed {
  if (ops.length === 0) return [];
  const ids = ops.map(({ id }) => toIdBytes(id));
  return [
    ops.map(({ t }) => opKinds.indexOf(t)),
    ops.map(({ stream }) => texts.indexOf(stream)),
    ops.map(({ type }) => texts.indexOf(type)),
    toSteps(ids.map(timeOf)),
    joinRests(ids),
    ops.map(({ f }) => Object.keys(f).map((field) => texts.indexOf(field))),
    ops.flatMap(({ f }) => Object.values(f)),
    toSteps(ops.map(({ base }) => base)),
    toSteps(ops.map(({ h }) => Math.floor(h / TICKS))),
    ops.map(({ h }) => h % TICKS),
    ops.map(({ by }) => texts.indexOf(by)),
    ...packExtras(ops, texts),
  ];
}

/** Columns few batches have: a later one brings those before it along. */
function packExtras(ops: readonly Op[], texts: TextTable): Packed[] {
  const columns = [
    ops.map(({ origin }) => packOrigin(origin, texts)),
    ops.map(({ saw }) => packSaw(saw, texts)),
    ops.map(({ base, rest }) => (rest === undefined ? null : rest - base)),
    ops.map(({ origin }) => packTold(origin, texts)),
  ];
  return columns.slice(0, columns.findLastIndex((column) => column.some((part) => part !== null)) + 1);
}

/**
 * Unpacks what `packOps` made. A kind of op this build does not know is an act it does not know: it is refused as one, and the others are judged. Throws
 * `WireError` when the columns do not fit together.
 */
export function unpackOps(packed: Packed, dev: unknown, firstN: number, texts: readonly string[]): unknown[] {
  if (list(packed).length === 0) return [];
  const [
    kinds,
    streams,
    types,
    times,
    rests,
    fields,
    values,
    bases,
    hybridMs,
    hybridCounters,
    persons,
    origins,
    saws,
    ahead,
    told,
  ] = tupleOrMore(packed, 11);
  const count = list(kinds).length;
  const column = (part: unknown): readonly unknown[] => tuple(part, count);
  const ids = joinIds(fromSteps(column(times)), rests);
  const baseOf = fromSteps(column(bases));
  const msOf = fromSteps(column(hybridMs));
  const fieldsOf = splitFields(column(fields), list(values), texts);
  const [streamOf, typeOf, counterOf, personOf] = [streams, types, hybridCounters, persons].map(column);
  const ops = column(kinds).map((kind, i) => ({
    dev,
    n: firstN + i,
    t: opKinds[number(kind)] ?? 'cmd',
    stream: textAt(texts, streamOf?.[i]),
    type: textAt(texts, typeOf?.[i]),
    id: ids[i],
    f: fieldsOf[i],
    base: baseOf[i],
    h: number(msOf[i]) * TICKS + number(counterOf?.[i]),
    by: textAt(texts, personOf?.[i]),
  }));
  if (origins === undefined) return ops;
  const extras = (part: unknown): readonly unknown[] => (part === undefined ? nothings(count) : column(part));
  const [originOf, sawOf, aheadOf, toldOf] = [origins, saws, ahead, told].map(extras);
  return ops.map((op, i) => ({
    ...op,
    ...unpackOrigin(originOf?.[i], toldOf?.[i], texts),
    ...unpackSaw(sawOf?.[i], texts),
    ...unpackRest(aheadOf?.[i], op.base ?? 0),
  }));
}

/** A column that was not sent: nobody has any of it. */
function nothings(count: number): readonly null[] {
  return Array.from({ length: count }, () => null);
}

function packOrigin(origin: Op['origin'], texts: TextTable): Packed {
  if (origin === undefined) return null;
  return Object.entries(origin).map(([field, { dev, h, by }]) => [texts.indexOf(field), dev, h, texts.indexOf(by)]);
}

/** Not with the origin itself: a server of an older build takes that only as it knows it. */
function packTold(origin: Op['origin'], texts: TextTable): Packed {
  const told = Object.entries(origin ?? {}).filter(([, from]) => from.told !== undefined);
  return told.length === 0 ? null : told.map(([field, from]) => [texts.indexOf(field), from.told]);
}

function unpackOrigin(packed: unknown, packedTold: unknown, texts: readonly string[]): { readonly origin?: unknown } {
  if (packed === null) return {};
  const tolds = new Map(
    (packedTold === null ? [] : list(packedTold)).map((entry) => {
      const [field, told] = tuple(entry, 2);
      return [textAt(texts, field), told];
    }),
  );
  const entries = list(packed).map((entry) => {
    const [place, dev, h, by] = tuple(entry, 4);
    const field = textAt(texts, place);
    const from = { dev, h, by: textAt(texts, by) };
    return [field, tolds.has(field) ? { ...from, told: tolds.get(field) } : from];
  });
  return { origin: Object.fromEntries(entries) };
}

function packSaw(saw: Op['saw'], texts: TextTable): Packed {
  if (saw === undefined) return null;
  return Object.entries(saw).map(([field, { dev, n }]) => [texts.indexOf(field), dev, n]);
}

function unpackSaw(packed: unknown, texts: readonly string[]): { readonly saw?: unknown } {
  if (packed === null) return {};
  const entries = list(packed).map((entry) => {
    const [field, dev, n] = tuple(entry, 3);
    return [textAt(texts, field), { dev, n }];
  });
  return { saw: Object.fromEntries(entries) };
}

function unpackRest(packed: unknown, base: number): { readonly rest?: unknown } {
  return packed === null ? {} : { rest: base + number(packed) };
}

function splitFields(
  names: readonly unknown[],
  values: readonly unknown[],
  texts: readonly string[],
): Record<string, unknown>[] {
  let next = 0;
  const sets = names.map((set) => {
    const fields: Record<string, unknown> = {};
    for (const place of list(set)) {
      const field = textAt(texts, place);
      if (field === '__proto__') throw new WireError('no name of a field');
      fields[field] = values[next++];
    }
    return fields;
  });
  if (next !== values.length) throw new WireError('values without fields');
  return sets;
}

/** The first value, then how far each is from the one before. */
function toSteps(values: readonly number[]): number[] {
  return values.map((value, i) => value - (values[i - 1] ?? 0));
}

function fromSteps(steps: readonly unknown[]): number[] {
  let value = 0;
  return steps.map((step) => (value += number(step)));
}

function timeOf(id: Uint8Array): number {
  return id.subarray(0, TIME_BYTES).reduce((time, byte) => time * 256 + byte, 0);
}

function joinRests(ids: readonly Uint8Array[]): Uint8Array {
  const rests = new Uint8Array(ids.length * REST_BYTES);
  ids.forEach((id, i) => {
    rests.set(id.subarray(TIME_BYTES), i * REST_BYTES);
  });
  return rests;
}

function joinIds(times: readonly number[], rests: unknown): string[] {
  if (!(rests instanceof Uint8Array) || rests.length !== times.length * REST_BYTES)
    throw new WireError('ids of no possible length');
  return times.map((time, i) => {
    if (time < 0 || time >= 256 ** TIME_BYTES) throw new WireError('id of no possible time');
    const id = new Uint8Array(TIME_BYTES + REST_BYTES);
    for (let at = TIME_BYTES - 1, left = time; at >= 0; at -= 1, left = Math.floor(left / 256)) id[at] = left % 256;
    id.set(rests.subarray(i * REST_BYTES, (i + 1) * REST_BYTES), TIME_BYTES);
    return fromIdBytes(id);
  });
}
