import type { RunningServer } from '#server/start-server.ts';
import type { BlockSpan, EntrySpan } from '#shared/domain/register/number-plan.ts';
import { countGaps, reportSeries, type NumberedPaper } from '#shared/domain/register/series-report.ts';

/** What the ledger of a commune comes to. `waiting`: papers without a number yet. `borne`: ids of the papers that have one. */
export type LedgerSums = {
  readonly numbers: number;
  readonly series: number;
  readonly doubles: number;
  readonly gaps: number;
  readonly waiting: number;
  readonly borne: readonly string[];
};

type Placed = { readonly id: string; readonly registerId: string; readonly series: string };
type Paper = Placed & { readonly state: string; readonly number: number | null };

/** The ledger as the province has it, by the report the offices print. */
export async function sumLedger(server: RunningServer, communeId: string): Promise<LedgerSums> {
  const all = (await server.recordsOf(communeId)).map(({ type, id, f }) => ({
    type,
    ...Object.fromEntries(Object.entries(f).map(([field, { v }]) => [field, v])),
    id,
  }));
  const listOf = (type: string): unknown[] => all.filter((each) => each.type === type);
  const papers = listOf('outgoing') as Paper[];
  const entries = listOf('ledgerEntry') as (EntrySpan & Placed)[];
  const blocks = listOf('numberBlock') as (BlockSpan & Placed)[];
  const numbered = papers.filter((paper): paper is Paper & NumberedPaper => paper.number !== null);
  const keyOf = ({ registerId, series }: Placed): string => `${registerId} ${series}`;
  const keys = new Set([...numbered, ...entries].map(keyOf));
  const reports = [...keys].map((key) =>
    reportSeries(
      numbered.filter((each) => keyOf(each) === key),
      entries.filter((each) => keyOf(each) === key),
      blocks.filter((each) => keyOf(each) === key),
    ),
  );
  return {
    numbers: reports.reduce((sum, lines) => sum + (lines.at(-1)?.to ?? 0), 0),
    series: keys.size,
    doubles: reports.flat().filter(({ kind }) => kind === 'double').length,
    gaps: reports.reduce((sum, lines) => sum + countGaps(lines), 0),
    waiting: papers.filter(({ state }) => state === 'awaiting-number').length,
    borne: numbered.map(({ id }) => id),
  };
}
