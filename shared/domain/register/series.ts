import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Counting } from './register-record.ts';

/** A term as the numbering needs it. */
export type TermSpan = {
  readonly id: string;
  readonly bodyId: string;
  readonly isCongress: boolean;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** Why no series can be named: no term of the body covers the day, or two do. */
export type SeriesFault = 'no-term' | 'two-terms';

/**
 * The series a paper is numbered in, as text: `2026`, `party-decision@2026`, `party-decision@<term id>`, `<term id>`.
 * Types are named by id, because Quyết định and Quy định share a code and count apart (domain.md 1.1).
 */
export function seriesOf(
  register: { readonly counting: Counting; readonly bodyId: string | null },
  typeId: string,
  on: PlainDate,
  terms: readonly TermSpan[],
): { readonly ok: true; readonly series: string } | { readonly ok: false; readonly fault: SeriesFault } {
  const year = on.slice(0, 4);
  if (register.counting === 'year') return { ok: true, series: year };
  if (register.counting === 'type-year') return { ok: true, series: `${typeId}@${year}` };
  const wantsCongress = register.counting === 'term';
  const covering = terms.filter(
    ({ bodyId, isCongress, from, to }) =>
      bodyId === register.bodyId && isCongress === wantsCongress && from <= on && (to === null || on <= to),
  );
  const [term] = covering;
  if (term === undefined) return { ok: false, fault: 'no-term' };
  if (covering.length > 1) return { ok: false, fault: 'two-terms' };
  return { ok: true, series: wantsCongress ? term.id : `${typeId}@${term.id}` };
}

/** What a series is made of: its type (undefined where all types share it) and the year or term it runs in. */
export function partsOfSeries(series: string): { readonly typeId: string | undefined; readonly span: string } {
  const at = series.lastIndexOf('@');
  return at === -1 ? { typeId: undefined, span: series } : { typeId: series.slice(0, at), span: series.slice(at + 1) };
}
