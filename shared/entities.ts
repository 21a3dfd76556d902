import type { ErrorCode } from '#shared/base/errors.ts';
import type { z } from 'zod';
import { attachmentSchema } from '#shared/domain/attachment/attachment-record.ts';
import { deviceSchema } from '#shared/domain/device/device-record.ts';
import { directiveSchema } from '#shared/domain/directive/directive-record.ts';
import { documentSchema } from '#shared/domain/document/document-record.ts';
import { dossierItemSchema } from '#shared/domain/dossier/dossier-item-record.ts';
import { dossierSchema } from '#shared/domain/dossier/dossier-record.ts';
import { agencySchema } from '#shared/domain/exchange/agency-record.ts';
import { arrivalSchema } from '#shared/domain/exchange/arrival-record.ts';
import { dispatchSchema } from '#shared/domain/exchange/dispatch-record.ts';
import { memberSchema } from '#shared/domain/member/member-record.ts';
import { draftSchema } from '#shared/domain/outgoing/draft-record.ts';
import { opinionSchema } from '#shared/domain/outgoing/opinion-record.ts';
import { outgoingSchema } from '#shared/domain/outgoing/outgoing-record.ts';
import { ledgerEntrySchema } from '#shared/domain/register/ledger-entry-record.ts';
import { numberBlockSchema } from '#shared/domain/register/number-block-record.ts';
import { registerSchema } from '#shared/domain/register/register-record.ts';
import { termSchema } from '#shared/domain/register/term-record.ts';
import { delegationSchema } from '#shared/domain/routing/delegation-record.ts';
import { handoverSchema } from '#shared/domain/routing/handover-record.ts';
import { settingSchema } from '#shared/domain/setting/setting-record.ts';
import { staffSchema } from '#shared/domain/staff/staff-record.ts';
import { unitSchema } from '#shared/domain/unit/unit-record.ts';
import { memberLineSchema } from '#shared/domain/member/member-line-record.ts';
import { memberEventSchema } from '#shared/domain/member/member-event-record.ts';
import { memberChangeSchema } from '#shared/domain/member/member-change-record.ts';
import { formStockSchema } from '#shared/domain/member/form-stock-record.ts';
import { appointmentSchema } from '#shared/domain/unit/appointment-record.ts';
import { unitEventSchema } from '#shared/domain/unit/unit-event-record.ts';
import { memberTransferSchema } from '#shared/domain/transfer/member-transfer-record.ts';
import { memberArrivalSchema } from '#shared/domain/transfer/member-arrival-record.ts';
import { feeBasisSchema } from '#shared/domain/fee/fee-basis-record.ts';
import { feePaymentSchema } from '#shared/domain/fee/fee-payment-record.ts';
import { feeHandUpSchema } from '#shared/domain/fee/fee-hand-up-record.ts';
import { ratingSchema } from '#shared/domain/rating/rating-record.ts';
import { meetingSchema } from '#shared/domain/meeting/meeting-record.ts';
import { attendanceSchema } from '#shared/domain/meeting/attendance-record.ts';
import { meetingOpinionSchema } from '#shared/domain/meeting/meeting-opinion-record.ts';
import { meetingVoteSchema } from '#shared/domain/meeting/meeting-vote-record.ts';
import { meetingTaskSchema } from '#shared/domain/meeting/meeting-task-record.ts';
import { studyItemSchema } from '#shared/domain/study/study-item-record.ts';
import { studyReadingSchema } from '#shared/domain/study/study-reading-record.ts';
import { importBatchSchema } from '#shared/domain/import/import-batch-record.ts';
import { importLineSchema } from '#shared/domain/import/import-line-record.ts';
import { reconcileNoteSchema } from '#shared/domain/import/reconcile-note-record.ts';
import { REMOVED } from '#shared/sync/op.ts';
import type { FieldPolicy } from '#shared/sync/policy.ts';

/** What binds a domain entity to the sync core. Fields without a policy are `merge`. */
export type EntityDefinition = {
  readonly schema: z.ZodObject;
  readonly policies: Readonly<Record<string, FieldPolicy>>;
  /**
   * Field that names the parent record, and the parent's entity: a child waits on the server until its parent is there.
   * `typeField`: field that says the entity where there are several; `type` while it is absent.
   */
  readonly parent?: { readonly field: string; readonly type: string; readonly typeField?: string };
  /** Records of this entity are written by the server only. */
  readonly serverOnly?: true;
};

/** Everything that travels. Names and fields here have travelled once released: they are never renamed, removed or reused. */
export const entities = {
  document: { schema: documentSchema, policies: { symbol: 'strict', issuedOn: 'strict', arrivalNumber: 'strict' } },
  directive: {
    schema: directiveSchema,
    policies: { supportUnitIds: 'union' },
    parent: { field: 'documentId', type: 'document' },
  },
  attachment: {
    schema: attachmentSchema,
    policies: {},
    parent: { field: 'documentId', type: 'document', typeField: 'ownerType' },
  },
  member: {
    schema: memberSchema,
    policies: {
      name: 'strict',
      bornOn: 'strict',
      citizenId: 'strict',
      cardNumber: 'strict',
      fileNumber: 'strict',
      admittedOn: 'strict',
      officialOn: 'strict',
      heldPapers: 'union',
      unneededPapers: 'union',
      notSameAs: 'union',
    },
  },
  unit: { schema: unitSchema, policies: {} },
  staff: { schema: staffSchema, policies: {} },
  register: { schema: registerSchema, policies: { holderDevice: 'server', formerOffice: 'server' } },
  device: { schema: deviceSchema, policies: {}, serverOnly: true },
  term: { schema: termSchema, policies: { from: 'strict', to: 'strict' } },
  ledgerEntry: { schema: ledgerEntrySchema, policies: {}, parent: { field: 'registerId', type: 'register' } },
  numberBlock: { schema: numberBlockSchema, policies: {}, parent: { field: 'registerId', type: 'register' } },
  outgoing: {
    schema: outgoingSchema,
    policies: { number: 'strict', symbol: 'strict', issuedOn: 'strict', series: 'strict' },
  },
  draft: { schema: draftSchema, policies: {}, parent: { field: 'outgoingId', type: 'outgoing' } },
  opinion: { schema: opinionSchema, policies: {}, parent: { field: 'outgoingId', type: 'outgoing' } },
  handover: { schema: handoverSchema, policies: {}, parent: { field: 'documentId', type: 'document' } },
  delegation: { schema: delegationSchema, policies: {} },
  dispatch: {
    schema: dispatchSchema,
    // Two PCs that both call a paper back want the same thing.
    policies: { recallAt: 'max' },
    parent: { field: 'outgoingId', type: 'outgoing' },
  },
  arrival: { schema: arrivalSchema, policies: {} },
  agency: { schema: agencySchema, policies: {}, serverOnly: true },
  dossier: { schema: dossierSchema, policies: { code: 'strict' } },
  dossierItem: { schema: dossierItemSchema, policies: {}, parent: { field: 'dossierId', type: 'dossier' } },
  memberLine: { schema: memberLineSchema, policies: {}, parent: { field: 'memberId', type: 'member' } },
  memberEvent: { schema: memberEventSchema, policies: {}, parent: { field: 'memberId', type: 'member' } },
  memberChange: { schema: memberChangeSchema, policies: {}, parent: { field: 'memberId', type: 'member' } },
  formStock: { schema: formStockSchema, policies: {} },
  appointment: { schema: appointmentSchema, policies: {}, parent: { field: 'unitId', type: 'unit' } },
  unitEvent: { schema: unitEventSchema, policies: {} },
  memberTransfer: {
    schema: memberTransferSchema,
    policies: { checked: 'union' },
    parent: { field: 'memberId', type: 'member' },
  },
  memberArrival: { schema: memberArrivalSchema, policies: {} },
  feeBasis: { schema: feeBasisSchema, policies: {}, parent: { field: 'memberId', type: 'member' } },
  feePayment: { schema: feePaymentSchema, policies: {}, parent: { field: 'memberId', type: 'member' } },
  feeHandUp: { schema: feeHandUpSchema, policies: {}, parent: { field: 'unitId', type: 'unit' } },
  rating: { schema: ratingSchema, policies: {}, parent: { field: 'unitId', type: 'unit' } },
  meeting: { schema: meetingSchema, policies: { documentIds: 'union' }, parent: { field: 'unitId', type: 'unit' } },
  attendance: {
    schema: attendanceSchema,
    policies: { noted: 'max', at: 'max' },
    parent: { field: 'meetingId', type: 'meeting' },
  },
  meetingOpinion: { schema: meetingOpinionSchema, policies: {}, parent: { field: 'meetingId', type: 'meeting' } },
  meetingVote: { schema: meetingVoteSchema, policies: {}, parent: { field: 'meetingId', type: 'meeting' } },
  meetingTask: { schema: meetingTaskSchema, policies: {}, parent: { field: 'meetingId', type: 'meeting' } },
  studyItem: { schema: studyItemSchema, policies: { unitIds: 'union' } },
  studyReading: {
    schema: studyReadingSchema,
    // Alone or in a meeting, on this day or that: it was studied, and nobody need be asked.
    policies: { on: 'max', meetingId: 'max' },
    parent: { field: 'itemId', type: 'studyItem' },
  },
  importBatch: { schema: importBatchSchema, policies: {} },
  importLine: { schema: importLineSchema, policies: {}, parent: { field: 'memberId', type: 'member' } },
  reconcileNote: { schema: reconcileNoteSchema, policies: {} },
  setting: { schema: settingSchema, policies: {} },
} as const satisfies Record<string, EntityDefinition>;

/** Name of an entity as it travels. */
export type EntityType = keyof typeof entities;

/** Full set of fields of an entity. */
export type EntityFields<T extends EntityType> = z.infer<(typeof entities)[T]['schema']>;

/** Stream of what never leaves this PC (papers of class Mật and above): journalled, shown, never sent. */
export const LOCAL_STREAM = 'local';

/** Stream of what the province publishes to all offices; read-only for communes. */
export const PROVINCE_STREAM = 'province';

/** Stream of one commune's records. */
export function communeStream(communeId: string): string {
  return `org:${communeId}`;
}

/** Whether a name from outside is an entity of this build. */
export function isEntityType(name: string): name is EntityType {
  return Object.hasOwn(entities, name);
}

/** Merge policy of a field; unknown fields merge plainly, so that an older build keeps what a newer one wrote. */
export function policyOf(type: string, field: string): FieldPolicy {
  if (!isEntityType(type)) return 'merge';
  const policies: Readonly<Record<string, FieldPolicy>> = entities[type].policies;
  return policies[field] ?? 'merge';
}

/** The record that must be there before a record with these fields can be, or `undefined`. The id is as it came: not yet checked. */
export function parentOf(
  type: EntityType,
  fields: Readonly<Record<string, unknown>>,
): { readonly type: string; readonly id: unknown } | undefined {
  const { parent }: EntityDefinition = entities[type];
  if (parent === undefined || !Object.hasOwn(fields, parent.field)) return undefined;
  const named = parent.typeField === undefined ? undefined : fields[parent.typeField];
  return { type: typeof named === 'string' ? named : parent.type, id: fields[parent.field] };
}

/** What a field's values are checked by. */
type FieldCheck = { readonly schema: z.ZodType; readonly isServers: boolean };

const checksOf = new Map<EntityType, ReadonlyMap<string, FieldCheck>>();

/** The checks of an entity's fields, gathered at the first question: imports and the province ask it a million times. */
function fieldChecksOf(type: EntityType): ReadonlyMap<string, FieldCheck> {
  const known = checksOf.get(type);
  if (known !== undefined) return known;
  const shape: Readonly<Record<string, z.ZodType>> = entities[type].schema.shape;
  const checks = new Map(
    Object.entries(shape).map(([name, schema]) => [name, { schema, isServers: policyOf(type, name) === 'server' }]),
  );
  checksOf.set(type, checks);
  return checks;
}

/**
 * The first of changed fields that its entity does not take: it must be known, well-formed, not the server's own. `undefined` when all is well.
 * `areWellFormed`: the values are known to be (`isComplete`), only which fields they are is to be judged. `field` is undefined where the entity is unknown.
 */
export function findRefusedField(
  type: string,
  fields: Readonly<Record<string, unknown>>,
  areWellFormed = false,
): { readonly code: ErrorCode; readonly field?: string } | undefined {
  if (!isEntityType(type)) return { code: 'unknown-entity' };
  const checks = fieldChecksOf(type);
  for (const field of Object.keys(fields)) {
    const value = fields[field];
    if (field === REMOVED && typeof value === 'boolean') continue;
    const check = checks.get(field);
    if (check === undefined) return { code: 'unknown-field', field };
    if (check.isServers) return { code: 'field-is-the-servers', field };
    if (!areWellFormed && !fits(check.schema, value)) return { code: 'bad-value', field };
  }
  return undefined;
}

/**
 * Why changed fields are not taken, as a code of the catalogue, or `undefined` when all is well. Used by the client before it saves.
 */
export function refuseFields(
  type: string,
  fields: Readonly<Record<string, unknown>>,
  areWellFormed = false,
): ErrorCode | undefined {
  return findRefusedField(type, fields, areWellFormed)?.code;
}

/** How fields are named, those of builds to come too. */
const FIELD_NAME = /^[a-z][A-Za-z0-9]{0,39}$/;

/**
 * The same for the province, which may be of an older build than a PC: a field it does not know, of a record it knows, is kept as it came and given back to
 * everybody, as older PCs keep it. What the field means is judged by the build that knows it.
 */
export function refuseKnownFields(
  type: string,
  fields: Readonly<Record<string, unknown>>,
  areWellFormed = false,
): ErrorCode | undefined {
  const refused = findRefusedField(type, fields, areWellFormed);
  if (refused?.code !== 'unknown-field' || !isEntityType(type)) return refused?.code;
  const { [REMOVED]: _removed, ...plain } = fields;
  const isNamedRight = Object.keys(plain).every((field) => fieldChecksOf(type).has(field) || FIELD_NAME.test(field));
  if (!isNamedRight) return 'unknown-field';
  const removed = Object.hasOwn(fields, REMOVED) ? { [REMOVED]: fields[REMOVED] } : {};
  return findRefusedField(type, { ...knownValues(type, plain), ...removed }, areWellFormed)?.code;
}

/** Of a record's values those this build knows: what a newer build has written beside them is kept, and judged by who knows it. */
export function knownValues<V>(type: EntityType, values: Readonly<Record<string, V>>): Record<string, V> {
  const checks = fieldChecksOf(type);
  return Object.fromEntries(Object.entries(values).filter(([field]) => checks.has(field)));
}

const emptyValues = new WeakMap<z.ZodType, Map<unknown, boolean>>();

/** Whether a value fits its field. Of values that say nothing, most fields of most records have one: what was found of them is remembered. */
function fits(schema: z.ZodType, value: unknown): boolean {
  if (value !== null && value !== '' && typeof value !== 'boolean') return schema.safeParse(value).success;
  const known = emptyValues.get(schema) ?? new Map<unknown, boolean>();
  emptyValues.set(schema, known);
  const held = known.get(value) ?? schema.safeParse(value).success;
  known.set(value, held);
  return held;
}

/** Whether a record's values are all there and right, as far as this build knows them: what must hold after the op that makes it. */
export function isComplete(type: EntityType, values: Readonly<Record<string, unknown>>): boolean {
  const { schema } = entities[type];
  return schema.safeParse(values).success || schema.safeParse(knownValues(type, values)).success;
}
