import type { FieldValue } from '#shared/sync/op.ts';
import type { Cell, ConflictSet, SyncRecord } from '#shared/sync/record.ts';
import { list, number, textAt, tuple, WireError, type TextTable } from '../wire-form.ts';
import { packDeltas, packWholes, unpackDeltas, unpackWholes } from './byte-column.ts';
import { packIds, unpackIds } from './id-column.ts';
import { originsOf, packOrigins, placeOfOrigin, unpackOrigins, type Origin } from './origin-columns.ts';
import { packColumn, unpackColumn, type IdPlaces } from './value-column.ts';

type OriginsOf = readonly (readonly Origin[])[];

/** Packs the records of one entity: `[type, count, times, rest, seqs, origins, shapes, shapeOf, columns, conflicts]`. */
export function packGroup(type: string, records: readonly SyncRecord[], texts: TextTable, ids: IdPlaces): unknown[] {
  const origins = records.map(originsOf);
  const shapes = new Map<string, number>();
  const shapeOf = records.map(({ f }) => {
    const key = JSON.stringify(Object.keys(f).map((field) => texts.indexOf(field)));
    const place = shapes.get(key) ?? shapes.size;
    shapes.set(key, place);
    return place;
  });
  const fields = [...new Set(records.flatMap(({ f }) => Object.keys(f)))];
  return [
    texts.indexOf(type),
    records.length,
    ...packIds(records.map(({ id }) => id)),
    packDeltas(records.map(({ seq }) => seq)),
    packOrigins(records, origins, ids),
    [...shapes.keys()].map((shape) => JSON.parse(shape) as number[]),
    packWholes(shapeOf),
    fields.map((field) => [texts.indexOf(field), ...packField(field, records, origins, ids)]),
    records.flatMap((record, i) => packConflicts(record, i, origins[i] ?? [], texts)),
  ];
}

/** What of a group is read before the table of ids is known. */
export type GroupHead = {
  readonly type: string;
  readonly ids: readonly string[];
  readonly rest: readonly unknown[];
};

/** Reads a group's entity and ids. */
export function readGroupHead(packed: unknown, texts: readonly string[]): GroupHead {
  const [type, count, times, idRest, ...rest] = tuple(packed, 10);
  return { type: textAt(texts, type), ids: unpackIds(times, idRest, number(count)), rest };
}

/** Unpacks a group. `ids`: the chunk's whole table. */
export function unpackGroup(
  { type, ids: own, rest }: GroupHead,
  texts: readonly string[],
  ids: readonly string[],
): SyncRecord[] {
  const count = own.length;
  const [packedSeqs, packedOrigins, packedShapes, packedShapeOf, packedColumns, packedConflicts] = rest;
  const seqs = unpackDeltas(packedSeqs, count);
  const origins = unpackOrigins(packedOrigins, own, seqs, ids);
  const shapes = list(packedShapes).map((shape) => list(shape).map((field) => textAt(texts, field)));
  const shapeOf = unpackWholes(packedShapeOf, count).map((place) => {
    const shape = shapes[place];
    if (shape === undefined) throw new WireError('a record without shape');
    return shape;
  });
  const cellsOf = countCells(shapeOf);
  const columns = new Map(
    list(packedColumns).map((column) => {
      const [name, packedPlaces, values] = tuple(column, 3);
      const field = textAt(texts, name);
      return [field, unpackField(cellsOf.get(field) ?? 0, packedPlaces, values, ids)];
    }),
  );
  const conflicts = unpackConflicts(list(packedConflicts), origins, texts);
  return own.map((id, i) => ({
    type,
    id,
    seq: seqs[i] as number,
    f: Object.fromEntries((shapeOf[i] ?? []).map((field) => [field, nextCell(columns.get(field), origins[i] ?? [])])),
    c: conflicts.get(i) ?? {},
  }));
}

/** How many of the records have each field. */
function countCells(shapeOf: readonly (readonly string[])[]): Map<string, number> {
  const records = new Map<readonly string[], number>();
  for (const shape of shapeOf) records.set(shape, (records.get(shape) ?? 0) + 1);
  const cells = new Map<string, number>();
  for (const [shape, count] of records) for (const field of shape) cells.set(field, (cells.get(field) ?? 0) + count);
  return cells;
}

/** `[origins or 0 when all are the first, values]` */
function packField(field: string, records: readonly SyncRecord[], origins: OriginsOf, ids: IdPlaces): unknown[] {
  const values: FieldValue[] = [];
  const places: number[] = [];
  records.forEach(({ f }, i) => {
    const cell = f[field];
    if (cell === undefined) return;
    values.push(cell.v);
    places.push(placeOfOrigin(origins[i] ?? [], cell));
  });
  return [places.every((place) => place === 0) ? 0 : packWholes(places), packColumn(values, ids)];
}

type FieldCells = {
  readonly places: readonly number[] | undefined;
  readonly values: readonly FieldValue[];
  at: number;
};

function unpackField(count: number, places: unknown, values: unknown, ids: readonly string[]): FieldCells {
  return {
    places: places === 0 ? undefined : unpackWholes(places, count),
    values: unpackColumn(values, count, ids),
    at: 0,
  };
}

function nextCell(column: FieldCells | undefined, origins: readonly Origin[]): Cell {
  const origin = origins[column?.places?.[column.at] ?? 0];
  if (column === undefined || origin === undefined) throw new WireError('a cell without column or origin');
  const v = column.values[column.at] as FieldValue;
  column.at += 1;
  return { v, ...origin };
}

/** Open questions are few: `[record, field, s, [value, origin, …]]` each. */
function packConflicts({ c }: SyncRecord, place: number, origins: readonly Origin[], texts: TextTable): unknown[] {
  return Object.entries(c).map(([field, { s, e }]) => [
    place,
    texts.indexOf(field),
    s,
    Object.values(e).flatMap((cell) => [cell.v, placeOfOrigin(origins, cell)]),
  ]);
}

function unpackConflicts(
  packed: readonly unknown[],
  origins: OriginsOf,
  texts: readonly string[],
): Map<number, Record<string, ConflictSet>> {
  const sets = new Map<number, Record<string, ConflictSet>>();
  for (const entry of packed) {
    const [record, field, s, flat] = tuple(entry, 4);
    const place = number(record);
    const cells = list(flat);
    const held = Array.from({ length: cells.length / 2 }, (_, i): Cell => {
      const origin = origins[place]?.[number(cells[i * 2 + 1])];
      if (origin === undefined) throw new WireError('a value without origin');
      return { v: cells[i * 2] as FieldValue, ...origin };
    });
    const e = Object.fromEntries(held.map((cell) => [String(cell.d), cell]));
    sets.set(place, { ...sets.get(place), [textAt(texts, field)]: { s: number(s), e } });
  }
  return sets;
}
