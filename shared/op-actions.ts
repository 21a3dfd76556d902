import { isIntroductionType } from '#shared/domain/transfer/introduction.ts';
import { isFilled, isStrictMemberField } from '#shared/domain/member-life/strict-fields.ts';
import { mayAct, type Action } from '#shared/domain/rights/rights-table.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { isEntityType, type EntityType } from './entities.ts';
import type { FieldOf } from './op-scope.ts';
import { equalValues } from './sync/equal-values.ts';
import { REMOVED, type FieldValue, type Op } from './sync/op.ts';

/** Actions of one entity: making a record, removing it (and bringing it back), and who may change which field: any one of the actions is enough. */
type EntityActions = {
  readonly create: Action;
  readonly remove: Action;
  readonly edit: Action;
  readonly fields?: Readonly<Record<string, readonly Action[]>>;
};

const handling: readonly Action[] = ['document.edit', 'document.route'];
/** Who holds a paper changes with every step from hand to hand, whoever makes it. */
const holding: readonly Action[] = [...handling, 'handover.make'];
const finishing: readonly Action[] = ['document.edit', 'document.complete'];

const reporting: readonly Action[] = ['arrival.handle', 'document.route', 'document.complete'];

const drafting: readonly Action[] = ['outgoing.draft'];
const numbering: readonly Action[] = ['outgoing.number'];
const signing: readonly Action[] = ['handover.receive'];
const submitting: readonly Action[] = ['dossier.submit'];
const reorganising: readonly Action[] = ['unit.reorganise'];

/** How what travels is bound to rights. Devices and the directory of agencies are the server's own: no person writes them. */
const entityActions: Readonly<Record<Exclude<EntityType, 'device' | 'agency'>, EntityActions>> = {
  document: {
    create: 'document.register',
    remove: 'document.remove',
    edit: 'document.edit',
    fields: {
      state: ['document.edit', 'document.route', 'document.complete'],
      holderUnitId: holding,
      holderStaffId: holding,
      dueOn: handling,
      result: finishing,
      doneOn: finishing,
      note: ['document.edit', 'document.note'],
    },
  },
  directive: { create: 'directive.give', remove: 'directive.remove', edit: 'directive.give' },
  attachment: { create: 'attachment.add', remove: 'attachment.remove', edit: 'attachment.add' },
  member: { create: 'member.edit', remove: 'member.remove', edit: 'member.edit' },
  unit: {
    create: 'unit.edit',
    remove: 'unit.remove',
    edit: 'unit.edit',
    fields: { validTo: reorganising, successorIds: reorganising, formerNames: reorganising },
  },
  staff: { create: 'staff.edit', remove: 'staff.remove', edit: 'staff.edit' },
  register: { create: 'register.edit', remove: 'register.edit', edit: 'register.edit' },
  term: { create: 'register.term', remove: 'register.term', edit: 'register.term' },
  ledgerEntry: { create: 'ledger.note', remove: 'ledger.note', edit: 'ledger.note' },
  numberBlock: { create: 'ledger.note', remove: 'ledger.note', edit: 'ledger.note' },
  outgoing: {
    create: 'outgoing.draft',
    remove: 'outgoing.remove',
    edit: 'outgoing.draft',
    fields: {
      registerId: numbering,
      series: numbering,
      number: numbering,
      symbol: numbering,
      numberReason: numbering,
      numberedBy: numbering,
      numberedAt: numbering,
      state: [...drafting, 'outgoing.approve', 'outgoing.number'],
    },
  },
  draft: { create: 'outgoing.draft', remove: 'outgoing.remove', edit: 'outgoing.draft' },
  opinion: { create: 'outgoing.opine', remove: 'outgoing.remove', edit: 'outgoing.opine' },
  handover: {
    create: 'handover.make',
    remove: 'handover.remove',
    edit: 'handover.make',
    fields: {
      state: ['handover.make', 'handover.receive'],
      receivedBy: signing,
      receivedAt: signing,
      result: signing,
      doneOn: signing,
      reason: ['handover.make', 'handover.receive'],
    },
  },
  delegation: { create: 'delegation.give', remove: 'delegation.give', edit: 'delegation.give' },
  dispatch: { create: 'outgoing.send', remove: 'outgoing.remove', edit: 'outgoing.send' },
  arrival: {
    create: 'arrival.handle',
    remove: 'arrival.handle',
    edit: 'arrival.handle',
    // The sender hears of the handling: part of a directive, of a step, of completing.
    fields: { status: reporting, statusAt: reporting, statusBy: reporting },
  },
  dossier: {
    create: 'dossier.edit',
    remove: 'dossier.remove',
    edit: 'dossier.edit',
    fields: {
      packageHash: submitting,
      submittedAt: submitting,
      receiptNumber: submitting,
      receivedOn: submitting,
      returnReason: submitting,
    },
  },
  dossierItem: { create: 'dossier.edit', remove: 'dossier.edit', edit: 'dossier.edit' },
  memberLine: { create: 'member.edit', remove: 'member.edit', edit: 'member.edit' },
  memberEvent: { create: 'event.record', remove: 'event.record', edit: 'event.record' },
  memberChange: {
    create: 'member.propose',
    remove: 'member.propose',
    edit: 'member.propose',
    fields: {
      state: ['member.propose', 'member.confirm'],
      decidedBy: ['member.confirm'],
      decidedAt: ['member.confirm'],
      refusal: ['member.confirm'],
    },
  },
  formStock: { create: 'stock.note', remove: 'stock.note', edit: 'stock.note' },
  appointment: { create: 'post.appoint', remove: 'post.appoint', edit: 'post.appoint' },
  unitEvent: { create: 'unit.reorganise', remove: 'unit.reorganise', edit: 'unit.reorganise' },
  memberTransfer: { create: 'transfer.send', remove: 'transfer.send', edit: 'transfer.send' },
  memberArrival: { create: 'transfer.answer', remove: 'transfer.answer', edit: 'transfer.answer' },
  feeBasis: { create: 'fee.basis', remove: 'fee.basis', edit: 'fee.basis' },
  feePayment: { create: 'fee.collect', remove: 'fee.collect', edit: 'fee.collect' },
  feeHandUp: { create: 'fee.hand-up', remove: 'fee.hand-up', edit: 'fee.hand-up' },
  rating: {
    create: 'rating.propose',
    remove: 'rating.propose',
    edit: 'rating.propose',
    fields: { decidedLevel: ['rating.decide'], decision: ['rating.decide'] },
  },
  meeting: { create: 'meeting.hold', remove: 'meeting.remove', edit: 'meeting.hold' },
  attendance: { create: 'meeting.hold', remove: 'meeting.hold', edit: 'meeting.hold' },
  meetingOpinion: { create: 'meeting.hold', remove: 'meeting.hold', edit: 'meeting.hold' },
  meetingVote: { create: 'meeting.hold', remove: 'meeting.hold', edit: 'meeting.hold' },
  meetingTask: { create: 'meeting.hold', remove: 'meeting.hold', edit: 'meeting.hold' },
  studyItem: { create: 'study.edit', remove: 'study.edit', edit: 'study.edit' },
  studyReading: { create: 'study.note', remove: 'study.note', edit: 'study.note' },
  importBatch: { create: 'member.import', remove: 'member.import', edit: 'member.import' },
  importLine: { create: 'member.import', remove: 'member.import', edit: 'member.import' },
  reconcileNote: { create: 'member.import', remove: 'member.import', edit: 'member.import' },
  setting: { create: 'setting.edit', remove: 'setting.edit', edit: 'setting.edit' },
};

/**
 * Values that want a right of their own beside that of their field: a state of an outgoing paper is reached by whoever may take that step, and an
 * opinion of the kind `approved` is a leader's. A person to whom the duty `approve` is delegated has `outgoing.approve` for those days.
 */
const valueActions: Readonly<
  Partial<Record<EntityType, Readonly<Record<string, Readonly<Record<string, readonly Action[]>>>>>>
> = {
  outgoing: {
    state: {
      draft: ['outgoing.draft', 'outgoing.approve'],
      'in-review': ['outgoing.draft', 'outgoing.approve'],
      approved: ['outgoing.approve'],
      'awaiting-number': numbering,
      issued: numbering,
      recalled: numbering,
      void: numbering,
    },
  },
  opinion: { kind: { approved: ['outgoing.approve'] } },
  memberChange: {
    state: { confirmed: ['member.confirm'], refused: ['member.confirm'], withdrawn: ['member.propose'] },
  },
};

/** Fields that want a right of their own as soon as they hold something: a record is not born with what only others may give it. */
const filledActions: Readonly<Partial<Record<EntityType, Readonly<Record<string, readonly Action[]>>>>> = {
  outgoing: { number: numbering },
  rating: { decidedLevel: ['rating.decide'], decision: ['rating.decide'] },
};

/** What the values of an op want beside its fields. */
function wantedByValue(type: EntityType, fields: Op['f']): readonly (readonly Action[])[] {
  const filled = Object.entries(filledActions[type] ?? {}).flatMap(([field, actions]) =>
    Object.hasOwn(fields, field) && fields[field] !== null ? [actions] : [],
  );
  const byText = Object.entries(valueActions[type] ?? {}).flatMap(([field, byValue]) => {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
    return typeof value === 'string' && Object.hasOwn(byValue, value) ? [byValue[value] ?? []] : [];
  });
  return [...byText, ...filled];
}

/** Files of these belong to whoever may write the thing itself: a cell's secretary puts papers to the own meeting, though not to the registers. */
const fileActions: Readonly<Record<string, EntityActions>> = {
  member: { create: 'member.edit', remove: 'member.edit', edit: 'member.edit' },
  memberEvent: { create: 'event.record', remove: 'event.record', edit: 'event.record' },
  meeting: { create: 'meeting.hold', remove: 'meeting.hold', edit: 'meeting.hold' },
  studyItem: { create: 'study.edit', remove: 'study.edit', edit: 'study.edit' },
  memberTransfer: { create: 'transfer.send', remove: 'transfer.send', edit: 'transfer.send' },
};

/** Introduction papers stand in the book of outgoing papers, but are written, numbered and voided by whoever sends members. */
const introducing: readonly Action[] = ['outgoing.number', 'transfer.send'];

/** Whether an op is about an introduction paper and leaves it one. */
function isIntroduction({ type, f }: Pick<Op, 'type' | 'f'>, isNew: boolean, before: FieldOf | undefined): boolean {
  if (type !== 'outgoing') return false;
  const becomes = Object.hasOwn(f, 'typeId') ? f['typeId'] : before?.('typeId');
  return isIntroductionType(becomes) && (isNew || isIntroductionType(before?.('typeId')));
}

/** The actions of what an op writes; of a file, those of what it belongs to, which never changes once it is said. */
function actionsOf(type: keyof typeof entityActions, fields: Op['f'], before: FieldOf | undefined): EntityActions {
  if (type !== 'attachment') return entityActions[type];
  const owner = before === undefined ? fields['ownerType'] : before('ownerType');
  const own = typeof owner === 'string' && Object.hasOwn(fileActions, owner) ? fileActions[owner] : undefined;
  return own ?? entityActions.attachment;
}

/**
 * What an op wants to do: each entry is a list of actions of which one is enough. Empty for entities that have other fences. `before`: the record it finds,
 * where it is known.
 */
export function wantedActions(
  op: Pick<Op, 't' | 'type' | 'f'>,
  isNew: boolean,
  before?: FieldOf,
): readonly (readonly Action[])[] {
  if (!isEntityType(op.type) || op.type === 'device' || op.type === 'agency') return [];
  if (isIntroduction(op, isNew, before)) return [introducing];
  const known = actionsOf(op.type, op.f, before);
  if (op.t === 'cmd') return [op.type === 'register' ? ['register.hold'] : [known.edit]];
  if (op.t === 'del') return [[known.remove]];
  const byValue = wantedByValue(op.type, op.f);
  if (isNew) return [[known.create], ...byValue];
  const byField = Object.keys(op.f).map((field) => {
    if (field === REMOVED) return [known.remove];
    const actions = (Object.hasOwn(known.fields ?? {}, field) ? known.fields?.[field] : undefined) ?? [known.edit];
    return op.t === 'set' && isOfConfirmation(op, field, before) ? [...actions, 'member.confirm' as const] : actions;
  });
  return [...byField, ...byValue];
}

/**
 * Whether a field changes when somebody confirms what another has proposed: a value of a member that is there and for which two people answer, and the event
 * that gave it, in nothing but such values; not where a conflict is settled. That it was proposed and confirmed, the province looks for itself.
 */
function isOfConfirmation({ type, f }: Pick<Op, 'type' | 'f'>, field: string, before: FieldOf | undefined): boolean {
  if (before === undefined) return false;
  if (type === 'member') return isStrictMemberField(field) && isFilled(before(field));
  if (type !== 'memberEvent' || (field !== 'sets' && field !== 'effectiveOn')) return false;
  return before('state') === 'decided' && setsOnlyStrict(before('sets'), f['sets']);
}

/** Whether what an event sets changes, and in nothing but values two people answer for. */
function setsOnlyStrict(was: FieldValue | undefined, now: FieldValue | undefined): boolean {
  const [former, next] = [{ ...valuesIn(was) }, { ...valuesIn(now) }];
  const changed = [...new Set([...Object.keys(former), ...Object.keys(next)])].filter(
    (field) => !equalValues(former[field] ?? null, next[field] ?? null),
  );
  return changed.length > 0 && changed.every(isStrictMemberField);
}

function valuesIn(value: FieldValue | undefined): Readonly<Record<string, FieldValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, FieldValue>>)
    : {};
}

/** The actions somebody in this role lacks for an op (the first alternative of each); empty when it may be done. */
export function lackedActions(role: StaffRole, op: Pick<Op, 't' | 'type' | 'f'>, isNew: boolean): readonly Action[] {
  return wantedActions(op, isNew).flatMap((choice) => {
    const [first] = choice;
    return first === undefined || choice.some((action) => mayAct(role, action)) ? [] : [first];
  });
}
