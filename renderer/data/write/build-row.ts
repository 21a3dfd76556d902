import type { z } from 'zod';
import { entities, LOCAL_STREAM, type EntityType } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { RecordView } from '#shared/sync/replica.ts';
import type { RowFlag, StoredRow } from '../rows.ts';

type Field = {
  readonly name: string;
  /** What it is on records made before there was the field; undefined where every record has it. */
  readonly default: FieldValue | undefined;
};

const fieldsOf = Object.fromEntries(
  (Object.keys(entities) as EntityType[]).map((type) => [type, listFields(type)]),
) as Readonly<Record<EntityType, readonly Field[]>>;

function listFields(type: EntityType): readonly Field[] {
  const shape: Readonly<Record<string, z.ZodType>> = entities[type].schema.shape;
  return Object.entries(shape).map(([name, field]) => {
    const absent = field.safeParse(undefined);
    return { name, default: absent.success ? (absent.data as FieldValue) : undefined };
  });
}

/**
 * The row a person sees of a record, or undefined when too little is known of it (its first op was refused, or is still to be pulled).
 * Fields this build does not know stay in the shadow only. `stamp`: see `view-stamp.ts`.
 */
export function buildRow<T extends EntityType>(
  type: T,
  id: string,
  stream: string,
  view: RecordView,
  stamp: number = view.seq,
): StoredRow<T> | undefined {
  const fields: Record<string, FieldValue> = {};
  for (const { name, default: former } of fieldsOf[type]) {
    const value = view.values[name] === undefined ? former : view.values[name];
    if (value === undefined) return undefined;
    fields[name] = value;
  }
  const meta = {
    id,
    stream,
    seq: stamp,
    pending: view.pending,
    conflicts: view.conflicts,
    removed: view.removed,
    ...(view.peers.length > 0 && { peers: view.peers }),
    flags: flagsOf(type, stream, fields, view),
  };
  return { ...fields, ...meta } as unknown as StoredRow<T>;
}

/** Steps that wait for somebody: to be signed for, or to be done. */
const openSteps: ReadonlySet<FieldValue | undefined> = new Set(['sent', 'received']);

/** Meetings that lie ahead or are not finished. */
const openMeetings: ReadonlySet<FieldValue | undefined> = new Set(['planned', 'invited', 'held']);

function flagsOf(
  type: EntityType,
  stream: string,
  fields: Readonly<Record<string, FieldValue>>,
  view: RecordView,
): RowFlag[] {
  const flags: RowFlag[] = [];
  if (view.pending > 0 && stream !== LOCAL_STREAM) flags.push('pending');
  if (type === 'document' && fields['arrivalNumber'] === null && !view.removed) flags.push('unnumbered');
  if (type === 'outgoing' && fields['state'] === 'awaiting-number' && !view.removed) flags.push('unnumbered');
  if (type === 'handover' && openSteps.has(fields['state']) && !view.removed) flags.push('open');
  if (type === 'meeting' && openMeetings.has(fields['state']) && !view.removed) flags.push('open');
  if (type === 'meetingTask' && fields['state'] === 'open' && !view.removed) flags.push('open');
  if ((type === 'dossierItem' || type === 'studyReading') && view.removed) flags.push('removed');
  if (type === 'importLine' && fields['state'] === 'waiting' && !view.removed) flags.push('open');
  if ((type === 'member' || type === 'unit') && view.broughtBack) flags.push('back');
  return flags;
}
