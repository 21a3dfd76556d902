import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { seriesOf } from '#shared/domain/register/series.ts';
import { isIntroductionBook, isIntroductionType } from '#shared/domain/transfer/introduction.ts';
import type { Office } from '../office.ts';
import { readSeries, readStanding, readTerms } from '../registers/read-series.ts';
import type { OutgoingRow, RegisterRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { Refusal } from '../write/compose-ops.ts';
import { chooseNumber, numberingOps } from './number-order.ts';
import { hasPrintedRefusal } from './printed-numbers.ts';

/** What is asked: book and day; `number` only when somebody chose one (reserved, a gap, one of the paper book); `reason` in a person's words. */
export type NumberOrder = {
  readonly registerId: string;
  readonly issuedOn: PlainDate;
  readonly number?: number;
  readonly reason?: string;
};

/** The number as given; null while the paper waits for the PC that holds the book, `symbol` is empty then. */
export type Numbered = { readonly number: number | null; readonly symbol: string };

/** Fields a conflict on which bars a paper from being numbered until a person has settled it. */
const numberFields: readonly string[] = ['number', 'symbol', 'issuedOn', 'series', 'registerId'];

/**
 * Gives an outgoing paper its number, offline too: from the book when this PC holds it, from a block it was ceded, else the paper waits for the
 * holder (`awaiting-number`). Once given, number, symbol and series never change. Errors: `record-missing`, `not-allowed` (numbered, void, in
 * conflict, or a book of other papers), `register-closed`, `no-term`, `two-terms`, `number-taken`, `number-not-leased`, `reason-wanted`.
 */
export async function numberOutgoing(office: Office, id: string, order: NumberOrder): Promise<WriteResult<Numbered>> {
  let given: Numbered = { number: null, symbol: '' };
  const saved = await commit(office, async (reader) => {
    const row = await reader.row('outgoing', id);
    const register = await reader.row('register', order.registerId);
    if (row === undefined || row.removed || register === undefined || register.removed)
      return err({ code: 'record-missing' });
    const refusal = refuseBook(row, register, order.issuedOn);
    if (refusal !== undefined) return err(refusal);
    const found = seriesOf(register, row.typeId, order.issuedOn, await readTerms(office));
    if (!found.ok) return err({ code: found.fault, field: 'issuedOn' });
    const reason = order.reason?.trim() ?? '';
    if (reason === '' && (await hasPrintedRefusal(office, id)))
      return err({ code: 'reason-wanted', field: 'numberReason' });
    const { series } = found;
    const state = await readSeries(office, register, series);
    const wish = { day: order.issuedOn, number: order.number, reason };
    const chosen = chooseNumber(state, await readStanding(office, register), wish);
    if (!chosen.ok) return chosen;
    if (chosen.value === null) return ok([waitingOp(row, register, order.issuedOn, reason)]);
    const { ops, symbol } = numberingOps(office, {
      row,
      register,
      series,
      state,
      day: order.issuedOn,
      chosen: chosen.value,
    });
    given = { number: chosen.value.number, symbol };
    return ok(ops);
  });
  return saved.ok ? ok({ ...saved.value, ...given }) : saved;
}

/** Voids a paper: its number stays used, and the ledger says why. Errors: `reason-wanted`, `not-allowed` (recalled or void already). */
export function voidOutgoing(office: Office, id: string, reason: string): Promise<WriteResult> {
  return changeNumbered(office, id, (row) => {
    if (row.state === 'void' || row.state === 'recalled') return err({ code: 'not-allowed', field: 'state' });
    if (reason.trim() === '') return err({ code: 'reason-wanted', field: 'reason' });
    return ok({ state: 'void', reason: reason.trim() });
  });
}

/**
 * Puts the day of a numbered paper right. Errors: `reason-wanted`; `not-allowed` when the day lies in another series: the number would be another one.
 */
export function correctIssuedOn(office: Office, id: string, issuedOn: PlainDate, reason: string): Promise<WriteResult> {
  return changeNumbered(office, id, async (row) => {
    const register = row.registerId === null ? undefined : await office.db.registers.get(row.registerId);
    if (row.number === null || register === undefined) return err({ code: 'not-allowed', field: 'issuedOn' });
    const found = seriesOf(register, row.typeId, issuedOn, await readTerms(office));
    if (!found.ok || found.series !== row.series) return err({ code: 'not-allowed', field: 'issuedOn' });
    if (reason.trim() === '') return err({ code: 'reason-wanted', field: 'numberReason' });
    return ok({ issuedOn, numberReason: reason.trim() });
  });
}

type Changes = Readonly<Record<string, string>>;

function changeNumbered(
  office: Office,
  id: string,
  change: (row: OutgoingRow) => Result<Changes, Refusal> | Promise<Result<Changes, Refusal>>,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('outgoing', id);
    if (row === undefined || row.removed) return err({ code: 'record-missing' });
    const changes = await change(row);
    if (!changes.ok) return changes;
    return ok([{ t: 'set' as const, stream: row.stream, type: 'outgoing' as const, id, f: changes.value }]);
  });
}

/** Why a paper cannot be numbered in a book, whoever holds it. */
export function refuseBook(row: OutgoingRow, register: RegisterRow, day: PlainDate): Refusal | undefined {
  if (row.number !== null || row.conflicts.some((field) => numberFields.includes(field)))
    return { code: 'not-allowed', field: 'number' };
  if (row.state === 'void' || row.state === 'recalled') return { code: 'not-allowed', field: 'state' };
  const isFit = isIntroductionType(row.typeId) === isIntroductionBook(register);
  if (register.book !== 'outgoing' || register.regime !== row.regime || !isFit)
    return { code: 'not-allowed', field: 'registerId' };
  return register.closedOn !== null && day > register.closedOn
    ? { code: 'register-closed', field: 'issuedOn' }
    : undefined;
}

function waitingOp({ stream, id }: OutgoingRow, register: RegisterRow, issuedOn: PlainDate, numberReason: string) {
  const f = { registerId: register.id, issuedOn, numberReason, state: 'awaiting-number' };
  return { t: 'set' as const, stream, type: 'outgoing' as const, id, f };
}
