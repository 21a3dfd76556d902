import { expect, test } from 'vitest';
import { bookColumns } from './book-columns.ts';

test('the books have the columns of their forms', () => {
  expect(bookColumns('incoming', 'A4-landscape')).toHaveLength(10);
  expect(bookColumns('incoming-secret', 'A4-landscape')).toHaveLength(11);
  expect(bookColumns('outgoing', 'A4-landscape')).toHaveLength(8);
  expect(bookColumns('outgoing-secret', 'A4-landscape')).toHaveLength(9);
  expect(bookColumns('handover', 'A4-portrait')).toHaveLength(5);
  expect(bookColumns('handover-secret', 'A4-portrait')).toHaveLength(6);
});

test.each(['incoming', 'incoming-secret', 'petition', 'outgoing', 'outgoing-secret'] as const)(
  'the fold of the %s spread falls between two columns',
  (sort) => {
    const columns = bookColumns(sort, 'A3-landscape');
    const edges = columns.map((_, at) => columns.slice(0, at + 1).reduce((sum, { widthMm }) => sum + widthMm, 0));
    expect(edges.at(-1)).toBe(390);
    expect(edges).toContain(195);
  },
);

test.each(['incoming', 'incoming-secret', 'petition', 'outgoing', 'outgoing-secret'] as const)(
  'a date stays on one line in the %s book on A4',
  (sort) => {
    const columns = bookColumns(sort, 'A4-landscape');
    const all = columns.reduce((sum, { widthMm }) => sum + widthMm, 0);
    const days = columns.filter(({ title }) => title.startsWith('Ngày'));
    for (const { widthMm } of days) expect((widthMm / all) * 272).toBeGreaterThanOrEqual(19);
  },
);
