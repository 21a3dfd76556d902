import type { ErrorCode } from '#shared/base/errors.ts';
import { recordIdSchema } from '#shared/base/ids.ts';
import {
  entities,
  isComplete,
  isEntityType,
  parentOf,
  policyOf,
  PROVINCE_STREAM,
  refuseFields,
  refuseKnownFields,
  type EntityDefinition,
  type EntityType,
} from '#shared/entities.ts';
import { isAboutSecrets } from '#shared/op-secrecy.ts';
import type { AcceptRules, RecordRef } from '#shared/sync/accept.ts';
import { REMOVED, type Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { refuseExchange, type ExchangeContext } from './exchange-rules.ts';
import { refuseMember, type MemberContext } from './member-rules.ts';
import type { NumberBook } from './number-book.ts';
import { commandRegister, refuseNumber } from './number-rules.ts';
import { refuseResupply, type ResupplyContext } from './resupply-rules.ts';
import { createActorRule, type People } from './role-rules.ts';
import { refuseTransfer, type TransferContext } from './transfer-rules.ts';
import { refuseUnitEvent } from './unit-rules.ts';
import { isStorableText, isStorableValue } from './storable-value.ts';

/** What one batch's rules look at beside the op: the commune's numbering books and people as they stand at that moment, and its numbers. */
export type RuleContext = {
  readonly registers: () => readonly SyncRecord[];
  readonly numbers: NumberBook;
  readonly people: People;
  readonly exchange: ExchangeContext;
  readonly transfers: TransferContext;
  readonly members: MemberContext;
  readonly findRecord: (op: Op) => SyncRecord | undefined;
  /** Whether the stream lives again from a backup: then what is not there may be on its way back. */
  readonly isRestored: boolean;
  readonly resupply: ResupplyContext;
  /** Whether the op waits since an earlier batch: it was judged when it came, and is judged again when its parent comes. */
  readonly isWaiting: (op: Op) => boolean;
};

/** The rules by which the province takes ops of a commune's PC. */
export function createAcceptRules(context: RuleContext): AcceptRules {
  const { registers, numbers, people, exchange, transfers, members, isRestored, resupply, findRecord, isWaiting } =
    context;
  const parents = new WeakMap<Op, { readonly parent: RecordRef | undefined }>();
  const refuseActor = createActorRule(people);
  const refuseWriter = (op: Op, record: SyncRecord | undefined): ErrorCode | undefined =>
    op.t === 'sup' ? refuseResupply(op, resupply, isWaiting(op)) : refuseActor(op, record);
  // On a stream that lost its last days a record, or the person who acts, may be on its way back: what builds on it waits for it.
  const findLost = (op: Op): RecordRef | undefined => {
    if (!isRestored || op.t === 'sup' || op.stream === PROVINCE_STREAM || refuseContent(op) !== undefined)
      return undefined;
    if (findRecord(op) === undefined && refuseBirth(op) !== undefined) return { type: op.type, id: op.id };
    const isNobody = recordIdSchema.safeParse(op.by).success && people.find(op.by) === undefined;
    return isNobody && refuseWriter(op, findRecord(op)) === 'person-unknown' ? { type: 'staff', id: op.by } : undefined;
  };
  // A colleague's PC made the record, and this op came first: it waits for that one.
  const findAhead = (op: Op): RecordRef | undefined => {
    const isAhead = op.saw !== undefined && op.stream !== PROVINCE_STREAM && findRecord(op) === undefined;
    const waits = isAhead && refuseContent(op) === undefined && refuseBirth(op) !== undefined;
    return waits ? { type: op.type, id: op.id } : undefined;
  };
  const isWriterFine = (op: Op): boolean => refuseWriter(op, findRecord(op)) === undefined;
  return {
    policyOf,
    command: (op, record) =>
      op.stream === PROVINCE_STREAM ? { ok: false, reason: 'read-only-stream' } : commandRegister(op, record),
    parentOf(op) {
      const known = parents.get(op) ?? { parent: findParent(op) ?? findAhead(op) ?? findLost(op) };
      // What its person may not do waits for nothing either; a person who is not there may be on the way back, a PC's turn is not.
      const isSure = known.parent === undefined || parents.has(op) || isWaiting(op);
      const mayWait = isSure || (isRestored && op.t !== 'sup') || isWriterFine(op);
      const settled = mayWait ? known : { parent: undefined };
      parents.set(op, settled);
      return settled.parent;
    },
    refuse(op, record, merged) {
      if (!isStorableText(op.by) || !Object.values(op.origin ?? {}).every(({ by }) => isStorableText(by)))
        return 'bad-value';
      if (op.t === 'cmd') return refuseWriter(op, record);
      return (
        refuseOp(op, record) ??
        refuseWriter(op, record) ??
        refuseExchange(op, record, merged, exchange) ??
        refuseTransfer(op, record, merged, transfers) ??
        refuseMember(op, record, merged, members) ??
        refuseUnitEvent(op, record, merged) ??
        refuseNumber(op, record, merged, { registers, numbers })
      );
    },
  };
}

/** The record an op waits for. An op that would be refused anyway waits for nothing, so that nothing of it is kept. */
export function findParent(op: Op): RecordRef | undefined {
  if ((op.t !== 'set' && op.t !== 'sup') || !isEntityType(op.type) || op.stream === PROVINCE_STREAM) return undefined;
  const parent = parentOf(op.type, op.f);
  // Most ops have none: a schema that refuses takes as long as the merge.
  if (typeof parent?.id !== 'string' || !recordIdSchema.safeParse(parent.id).success) return undefined;
  return refuseContent(op) === undefined ? (parent as RecordRef) : undefined;
}

function refuseOp(op: Op, record: SyncRecord | undefined): ErrorCode | undefined {
  if (op.stream === PROVINCE_STREAM) return 'read-only-stream';
  const isWhole = record === undefined && makesWhole(op);
  const content = refuseContent(op, isWhole);
  if (content !== undefined) return content;
  return record === undefined && !isWhole ? refuseBirth(op) : undefined;
}

/**
 * Entities whose rules judge a record as a whole, because two people answer for it or it goes on to others: what such a record would mean with a field that
 * is not known here cannot be said, so it waits on its PC until the province is brought up to date.
 */
const judgedWhole: ReadonlySet<string> = new Set<EntityType>([
  ...(['memberEvent', 'memberChange', 'memberTransfer', 'memberArrival', 'unitEvent', 'importLine'] as const),
  ...(['delegation', 'dispatch', 'arrival', 'ledgerEntry', 'numberBlock', 'register'] as const),
]);

/** `areWellFormed`: the values were looked at as a whole record already. */
function refuseContent(op: Op, areWellFormed = false): ErrorCode | undefined {
  if (!isEntityType(op.type)) return 'unknown-entity';
  const definition: EntityDefinition = entities[op.type];
  if (definition.serverOnly === true) return 'field-is-the-servers';
  if (isAboutSecrets(op)) return 'secret-stays-home';
  if (op.type === 'register' && (op.t === 'del' || Object.hasOwn(op.f, REMOVED))) return 'not-allowed';
  if (op.t === 'del' && Object.keys(op.f).length > 0) return 'bad-value';
  if (op.t !== 'sup' && op.origin !== undefined) return 'bad-value';
  const refuse = judgedWhole.has(op.type) ? refuseFields : refuseKnownFields;
  return refuse(op.type, op.f, areWellFormed) ?? (isStorableValue(op.f) ? undefined : 'bad-value');
}

/** The first op on a record must make it whole. */
function refuseBirth(op: Op): ErrorCode | undefined {
  if (makesWhole(op)) return undefined;
  return op.t === 'set' && (op.rest ?? op.base) === 0 ? 'bad-value' : 'record-missing';
}

function makesWhole({ t, type, f }: Op): boolean {
  const { [REMOVED]: _removed, ...values } = f;
  return (t === 'set' || t === 'sup') && isEntityType(type) && isComplete(type, values);
}
