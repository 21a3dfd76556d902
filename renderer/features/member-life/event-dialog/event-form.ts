import { firstDayOf, type PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { normalizeLine, normalizeText } from '#shared/base/vietnamese.ts';
import { cleanMemberNumber } from '#shared/domain/member/member-number.ts';
import type { MemberEventFields, MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import { eventKindTable, formsOf } from '#shared/domain/member-life/event-kind-table.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';

/** The form of an event in work: everything that any kind asks for; what the chosen kind has no use for is left out when it is read. */
export type EventForm = Omit<EventDraft, 'kind' | 'effectiveOn' | 'decision'> & {
  readonly kind: MemberEventKind | null;
  readonly effectiveOn: PartialDate | null;
  readonly symbol: string;
  readonly issuedOn: PlainDate | null;
  readonly issuer: string;
  readonly signer: string;
};

export const emptyForm: EventForm = {
  kind: null,
  effectiveOn: null,
  until: null,
  symbol: '',
  issuedOn: null,
  issuer: '',
  signer: '',
  decisionId: null,
  isPastOnly: false,
  unitId: null,
  place: '',
  form: '',
  number: '',
  years: null,
  amount: null,
  reason: '',
  note: '',
};

/** The form over a proposal that is to be decided. */
export function formOf(event: MemberEventFields): EventForm {
  const { symbol = '', issuedOn = null, issuer = '', signer = '' } = event.decision ?? {};
  return {
    ...emptyForm,
    ...Object.fromEntries(
      Object.keys(emptyForm)
        .filter((field) => field in event)
        .map((field) => [field, event[field as keyof MemberEventFields]]),
    ),
    ...{ symbol, issuedOn, issuer, signer },
  };
}

/** The form after a kind was chosen. `fitsToday`: it can happen now; else it is something of the past. */
export function chooseKind(form: EventForm, kind: MemberEventKind, fitsToday: boolean): EventForm {
  return { ...form, kind, form: formsOf(kind)[0] ?? '', isPastOnly: !fitsToday };
}

/** The form after the day was typed: a day before the record was made here tells the past. */
export function chooseDay(form: EventForm, effectiveOn: PartialDate | null, madeOn: PlainDate): EventForm {
  return { ...form, effectiveOn, isPastOnly: effectiveOn !== null && firstDayOf(effectiveOn) < madeOn };
}

/** The event as it is planned and recorded; undefined while kind or day are missing. */
export function readForm(form: EventForm): EventDraft | undefined {
  const { kind, effectiveOn, symbol, issuedOn, issuer, signer, ...rest } = form;
  if (kind === null || effectiveOn === null) return undefined;
  const rule = eventKindTable[kind];
  const isQuoted = rule.decision !== 'none' && (symbol.trim() !== '' || issuedOn !== null);
  const quoted = {
    symbol: normalizeLine(symbol),
    issuedOn,
    issuer: normalizeLine(issuer),
    signer: normalizeLine(signer),
  };
  return {
    kind,
    effectiveOn,
    decision: isQuoted ? quoted : null,
    decisionId: isQuoted ? rest.decisionId : null,
    isPastOnly: rest.isPastOnly,
    until: rule.until === 'none' ? null : rest.until,
    unitId: rule.unit === 'none' ? null : rest.unitId,
    place: rule.place === 'none' ? '' : normalizeLine(rest.place),
    form: rule.form === null ? '' : rest.form,
    number: rule.number === 'none' ? '' : numberOf(kind, rest.number),
    years: rule.years === 'none' ? null : rest.years,
    amount: rule.amount === 'none' ? null : rest.amount,
    reason: rule.reason === 'none' ? '' : normalizeLine(rest.reason),
    note: normalizeText(rest.note),
  };
}

function numberOf(kind: MemberEventKind, typed: string): string {
  return eventKindTable[kind].group === 'card' ? cleanMemberNumber(typed) : normalizeLine(typed);
}
