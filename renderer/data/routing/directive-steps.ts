import type { DirectiveFields } from '#shared/domain/directive/directive-record.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Office } from '../office.ts';
import type { DocumentRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { handoverOp } from './handover-op.ts';

/** A directive as it is being given. */
type Given = {
  readonly id: string;
  readonly fields: DirectiveFields;
  readonly informUnitIds: readonly string[];
};

/**
 * The steps a directive sets off: the paper goes to who leads (unit, person or both), to each who helps, to each who is to know. The steps by which
 * it was presented to its author are done with it. Reads the store: call inside a write.
 */
export async function directiveSteps(
  office: Office,
  document: DocumentRow,
  { id, fields, informUnitIds }: Given,
): Promise<readonly OpDraft[]> {
  const { stream } = document;
  const step = { documentId: document.id, directiveId: id, toStaffId: null } as const;
  const lead =
    fields.leadUnitId === null && fields.leadStaffId === null
      ? []
      : [{ ...step, purpose: 'lead' as const, toUnitId: fields.leadUnitId, toStaffId: fields.leadStaffId }];
  const helping = fields.supportUnitIds.map((toUnitId) => ({ ...step, purpose: 'support' as const, toUnitId }));
  const knowing = informUnitIds.map((toUnitId) => ({ ...step, purpose: 'inform' as const, toUnitId }));
  const presented = (await office.db.handovers.where('documentId').equals(document.id).toArray()).filter(
    ({ purpose, state, toStaffId, removed }) =>
      !removed &&
      (purpose === 'present' || purpose === 'return') &&
      (state === 'sent' || state === 'received') &&
      toStaffId === fields.authorId,
  );
  return [
    ...presented.map(({ id: done, receivedAt }): OpDraft => {
      const signed = receivedAt === null ? { receivedBy: fields.authorId, receivedAt: fields.givenAt } : {};
      return { t: 'set', stream, type: 'handover', id: done, f: { state: 'done', doneOn: office.today(), ...signed } };
    }),
    ...[...lead, ...helping].map((to) => handoverOp(office, stream, { ...to, dueOn: fields.dueOn })),
    ...knowing.map((to) => handoverOp(office, stream, to)),
  ];
}

/** Takes back the steps a directive set off that nobody has finished: the directive was written by mistake. */
export function recallDirectiveSteps(
  office: Office,
  documentId: string,
  directiveId: string,
  reason: string,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const document = await reader.row('document', documentId);
    if (document === undefined) return err({ code: 'record-missing' });
    const steps = await office.db.handovers.where('documentId').equals(documentId).toArray();
    return ok(
      steps
        .filter((step) => step.directiveId === directiveId && (step.state === 'sent' || step.state === 'received'))
        .map(({ id, stream }): OpDraft => ({
          t: 'set',
          stream,
          type: 'handover',
          id,
          f: { state: 'recalled', reason },
        })),
    );
  });
}
