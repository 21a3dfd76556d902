import { err, ok, type Result } from '#shared/base/result.ts';
import { isSecret } from '#shared/domain/document/document-record.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import { entities, isComplete, LOCAL_STREAM } from '#shared/entities.ts';
import { attachmentDraft, type StoredFile } from '../documents/attachment-draft.ts';
import type { Office } from '../office.ts';
import type { OutgoingRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { removeRecord, restoreRecord } from '../write/save-record.ts';
import { draftOp, refuseContent } from './draft-op.ts';
import { isSettled, latestVersion, stateOp } from './outgoing-steps.ts';

export { askReviewers, approveOutgoing, giveOpinion, type NewOpinion } from './give-opinion.ts';

/** What is given for a new outgoing paper; number, states and instants are the program's own. */
export type NewOutgoing = Omit<
  OutgoingFields,
  | 'registerId'
  | 'series'
  | 'number'
  | 'symbol'
  | 'issuedOn'
  | 'numberReason'
  | 'numberedBy'
  | 'numberedAt'
  | 'state'
  | 'reason'
  | 'drafterId'
  | 'createdAt'
>;

/** Fields that stand on the paper: a change to one of them after the approval asks to approve again, and after the number is none any more. */
const printedFields: readonly (keyof OutgoingFields)[] = [
  'regime',
  'bodyId',
  'typeId',
  'abstract',
  'place',
  'signMode',
  'signBody',
  'signPost',
  'signer',
  'signerId',
  'urgency',
  'secrecy',
  'circulation',
];

/** Fields that only numbering, opinions and recall write. */
const guardedFields: readonly (keyof OutgoingFields)[] = [
  'registerId',
  'series',
  'number',
  'symbol',
  'issuedOn',
  'numberReason',
  'numberedBy',
  'numberedAt',
  'state',
  'reason',
  'drafterId',
  'createdAt',
];

/**
 * Makes an outgoing paper with its first draft, if there is one yet. A paper of class Mật or higher is a
 * line on this PC only, without text. Errors: `bad-value`, `secret-stays-home`, `text-secret-mark`.
 */
export function createOutgoing(office: Office, input: NewOutgoing, content?: PaperContent): Promise<WriteResult> {
  const drafterId = office.actor === '' ? null : office.actor;
  return commit(office, () => Promise.resolve(createOps(office, input, { content, drafterId })));
}

/**
 * Enters a paper written and signed outside the program: its line only, which nobody drafts here and which needs no approval before its number.
 * Errors: `bad-value`.
 */
export function createSigned(office: Office, input: NewOutgoing): Promise<WriteResult> {
  return commit(office, () => Promise.resolve(createOps(office, input, { drafterId: null })));
}

function createOps(
  office: Office,
  input: NewOutgoing,
  { content, drafterId }: { readonly content?: PaperContent | undefined; readonly drafterId: string | null },
): Result<readonly OpDraft[], Refusal> {
  if (isSecret(input) && content !== undefined) return err({ code: 'secret-stays-home', field: 'secrecy' });
  const stream = isSecret(input) ? LOCAL_STREAM : office.stream;
  const fields: OutgoingFields = {
    ...input,
    registerId: null,
    series: '',
    number: null,
    symbol: '',
    issuedOn: null,
    numberReason: '',
    numberedBy: null,
    numberedAt: null,
    state: 'draft',
    reason: '',
    drafterId,
    createdAt: new Date(office.nowMs()).toISOString(),
  };
  if (!isComplete('outgoing', fields)) {
    const path = entities.outgoing.schema.safeParse(fields).error?.issues[0]?.path[0];
    return err(typeof path === 'string' ? { code: 'bad-value', field: path } : { code: 'bad-value' });
  }
  const id = office.ports.newId();
  const made: OpDraft = { t: 'set', stream, type: 'outgoing', id, f: fields };
  if (content === undefined) return ok([made]);
  const refusal = refuseContent(content);
  if (refusal !== undefined) return err(refusal);
  return ok([made, draftOp(office, { outgoingId: id, version: 1, content, note: '' })]);
}

/**
 * Changes fields of an outgoing paper; `seen` is the row's `seq` when the form was opened. What stands on the paper is settled with its number
 * (`paper-settled`); before that a change takes the approval back. A paper does not change between open and secret (`secret-stays-home`).
 */
export function saveOutgoing(
  office: Office,
  id: string,
  changes: Partial<OutgoingFields>,
  seen: number,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('outgoing', id);
    return row === undefined ? err({ code: 'record-missing' }) : changeOps(row, changes, seen);
  });
}

/** Saves the form and a new version of the text in one act, so that neither is there without the other. */
export function addDraft(
  office: Office,
  outgoingId: string,
  draft: {
    readonly content: PaperContent;
    readonly note: string;
    readonly changes?: Partial<OutgoingFields>;
    readonly seen?: number;
  },
): Promise<WriteResult<{ readonly version: number }>> {
  let version = 1;
  return commit(office, async (reader) => {
    const row = await reader.row('outgoing', outgoingId);
    if (row === undefined) return err({ code: 'record-missing' });
    if (isSecret(row)) return err({ code: 'secret-stays-home' });
    if (isSettled(row)) return err({ code: 'paper-settled' });
    const refusal = refuseContent(draft.content);
    if (refusal !== undefined) return err(refusal);
    const changed = changeOps(row, draft.changes ?? {}, draft.seen ?? row.seq);
    if (!changed.ok) return changed;
    version = (await latestVersion(office, outgoingId)) + 1;
    const { content, note } = draft;
    const back: OpDraft[] = row.state === 'approved' ? [stateOp(row, 'in-review')] : [];
    return ok([draftOp(office, { outgoingId, version, content, note }), ...changed.value, ...back]);
  }).then((saved) => (saved.ok ? ok({ ...saved.value, version }) : saved));
}

/**
 * Calls an issued paper back in the register only: of one that another replaces, whose recipients are told with the paper that takes its place.
 * Else see `recall-everywhere.ts`. Errors: `reason-wanted`, `not-allowed`.
 */
export function recallOutgoing(office: Office, id: string, reason: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const recalled = await recallOp(reader, id, reason);
    return recalled.ok ? ok([recalled.value]) : recalled;
  });
}

/** The op that calls an issued paper back. Errors: `reason-wanted`, `not-allowed`, `record-missing`. */
export async function recallOp(reader: RecordReader, id: string, reason: string): Promise<Result<OpDraft, Refusal>> {
  const row = await reader.row('outgoing', id);
  if (row === undefined) return err({ code: 'record-missing' });
  if (reason.trim() === '') return err({ code: 'reason-wanted', field: 'reason' });
  if (row.state !== 'issued') return err({ code: 'not-allowed', field: 'state' });
  return ok({ t: 'set', stream: row.stream, type: 'outgoing', id, f: { state: 'recalled', reason } });
}

/** Names a file of the vault as belonging to an outgoing paper. A secret paper takes no file. */
export function attachToOutgoing(office: Office, id: string, file: StoredFile): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('outgoing', id);
    if (row === undefined) return err({ code: 'record-missing' });
    return isSecret(row) ? err({ code: 'secret-stays-home' }) : attachmentDraft(office, id, file, 'outgoing');
  });
}

/** Takes a draft off the list; a paper with a number stays (it is voided instead). */
export async function removeOutgoing(office: Office, id: string): Promise<WriteResult> {
  const row = await office.db.outgoings.get(id);
  if (row !== undefined && isSettled(row)) return err({ code: 'paper-settled' });
  return removeRecord(office, 'outgoing', id);
}

/** Brings a removed draft back. */
export function restoreOutgoing(office: Office, id: string): Promise<WriteResult> {
  return restoreRecord(office, 'outgoing', id);
}

function changeOps(
  row: OutgoingRow,
  changes: Partial<OutgoingFields>,
  seen: number,
): Result<readonly OpDraft[], Refusal> {
  const differing = (Object.keys(changes) as (keyof OutgoingFields)[]).filter(
    (field) => JSON.stringify(changes[field]) !== JSON.stringify(row[field]),
  );
  if (differing.length === 0) return ok([]);
  const guarded = differing.find((field) => guardedFields.includes(field));
  if (guarded !== undefined) return err({ code: 'not-allowed', field: guarded });
  if (isSecret({ secrecy: changes.secrecy ?? row.secrecy }) !== isSecret(row))
    return err({ code: 'secret-stays-home', field: 'secrecy' });
  const printed = differing.find((field) => printedFields.includes(field));
  if (printed !== undefined && isSettled(row)) return err({ code: 'paper-settled', field: printed });
  const f = Object.fromEntries(differing.map((field) => [field, changes[field] ?? null]));
  const op: OpDraft = { t: 'set', stream: row.stream, type: 'outgoing', id: row.id, f, seen };
  const back = printed !== undefined && row.state === 'approved';
  return ok(back ? [op, stateOp(row, 'in-review')] : [op]);
}
