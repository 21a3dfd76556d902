import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { eventBook } from './event-book.ts';
import { eventsUnder, type EventFilter, type EventLine } from './event-filter.ts';

const line = (kind: string, on: string, more: object = {}): EventLine =>
  ({
    event: {
      ...{ id: `${kind} ${on}`, kind, effectiveOn: toPartialDate(on), state: 'decided', unitId: 'u1', form: '' },
      ...{ place: '', number: '', years: null, reason: '', note: '', voidReason: '', decision: null, ...more },
    },
    member: { id: 'm', name: { full: 'Nông Thị Đào' }, unitId: 'u2' },
  }) as unknown as EventLine;

const lines = [
  line('admitted', '2026-03-03', {
    decision: { symbol: '12-QĐ/ĐU', issuedOn: toPlainDate('2026-03-01'), issuer: 'Đảng uỷ xã', signer: '' },
  }),
  line('rewarded', '2026-12-31', { form: 'certificate' }),
  line('moved', '2026', { unitId: 'u3' }),
  line('exempted', '2026-06-01', { state: 'void', voidReason: 'ghi nhầm' }),
  line('expelled', '2026-07-01', { state: 'proposed' }),
  line('deceased', '2025-12-31'),
];
const year: EventFilter = {
  from: toPlainDate('2026-01-01'),
  to: toPlainDate('2026-12-31'),
  group: '',
  unitId: null,
};
const under = (part: Partial<EventFilter>): string[] =>
  eventsUnder(lines, { ...year, ...part }).map(({ event }) => event.kind);

describe('events of a period', () => {
  it('are those that may have happened in it; voided ones are asked for', () => {
    expect(under({})).toEqual(['admitted', 'rewarded', 'moved', 'expelled']);
    expect(under({ from: toPlainDate('2026-12-01') })).toEqual(['rewarded', 'moved']);
    expect(under({ group: 'void' })).toEqual(['exempted']);
    expect(under({ group: 'proposed' })).toEqual(['expelled']);
    expect(under({ group: 'reward' })).toEqual(['rewarded']);
  });

  it('are of a cell when it is where they happened or where the member is now', () => {
    expect(under({ unitId: 'u3' })).toEqual(['moved']);
    expect(under({ unitId: 'u2' })).toHaveLength(4);
    expect(under({ unitId: 'u9' })).toEqual([]);
  });

  it('are printed with the decision they rest on', () => {
    const book = eventBook(lines, year, (id) => `Chi bộ ${id}`, 'Đảng uỷ xã');
    expect(book.rows[0]).toEqual([
      ...['1', '03/03/2026', 'Nông Thị Đào', 'Chi bộ u1', 'Kết nạp vào Đảng'],
      ...['Số 12-QĐ/ĐU, ngày 01/03/2026, Đảng uỷ xã', ''],
    ]);
    expect(book.rows[3]?.at(-1)).toBe('Đã huỷ; ghi nhầm');
    expect(book.rows.every((row) => row.length === book.columns.length)).toBe(true);
  });
});
