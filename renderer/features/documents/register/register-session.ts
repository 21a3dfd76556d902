import type { PlainDate } from '#shared/base/plain-date.ts';
import type { WorkCalendar } from '#shared/domain/calendar/work-days.ts';
import type { StoredFile } from '#renderer/data/documents/document-repository.ts';
import { emptyDraft, withDeadline, type DocumentDraft, type DraftField } from './document-draft.ts';
import { prefillFromText } from './prefill-from-text.ts';
import type { TakenFile } from '#renderer/platform/take-in-file.ts';

/** Name under which the unfinished form is kept on this PC. */
export const REGISTER_DRAFT = 'register-document';

/** The form being filled in, its file, and the files that wait behind it. Kept until saved or given up. */
export type RegisterSession = {
  readonly values: DocumentDraft;
  /** Fields filled from the file and not yet looked at. */
  readonly marked: readonly DraftField[];
  readonly file: StoredFile | null;
  readonly waiting: readonly TakenFile[];
  /** Which file of how many dropped since the queue was last empty. */
  readonly at: number;
  readonly total: number;
};

/** A form nothing was put into. */
export function emptySession(today: PlainDate, before?: DocumentDraft): RegisterSession {
  return { values: emptyDraft(today, before), marked: [], file: null, waiting: [], at: 0, total: 0 };
}

/** The session with one more file: beside the form when there is room, else behind the others. */
export function withFile(
  session: RegisterSession,
  taken: TakenFile,
  today: PlainDate,
  calendar?: WorkCalendar,
): RegisterSession {
  const isSecret = session.values.secrecy !== 'none';
  if (session.file !== null || isSecret)
    return { ...session, waiting: [...session.waiting, taken], total: session.total + 1 };
  return { ...beside(session, taken, today, calendar), at: session.at + 1, total: session.total + 1 };
}

/**
 * What comes after a paper was saved: the next file of the queue, or an empty form. `saved` is the file the paper was saved with:
 * another one that came beside the form meanwhile is the next.
 */
export function nextSession(
  session: RegisterSession,
  saved: StoredFile | null,
  today: PlainDate,
  calendar?: WorkCalendar,
): RegisterSession {
  const { file } = session;
  const cameMeanwhile = file !== null && file.hash !== saved?.hash ? [{ file, firstPageText: '', hasText: true }] : [];
  const [first, ...waiting] = [...cameMeanwhile, ...session.waiting];
  const fresh = emptySession(today, session.values);
  if (first === undefined) return fresh;
  return beside({ ...fresh, waiting, at: session.at + 1, total: session.total }, first, today, calendar);
}

/** Whether giving the form up would lose something. */
export function holdsWork(session: RegisterSession): boolean {
  const { values } = session;
  return (
    session.file !== null ||
    session.waiting.length > 0 ||
    [values.symbol, values.issuer, values.signer, values.abstract, values.note].some((text) => text.trim() !== '')
  );
}

function beside(
  session: RegisterSession,
  { file, firstPageText }: TakenFile,
  today: PlainDate,
  calendar?: WorkCalendar,
): RegisterSession {
  const prefill = prefillFromText(firstPageText, file.name, today);
  const takesSymbol = prefill.symbol !== undefined && session.values.symbol === '';
  const takesDate = prefill.issuedOn !== undefined && session.values.issuedOn === null;
  return {
    ...session,
    file,
    values: withDeadline(
      session.values,
      {
        ...session.values,
        ...(takesSymbol ? { symbol: prefill.symbol } : {}),
        ...(takesDate ? { issuedOn: prefill.issuedOn } : {}),
      },
      calendar,
    ),
    marked: [
      ...session.marked,
      ...(takesSymbol ? (['symbol'] as const) : []),
      ...(takesDate ? (['issuedOn'] as const) : []),
    ],
  };
}
