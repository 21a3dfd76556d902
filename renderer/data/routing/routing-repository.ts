import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok } from '#shared/base/result.ts';
import type { DelegationFields } from '#shared/domain/routing/delegation-record.ts';
import type { HandoverFields } from '#shared/domain/routing/handover-record.ts';
import { mayAct } from '#shared/domain/rights/rights-table.ts';
import { isComplete } from '#shared/entities.ts';
import { progressOps } from '../exchange/arrival-progress.ts';
import type { Office } from '../office.ts';
import type { DocumentRow, HandoverRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { addRecord, saveRecord } from '../write/save-record.ts';
import { handoverOp, type NewHandover } from './handover-op.ts';

/**
 * Hands a paper to a unit or person: presented to a leader (trình), given to who leads, helps or is to know. The one it is presented or given
 * to holds it from then on. `bad-value` when nobody is named, `not-allowed` for a step back, which is `returnHandover`.
 */
export function handOver(office: Office, step: NewHandover): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const document = await reader.row('document', step.documentId);
    if (document === undefined) return err({ code: 'record-missing' });
    if (step.purpose === 'return') return err({ code: 'not-allowed', field: 'purpose' });
    const op = handoverOp(office, document.stream, step);
    if (step.toUnitId === null && step.toStaffId === null) return err({ code: 'bad-value', field: 'toUnitId' });
    if (!isComplete('handover', op.f)) return err({ code: 'bad-value' });
    return ok([op, ...holderOps(document, step)]);
  });
}

/** Signs for a paper (ký nhận): the person it went to, somebody of the unit, or the clerk who keeps the book. `not-your-role` for others. */
export function receiveHandover(office: Office, id: string): Promise<WriteResult> {
  return changeStep(office, id, ['sent'], async (step) => {
    if (!(await maySignFor(office, step))) return 'not-your-role';
    return [change(step, { state: 'received', ...signature(office) })];
  });
}

/**
 * Reports a step done, with the result in words; a step not yet signed for is signed for with it. `alsoPaper`: the work on the paper is done with
 * it (who leads), which becomes its result.
 */
export function finishHandover(
  office: Office,
  id: string,
  { result, alsoPaper }: { readonly result: string; readonly alsoPaper: boolean },
): Promise<WriteResult> {
  return changeStep(office, id, ['sent', 'received'], async (step, document, ops) => {
    if (!(await maySignFor(office, step))) return 'not-your-role';
    const doneOn = office.today();
    const signed = step.receivedAt === null ? signature(office) : {};
    const done = change(step, { state: 'done', result, doneOn, ...signed });
    if (!alsoPaper) return [done];
    const { stream, id: documentId } = document;
    const paper: OpDraft = { t: 'set', stream, type: 'document', id: documentId, f: { state: 'done', result, doneOn } };
    return [done, paper, ...(await ops('06'))];
  });
}

/** Gives a paper back to who handed it on, with a reason; it lies with them again. */
export function returnHandover(office: Office, id: string, reason: string): Promise<WriteResult> {
  return changeStep(office, id, ['sent', 'received'], async (step, document) => {
    if (reason.trim() === '') return 'reason-wanted';
    if (!(await maySignFor(office, step))) return 'not-your-role';
    const given = change(step, { state: 'returned', reason });
    const actor = await office.db.staff.get(office.actor);
    // Who may only sign for papers marks the step; the office hands it on from there.
    if (actor !== undefined && !mayAct(actor.role, 'handover.make')) return [given];
    const back = { documentId: document.id, toUnitId: null, toStaffId: step.fromStaffId };
    const returned = step.fromStaffId === null ? [] : [backTo(office, document, back, reason)];
    const isHeld = step.purpose === 'present' || step.purpose === 'lead';
    return [given, ...returned, ...(isHeld ? holderOps(document, { ...back, purpose: 'present' }) : [])];
  });
}

/** Takes back a paper handed on by mistake, with a reason, while the work is not done; it lies with who takes it back. */
export function recallHandover(office: Office, id: string, reason: string): Promise<WriteResult> {
  return changeStep(office, id, ['sent', 'received'], (step, document) => {
    if (reason.trim() === '') return Promise.resolve('reason-wanted');
    const isHeld = step.purpose === 'present' || step.purpose === 'lead';
    const holder = {
      documentId: document.id,
      purpose: 'present',
      toUnitId: null,
      toStaffId: office.actor || null,
    } as const;
    return Promise.resolve([
      change(step, { state: 'recalled', reason }),
      ...(isHeld ? holderOps(document, holder) : []),
    ]);
  });
}

/** Gives one's own duty to another for some days (uỷ quyền). Refused by both ends when the giver lacks the right or is somebody else. */
export function giveDelegation(
  office: Office,
  delegation: Omit<DelegationFields, 'fromStaffId' | 'revokedOn'>,
): Promise<WriteResult> {
  if (delegation.until < delegation.from) return Promise.resolve(err({ code: 'bad-value', field: 'until' }));
  if (delegation.toStaffId === office.actor) return Promise.resolve(err({ code: 'bad-value', field: 'toStaffId' }));
  return addRecord(office, 'delegation', { ...delegation, fromStaffId: office.actor, revokedOn: null });
}

/** Takes a duty back from today on; `seen` is the row's `seq`. */
export function revokeDelegation(office: Office, id: string, seen: number): Promise<WriteResult> {
  return saveRecord(office, 'delegation', id, { revokedOn: office.today() }, seen);
}

type StepOps = (
  step: HandoverRow,
  document: DocumentRow,
  progress: (status: '06') => Promise<readonly OpDraft[]>,
) => Promise<readonly OpDraft[] | ErrorCode>;

function changeStep(
  office: Office,
  id: string,
  from: readonly HandoverFields['state'][],
  make: StepOps,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const step = await reader.row('handover', id);
    const document = step === undefined ? undefined : await reader.row('document', step.documentId);
    if (step === undefined || document === undefined) return err({ code: 'record-missing' });
    if (!from.includes(step.state)) return err({ code: 'handover-settled' });
    const made = await make(step, document, (status) => progressOps(office, reader, document.id, status));
    return typeof made === 'string' ? err({ code: made }) : ok(made);
  });
}

function change({ id, stream }: HandoverRow, f: Partial<HandoverFields>): OpDraft {
  return { t: 'set', stream, type: 'handover', id, f };
}

function signature(office: Office): Pick<HandoverFields, 'receivedBy' | 'receivedAt'> {
  return { receivedBy: office.actor === '' ? null : office.actor, receivedAt: new Date(office.nowMs()).toISOString() };
}

function backTo(office: Office, { stream }: DocumentRow, to: Omit<NewHandover, 'purpose'>, reason: string): OpDraft {
  return handoverOp(office, stream, { ...to, purpose: 'return', note: reason.slice(0, 500) });
}

/** Who helps or is to know does not hold the paper. */
function holderOps({ stream, state }: DocumentRow, step: NewHandover): readonly OpDraft[] {
  if (step.purpose === 'support' || step.purpose === 'inform' || state === 'done') return [];
  const holder = { holderUnitId: step.toUnitId, holderStaffId: step.toStaffId };
  const standing = step.purpose === 'lead' ? 'in-progress' : 'awaiting-directive';
  const f = { ...holder, ...(state === standing ? {} : { state: standing }) };
  return [{ t: 'set', stream, type: 'document', id: step.documentId, f }];
}

/** The person, somebody of the unit, or the clerk's desk, which signs what comes back on paper. */
async function maySignFor({ db, actor }: Office, { toStaffId, toUnitId }: HandoverRow): Promise<boolean> {
  if (actor === '' || actor === toStaffId) return true;
  const person = await db.staff.get(actor);
  if (person === undefined) return true;
  const isOfUnit = toUnitId !== null && person.unitId === toUnitId;
  return isOfUnit || person.role === 'clerk' || person.role === 'office-head';
}
