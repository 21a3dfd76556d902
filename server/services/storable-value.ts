import type { FieldValue } from '#shared/sync/op.ts';

/** PostgreSQL keeps no NUL character and no half of a surrogate pair in a text; such a value must be refused, not stored wrongly. */
export function isStorableText(text: string): boolean {
  // The plain class is fast and finds halves and whole pairs; few texts have either.
  return !text.includes('\u0000') && !(/[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text));
}

/** Whether every text in a value can be stored. */
export function isStorableValue(value: FieldValue): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((part: FieldValue) => isStorableValue(part));
  return Object.entries(value as Readonly<Record<string, FieldValue>>).every(
    ([key, part]) => isStorableText(key) && isStorableValue(part),
  );
}
