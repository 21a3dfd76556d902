import type { ErrorCode } from '#shared/base/errors.ts';
import { refuseUnitEventShape } from '#shared/domain/unit/unit-event-problems.ts';
import { unitEventSchema } from '#shared/domain/unit/unit-event-record.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import { REMOVED, type Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';

/**
 * Why a PC may not write this of a change of the tree (docs/members.md): it rests on a decision and is said once; then it can only be taken back, with the
 * reason, and nobody brings back to life what was taken back. Who may is told by the table of rights.
 */
export function refuseUnitEvent(op: Op, record: SyncRecord | undefined, merged: SyncRecord): ErrorCode | undefined {
  if (op.type !== 'unitEvent' || op.t === 'sup') return undefined;
  if (op.t === 'del' || Object.hasOwn(op.f, REMOVED)) return 'event-settled';
  const values = Object.fromEntries(Object.entries(merged.f).map(([field, { v }]) => [field, v]));
  const after = unitEventSchema.safeParse(values).data;
  if (after === undefined) return 'bad-value';
  if (record === undefined) return after.voidReason === '' ? refuseUnitEventShape(after) : 'bad-value';
  const changed = Object.keys(op.f).filter(
    (field) => !equalValues(op.f[field] ?? null, record.f[field]?.v ?? usualOf(field)),
  );
  if (changed.some((field) => field !== 'note' && field !== 'voidReason')) return 'event-settled';
  const wasVoid = (record.f['voidReason']?.v ?? '') !== '';
  if (changed.includes('voidReason') && (wasVoid || after.voidReason.trim() === '')) return 'event-settled';
  return undefined;
}

/** What a field is of a record that does not say it. */
function usualOf(field: string): string | null {
  return field === 'voidReason' ? '' : null;
}
