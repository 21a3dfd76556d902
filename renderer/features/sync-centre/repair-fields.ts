import { entities, isEntityType, type EntityType } from '#shared/entities.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import { splitPersonName } from '#shared/base/person-name.ts';

/** How a kept value can be put right by a person. Others (ids of people and units, files) are sent as they are. */
export type RepairKind = 'text' | 'date' | 'number' | 'name' | 'choice';

type Fields = Readonly<Record<string, FieldValue>>;

/** Fields that hold the id of something else, or belong to a file: shown, never typed. */
const shownOnly = new Set([
  'unitId',
  'parentId',
  'holderUnitId',
  'leadUnitId',
  'supportUnitIds',
  'holderStaffId',
  'leadStaffId',
  'authorId',
  'registeredBy',
  'registeredOffsetMs',
  'documentId',
  'registerId',
  'bodyId',
  'numberedBy',
  'typeId',
  'hash',
  'mime',
  'size',
  'command',
  REMOVED,
]);

/** What a number was given with: it may be on paper, so it is sent again as it was, or given anew where papers are numbered; never typed here. */
const givenWithNumber = new Set(['number', 'symbol', 'series', 'issuedOn', 'numberReason', 'state']);

/** Kind of control for a field, or undefined when its value is only shown. */
export function repairKindOf(type: string, field: string, value: FieldValue): RepairKind | undefined {
  if (type === 'ledgerEntry' || type === 'numberBlock') return undefined;
  if (type === 'outgoing' && givenWithNumber.has(field)) return undefined;
  if (shownOnly.has(field) || Array.isArray(value) || isInstant(value)) return undefined;
  if (field.endsWith('On') || field.startsWith('valid')) return 'date';
  if (field === 'name' && typeof value === 'object') return 'name';
  if (choicesOfField(type, field).length > 0) return 'choice';
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'text' : undefined;
}

function isInstant(value: FieldValue): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
}

/** The words of the wire a field may hold when it is one of a few. */
export function choicesOfField(type: string, field: string): readonly string[] {
  if (!isEntityType(type)) return [];
  const shape = entities[type].schema.shape as Readonly<Record<string, unknown>>;
  const schema = shape[field];
  if (typeof schema !== 'object' || schema === null || !('options' in schema) || !Array.isArray(schema.options))
    return [];
  return schema.options.filter((option): option is string => typeof option === 'string');
}

/** Whether a person can change anything before sending again. */
export function hasWritableFields(type: EntityType, fields: Fields): boolean {
  return Object.entries(fields).some(([field, value]) => repairKindOf(type, field, value) !== undefined);
}

/** A typed whole name as the record stores it. Parts given by hand are kept while the name itself is unchanged. */
export function repairedName(before: FieldValue, full: string): FieldValue {
  const kept = before as { readonly full?: string } | null;
  return kept !== null && kept.full === full ? before : splitPersonName(full);
}

/** Fields whose schema refuses what stands in them now. */
export function stillWrong(type: EntityType, fields: Fields): readonly string[] {
  const shape = entities[type].schema.shape as Readonly<
    Record<string, { safeParse: (value: unknown) => { success: boolean } } | undefined>
  >;
  return Object.entries(fields)
    .filter(([field, value]) => field !== REMOVED && shape[field]?.safeParse(value).success === false)
    .map(([field]) => field);
}
