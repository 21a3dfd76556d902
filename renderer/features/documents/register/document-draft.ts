import type { PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { standardCalendar, type WorkCalendar } from '#shared/domain/calendar/work-days.ts';
import { DEFAULT_DEADLINE_DAYS, defaultDeadline, hasDefaultDeadline } from '#shared/domain/document/deadline.ts';
import type {
  Channel,
  DocumentFields,
  DocumentState,
  PetitionKind,
  Secrecy,
  Urgency,
} from '#shared/domain/document/document-record.ts';
import { parseDocumentSymbol, suggestDocumentTypes } from '#shared/domain/document/document-symbol.ts';

/** Where a paper goes: `later`, `information`, `staff:<id>` or `unit:<id>`. */
export type Routing = string;

/** The form as it is filled in: text as typed, dates as understood. */
export type DocumentDraft = {
  /** The secrecy decides otherwise for a secret paper. */
  readonly book: 'incoming' | 'petition';
  readonly symbol: string;
  readonly issuedOn: PartialDate | null;
  readonly receivedOn: PlainDate | null;
  readonly issuer: string;
  readonly signer: string;
  /** Chosen by hand; null lets the symbol decide. */
  readonly typeId: string | null;
  readonly abstract: string;
  readonly urgency: Urgency;
  readonly secrecy: Secrecy;
  readonly channel: Channel;
  readonly routing: Routing;
  readonly dueOn: PlainDate | null;
  readonly note: string;
  readonly signerPost: string;
  readonly pages: number | null;
  readonly copies: number | null;
  readonly externalId: string;
  readonly organId: string;
  readonly petitionKind: PetitionKind | null;
  readonly senderAddress: string;
  /** Typed by hand, else the next of the book. */
  readonly ownNumber: number | null;
};

export type DraftField = keyof DocumentDraft;

/** An empty form of today. Book, channel and routing stay from paper to paper. */
export function emptyDraft(
  today: PlainDate,
  before?: Pick<DocumentDraft, 'book' | 'channel' | 'routing'>,
): DocumentDraft {
  return {
    ...noExtras,
    book: before?.book ?? 'incoming',
    symbol: '',
    issuedOn: null,
    receivedOn: today,
    issuer: '',
    signer: '',
    typeId: null,
    abstract: '',
    urgency: 'normal',
    secrecy: 'none',
    channel: before?.channel ?? 'paper',
    routing: before?.routing ?? 'later',
    dueOn: null,
    note: '',
    ownNumber: null,
  };
}

const noExtras = {
  signerPost: '',
  pages: null,
  copies: null,
  externalId: '',
  organId: '',
  petitionKind: null,
  senderAddress: '',
} as const satisfies Partial<DocumentDraft>;

/** The form of a paper that is in the book already. */
export function draftOf(document: DocumentFields): DocumentDraft {
  const { symbol, issuedOn, receivedOn, issuer, signer, typeId, abstract, urgency, secrecy, channel, dueOn, note } =
    document;
  const routing =
    document.state === 'for-information'
      ? 'information'
      : document.holderUnitId !== null
        ? `unit:${document.holderUnitId}`
        : document.holderStaffId !== null
          ? `staff:${document.holderStaffId}`
          : 'later';
  const { signerPost, pages, copies, externalId, organId, petitionKind, senderAddress } = document;
  return {
    book: document.book === 'petition' ? 'petition' : 'incoming',
    signerPost,
    pages,
    copies,
    externalId,
    organId,
    petitionKind,
    senderAddress,
    symbol,
    issuedOn,
    receivedOn,
    issuer,
    signer,
    typeId,
    abstract,
    urgency,
    secrecy,
    channel,
    routing,
    dueOn,
    note,
    ownNumber: null,
  };
}

/** What the symbol says the paper is; a type chosen by hand wins. */
export function typeOfDraft(draft: Pick<DocumentDraft, 'typeId' | 'symbol'>): string | null {
  if (draft.typeId !== null) return draft.typeId;
  return draft.symbol.trim() === '' ? null : (suggestDocumentTypes(parseDocumentSymbol(draft.symbol))[0]?.id ?? null);
}

/** The form after a change: its deadline follows type and day of arrival as long as nobody wrote another one. */
export function withDeadline(
  before: DocumentDraft,
  after: DocumentDraft,
  calendar: WorkCalendar = standardCalendar,
): DocumentDraft {
  const isFollowing = after.dueOn === before.dueOn && before.dueOn === deadlineOf(before, calendar);
  return isFollowing ? { ...after, dueOn: deadlineOf(after, calendar) } : after;
}

/** The deadline a form gets unasked: for some types of papers only (`deadline.ts`). */
function deadlineOf(draft: DocumentDraft, calendar: WorkCalendar): PlainDate | null {
  const { receivedOn, book } = draft;
  if (receivedOn === null || book === 'petition' || !hasDefaultDeadline(typeOfDraft(draft))) return null;
  return defaultDeadline(receivedOn, DEFAULT_DEADLINE_DAYS, calendar);
}

/** State and holder a routing stands for. */
export function placeOfRouting(routing: Routing): {
  readonly state: DocumentState;
  readonly holderUnitId: string | null;
  readonly holderStaffId: string | null;
} {
  const [kind, id] = routing.split(':');
  if (kind === 'unit' && id !== undefined) return { state: 'in-progress', holderUnitId: id, holderStaffId: null };
  if (kind === 'staff' && id !== undefined)
    return { state: 'awaiting-directive', holderUnitId: null, holderStaffId: id };
  return {
    state: kind === 'information' ? 'for-information' : 'awaiting-directive',
    holderUnitId: null,
    holderStaffId: null,
  };
}
