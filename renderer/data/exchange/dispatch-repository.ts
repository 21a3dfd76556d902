import type { Channel } from '#shared/domain/document/document-record.ts';
import { isSecret } from '#shared/domain/document/document-record.ts';
import type { DispatchFields, RecipientKind } from '#shared/domain/exchange/dispatch-record.ts';
import { recallStanding } from '#shared/domain/exchange/recall.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { isComplete } from '#shared/entities.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { Office } from '../office.ts';
import type { DispatchRow, OutgoingRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { readLetter } from './outgoing-letter.ts';

/** Who is to get a paper. `recipient`: code of the agency, id of the unit, or empty. */
export type Recipient = {
  readonly kind: RecipientKind;
  readonly recipient: string;
  readonly name: string;
  readonly channel: Channel;
};

/** Whether a dispatch stands: its recipient did not agree to give it back. */
export function stands(
  dispatch: Pick<DispatchRow, 'recallAt' | 'recallStatus' | 'recallAnsweredFor' | 'removed'>,
): boolean {
  return !dispatch.removed && recallStanding(dispatch) !== '15';
}

/**
 * Sends an issued paper: one dispatch for each recipient that has none that stands. The incoming paper it answers is noted as answered.
 * Errors: `not-allowed` (not issued), `secret-stays-home`, `recipient-unknown`.
 */
export function sendOutgoing(
  office: Office,
  outgoingId: string,
  recipients: readonly Recipient[],
  note = '',
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const found = await findSendable(reader, outgoingId);
    if (!found.ok) return found;
    const outgoing = found.value;
    const sent = (await dispatchesOf(office, outgoingId)).filter(stands);
    const fresh = recipients.filter(
      ({ kind, recipient, name }) =>
        !sent.some(
          (each) =>
            each.recipientKind === kind &&
            each.recipient === recipient &&
            (recipient !== '' || each.recipientName === name),
        ),
    );
    const made = await dispatchOps(
      office,
      reader,
      outgoing,
      fresh.map((recipient) => ({ recipient, replacesId: null })),
      note,
    );
    return made.ok ? ok([...made.value, ...(await answeredOps(reader, outgoing))]) : made;
  });
}

/** Sends a paper in place of an older one to who got that: `replaced` are the dispatches of the older paper. Errors as for sending. */
export function replaceDispatches(
  office: Office,
  outgoingId: string,
  replaced: readonly string[],
  note = '',
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const found = await findSendable(reader, outgoingId);
    if (!found.ok) return found;
    const sent = new Set((await dispatchesOf(office, outgoingId)).filter(stands).map(({ replacesId }) => replacesId));
    const wanted: Wanted[] = [];
    for (const id of replaced) {
      const old = await reader.row('dispatch', id);
      if (old === undefined) return err({ code: 'record-missing' });
      const { recipientKind: kind, recipient, recipientName: name, channel } = old;
      if (!sent.has(id)) wanted.push({ recipient: { kind, recipient, name, channel }, replacesId: id });
    }
    const made = await dispatchOps(office, reader, found.value, wanted, note);
    return made.ok ? ok([...made.value, ...(await answeredOps(reader, found.value))]) : made;
  });
}

/** Tells everybody who has the paper over the exchange what it says now (cập nhật). `note`: what was changed. Errors: `reason-wanted` without it. */
export function updateDispatches(office: Office, outgoingId: string, note: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    if (note.trim() === '') return err({ code: 'reason-wanted', field: 'revisionNote' });
    const found = await findSendable(reader, outgoingId);
    if (!found.ok) return found;
    const standing = (await dispatchesOf(office, outgoingId)).filter(
      (each) => each.recipientKind === 'agency' && stands(each) && each.status !== '02',
    );
    const ops: OpDraft[] = [];
    for (const { id, letter: before, files: filesBefore, revision } of standing) {
      const { letter, files } = await readLetter(office, reader, found.value, before.note);
      if (equalValues(before, letter) && equalValues(filesBefore, files)) continue;
      const f = { letter, files, revision: revision + 1, revisionNote: note };
      ops.push({ t: 'set', stream: office.stream, type: 'dispatch', id, f });
    }
    return ok(ops);
  });
}

/**
 * Asks recipients to give a paper back (13). Those not reached over the exchange are asked by people: it counts as given back.
 * Errors: `reason-wanted`.
 */
export function recallDispatches(office: Office, ids: readonly string[], reason: string): Promise<WriteResult> {
  return commit(office, (reader) => recallOps(office, reader, ids, reason));
}

/** The ops of `recallDispatches`, for an act that does more; those given back or asked for already are passed over. Errors: `reason-wanted`. */
export async function recallOps(
  office: Office,
  reader: RecordReader,
  ids: readonly string[],
  reason: string,
): Promise<Result<OpDraft[], Refusal>> {
  if (reason.trim() === '') return err({ code: 'reason-wanted', field: 'recallReason' });
  const at = new Date(office.nowMs()).toISOString();
  const ops: OpDraft[] = [];
  for (const id of ids) {
    const row = await reader.row('dispatch', id);
    if (row === undefined) return err({ code: 'record-missing' });
    if (!stands(row) || recallStanding(row) === '13') continue;
    const byHand = row.recipientKind === 'agency' ? {} : { recallStatus: '15', recallAnsweredFor: at };
    ops.push({
      t: 'set',
      stream: row.stream,
      type: 'dispatch',
      id,
      f: { recallAt: at, recallReason: reason, ...byHand },
    });
  }
  return ok(ops);
}

/** What a recipient said who is not reached over the exchange (ký nhận, trả lại), by hand. */
export function noteDelivery(
  office: Office,
  id: string,
  { status, note }: { readonly status: Exclude<DispatchFields['status'], 'waiting'>; readonly note: string },
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('dispatch', id);
    if (row === undefined) return err({ code: 'record-missing' });
    if (row.recipientKind === 'agency') return err({ code: 'not-allowed', field: 'status' });
    if (status === '02' && note.trim() === '') return err({ code: 'reason-wanted', field: 'statusNote' });
    const f = { status, statusNote: note, statusAt: new Date(office.nowMs()).toISOString() };
    return ok([{ t: 'set', stream: row.stream, type: 'dispatch', id, f }]);
  });
}

/** Dispatches of a paper that are not removed, oldest first. */
export async function dispatchesOf({ db }: Office, outgoingId: string): Promise<DispatchRow[]> {
  const rows = await db.dispatches.where('outgoingId').equals(outgoingId).toArray();
  return rows.filter(({ removed }) => !removed).sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Wanted = { readonly recipient: Recipient; readonly replacesId: string | null };

async function findSendable(reader: RecordReader, id: string): Promise<Result<OutgoingRow, Refusal>> {
  const outgoing = await reader.row('outgoing', id);
  if (outgoing === undefined || outgoing.removed) return err({ code: 'record-missing' });
  if (isSecret(outgoing)) return err({ code: 'secret-stays-home' });
  return outgoing.state === 'issued' ? ok(outgoing) : err({ code: 'not-allowed', field: 'state' });
}

async function dispatchOps(
  office: Office,
  reader: RecordReader,
  outgoing: OutgoingRow,
  wanted: readonly Wanted[],
  note: string,
): Promise<Result<OpDraft[], Refusal>> {
  const { letter, files } = await readLetter(office, reader, outgoing, note);
  const agencies = new Set((await office.db.agencies.toArray()).map(({ code }) => code));
  const ops: OpDraft[] = [];
  for (const { recipient, replacesId } of wanted) {
    if (recipient.kind === 'agency' && !agencies.has(recipient.recipient)) return err({ code: 'recipient-unknown' });
    const f = {
      outgoingId: outgoing.id,
      recipientKind: recipient.kind,
      recipient: recipient.recipient,
      recipientName: recipient.name,
      channel: recipient.channel,
      kind: replacesId === null ? 'new' : 'replace',
      replacesId,
      letter,
      files,
      revision: 1,
      revisionNote: '',
      sentAt: new Date(office.nowMs()).toISOString(),
      sentBy: office.actor,
      recallAt: null,
      recallReason: '',
    };
    if (!isComplete('dispatch', f)) return err({ code: 'bad-value', field: 'recipientName' });
    ops.push({ t: 'set', stream: office.stream, type: 'dispatch', id: office.ports.newId(), f });
  }
  return ok(ops);
}

async function answeredOps(reader: RecordReader, { id, replyToId }: OutgoingRow): Promise<OpDraft[]> {
  const answered = replyToId === null ? undefined : await reader.row('document', replyToId);
  if (answered === undefined || answered.answeredById !== null) return [];
  return [{ t: 'set', stream: answered.stream, type: 'document', id: answered.id, f: { answeredById: id } }];
}
