import type { DocumentState } from '#shared/domain/document/document-record.ts';

/** Where a paper goes: `later`, `information`, `staff:<id>` or `unit:<id>`. */
export type ArrivalRouting = string;

/** State and holder a choice stands for. */
export function placeOfChoice(routing: ArrivalRouting): {
  readonly state: DocumentState;
  readonly holderUnitId: string | null;
  readonly holderStaffId: string | null;
} {
  const [kind, id = null] = routing.split(':');
  if (kind === 'unit') return { state: 'in-progress', holderUnitId: id, holderStaffId: null };
  const state = kind === 'information' ? 'for-information' : 'awaiting-directive';
  return { state, holderUnitId: null, holderStaffId: kind === 'staff' ? id : null };
}
