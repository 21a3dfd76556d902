import type { ErrorCode } from '#shared/base/errors.ts';
import type { z } from 'zod';
import { attachmentSchema } from '#shared/domain/attachment/attachment-record.ts';
import { deviceSchema } from '#shared/domain/device/device-record.ts';
import { directiveSchema } from '#shared/domain/directive/directive-record.ts';
import { documentSchema } from '#shared/domain/document/document-record.ts';
import { memberSchema } from '#shared/domain/member/member-record.ts';
import { registerSchema } from '#shared/domain/register/register-record.ts';
import { staffSchema } from '#shared/domain/staff/staff-record.ts';
import { unitSchema } from '#shared/domain/unit/unit-record.ts';
import { REMOVED } from '#shared/sync/op.ts';
import type { FieldPolicy } from '#shared/sync/policy.ts';

/** What binds a domain entity to the sync core. Fields without a policy are `merge`. */
export type EntityDefinition = {
  readonly schema: z.ZodObject;
  readonly policies: Readonly<Record<string, FieldPolicy>>;
  /** Field that names the parent record, and the parent's entity: a child waits on the server until its parent is there. */
  readonly parent?: { readonly field: string; readonly type: string };
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
  attachment: { schema: attachmentSchema, policies: {}, parent: { field: 'documentId', type: 'document' } },
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
    },
  },
  unit: { schema: unitSchema, policies: {} },
  staff: { schema: staffSchema, policies: {} },
  register: { schema: registerSchema, policies: { holderDevice: 'server' } },
  device: { schema: deviceSchema, policies: {}, serverOnly: true },
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

/**
 * Checks changed fields against their entity: known, well-formed, not the server's own.
 * Returns a code of the catalogue, or `undefined` when all is well. Used by the client before it saves and by the server before it accepts.
 */
export function refuseFields(type: string, fields: Readonly<Record<string, unknown>>): ErrorCode | undefined {
  if (!isEntityType(type)) return 'unknown-entity';
  const shape: Readonly<Record<string, z.ZodType>> = entities[type].schema.shape;
  for (const [field, value] of Object.entries(fields)) {
    if (field === REMOVED && typeof value === 'boolean') continue;
    const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (schema === undefined) return 'unknown-field';
    if (policyOf(type, field) === 'server') return 'field-is-the-servers';
    if (!schema.safeParse(value).success) return 'bad-value';
  }
  return undefined;
}

/** Whether a record's values are all there and right: what must hold after the op that makes it. */
export function isComplete(type: EntityType, values: Readonly<Record<string, unknown>>): boolean {
  return entities[type].schema.safeParse(values).success;
}
