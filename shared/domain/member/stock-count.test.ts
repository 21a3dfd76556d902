import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { countStock } from './stock-count.ts';

const entry = (
  act: 'requested' | 'approved' | 'received' | 'used' | 'spoiled' | 'returned',
  on: string,
  count: number,
) => ({
  item: 'introduction-official' as const,
  act,
  on: toPlainDate(on),
  count,
});
const [from, to] = [toPlainDate('2026-01-01'), toPlainDate('2026-12-31')];

describe('the count of printed matter', () => {
  it('says what happened in the period, and what is left of all that was ever received', () => {
    const entries = [
      entry('received', '2025-03-01', 20),
      entry('used', '2025-05-01', 4),
      entry('requested', '2026-02-01', 50),
      entry('approved', '2026-02-10', 30),
      entry('received', '2026-02-20', 30),
      entry('used', '2026-03-01', 7),
      entry('spoiled', '2026-03-02', 1),
      entry('returned', '2026-12-31', 2),
      entry('used', '2027-01-01', 5),
    ];
    const line = countStock(entries, from, to).find(({ item }) => item === 'introduction-official');
    expect(line).toEqual({
      item: 'introduction-official',
      acts: { requested: 50, approved: 30, received: 30, used: 7, spoiled: 1, returned: 2 },
      left: 36,
    });
  });

  it('has a line for every kind, and shows a shortage instead of hiding it', () => {
    const lines = countStock([entry('used', '2026-03-01', 3)], from, to);
    expect(lines).toHaveLength(6);
    expect(lines.find(({ item }) => item === 'introduction-official')?.left).toBe(-3);
    expect(lines.find(({ item }) => item === 'badge')?.left).toBe(0);
  });
});
