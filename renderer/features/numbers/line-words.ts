import { formatDate } from '#shared/base/partial-date.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { ledgerKindWords, numbersText as text } from '#renderer/messages/numbers.ts';
import type { KnownNames } from '#renderer/data/organisation/use-record-names.ts';
import type { LedgerLine } from './ledger-lines.ts';

/** A line of the ledger in words. `day` is empty where there is none. */
export type LineWords = {
  readonly numbers: string;
  readonly day: string;
  readonly what: string;
  readonly detail: string;
  readonly reason: string;
  readonly who: string;
};

/** The words of a line, as the table shows and the report prints them. */
export function wordsOfLine(line: LedgerLine, names: KnownNames): LineWords {
  const numbers = text.span(formatCount(line.from), formatCount(line.to));
  const nothing = { numbers, day: '', detail: '', reason: '', who: '' };
  const person = (id: string | null): string => (id === null ? '' : (names.staff(id) ?? ''));
  switch (line.kind) {
    case 'paper': {
      const { symbol, title, day, reason, isVoid, by, office } = line.paper;
      const marks = [...(isVoid ? [text.voided] : []), ...(office === undefined ? [] : [text.ofFormerOffice(office)])];
      const what = [symbol, ...marks].join(' · ');
      return { numbers, day: dayWords(day), what, detail: title, reason, who: person(by) };
    }
    case 'double':
      return { ...nothing, what: text.double, detail: line.papers.map(({ title }) => title).join(' · ') };
    case 'entry': {
      const { kind, on, reason, notedBy } = line.entry;
      return { ...nothing, day: dayWords(on), what: ledgerKindWords[kind], reason, who: person(notedBy) };
    }
    case 'ceded': {
      const { forDevice, returnedAt, usedTo, from } = line.block;
      const device = names.device(forDevice) ?? text.unknownDevice(String(forDevice));
      const isUsed = usedTo !== null && from !== null && usedTo >= from;
      const returned = isUsed ? text.cededReturned(device, formatCount(usedTo)) : text.cededUnused(device);
      return {
        ...nothing,
        what: text.ceded,
        reason: returnedAt === null ? text.cededTo(device) : returned,
        who: device,
      };
    }
    case 'gap':
      return { ...nothing, what: text.gap };
  }
}

function dayWords(day: string): string {
  return day === '' ? '' : formatDate(day as Parameters<typeof formatDate>[0]);
}
