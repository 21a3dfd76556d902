import { findShape, getShape } from './row-shapes.ts';

/** Marks bytes inside a row's JSON; no field of ours has this name. */
const BYTES = '\u0000bytes';

/** A row as JSON. Bytes at any depth survive; what JSON cannot hold otherwise (dates, functions) no row has. */
export function rowToText(row: unknown): string {
  return holdsBytes(row) ? JSON.stringify(row, writeBytes) : JSON.stringify(row);
}

/** The same, without the names of its fields where the table's rows have a known shape. */
export function shapedRowToText(table: string, row: Readonly<Record<string, unknown>>): string {
  const shape = findShape(table);
  if (shape === undefined) return rowToText(row);
  const values: unknown[] = [shape.id];
  for (const name in row) {
    if (name !== shape.fields[values.length - 1] || row[name] === undefined) return rowToText(row);
    values.push(row[name]);
  }
  return values.length === shape.fields.length + 1 ? rowToText(values) : rowToText(row);
}

/** The row of a text made by either. Throws when it is none. */
export function rowFromText(text: string): unknown {
  const value = parse(text);
  return text.startsWith('[') ? toRow(value as readonly unknown[]) : value;
}

/** Some rows of a text that is a JSON array of them. Throws when it is none. */
export function rowsFromText(text: string): unknown {
  return parse(text);
}

function parse(text: string): unknown {
  return text.includes('"\\u0000bytes"') ? JSON.parse(text, readBytes) : JSON.parse(text);
}

function toRow(values: readonly unknown[]): Record<string, unknown> {
  const fields = getShape(values[0]);
  const row = { ...blankOf(fields) };
  for (let i = 0; i < fields.length; i += 1) row[fields[i] ?? ''] = values[i + 1];
  return row;
}

const blanks = new Map<readonly string[], Readonly<Record<string, unknown>>>();

/** A row of these fields with nothing in them: to fill a copy of it takes half as long as to add the fields one by one. */
function blankOf(fields: readonly string[]): Readonly<Record<string, unknown>> {
  const known = blanks.get(fields);
  if (known !== undefined) return known;
  // By way of JSON, which is how the engine makes objects that are quick to copy and to read.
  const text = JSON.stringify(Object.fromEntries(fields.map((name) => [name, null])));
  const blank = JSON.parse(text) as Readonly<Record<string, unknown>>;
  blanks.set(fields, blank);
  return blank;
}

function holdsBytes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(holdsBytes);
  for (const key in value) if (holdsBytes((value as Record<string, unknown>)[key])) return true;
  return false;
}

function writeBytes(_key: string, value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  let binary = '';
  for (const byte of value) binary += String.fromCharCode(byte);
  return { [BYTES]: btoa(binary) };
}

function readBytes(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, BYTES)) return value;
  const text = (value as Record<string, unknown>)[BYTES];
  return typeof text === 'string' ? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) : value;
}
