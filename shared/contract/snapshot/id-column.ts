import { fromIdBytes, toIdBytes, WireError } from '../wire-form.ts';
import { packDeltas, unpackDeltas } from './byte-column.ts';

const ID_BYTES = 16;
/** The first bytes of an id are its time of creation: they hardly differ from one record to the next. */
const TIME_BYTES = 6;
const REST_BYTES = ID_BYTES - TIME_BYTES;

/** Ids as `[times, rest]`: times as distances, the rest byte place by byte place, so that those with fixed bits shrink. */
export function packIds(ids: readonly string[]): unknown[] {
  const times: number[] = [];
  const rest = new Uint8Array(ids.length * REST_BYTES);
  ids.forEach((id, i) => {
    const bytes = toIdBytes(id);
    times.push(timeOf(bytes));
    for (let place = 0; place < REST_BYTES; place += 1)
      rest[place * ids.length + i] = bytes[TIME_BYTES + place] as number;
  });
  return [packDeltas(times), rest];
}

/** Reads `count` ids written by `packIds`. */
export function unpackIds(times: unknown, rest: unknown, count: number): string[] {
  if (!(rest instanceof Uint8Array) || rest.length !== count * REST_BYTES) throw new WireError('not a column of ids');
  return unpackDeltas(times, count).map((time, i) => {
    const bytes = new Uint8Array(ID_BYTES);
    if (time < 0 || time >= 2 ** (TIME_BYTES * 8)) throw new WireError('an id of no possible time');
    for (let place = TIME_BYTES - 1, left = time; place >= 0; place -= 1, left = Math.floor(left / 256))
      bytes[place] = left % 256;
    for (let place = 0; place < REST_BYTES; place += 1) bytes[TIME_BYTES + place] = rest[place * count + i] as number;
    return fromIdBytes(bytes);
  });
}

/** Milliseconds since 1970 that an id begins with. */
export function idTimeOf(id: string): number {
  return timeOf(toIdBytes(id));
}

function timeOf(bytes: Uint8Array): number {
  let time = 0;
  for (let place = 0; place < TIME_BYTES; place += 1) time = time * 256 + (bytes[place] as number);
  return time;
}
