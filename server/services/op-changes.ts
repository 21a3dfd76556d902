import type { z } from 'zod';
import { equalValues } from '#shared/sync/equal-values.ts';
import { REMOVED, type FieldValue, type Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';

/** Whether an op takes its record away. */
export function removes(op: Op): boolean {
  return op.t === 'del' || op.f[REMOVED] === true;
}

/** Whether the op writes another value into one of these fields than is there, or than a new record has of itself by its schema. */
export function changesAny(
  op: Op,
  fields: readonly string[],
  record: SyncRecord | undefined,
  { shape }: { readonly shape: Readonly<Record<string, z.ZodType>> },
): boolean {
  return fields.some((field) => {
    const wanted = op.f[field];
    if (wanted === undefined) return false;
    const held = record?.f[field]?.v ?? (shape[field]?.safeParse(undefined).data as FieldValue | undefined);
    return held === undefined || !equalValues(held, wanted);
  });
}

/** Values of a record without their origins; the tombstone is left out. */
export function valuesOf({ f }: SyncRecord): Record<string, FieldValue> {
  const { [REMOVED]: _removed, ...cells } = f;
  return Object.fromEntries(Object.entries(cells).map(([field, { v }]) => [field, v]));
}

/** Whether a record was taken away. */
export function isRemoved({ f }: SyncRecord): boolean {
  return f[REMOVED]?.v === true;
}
