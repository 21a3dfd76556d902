import { entities, LOCAL_STREAM, type EntityType } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { RecordView } from '#shared/sync/replica.ts';
import type { RowFlag, StoredRow } from '../rows.ts';

const fieldsOf: Record<EntityType, readonly string[]> = {
  document: Object.keys(entities.document.schema.shape),
  directive: Object.keys(entities.directive.schema.shape),
  attachment: Object.keys(entities.attachment.schema.shape),
  member: Object.keys(entities.member.schema.shape),
  unit: Object.keys(entities.unit.schema.shape),
  staff: Object.keys(entities.staff.schema.shape),
  register: Object.keys(entities.register.schema.shape),
  device: Object.keys(entities.device.schema.shape),
};

/**
 * The row a person sees of a record, or undefined when too little is known of it (its first op was refused, or is still to be pulled).
 * Fields this build does not know stay in the shadow only.
 */
export function buildRow<T extends EntityType>(
  type: T,
  id: string,
  stream: string,
  view: RecordView,
): StoredRow<T> | undefined {
  const fields: Record<string, FieldValue> = {};
  for (const name of fieldsOf[type]) {
    const value = view.values[name];
    if (value === undefined) return undefined;
    fields[name] = value;
  }
  const meta = {
    id,
    stream,
    seq: view.seq,
    pending: view.pending,
    conflicts: view.conflicts,
    removed: view.removed,
    flags: flagsOf(type, stream, fields, view),
  };
  return { ...fields, ...meta } as unknown as StoredRow<T>;
}

function flagsOf(
  type: EntityType,
  stream: string,
  fields: Readonly<Record<string, FieldValue>>,
  view: RecordView,
): RowFlag[] {
  const flags: RowFlag[] = [];
  if (view.pending > 0 && stream !== LOCAL_STREAM) flags.push('pending');
  if (type === 'document' && fields['arrivalNumber'] === null && !view.removed) flags.push('unnumbered');
  return flags;
}
