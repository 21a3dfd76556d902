import { err, ok, type Result } from '#shared/base/result.ts';
import { documentExtras, isSecret, type Book, type DocumentFields } from '#shared/domain/document/document-record.ts';
import { nextNumber } from '#shared/domain/register/register-record.ts';
import { isComplete, entities, LOCAL_STREAM } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import type { RowFlag } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import { highestUsed, isUsed, numbersKey } from '../write/used-numbers.ts';
import { attachmentDraft, type StoredFile } from './attachment-draft.ts';
import { readLease } from './lease.ts';

/** What is given for a new line of the register. `arrivalNumber` only when the number is typed by hand (a paper of the paper book). */
export type NewDocument = Omit<
  DocumentFields,
  'book' | 'arrivalNumber' | 'registeredBy' | 'registeredAt' | 'doneOn' | 'result' | keyof typeof documentExtras
> &
  Partial<Pick<DocumentFields, Exclude<keyof typeof documentExtras, 'registeredOffsetMs'>>> & {
    readonly arrivalNumber?: number;
  };

/** The line as saved; `arrivalNumber` is null when another PC numbers it at sync. */
export type Registered = { readonly arrivalNumber: number | null };

/**
 * Registers an incoming paper and names its files, in one act. The number is given at once when this PC holds the book.
 * A paper of class Mật or higher is a line in its own book on this PC only, without file; it is never sent.
 */
export async function registerDocument(
  office: Office,
  input: NewDocument,
  files: readonly StoredFile[],
): Promise<WriteResult<Registered>> {
  let arrivalNumber: number | null = null;
  const saved = await commit(office, async () => {
    const isLocal = isSecret(input);
    if (isLocal && files.length > 0) return err({ code: 'secret-stays-home' });
    const book: Book = isLocal ? 'incoming-secret' : 'incoming';
    const number = await chooseNumber(office, book, input);
    if (!number.ok) return number;
    arrivalNumber = number.value;
    const fields: DocumentFields = {
      ...documentExtras,
      ...input,
      book,
      arrivalNumber: number.value,
      registeredBy: office.actor === '' ? null : office.actor,
      registeredAt: new Date(office.nowMs()).toISOString(),
      registeredOffsetMs: Math.round(office.clock.offsetMs),
      result: '',
      doneOn: null,
    };
    const refusal = refuseFields(fields);
    if (refusal !== undefined) return err(refusal);
    const id = office.ports.newId();
    const drafts: OpDraft[] = [
      { t: 'set', stream: isLocal ? LOCAL_STREAM : office.stream, type: 'document', id, f: withoutUsual(fields) },
    ];
    for (const file of files) {
      const attached = attachmentDraft(office, id, file);
      if (!attached.ok) return attached;
      drafts.push(...attached.value);
    }
    return ok(drafts);
  });
  return saved.ok ? ok({ ...saved.value, arrivalNumber }) : saved;
}

/** Gives numbers to papers other PCs registered without one, in the order they were registered. Returns how many. Only the PC that holds the book does. */
export async function numberWaitingDocuments(office: Office): Promise<number> {
  const flag: RowFlag = 'unnumbered';
  if ((await office.db.documents.where('flags').equals(flag).count()) === 0) return 0;
  const saved = await commit(office, async () => {
    if ((await readLease(office)).holder !== 'this-pc') return ok([]);
    const waiting = (await office.db.documents.where('flags').equals(flag).toArray())
      .filter(({ stream, conflicts }) => stream === office.stream && !conflicts.includes('arrivalNumber'))
      .sort((a, b) =>
        a.registeredAt < b.registeredAt ? -1 : a.registeredAt > b.registeredAt ? 1 : a.id < b.id ? -1 : 1,
      );
    const next = new Map<string, number>();
    const drafts: OpDraft[] = [];
    for (const { id, book, receivedOn } of waiting.slice(0, 200)) {
      const key = numbersKey(book, receivedOn);
      const number = next.get(key) ?? nextNumber(highestUsed((await office.db.localNumbers.get(key))?.used));
      next.set(key, number + 1);
      drafts.push({ t: 'set', stream: office.stream, type: 'document', id, f: { arrivalNumber: number } });
    }
    return ok(drafts);
  });
  return saved.ok ? saved.value.ops.length : 0;
}

async function chooseNumber(office: Office, book: Book, input: NewDocument): Promise<Result<number | null, Refusal>> {
  const used = (await office.db.localNumbers.get(numbersKey(book, input.receivedOn)))?.used;
  const mayNumber = book === 'incoming-secret' || (await readLease(office)).holder === 'this-pc';
  if (input.arrivalNumber === undefined) return ok(mayNumber ? nextNumber(highestUsed(used)) : null);
  if (!mayNumber) return err({ code: 'number-not-leased', field: 'arrivalNumber' });
  return isUsed(used, input.arrivalNumber)
    ? err({ code: 'number-taken', field: 'arrivalNumber' })
    : ok(input.arrivalNumber);
}

/** What goes over the line: not the extras that have their usual value. */
function withoutUsual(fields: DocumentFields): Readonly<Record<string, FieldValue>> {
  const usual: Readonly<Record<string, unknown>> = documentExtras;
  return Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => !Object.hasOwn(usual, field) || usual[field] !== value),
  );
}

function refuseFields(fields: DocumentFields): Refusal | undefined {
  if (isComplete('document', fields)) return undefined;
  const parsed = entities.document.schema.safeParse(fields);
  const field = parsed.success ? undefined : parsed.error.issues[0]?.path[0];
  return typeof field === 'string' ? { code: 'bad-value', field } : { code: 'bad-value' };
}
