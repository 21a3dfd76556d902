import { derivedId } from '#shared/base/ids.ts';
import { recallStanding } from '#shared/domain/exchange/recall.ts';
import type { Letter } from '#shared/domain/exchange/letter.ts';
import { isSecret } from '#shared/domain/document/document-record.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { attachmentDraft, sentFileDraft, type StoredFile } from '../documents/attachment-draft.ts';
import { registerDocument, type NewDocument, type Registered } from '../documents/register-document.ts';
import type { Office } from '../office.ts';
import type { ArrivalRow, DocumentRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { statusOp } from './arrival-progress.ts';

/** Fields of a register line that come with the letter. */
type LineOfLetter = Pick<
  NewDocument,
  'symbol' | 'issuedOn' | 'issuer' | 'typeId' | 'abstract' | 'signer' | 'urgency'
> & {
  readonly externalId: string;
  readonly organId: string;
  readonly signerPost: string;
  readonly pages: number | null;
};

/** A register line as the letter says it. */
export function lineOfLetter(letter: Letter): LineOfLetter {
  const { symbol, issuedOn, issuer, typeId, abstract, signer, urgency, externalId, organId, signerPost, pages } =
    letter;
  return {
    symbol,
    issuedOn,
    issuer,
    typeId,
    abstract,
    signer,
    urgency,
    externalId,
    organId,
    signerPost,
    pages: pages === 0 ? null : pages,
  };
}

/**
 * Enters a paper that came over the exchange: register line with the arrival's id, those of its files that the intake found sound (`checked`), and the answer 03 to the sender, in one act. What it takes
 * the place of is marked so, or leaves the queue with `replacedNote` as the word to its sender; a paper that comes after what replaced it is
 * marked at once. Errors: `not-allowed` (already handled), `secret-stays-home`, and those of registering.
 */
export function acceptArrival(
  office: Office,
  id: string,
  input: NewDocument,
  replacedNote: string,
  checked: readonly StoredFile[],
): Promise<WriteResult<Registered>> {
  return registerDocument(office, input, [], async (reader) => {
    if (isSecret(input)) return err({ code: 'secret-stays-home', field: 'secrecy' });
    const arrival = await findOpen(reader, id);
    if (!arrival.ok) return arrival;
    const files = await missingFiles(office, { id }, arrival.value, checked);
    if (!files.ok) return files;
    const all = await office.db.arrivals.toArray();
    const isReplaced = all.some((each) => replaces(each, arrival.value) && each.documentId !== null && !each.removed);
    const also = [
      ...files.value,
      acceptedOp(office, arrival.value, id),
      ...(await replacedOps(office, reader, arrival.value, replacedNote)),
      ...(isReplaced ? [withdrawnOp({ id, stream: office.stream }, 'replaced')] : []),
    ];
    return ok({ id, also });
  });
}

/** The paper is in the book already (it also came on paper): the line stands, the sender hears 03. Errors: `not-allowed`, `record-missing`. */
export function acceptAsKnown(
  office: Office,
  id: string,
  documentId: string,
  checked: readonly StoredFile[],
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const arrival = await findOpen(reader, id);
    if (!arrival.ok) return arrival;
    const line = await reader.row('document', documentId);
    if (line === undefined || line.removed) return err({ code: 'record-missing' });
    const missing = await missingFiles(office, line, arrival.value, checked);
    return missing.ok ? ok([acceptedOp(office, arrival.value, documentId), ...missing.value]) : missing;
  });
}

/** Sends a paper back (02). Errors: `reason-wanted`, `not-allowed` (already handled). */
export function refuseArrival(office: Office, id: string, reason: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    if (reason.trim() === '') return err({ code: 'reason-wanted', field: 'statusNote' });
    const arrival = await findOpen(reader, id);
    return arrival.ok ? ok([statusOp(office, arrival.value, { status: '02', statusNote: reason })]) : arrival;
  });
}

/**
 * Answers the sender's wish to have the paper back (15 or 16). When agreed, its register line stays and says it was taken back (domain.md 3.2).
 * Errors: `not-allowed` (nobody asked, or it was answered), `reason-wanted` (refused without a word).
 */
export function answerRecall(
  office: Office,
  id: string,
  { agree, note }: { readonly agree: boolean; readonly note: string },
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const arrival = await reader.row('arrival', id);
    if (arrival === undefined || arrival.removed) return err({ code: 'record-missing' });
    if (recallStanding(arrival) !== '13') return err({ code: 'not-allowed' });
    if (!agree && note.trim() === '') return err({ code: 'reason-wanted', field: 'recallNote' });
    const f = { recallStatus: agree ? '15' : '16', recallNote: note, recallAnsweredFor: arrival.recallAt };
    const answer: OpDraft = { t: 'set', stream: arrival.stream, type: 'arrival', id, f };
    const line = arrival.documentId === null || !agree ? undefined : await reader.row('document', arrival.documentId);
    return ok(line === undefined ? [answer] : [answer, withdrawnOp(line, 'recalled')]);
  });
}

/** Brings the register line up to what the sender says now, new files included. Errors: `not-allowed` (nothing newer). */
export function takeUpdate(office: Office, id: string, checked: readonly StoredFile[]): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const arrival = await reader.row('arrival', id);
    const line = arrival?.documentId == null ? undefined : await reader.row('document', arrival.documentId);
    if (arrival === undefined || line === undefined) return err({ code: 'record-missing' });
    if (arrival.acceptedRevision >= arrival.revision) return err({ code: 'not-allowed' });
    const files = await missingFiles(office, line, arrival, checked);
    if (!files.ok) return files;
    const { pages, ...said } = lineOfLetter(arrival.letter);
    const f = { ...said, pages: pages ?? line.pages };
    const noted = { acceptedRevision: arrival.revision };
    return ok([
      { t: 'set', stream: line.stream, type: 'document', id: line.id, f },
      ...files.value,
      { t: 'set', stream: arrival.stream, type: 'arrival', id, f: noted },
    ]);
  });
}

/** Names under the register line the files that came after the paper was entered and that the intake found sound. Errors: `record-missing`. */
export function attachLateFiles(office: Office, id: string, checked: readonly StoredFile[]): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const arrival = await reader.row('arrival', id);
    const line = arrival?.documentId == null ? undefined : await reader.row('document', arrival.documentId);
    if (arrival === undefined || line === undefined || line.removed) return err({ code: 'record-missing' });
    return missingFiles(office, line, arrival, checked);
  });
}

/** Whether the first paper may take the place of the second: it says so, and both come from the same sender by the same way. */
export function replaces(next: ArrivalRow, old: ArrivalRow): boolean {
  const isSameSender = next.from === old.from && (next.from !== '' || next.fromName === old.fromName);
  return next.replacesId === old.id && next.origin === old.origin && isSameSender;
}

/** An arrival nobody has handled yet. */
async function findOpen(reader: RecordReader, id: string): Promise<Result<ArrivalRow, Refusal>> {
  const arrival = await reader.row('arrival', id);
  if (arrival === undefined || arrival.removed) return err({ code: 'record-missing' });
  const isOpen = arrival.documentId === null && (arrival.status === '01' || arrival.status === 'waiting');
  return isOpen && recallStanding(arrival) !== '15' ? ok(arrival) : err({ code: 'not-allowed', field: 'status' });
}

function acceptedOp(office: Office, arrival: ArrivalRow, documentId: string): OpDraft {
  const { f, ...op } = statusOp(office, arrival, { status: '03', statusNote: '' });
  return { ...op, f: { ...f, documentId, acceptedRevision: arrival.revision } };
}

/** The line a replacement stands for is marked; one still waiting leaves the queue. */
async function replacedOps(
  office: Office,
  reader: RecordReader,
  next: ArrivalRow,
  statusNote: string,
): Promise<OpDraft[]> {
  const old = next.replacesId === null ? undefined : await reader.row('arrival', next.replacesId);
  if (old === undefined || old.removed || !replaces(next, old)) return [];
  if (old.documentId === null) return old.status === '01' ? [statusOp(office, old, { status: '02', statusNote })] : [];
  const line = await reader.row('document', old.documentId);
  return line === undefined ? [] : [withdrawnOp(line, 'replaced')];
}

function withdrawnOp({ id, stream }: Pick<DocumentRow, 'id' | 'stream'>, withdrawn: 'recalled' | 'replaced'): OpDraft {
  return { t: 'set', stream, type: 'document', id, f: { withdrawn } };
}

/**
 * Files of the letter that the intake found sound and the line does not have yet, in the letter's order. Name, kind and size are what the intake found, never
 * what the sender said. One that was taken off the line is attached anew.
 */
async function missingFiles(
  office: Office,
  line: Pick<DocumentRow, 'id'>,
  { files, sentAt }: Pick<ArrivalRow, 'files' | 'sentAt'>,
  checked: readonly StoredFile[],
): Promise<Result<OpDraft[], Refusal>> {
  const held = await office.db.attachments.where('documentId').equals(line.id).toArray();
  const known = new Set(held.filter(({ removed }) => !removed).map(({ hash }) => hash));
  const removed = new Set(held.filter((row) => row.removed).map(({ id }) => id));
  const ops: OpDraft[] = [];
  const sent = files.map(({ hash }) => hash);
  for (const file of checked.filter(({ hash }) => sent.includes(hash) && !known.has(hash))) {
    const wasTakenOff = removed.has(derivedId(line.id, file.hash));
    const addedAt = new Date(Date.parse(sentAt) + sent.indexOf(file.hash)).toISOString();
    const attached = wasTakenOff
      ? attachmentDraft(office, line.id, file)
      : sentFileDraft(office, line.id, file, addedAt);
    if (!attached.ok) return attached;
    ops.push(...attached.value);
  }
  return ok(ops);
}
