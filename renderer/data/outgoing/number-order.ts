import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { needsReason } from '#shared/domain/register/day-order.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import { isSecret } from '#shared/domain/document/document-record.ts';
import { planNext, refuseNumber, type Standing } from '#shared/domain/register/number-plan.ts';
import { symbolOf } from '#shared/domain/register/symbol-of.ts';
import type { LedgerEntryFields } from '#shared/domain/register/ledger-entry-record.ts';
import { numberReasons } from '#renderer/messages/numbers.ts';
import type { Office } from '../office.ts';
import type { SeriesState } from '../registers/read-series.ts';
import type { OutgoingRow, RegisterRow } from '../rows.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import { neighbouringDays } from '../write/used-numbers.ts';

/** A number that will be given, and the reason that goes with it; empty when none is needed. */
export type ChosenNumber = { readonly number: number; readonly reason: string };

/** What is asked of the numbering: a number somebody chose, or the next one; a reason in a person's words, if one was given. */
export type NumberWish = { readonly day: PlainDate; readonly number: number | undefined; readonly reason: string };

/**
 * The number a paper gets from this PC now; null when the PC that holds the book must give it. Errors: `number-taken`, `number-not-leased` for
 * a chosen number; `reason-wanted` when the number is not simply the next one of the book, or the days no longer run with the numbers.
 */
export function chooseNumber(
  series: SeriesState,
  standing: Standing,
  { day, number: wanted, reason }: NumberWish,
): Result<ChosenNumber | null, Refusal> {
  const plan = planNext(series, standing);
  const fault = wanted === undefined ? undefined : refuseNumber(series, standing, wanted);
  if (fault !== undefined) return err({ code: fault, field: 'number' });
  const number = wanted ?? (plan.how === 'late' ? undefined : plan.number);
  if (number === undefined) return ok(null);
  const next = plan.how === 'late' ? 0 : plan.number;
  const isOut = needsReason({ number, next, day }, neighbouringDays(series.days, number));
  if (!isOut || reason !== '') return ok({ number, reason });
  // Numbers of a block stand apart from the book's by their nature: the program says so itself.
  return plan.how === 'block' && wanted === undefined
    ? ok({ number, reason: numberReasons.block })
    : err({ code: 'reason-wanted', field: 'numberReason' });
}

/** What is written when a paper gets its number: the paper, the reservation it takes up, and for a secret paper the bare number in the ledger. */
export function numberingOps(
  office: Office,
  {
    row,
    register,
    series,
    state,
    day,
    chosen,
  }: {
    readonly row: OutgoingRow;
    readonly register: RegisterRow;
    readonly series: string;
    readonly state: SeriesState;
    readonly day: PlainDate;
    readonly chosen: ChosenNumber;
  },
): { readonly ops: readonly OpDraft[]; readonly symbol: string } {
  const { number, reason } = chosen;
  const symbol = symbolOf(register, findDocumentType(row.typeId)?.code ?? '', number);
  const now = new Date(office.nowMs()).toISOString();
  const numbered: OpDraft = {
    t: 'set',
    stream: row.stream,
    type: 'outgoing',
    id: row.id,
    f: {
      registerId: register.id,
      series,
      number,
      symbol,
      issuedOn: day,
      numberReason: reason,
      numberedBy: office.actor === '' ? null : office.actor,
      numberedAt: now,
      state: 'issued',
    },
  };
  const taken = state.entries.filter(
    ({ kind, isReleased, from, to }) => kind === 'reserved' && !isReleased && from === number && to === number,
  );
  const released = taken.map(({ id, stream }): OpDraft => ({
    t: 'set',
    stream,
    type: 'ledgerEntry',
    id,
    f: { isReleased: true },
  }));
  if (!isSecret(row)) return { ops: [numbered, ...released], symbol };
  const bare: LedgerEntryFields = {
    registerId: register.id,
    series,
    from: number,
    to: number,
    kind: 'secret',
    reason: numberReasons.secret,
    on: day,
    notedBy: office.actor,
    notedAt: now,
    isReleased: false,
  };
  const noted: OpDraft = {
    t: 'set',
    stream: office.stream,
    type: 'ledgerEntry',
    id: office.ports.newId(),
    f: bare,
  };
  // The reservation ends before the bare number takes its place.
  return { ops: [numbered, ...released, noted], symbol };
}
