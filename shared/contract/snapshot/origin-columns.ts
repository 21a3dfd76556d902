import { hlcFromMs } from '#shared/sync/hlc.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Cell, SyncRecord } from '#shared/sync/record.ts';
import { number, text, tuple, WireError } from '../wire-form.ts';
import { packDeltas, packSigned, packWholes, unpackDeltas, unpackSigned, unpackWholes } from './byte-column.ts';
import { idTimeOf } from './id-column.ts';
import { packColumn, unpackColumn, type IdPlaces } from './value-column.ts';

/** A write that cells came from: sequence, hybrid time, device, person. */
export type Origin = Pick<Cell, 's' | 'h' | 'd' | 'by'>;

/** How times are written: as distances from the write before, or from the making of the record, as its id says. */
const fromBefore = 0;
const fromMaking = 1;

/** The writes a record's cells came from, each once; the first is that of its first field. */
export function originsOf({ f, c }: SyncRecord): readonly Origin[] {
  const origins: Origin[] = [];
  const note = (cell: Cell): void => {
    if (placeOfOrigin(origins, cell) === -1) origins.push({ s: cell.s, h: cell.h, d: cell.d, by: cell.by });
  };
  for (const field in f) note(f[field] as Cell);
  for (const { e } of Object.values(c)) Object.values(e).forEach(note);
  return origins;
}

/** Place of a cell's write among those of its record; there are few, so a search through them is fastest. */
export function placeOfOrigin(origins: readonly Origin[], { s, h, d, by }: Origin): number {
  return origins.findIndex((origin) => origin.s === s && origin.h === h && origin.d === d && origin.by === by);
}

/** `[counts, ages, base of times, times, devices, people]`; an age is the record's sequence less that of the write. */
export function packOrigins(
  records: readonly SyncRecord[],
  origins: readonly (readonly Origin[])[],
  ids: IdPlaces,
): unknown[] {
  const flat = origins.flat();
  const ages = records.flatMap(({ seq }, i) => (origins[i] ?? []).map(({ s }) => seq - s));
  return [
    packWholes(origins.map(({ length }) => length)),
    packSigned(ages),
    ...packTimes(records, origins),
    packColumn(
      flat.map(({ d }) => d),
      ids,
    ),
    packColumn(
      flat.map(({ by }) => by),
      ids,
    ),
  ];
}

/** Reads the writes of these records. */
export function unpackOrigins(
  packed: unknown,
  recordIds: readonly string[],
  seqs: readonly number[],
  ids: readonly string[],
): (readonly Origin[])[] {
  const [packedCounts, packedAges, base, packedTimes, devices, people] = tuple(packed, 6);
  const counts = unpackWholes(packedCounts, recordIds.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const ages = unpackSigned(packedAges, total);
  const times = base === fromMaking ? unpackSigned(packedTimes, total) : unpackDeltas(packedTimes, total);
  const made = base === fromMaking ? recordIds.map(madeAt) : undefined;
  const d = unpackColumn(devices, total, ids);
  const by = unpackColumn(people, total, ids);
  let at = -1;
  return counts.map((count, i) =>
    Array.from({ length: count }, () => {
      at += 1;
      return {
        s: (seqs[i] as number) - (ages[at] as number),
        h: safe((times[at] as number) + (made?.[i] ?? 0)),
        d: number(d[at]),
        by: text(by[at]),
      };
    }),
  );
}

function packTimes(records: readonly SyncRecord[], origins: readonly (readonly Origin[])[]): unknown[] {
  const byBefore = packDeltas(origins.flat().map(({ h }) => h));
  const made = records.map(({ id }) => madeAt(id));
  if (!made.every(Number.isSafeInteger)) return [fromBefore, byBefore];
  const byMaking = packSigned(origins.flatMap((list, i) => list.map(({ h }) => h - (made[i] as number))));
  return byMaking.length < byBefore.length ? [fromMaking, byMaking] : [fromBefore, byBefore];
}

function madeAt(id: string): number {
  return hlcFromMs(idTimeOf(id));
}

function safe(value: FieldValue): number {
  if (!Number.isSafeInteger(value)) throw new WireError('no possible time');
  return value as number;
}
