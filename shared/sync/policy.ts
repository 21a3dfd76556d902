import type { FieldValue } from './op.ts';
import { equalValues } from './equal-values.ts';

/**
 * How concurrent different values of a field meet.
 * `merge`: provisional winner, the other kept as a conflict. `strict`: the same, and the record may not be used in an official paper until settled.
 * `max`: the larger number or later ISO text. `union`: all elements of both arrays. `server`: only the server's commands write it.
 */
export type FieldPolicy = 'merge' | 'strict' | 'max' | 'union' | 'server';

/** Joins two concurrent values without a conflict, or gives `undefined` when a person must choose. */
export function joinValues(policy: FieldPolicy, current: FieldValue, incoming: FieldValue): FieldValue | undefined {
  if (equalValues(current, incoming)) return current;
  if (policy === 'max') return largerOf(current, incoming);
  if (policy === 'union' && Array.isArray(current) && Array.isArray(incoming)) return unionOf(current, incoming);
  return undefined;
}

function largerOf(a: FieldValue, b: FieldValue): FieldValue | undefined {
  if (a === null) return b;
  if (b === null) return a;
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b);
  if (typeof a === 'string' && typeof b === 'string') return a > b ? a : b;
  return undefined;
}

function unionOf(a: readonly FieldValue[], b: readonly FieldValue[]): FieldValue {
  return [...a, ...b.filter((value) => !a.some((known) => equalValues(known, value)))];
}
