import { err, ok } from '#shared/base/result.ts';
import type { OpinionFields } from '#shared/domain/outgoing/opinion-record.ts';
import { isComplete } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import type { OutgoingRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import { isSettled, latestVersion, stateOp } from './outgoing-steps.ts';

/** What is given for an opinion; person and instant are the present ones. */
export type NewOpinion = Pick<OpinionFields, 'outgoingId' | 'version' | 'blockIndex' | 'text'> & {
  readonly kind: Exclude<OpinionFields['kind'], 'asked' | 'approved'>;
};

/**
 * Gives an opinion on a version of the text; wanted changes send the paper back to its writer. Errors: `draft-missing`, `draft-outdated` (a newer
 * version is here), `paper-settled`, `reason-wanted` (a comment or wanted changes without words).
 */
export function giveOpinion(office: Office, opinion: NewOpinion): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('outgoing', opinion.outgoingId);
    const refusal = await refuseVersion(office, row, opinion.version);
    if (row === undefined || refusal !== undefined) return err(refusal ?? { code: 'record-missing' });
    if (opinion.kind !== 'format-checked' && opinion.text.trim() === '')
      return err({ code: 'reason-wanted', field: 'text' });
    const given = opinionOp(office, row, { ...opinion, staffId: office.actor, onBehalfOf: null });
    if (given === undefined) return err({ code: 'bad-value', field: 'text' });
    return ok(opinion.kind === 'changes-wanted' ? [given, stateOp(row, 'draft')] : [given]);
  });
}

/** Asks people what they think of a version; the paper is then in review. */
export function askReviewers(
  office: Office,
  {
    outgoingId,
    version,
    staffIds,
    text,
  }: {
    readonly outgoingId: string;
    readonly version: number;
    readonly staffIds: readonly string[];
    readonly text: string;
  },
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('outgoing', outgoingId);
    const refusal = await refuseVersion(office, row, version);
    if (row === undefined || refusal !== undefined) return err(refusal ?? { code: 'record-missing' });
    if (staffIds.length === 0) return err({ code: 'bad-value', field: 'staffId' });
    const ops: OpDraft[] = [];
    for (const staffId of staffIds) {
      const asked = opinionOp(office, row, {
        outgoingId,
        version,
        kind: 'asked',
        staffId,
        blockIndex: null,
        text,
        onBehalfOf: null,
      });
      if (asked === undefined) return err({ code: 'bad-value', field: 'staffId' });
      ops.push(asked);
    }
    return ok(row.state === 'draft' ? [...ops, stateOp(row, 'in-review')] : ops);
  });
}

/** Approves a version of the text, in one's own right or on behalf of who delegated it: opinion and state in one act. */
export function approveOutgoing(
  office: Office,
  {
    outgoingId,
    version,
    text,
    onBehalfOf,
  }: Pick<OpinionFields, 'outgoingId' | 'version' | 'text'> & { readonly onBehalfOf: string | null },
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('outgoing', outgoingId);
    const refusal = await refuseVersion(office, row, version);
    if (row === undefined || refusal !== undefined) return err(refusal ?? { code: 'record-missing' });
    const given = opinionOp(office, row, {
      outgoingId,
      version,
      kind: 'approved',
      staffId: office.actor,
      blockIndex: null,
      text,
      onBehalfOf,
    });
    return given === undefined
      ? err({ code: 'bad-value', field: 'text' })
      : ok([given, ...(row.state === 'approved' ? [] : [stateOp(row, 'approved')])]);
  });
}

/** An opinion is about the latest version of a text that may still change: what was read must be what is judged. */
async function refuseVersion(
  office: Office,
  row: OutgoingRow | undefined,
  version: number,
): Promise<Refusal | undefined> {
  if (row === undefined || row.removed) return { code: 'record-missing' };
  if (isSettled(row)) return { code: 'paper-settled' };
  const latest = await latestVersion(office, row.id);
  if (latest === 0) return { code: 'draft-missing' };
  return version === latest ? undefined : { code: 'draft-outdated' };
}

function opinionOp(office: Office, row: OutgoingRow, opinion: Omit<OpinionFields, 'givenAt'>): OpDraft | undefined {
  const f: OpinionFields = { ...opinion, givenAt: new Date(office.nowMs()).toISOString() };
  return isComplete('opinion', f)
    ? { t: 'set', stream: row.stream, type: 'opinion', id: office.ports.newId(), f }
    : undefined;
}
