import { useOffice } from '#renderer/data/office-context.tsx';
import type { KnownNames } from '#renderer/data/organisation/use-record-names.ts';
import type { RegisterRow } from '#renderer/data/rows.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { booksText as text } from '#renderer/messages/books.ts';
import type { BookFacts } from './book-frame.ts';
import type { BookSort } from './book-kinds.ts';
import type { BookChoice } from './use-book-choice.ts';

/** Books whose numbers are one series a year; a step has no number of its own, secret papers that went out are of several books. */
const countsByYear: readonly BookSort[] = ['incoming', 'incoming-secret', 'petition'];

/** What frames the chosen book; undefined while the days make no span or its register is not known. */
export function useBookFacts(
  { book, days, isBad, page, hasCover }: BookChoice,
  registers: readonly RegisterRow[] | undefined,
  names: KnownNames,
): Omit<BookFacts, 'printedAt'> | undefined {
  const office = useOffice();
  const officeName = useSetting('office-name');
  if (isBad || officeName === undefined) return undefined;
  const own = officeName === null || officeName.partyName === '' ? undefined : officeName.partyName;
  const fallback = own ?? text.body(office.device.commune.name);
  const facts = { sort: book.kind, days, page, hasCover };
  if (book.kind !== 'outgoing')
    return { ...facts, body: fallback, register: '', isOneSeries: countsByYear.includes(book.kind) && isOneYear(days) };
  const register = registers?.find(({ id }) => id === book.registerId);
  if (register === undefined) return undefined;
  const body = register.bodyId === null ? undefined : names.unit(register.bodyId)?.toLocaleUpperCase('vi');
  const isOneSeries = register.counting === 'term' || (register.counting === 'year' && isOneYear(days));
  return { ...facts, body: body ?? fallback, register: register.name, isOneSeries };
}

function isOneYear({ from, to }: BookChoice['days']): boolean {
  return from.slice(0, 4) === to.slice(0, 4);
}
