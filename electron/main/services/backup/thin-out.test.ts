import { describe, expect, it } from 'vitest';
import { listSuperfluous } from './thin-out.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-01-01T03:00:00Z');

/** What is left after so many days of backups at `hours` each day. */
function keep(days: number, hours: readonly number[]): string[] {
  let shelf: { id: string; at: number }[] = [];
  for (let day = 0; day < days; day += 1) {
    for (const hour of hours) {
      const at = START + day * DAY_MS + hour * 3_600_000;
      shelf.push({ id: new Date(at).toISOString(), at });
      const gone = listSuperfluous(shelf);
      shelf = shelf.filter(({ id }) => !gone.includes(id));
    }
  }
  return shelf.map(({ id }) => id);
}

describe('thinning out backups', () => {
  it('keeps seven days, four weeks and six months, and never more', () => {
    const kept = keep(400, [0, 2, 8]);
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 6);
    expect(kept.slice(-7).map((id) => id.slice(0, 10))).toEqual(
      Array.from({ length: 7 }, (_x, i) => new Date(START + (393 + i) * DAY_MS).toISOString().slice(0, 10)),
    );
    expect(new Set(kept.map((id) => id.slice(0, 7))).size).toBe(6);
  });

  it('keeps everything while there is little, and the newest whatever its date', () => {
    expect(keep(5, [0])).toHaveLength(5);
    expect(listSuperfluous([{ id: 'a', at: 0 }])).toEqual([]);
  });
});
