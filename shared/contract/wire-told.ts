import type { Cell, Row } from '#shared/sync/record.ts';
import { list, number, textAt, tuple, WireError, type Packed, type TextTable } from './wire-form.ts';

/** Stands for the value in use; a value that waits for a person is named by its device. */
const IN_USE = 0;

/**
 * Packs the times that PCs had told where the server cut them (`Cell.told`), which few cells have: `[row, field, 0 or device, time]` each. They stand beside
 * the rows because a PC of an older build takes a cell only as it knows it. Undefined when there are none.
 */
export function packTold(rows: readonly Row[], texts: TextTable): Packed {
  const entries: Packed[] = [];
  const note = (row: number, field: string, place: number, { told }: Cell): void => {
    if (told !== undefined) entries.push([row, texts.indexOf(field), place, told]);
  };
  rows.forEach(({ f, c }, row) => {
    for (const [field, cell] of Object.entries(f)) note(row, field, IN_USE, cell);
    for (const [field, { e }] of Object.entries(c)) for (const cell of Object.values(e)) note(row, field, cell.d, cell);
  });
  return entries.length === 0 ? undefined : entries;
}

/** The rows with these times. Throws `WireError` on one of a cell that is not there. */
export function withTold(rows: readonly Row[], packed: Packed, texts: readonly string[]): readonly Row[] {
  if (packed === undefined) return rows;
  const result = [...rows];
  for (const entry of list(packed)) {
    const [place, fieldPlace, dev, time] = tuple(entry, 4);
    const [at, field, told] = [number(place), textAt(texts, fieldPlace), number(time)];
    const row = result[at];
    const set = row?.c[field];
    const cell = dev === IN_USE ? row?.f[field] : set?.e[String(number(dev))];
    if (row === undefined || cell === undefined) throw new WireError('a time without a cell');
    if (dev === IN_USE) result[at] = { ...row, f: { ...row.f, [field]: { ...cell, told } } };
    else if (set !== undefined)
      result[at] = {
        ...row,
        c: { ...row.c, [field]: { ...set, e: { ...set.e, [String(cell.d)]: { ...cell, told } } } },
      };
  }
  return result;
}
