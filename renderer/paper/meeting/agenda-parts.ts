import { timeOfInstant } from '#shared/domain/meeting/meeting-plan.ts';
import { meetingPackText } from '#renderer/messages/meeting-pack.ts';
import type { SheetPart } from '../sheet/sheet-parts.ts';
import type { PackFacts, PageOf } from './pack-facts.ts';
import { packHead, said, TABLE_SIZE } from './pack-pieces.ts';

const { paper: words, parts: names } = meetingPackText;
const MINUTE_MS = 60_000;

/** The agenda with the time each item begins. */
export function agendaParts(facts: PackFacts): readonly SheetPart[] {
  const { meeting } = facts;
  let at = Date.parse(meeting.startsAt);
  const rows = meeting.agenda.map(({ title, presenter, minutes }) => {
    const time = timeOfInstant(new Date(at).toISOString());
    at += minutes * MINUTE_MS;
    return [time, title, presenter];
  });
  return [
    ...packHead(names.agenda, words.agenda, facts),
    said(words.time, facts.when),
    said(words.place, meeting.place),
    said(words.chair, meeting.chair),
    said(words.clerk, meeting.clerk),
    {
      kind: 'table',
      size: TABLE_SIZE,
      before: 10,
      columns: [
        { head: words.agendaColumns.time, share: 1, align: 'centre' },
        { head: words.agendaColumns.what, share: 4.4 },
        { head: words.agendaColumns.who, share: 2.2 },
      ],
      rows,
      least: 34,
    },
  ];
}

/** Which papers belong to the meeting, and on which page those printed along begin. `fileName`: name under which a file's first page is known. */
export function paperListParts(
  facts: PackFacts,
  pageOf: PageOf,
  fileName: (index: number) => string,
): readonly SheetPart[] {
  return [
    ...packHead(names.papers, words.papers, facts),
    {
      kind: 'table',
      size: TABLE_SIZE,
      before: 10,
      columns: [
        { head: words.papersColumns.place, share: 0.8, align: 'centre' },
        { head: words.papersColumns.what, share: 5.4 },
        { head: words.papersColumns.page, share: 1.2, align: 'centre' },
      ],
      rows: facts.papers.map(({ title, about, file }, i) => [
        String(i + 1),
        about === '' ? title : `${title}\n${about}`,
        file === null ? words.apart : String(pageOf(fileName(file))),
      ]),
    },
  ];
}
