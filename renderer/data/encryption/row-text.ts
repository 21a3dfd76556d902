/** Marks bytes inside a row's JSON; no field of ours has this name. */
const BYTES = '\u0000bytes';

/** A row as JSON. Bytes at any depth survive; what JSON cannot hold otherwise (dates, functions) no row has. */
export function rowToText(row: unknown): string {
  return holdsBytes(row) ? JSON.stringify(row, writeBytes) : JSON.stringify(row);
}

/** The row of a text made by `rowToText`. Throws when it is none. */
export function rowFromText(text: string): unknown {
  return text.includes('"\\u0000bytes"') ? JSON.parse(text, readBytes) : JSON.parse(text);
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
