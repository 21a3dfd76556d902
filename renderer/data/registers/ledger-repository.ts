import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import {
  ENTRY_SPAN_MAX,
  type LedgerEntryFields,
  type LedgerKind,
} from '#shared/domain/register/ledger-entry-record.ts';
import { highestSpoken, refuseEntry, type NumberSpan, type Standing } from '#shared/domain/register/number-plan.ts';
import type { Office } from '../office.ts';
import type { RegisterRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import { readSeries, readStanding, type SeriesState } from './read-series.ts';

/** Numbers of a series somebody says something of, and why. `on`: the day the reservation is for, or of the act. */
export type LedgerNote = {
  readonly registerId: string;
  readonly series: string;
  readonly reason: string;
  readonly on: PlainDate;
};

/** Most numbers reserved in one act. */
export const RESERVE_MAX = 20;

/**
 * Keeps the next numbers for papers to come, one entry each, so that each is taken up or given up alone. Errors: `reason-wanted`, `bad-value`,
 * `number-not-leased`.
 */
export function reserveNumbers(office: Office, note: LedgerNote, count: number): Promise<WriteResult> {
  return noteInSeries(office, note, ({ series }) => {
    if (!Number.isInteger(count) || count < 1 || count > RESERVE_MAX) return err({ code: 'bad-value', field: 'from' });
    const first = highestSpoken(series) + 1;
    return ok(Array.from({ length: count }, (_, i) => ({ from: first + i, to: first + i, kind: 'reserved' as const })));
  });
}

/**
 * Explains numbers that no paper bears: left out, cancelled, or kept for a paper to come. Errors: `reason-wanted`, `bad-value`, `number-taken`
 * (a paper or another entry has one of them), `number-not-leased`.
 */
export function explainNumbers(
  office: Office,
  note: LedgerNote & NumberSpan & { readonly kind: 'skipped' | 'cancelled' | 'reserved' },
): Promise<WriteResult> {
  const { from, to, kind } = note;
  return noteInSeries(office, note, () =>
    ok(
      kind === 'reserved' && to - from < RESERVE_MAX
        ? Array.from({ length: to - from + 1 }, (_, i) => ({ from: from + i, to: from + i, kind }))
        : [{ from, to, kind }],
    ),
  );
}

/**
 * Takes over a running paper book: its numbers 1 to `upTo` were used on paper, the program goes on after them ("start at 38").
 * Papers of that time may still be entered under their numbers. Errors: as `explainNumbers`.
 */
export function takeOverPaperBook(office: Office, note: LedgerNote, upTo: number): Promise<WriteResult> {
  return noteInSeries(office, note, () => ok([{ from: 1, to: upTo, kind: 'paper-book' as const }]));
}

/** Gives up a reservation, or takes back that numbers were left out: nothing speaks for them any more. Errors: `not-allowed` for other kinds. */
export function releaseEntry(office: Office, entryId: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('ledgerEntry', entryId);
    if (row === undefined) return err({ code: 'record-missing' });
    if (row.kind !== 'reserved' && row.kind !== 'skipped') return err({ code: 'not-allowed', field: 'kind' });
    return ok([
      { t: 'set' as const, stream: row.stream, type: 'ledgerEntry' as const, id: entryId, f: { isReleased: true } },
    ]);
  });
}

type Place = { readonly register: RegisterRow; readonly series: SeriesState; readonly standing: Standing };
type Wanted = NumberSpan & { readonly kind: LedgerKind };

function noteInSeries(
  office: Office,
  { registerId, series, reason, on }: LedgerNote,
  choose: (place: Place) => Result<readonly Wanted[], Refusal>,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const register = await reader.row('register', registerId);
    if (register === undefined) return err({ code: 'record-missing' });
    if (reason.trim() === '') return err({ code: 'reason-wanted', field: 'reason' });
    const place = {
      register,
      series: await readSeries(office, register, series),
      standing: await readStanding(office, register),
    };
    const wanted = choose(place);
    if (!wanted.ok) return wanted;
    const ops: OpDraft[] = [];
    for (const span of wanted.value) {
      if (span.from < 1 || span.to < span.from || span.to - span.from >= ENTRY_SPAN_MAX)
        return err({ code: 'bad-value', field: 'from' });
      const fault = refuseEntry(place.series, place.standing, span);
      if (fault !== undefined) return err({ code: fault, field: 'from' });
      const f: LedgerEntryFields = {
        ...span,
        registerId,
        series,
        reason: reason.trim(),
        on,
        notedBy: office.actor,
        notedAt: new Date(office.nowMs()).toISOString(),
        isReleased: false,
      };
      ops.push({ t: 'set', stream: office.stream, type: 'ledgerEntry', id: office.ports.newId(), f });
    }
    return ok(ops);
  });
}
