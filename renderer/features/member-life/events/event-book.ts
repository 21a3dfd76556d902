import { formatDate } from '#shared/base/partial-date.ts';
import { memberEventsText as text } from '#renderer/messages/member-events.ts';
import { eventStateText } from '#renderer/messages/member-life.ts';
import type { TableBook } from '#renderer/paper/books/table-book.ts';
import { decisionInWords, eventTitle } from '../life-items.ts';
import type { EventFilter, EventLine } from './event-filter.ts';

/** Events of a period as they are printed or saved. `unitOf`: name of an organisation. */
export function eventBook(
  lines: readonly EventLine[],
  { from, to }: Pick<EventFilter, 'from' | 'to'>,
  unitOf: (id: string) => string | undefined,
  body: string,
): TableBook {
  const { sheet, columns } = text;
  const span = [formatDate(from), formatDate(to)] as const;
  const unitName = (id: string | null): string => (id === null ? '' : (unitOf(id) ?? ''));
  return {
    documentTitle: sheet.fileName(...span),
    title: sheet.title,
    subtitle: sheet.subtitle(...span),
    columns: [
      { title: sheet.number, widthMm: 12, align: 'centre' },
      { title: columns.on, widthMm: 24, align: 'centre' },
      { title: columns.person, widthMm: 44, align: 'left' },
      { title: sheet.cell, widthMm: 42, align: 'left' },
      { title: columns.event, widthMm: 60, align: 'left' },
      { title: columns.decision, widthMm: 55, align: 'left' },
      { title: sheet.note, widthMm: 30, align: 'left' },
    ],
    numberedColumns: false,
    rows: lines.map(({ event, member }, at) => [
      String(at + 1),
      formatDate(event.effectiveOn),
      member.name.full,
      unitName(event.unitId ?? member.unitId),
      eventTitle(event, unitName),
      decisionInWords(event),
      [event.state === 'decided' ? '' : eventStateText[event.state], event.voidReason, event.reason, event.note]
        .filter((part) => part !== '')
        .join('; '),
    ]),
    closing: [sheet.closing(lines.length)],
    emptyNote: sheet.empty,
    page: 'A4-landscape',
    footer: body,
  };
}
