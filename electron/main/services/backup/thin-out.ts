/** How many backups are kept: the newest of each of the last so many days, weeks and months there are backups of. */
export const keptBackups = [
  { period: 'day', count: 7 },
  { period: 'week', count: 4 },
  { period: 'month', count: 6 },
] as const;

type Period = (typeof keptBackups)[number]['period'];

/** Vietnam's clock: days end at midnight there. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const MONDAY_SHIFT = 3;

/** Ids of the backups that may go. The newest always stays. */
export function listSuperfluous(backups: readonly { readonly id: string; readonly at: number }[]): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const kept = new Set(newestFirst.slice(0, 1).map(({ id }) => id));
  for (const { period, count } of keptBackups) {
    const seen = new Set<string>();
    for (const { id, at } of newestFirst) {
      const name = periodOf(period, at);
      if (seen.has(name)) continue;
      if (seen.size === count) break;
      seen.add(name);
      kept.add(id);
    }
  }
  return newestFirst.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
}

function periodOf(period: Period, at: number): string {
  const day = Math.floor((at + OFFSET_MS) / DAY_MS);
  if (period === 'day') return String(day);
  if (period === 'week') return String(Math.floor((day + MONDAY_SHIFT) / 7));
  return new Date(at + OFFSET_MS).toISOString().slice(0, 7);
}
