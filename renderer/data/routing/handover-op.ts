import type { HandoverFields } from '#shared/domain/routing/handover-record.ts';
import type { Office } from '../office.ts';
import type { OpDraft } from '../write/compose-ops.ts';

/** What is said of a step when it is made; the rest comes when it is signed for. */
export type NewHandover = Pick<HandoverFields, 'documentId' | 'purpose' | 'toUnitId' | 'toStaffId'> &
  Partial<Pick<HandoverFields, 'directiveId' | 'note' | 'dueOn'>>;

/** The op of a new step from the acting person's hand, on the paper's own stream: of a secret paper it stays on this PC. */
export function handoverOp(office: Office, stream: string, step: NewHandover): OpDraft {
  const fields: HandoverFields = {
    directiveId: null,
    note: '',
    dueOn: null,
    ...step,
    fromStaffId: office.actor === '' ? null : office.actor,
    handedAt: new Date(office.nowMs()).toISOString(),
    state: 'sent',
    receivedBy: null,
    receivedAt: null,
    result: '',
    doneOn: null,
    reason: '',
  };
  return { t: 'set', stream, type: 'handover', id: office.ports.newId(), f: fields };
}

/** The step by which a paper leaves the clerk when it is registered: to a leader for a directive, or straight to who does the work. */
export function firstHandoverOps(
  office: Office,
  stream: string,
  paper: {
    readonly id: string;
    readonly state: string;
    readonly holderUnitId: string | null;
    readonly holderStaffId: string | null;
    readonly dueOn: HandoverFields['dueOn'];
  },
): readonly OpDraft[] {
  const { id, state, holderUnitId, holderStaffId, dueOn } = paper;
  if (holderUnitId === null && holderStaffId === null) return [];
  const purpose = state === 'in-progress' ? 'lead' : 'present';
  const step = { documentId: id, purpose, toUnitId: holderUnitId, toStaffId: holderStaffId } as const;
  return [handoverOp(office, stream, { ...step, dueOn: purpose === 'lead' ? dueOn : null })];
}
