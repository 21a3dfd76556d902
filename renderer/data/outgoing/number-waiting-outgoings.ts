import type { PlainDate } from '#shared/base/plain-date.ts';
import { ok } from '#shared/base/result.ts';
import { planNext, type Standing } from '#shared/domain/register/number-plan.ts';
import { seriesOf, type TermSpan } from '#shared/domain/register/series.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import { needsReason } from '#shared/domain/register/day-order.ts';
import { numberReasons } from '#renderer/messages/numbers.ts';
import type { Office } from '../office.ts';
import { readSeries, readStanding, readTerms, type SeriesState } from '../registers/read-series.ts';
import type { OutgoingRow, RegisterRow, RowFlag } from '../rows.ts';
import { commit } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { neighbouringDays, seriesKey, withDays } from '../write/used-numbers.ts';
import { numberingOps } from './number-order.ts';
import { refuseBook } from './number-outgoing.ts';
import { hasPrintedRefusal } from './printed-numbers.ts';

/** Most papers numbered in one act. */
const AT_ONCE = 200;

/**
 * Numbers outgoing papers that wait, in the order of their days, then of their making; only in books this PC holds. Papers that stay on this PC (secret
 * ones) get theirs from a block of it as well, because no other PC sees them. Returns how many changes were made.
 */
export async function numberWaitingOutgoings(office: Office): Promise<number> {
  const flag: RowFlag = 'unnumbered';
  if ((await office.db.outgoings.where('flags').equals(flag).count()) === 0) return 0;
  const saved = await commit(office, async () => {
    const rows: OutgoingRow[] = await office.db.outgoings.where('flags').equals(flag).toArray();
    const run = new Run(office, await readTerms(office));
    for (const row of rows.sort(byDay).slice(0, AT_ONCE)) await run.number(row);
    return ok(run.ops);
  });
  return saved.ok ? saved.value.ops.length : 0;
}

/** One act of numbering: what it has given so far counts for the next paper. */
class Run {
  readonly ops: OpDraft[] = [];
  readonly #office: Office;
  readonly #terms: readonly TermSpan[];
  readonly #series = new Map<string, SeriesState>();
  readonly #books = new Map<string, { readonly register: RegisterRow; readonly standing: Standing } | undefined>();

  constructor(office: Office, terms: readonly TermSpan[]) {
    this.#office = office;
    this.#terms = terms;
  }

  async number(row: OutgoingRow): Promise<void> {
    const { registerId, issuedOn: day } = row;
    if (row.number !== null && !row.conflicts.includes('number')) {
      // Two PCs met: one gave the number while the other had it wait.
      this.ops.push({ t: 'set', stream: row.stream, type: 'outgoing', id: row.id, f: { state: 'issued' } });
      return;
    }
    const book = registerId === null || day === null ? undefined : await this.#findBook(registerId);
    if (book === undefined || day === null || refuseBook(row, book.register, day) !== undefined) return;
    if (!book.standing.isHolder && row.stream !== LOCAL_STREAM) return;
    const found = seriesOf(book.register, row.typeId, day, this.#terms);
    if (!found.ok || (await hasPrintedRefusal(this.#office, row.id))) return;
    await this.#give(row, book, found.series, day);
  }

  async #give(
    row: OutgoingRow,
    { register, standing }: { readonly register: RegisterRow; readonly standing: Standing },
    series: string,
    day: PlainDate,
  ): Promise<void> {
    const key = seriesKey(register.id, series);
    const state = this.#series.get(key) ?? (await readSeries(this.#office, register, series));
    const plan = planNext(state, standing);
    if (plan.how === 'late') return;
    const { number } = plan;
    const isOut = needsReason({ number, next: number, day }, neighbouringDays(state.days, number));
    const usual = plan.how === 'block' ? numberReasons.block : numberReasons.late;
    const reason = row.numberReason === '' && isOut ? usual : row.numberReason;
    this.ops.push(...numberingOps(this.#office, { row, register, series, state, day, chosen: { number, reason } }).ops);
    this.#series.set(key, withNumber(state, number, day));
  }

  async #findBook(id: string): Promise<{ readonly register: RegisterRow; readonly standing: Standing } | undefined> {
    if (!this.#books.has(id)) {
      const register: RegisterRow | undefined = await this.#office.db.registers.get(id);
      const standing = register && !register.removed ? await readStanding(this.#office, register) : undefined;
      this.#books.set(id, register && standing && { register, standing });
    }
    return this.#books.get(id);
  }
}

/** The series with one more number borne. */
function withNumber(state: SeriesState, number: number, day: PlainDate): SeriesState {
  return {
    ...state,
    isUsed: (asked) => asked === number || state.isUsed(asked),
    highestUsed: Math.max(state.highestUsed ?? 0, number),
    days: withDays(state.days, [{ number, day }]),
  };
}

function byDay(a: OutgoingRow, b: OutgoingRow): number {
  const keys = (row: OutgoingRow): string => `${row.issuedOn ?? ''} ${row.createdAt} ${row.id}`;
  return keys(a) < keys(b) ? -1 : 1;
}
