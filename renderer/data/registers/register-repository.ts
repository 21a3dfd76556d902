import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok } from '#shared/base/result.ts';
import { RELEASE_REGISTER, TAKE_REGISTER, type RegisterFields } from '#shared/domain/register/register-record.ts';
import type { TermFields } from '#shared/domain/register/term-record.ts';
import { isComplete } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { saveRecord } from '../write/save-record.ts';

/** What is given for a new book; who numbers in it is the province's to say. */
export type NewRegister = Omit<RegisterFields, 'holderDevice' | 'closedOn' | 'formerOffice'>;

/** Makes a book and asks for it, in one act: this PC numbers in it at once, because no other PC knows of it yet. */
export function openRegister(office: Office, fields: NewRegister): Promise<WriteResult> {
  return commit(office, () => {
    const id = office.ports.newId();
    const f = { ...fields, closedOn: null };
    if (!isComplete('register', f) || fields.name.trim() === '')
      return Promise.resolve(err({ code: 'bad-value', field: 'name' }));
    const made: OpDraft = { t: 'set', stream: office.stream, type: 'register', id, f };
    return Promise.resolve(ok([made, commandOp(office, id, TAKE_REGISTER)]));
  });
}

/** Changes a book's name, or closes it after a day; `seen` is the row's `seq` when the form was opened. */
export function saveRegister(
  office: Office,
  id: string,
  changes: Partial<Pick<RegisterFields, 'name' | 'closedOn' | 'origin'>>,
  seen: number,
): Promise<WriteResult> {
  return saveRecord(office, 'register', id, changes, seen);
}

/** Asks the province for a book, so that this PC numbers in it. */
export function takeBook(office: Office, registerId: string): Promise<WriteResult> {
  return commit(office, () => Promise.resolve(ok([commandOp(office, registerId, TAKE_REGISTER)])));
}

/** Gives a book back, so that another PC can take it. From now on this PC gives no number in it. */
export function releaseBook(office: Office, registerId: string): Promise<WriteResult> {
  return commit(office, () => Promise.resolve(ok([commandOp(office, registerId, RELEASE_REGISTER)])));
}

/**
 * Begins a term of a committee; the one that runs ends the day before, so that no day lies in two (domain.md 1.3: from the day after one congress
 * to the close of the next). A congress stands beside the terms. Errors: `bad-value`, `two-terms`.
 */
export function beginTerm(office: Office, fields: TermFields, endOfLast: PlainDate): Promise<WriteResult> {
  return commit(office, async () => {
    if (!isComplete('term', fields) || fields.name.trim() === '' || (fields.to !== null && fields.to < fields.from))
      return err({ code: 'bad-value', field: fields.name.trim() === '' ? 'name' : 'from' });
    const known = (await office.db.terms.toArray()).filter(
      ({ removed, bodyId, isCongress }) => !removed && bodyId === fields.bodyId && isCongress === fields.isCongress,
    );
    const running = known.filter(({ to, from }) => to === null && from < fields.from);
    const others = known.filter((term) => !running.includes(term));
    if (others.some(({ from, to }) => meets(fields, { from, to }))) return err({ code: 'two-terms', field: 'from' });
    const ended = running.map(({ id, stream }): OpDraft => ({
      t: 'set',
      stream,
      type: 'term',
      id,
      f: { to: endOfLast },
    }));
    const begun: OpDraft = { t: 'set', stream: office.stream, type: 'term', id: office.ports.newId(), f: fields };
    return ok([begun, ...ended]);
  });
}

/** Puts the days or the name of a term right; `seen` is the row's `seq` when the form was opened. */
export function saveTerm(
  office: Office,
  id: string,
  changes: Partial<Pick<TermFields, 'name' | 'from' | 'to'>>,
  seen: number,
): Promise<WriteResult> {
  return saveRecord(office, 'term', id, changes, seen);
}

type Span = { readonly from: PlainDate; readonly to: PlainDate | null };

function meets(a: Span, b: Span): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

function commandOp(office: Office, id: string, command: string): OpDraft {
  return { t: 'cmd', stream: office.stream, type: 'register', id, f: { command } };
}
