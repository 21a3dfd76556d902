import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok } from '#shared/base/result.ts';
import type { DirectiveFields } from '#shared/domain/directive/directive-record.ts';
import { isSecret, type DocumentFields } from '#shared/domain/document/document-record.ts';
import { RELEASE_REGISTER, TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import { isComplete } from '#shared/entities.ts';
import { progressOps } from '../exchange/arrival-progress.ts';
import { firstHandoverOps } from '../routing/handover-op.ts';
import { directiveSteps } from '../routing/directive-steps.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { removeRecord, restoreRecord } from '../write/save-record.ts';
import { attachmentDraft, type StoredFile } from './attachment-draft.ts';
import { readLease } from './lease.ts';

export type { StoredFile } from './attachment-draft.ts';
export { registerDocument, type NewDocument, type Registered } from './register-document.ts';

/** What is given for a directive; author and instant are the present ones. */
export type NewDirective = Omit<DirectiveFields, 'authorId' | 'givenAt'> & {
  readonly authorId?: string;
  /** Units that are only to know of it: they get the paper, and no work. */
  readonly informUnitIds?: readonly string[];
};

/**
 * Changes a document; `seen` is the row's `seq` when the form was opened. A number once given stays, a paper does not change between
 * open and secret (it would leave the PC, or already has): it is registered anew in the other book.
 */
export function saveDocument(
  office: Office,
  id: string,
  changes: Partial<DocumentFields>,
  seen: number,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('document', id);
    if (row === undefined) return err({ code: 'record-missing' });
    const secrecy = changes.secrecy ?? row.secrecy;
    if (isSecret({ secrecy }) !== isSecret(row)) return err({ code: 'secret-stays-home', field: 'secrecy' });
    if (changes.book !== undefined && changes.book !== row.book) return err({ code: 'not-allowed', field: 'book' });
    if (changes.arrivalNumber !== undefined && changes.arrivalNumber !== row.arrivalNumber)
      return err({ code: 'not-allowed', field: 'arrivalNumber' });
    const movesYear = changes.receivedOn !== undefined && changes.receivedOn.slice(0, 4) !== row.receivedOn.slice(0, 4);
    if (movesYear && row.arrivalNumber !== null) return err({ code: 'not-allowed', field: 'receivedOn' });
    const changed: OpDraft = { t: 'set', stream: row.stream, type: 'document', id, f: changes, seen };
    const isRerouted =
      (changes.holderUnitId !== undefined && changes.holderUnitId !== row.holderUnitId) ||
      (changes.holderStaffId !== undefined && changes.holderStaffId !== row.holderStaffId);
    return ok([changed, ...(isRerouted ? firstHandoverOps(office, row.stream, { ...row, ...changes }) : [])]);
  });
}

/** Reports a paper done, with the outcome in words. */
export function markDone(
  office: Office,
  id: string,
  { result, doneOn }: { readonly result: string; readonly doneOn: PlainDate },
): Promise<WriteResult> {
  return changeDocument(office, id, { state: 'done', result, doneOn }, '06');
}

/** Opens a paper again that was reported done. */
export function reopenDocument(office: Office, id: string): Promise<WriteResult> {
  return changeDocument(office, id, { state: 'in-progress', doneOn: null }, '05');
}

/** Takes a line registered by mistake off the list; its number stays used. */
export function removeDocument(office: Office, id: string): Promise<WriteResult> {
  return removeRecord(office, 'document', id);
}

/** Brings a removed line back. */
export function restoreDocument(office: Office, id: string): Promise<WriteResult> {
  return restoreRecord(office, 'document', id);
}

/** A directive (bút phê), and with it where the paper stands, who holds it and until when, and the steps to all it names: one act. */
export function giveDirective(office: Office, directive: NewDirective): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const document = await reader.row('document', directive.documentId);
    if (document === undefined) return err({ code: 'record-missing' });
    const { informUnitIds = [], ...words } = directive;
    const fields: DirectiveFields = {
      ...words,
      authorId: directive.authorId ?? office.actor,
      givenAt: new Date(office.nowMs()).toISOString(),
    };
    if (!isComplete('directive', fields))
      return err({ code: 'bad-value', field: fields.text.trim() === '' ? 'text' : 'authorId' });
    const { stream } = document;
    const id = office.ports.newId();
    const given: OpDraft = { t: 'set', stream, type: 'directive', id, f: fields };
    const holder = { holderUnitId: fields.leadUnitId ?? document.holderUnitId, holderStaffId: fields.leadStaffId };
    const moved: OpDraft = {
      t: 'set',
      stream,
      type: 'document',
      id: document.id,
      f: { state: 'in-progress', doneOn: null, ...holder, dueOn: fields.dueOn ?? document.dueOn },
    };
    const steps = await directiveSteps(office, document, { id, fields, informUnitIds });
    return ok([given, moved, ...steps, ...(await progressOps(office, reader, document.id, '04'))]);
  });
}

/** Names a file of the vault as belonging to a document. A secret paper takes no file. */
export function attachFile(office: Office, documentId: string, file: StoredFile): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const document = await reader.row('document', documentId);
    if (document === undefined) return err({ code: 'record-missing' });
    if (isSecret(document)) return err({ code: 'secret-stays-home' });
    return attachmentDraft(office, documentId, file);
  });
}

/** Asks the province for the book, so that this PC gives the arrival numbers. */
export function takeRegister(office: Office): Promise<WriteResult> {
  return commandRegister(office, TAKE_REGISTER);
}

/** Gives the book back, so that another PC can take it. From now on this PC gives no number. */
export function releaseRegister(office: Office): Promise<WriteResult> {
  return commandRegister(office, RELEASE_REGISTER);
}

function changeDocument(
  office: Office,
  id: string,
  changes: Partial<DocumentFields>,
  progress: '05' | '06',
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('document', id);
    if (row === undefined) return err({ code: 'record-missing' });
    const changed: OpDraft = { t: 'set', stream: row.stream, type: 'document', id, f: changes };
    return ok([changed, ...(await progressOps(office, reader, id, progress))]);
  });
}

function commandRegister(office: Office, command: string): Promise<WriteResult> {
  return commit(office, async () => {
    const { registerId } = await readLease(office);
    if (registerId === null) return err({ code: 'record-missing' });
    return ok([{ t: 'cmd', stream: office.stream, type: 'register', id: registerId, f: { command } }]);
  });
}
