import { yearOf } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { documentExtras, isSecret, type Book, type DocumentFields } from '#shared/domain/document/document-record.ts';
import { planNext, refuseNumber, type Standing } from '#shared/domain/register/number-plan.ts';
import { nextNumber } from '#shared/domain/register/register-record.ts';
import { isComplete, entities, LOCAL_STREAM } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import type { RowFlag } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { highestUsed, isUsed, numbersKey } from '../write/used-numbers.ts';
import { readSeries, readStanding, type SeriesState } from '../registers/read-series.ts';
import { firstHandoverOps } from '../routing/handover-op.ts';
import { attachmentDraft, type StoredFile } from './attachment-draft.ts';
import { findBookOfArrivals } from './lease.ts';

/** What is given for a new line of the register. `arrivalNumber` only when the number is typed by hand (a paper of the paper book). */
export type NewDocument = Omit<
  DocumentFields,
  'book' | 'arrivalNumber' | 'registeredBy' | 'registeredAt' | 'doneOn' | 'result' | keyof typeof documentExtras
> &
  Partial<Pick<DocumentFields, Exclude<keyof typeof documentExtras, 'registeredOffsetMs'>>> & {
    readonly arrivalNumber?: number;
    /** Văn bản đến unless said otherwise. A secret paper goes to its own book on this PC. */
    readonly book?: 'incoming' | 'petition';
  };

/** A line whose paper is known otherwise already: its id, and what else belongs to the act. */
export type RegisteredWith = { readonly id: string; readonly also: readonly OpDraft[] };

/** The line as saved; `arrivalNumber` is null when another PC numbers it at sync. */
export type Registered = { readonly arrivalNumber: number | null };

/**
 * Registers an incoming paper and names its files, in one act. The number is given at once when this PC holds the book.
 * A paper of class Mật or higher is a line in its own book on this PC only, without file; it is never sent.
 * `prepareWith`: for a paper that is known otherwise already, runs inside the same act.
 */
export async function registerDocument(
  office: Office,
  input: NewDocument,
  files: readonly StoredFile[],
  prepareWith?: (reader: RecordReader) => Promise<Result<RegisteredWith, Refusal>>,
): Promise<WriteResult<Registered>> {
  let arrivalNumber: number | null = null;
  const saved = await commit(office, async (reader) => {
    const linked = await prepareWith?.(reader);
    if (linked?.ok === false) return linked;
    const isLocal = isSecret(input);
    if (isLocal && files.length > 0) return err({ code: 'secret-stays-home' });
    const book: Book = isLocal ? 'incoming-secret' : (input.book ?? 'incoming');
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
    const id = linked?.value.id ?? office.ports.newId();
    const drafts: OpDraft[] = [
      { t: 'set', stream: isLocal ? LOCAL_STREAM : office.stream, type: 'document', id, f: withoutUsual(fields) },
    ];
    for (const file of files) {
      const attached = attachmentDraft(office, id, file);
      if (!attached.ok) return attached;
      drafts.push(...attached.value);
    }
    drafts.push(...firstHandoverOps(office, isLocal ? LOCAL_STREAM : office.stream, { ...fields, id }));
    return ok([...drafts, ...(linked?.value.also ?? [])]);
  });
  return saved.ok ? ok({ ...saved.value, arrivalNumber }) : saved;
}

/** Gives numbers to papers other PCs registered without one, in the order they were registered. Returns how many. Only the PC that holds the book does. */
export async function numberWaitingDocuments(office: Office): Promise<number> {
  const flag: RowFlag = 'unnumbered';
  if ((await office.db.documents.where('flags').equals(flag).count()) === 0) return 0;
  const saved = await commit(office, async () => {
    const waiting = (await office.db.documents.where('flags').equals(flag).toArray())
      .filter(({ stream, conflicts }) => stream === office.stream && !conflicts.includes('arrivalNumber'))
      .sort((a, b) =>
        a.registeredAt < b.registeredAt ? -1 : a.registeredAt > b.registeredAt ? 1 : a.id < b.id ? -1 : 1,
      );
    const next = new Map<string, number | undefined>();
    const drafts: OpDraft[] = [];
    for (const { id, book, receivedOn } of waiting.slice(0, 200)) {
      const key = numbersKey(book, receivedOn);
      const number = next.has(key) ? next.get(key) : await firstToGive(office, book, receivedOn);
      next.set(key, number === undefined ? undefined : number + 1);
      if (number === undefined) continue;
      drafts.push({ t: 'set', stream: office.stream, type: 'document', id, f: { arrivalNumber: number } });
    }
    return ok(drafts);
  });
  return saved.ok ? saved.value.ops.length : 0;
}

/** The number this PC gives next to papers that waited; undefined when it does not hold the book. */
async function firstToGive(office: Office, book: Book, day: PlainDate): Promise<number | undefined> {
  const here = book === 'incoming-secret' ? undefined : await readBook(office, book, day);
  if (here?.standing.isHolder !== true) return undefined;
  const plan = planNext(here.series, here.standing);
  return plan.how === 'late' ? undefined : plan.number;
}

/** The number a paper that comes in gets on this PC now, without anybody choosing one; null when the PC that holds the book gives it at sync. */
export async function nextArrivalNumber(office: Office, book: Book, day: PlainDate): Promise<number | null> {
  if (book === 'incoming-secret') return nextNumber(highestUsed(await usedOf(office, book, day)));
  const here = await readBook(office, book, day);
  const plan = here && planNext(here.series, here.standing);
  return plan === undefined || plan.how === 'late' ? null : plan.number;
}

async function chooseNumber(office: Office, book: Book, input: NewDocument): Promise<Result<number | null, Refusal>> {
  const { arrivalNumber: wanted, receivedOn } = input;
  if (wanted === undefined) return ok(await nextArrivalNumber(office, book, receivedOn));
  const fault = await refuseWanted(office, book, receivedOn, wanted);
  return fault === undefined ? ok(wanted) : err({ code: fault, field: 'arrivalNumber' });
}

async function refuseWanted(
  office: Office,
  book: Book,
  day: PlainDate,
  wanted: number,
): Promise<'number-taken' | 'number-not-leased' | undefined> {
  if (book === 'incoming-secret') return isUsed(await usedOf(office, book, day), wanted) ? 'number-taken' : undefined;
  const here = await readBook(office, book, day);
  return here === undefined ? 'number-not-leased' : refuseNumber(here.series, here.standing, wanted);
}

async function readBook(
  office: Office,
  book: 'incoming' | 'petition',
  day: PlainDate,
): Promise<{ readonly series: SeriesState; readonly standing: Standing } | undefined> {
  const register = await findBookOfArrivals(office, book);
  if (register === undefined) return undefined;
  const [series, standing] = await Promise.all([
    readSeries(office, register, String(yearOf(day))),
    readStanding(office, register),
  ]);
  return { series, standing };
}

async function usedOf({ db }: Office, book: Book, day: PlainDate): Promise<Uint8Array | undefined> {
  return (await db.localNumbers.get(numbersKey(book, day)))?.used;
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
