import type { FieldValue } from './op.ts';

/** Deep equality of two JSON values; the order of object keys does not matter. */
export function equalValues(a: FieldValue, b: FieldValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((value: FieldValue, i) => equalValues(value, b[i] as FieldValue));
  }
  const left = a as Readonly<Record<string, FieldValue>>;
  const right = b as Readonly<Record<string, FieldValue>>;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) => Object.hasOwn(right, key) && equalValues(left[key] as FieldValue, right[key] as FieldValue),
  );
}
