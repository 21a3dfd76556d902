import { describe, expect, it } from 'vitest';
import { toPlainDate } from './plain-date.ts';
import { parseTypedDate, parseTypedPartialDate } from './typed-date.ts';

const today = toPlainDate('2026-11-22');

describe('parseTypedDate', () => {
  it.each([
    ['22112026', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    [' 2-9-2026 ', '2026-09-02'],
    ['2.9.2026', '2026-09-02'],
    ['02 09 2026', '2026-09-02'],
    ['28–9–2021', '2021-09-28'],
    ['2026-11-22', '2026-11-22'],
    ['ngày 05 tháng 02 năm 2026', '2026-02-05'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %s', (typed, date) => {
    expect(parseTypedDate(typed, today)).toEqual({ ok: true, value: date });
  });

  it('names a day that does not exist', () => {
    expect(parseTypedDate('31/02/2026', today)).toEqual({
      ok: false,
      error: { kind: 'impossible-date', day: 31, month: 2, year: 2026 },
    });
    expect(parseTypedDate('29022026', today)).toMatchObject({ error: { kind: 'impossible-date' } });
    expect(parseTypedDate('12/13/2026', today)).toMatchObject({ error: { kind: 'impossible-date', month: 13 } });
    expect(parseTypedDate('31/02/26', today)).toMatchObject({ error: { kind: 'impossible-date' } });
  });

  it('asks about a two-digit or missing year and offers the likely one', () => {
    expect(parseTypedDate('22/11/26', today)).toEqual({
      ok: false,
      error: { kind: 'year-unsure', suggestion: '2026-11-22' },
    });
    expect(parseTypedDate('020975', today)).toEqual({
      ok: false,
      error: { kind: 'year-unsure', suggestion: '1975-09-02' },
    });
    expect(parseTypedDate('2/9', today)).toEqual({
      ok: false,
      error: { kind: 'year-unsure', suggestion: '2026-09-02' },
    });
    expect(parseTypedDate('0209', today)).toEqual({
      ok: false,
      error: { kind: 'year-unsure', suggestion: '2026-09-02' },
    });
  });

  it('refuses what is no date', () => {
    expect(parseTypedDate('  ', today)).toEqual({ ok: false, error: { kind: 'empty' } });
    expect(parseTypedDate('hôm qua', today)).toEqual({ ok: false, error: { kind: 'not-a-date' } });
    expect(parseTypedDate('2112026', today)).toEqual({ ok: false, error: { kind: 'not-a-date' } });
    expect(parseTypedDate('1/2/3/2026', today)).toEqual({ ok: false, error: { kind: 'not-a-date' } });
    expect(parseTypedDate('22/11/0026', today)).toEqual({ ok: false, error: { kind: 'year-out-of-range', year: 26 } });
    expect(parseTypedDate('22/11/9026', today)).toEqual({
      ok: false,
      error: { kind: 'year-out-of-range', year: 9026 },
    });
  });
});

describe('parseTypedPartialDate', () => {
  it.each([
    ['1945', '1945'],
    ['3/1945', '1945-03'],
    ['031945', '1945-03'],
    ['00/00/1945', '1945'],
    ['00/03/1945', '1945-03'],
    ['00031945', '1945-03'],
    ['02/03/1945', '1945-03-02'],
    ['02031945', '1945-03-02'],
  ])('reads %s', (typed, date) => {
    expect(parseTypedPartialDate(typed, today)).toEqual({ ok: true, value: date });
  });

  it('refuses impossible months and days', () => {
    expect(parseTypedPartialDate('13/1945', today)).toMatchObject({ error: { kind: 'impossible-date', month: 13 } });
    expect(parseTypedPartialDate('31/04/1945', today)).toMatchObject({ error: { kind: 'impossible-date' } });
    expect(parseTypedPartialDate('0345', today)).toMatchObject({ error: { kind: 'year-out-of-range' } });
  });
});
