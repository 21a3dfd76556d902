import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { isRequired } from '#shared/domain/meeting/meeting-roll.ts';
import type { MeetingTaskFields } from '#shared/domain/meeting/meeting-task-record.ts';
import type { RatingLevel } from '#shared/domain/rating/rating-record.ts';
import { isPrivateEvent } from '#shared/domain/member/private-fields.ts';
import { eventKindTable } from '#shared/domain/member-life/event-kind-table.ts';
import { cellBookText } from '#renderer/messages/cell-book.ts';
import { eventFormText } from '#renderer/messages/member-life.ts';
import { ratingsText } from '#renderer/messages/ratings.ts';
import type { Sheet, SheetPart, SheetTable } from '../sheet/sheet-parts.ts';
import { widePage } from '../sheet/sheet-pages.ts';
import type { CellBookFacts } from './cell-book-facts.ts';
import { centred, signatures } from './form-pieces.ts';
import { dateOf, decisionWords, eventWords } from './member-parts.ts';

const words = cellBookText.paper;

/** Rows left free below each table, for what is written by hand. */
const FREE_ROWS = 3;

/**
 * A year of a cell as a book to print (sổ chi bộ): members, changes, meetings with attendance, resolutions and what became of them, fees, ratings, rewards,
 * discipline. `isPrivate`: for somebody who may see discipline too. `printedOn`: the day on the cover.
 */
export function cellBook(facts: CellBookFacts, isPrivate: boolean, printedOn: PlainDate): Sheet {
  const { chapters } = words;
  return {
    page: widePage,
    title: cellBookText.dialog(facts.unit.name, facts.year),
    author: facts.committee,
    footer: facts.unit.name,
    pageWords: words.page,
    parts: [
      ...cover(facts, printedOn),
      ...chapter(chapters.members(formatDate(facts.day)), memberParts(facts)),
      ...chapter(chapters.changes, [changeTable(facts, isPrivate)]),
      ...chapter(chapters.meetings, [meetingTable(facts)]),
      ...chapter(chapters.resolutions, [resolutionTable(facts)]),
      ...chapter(chapters.fees, [feeTable(facts)]),
      ...chapter(chapters.ratings, ratingParts(facts)),
      ...chapter(chapters.rewards, [honourTable(facts)]),
      ...chapter(chapters.disciplines, isPrivate ? [disciplineTable(facts)] : [{ kind: 'text', text: words.notShown }]),
      signatures([
        { lines: [{ text: words.signs.clerk, face: 'bold' }], name: '' },
        { lines: [{ text: words.signs.secretary, face: 'bold' }], name: '' },
      ]),
    ],
  };
}

function cover({ committee, unit, year }: CellBookFacts, printedOn: PlainDate): readonly SheetPart[] {
  return [
    { kind: 'turn', name: words.cover },
    centred(committee, 'bold'),
    { kind: 'space', height: 110 },
    centred(words.cover, 'bold', { size: 2.4, role: 'H1' }),
    centred(unit.name, 'bold', { size: 1.5, before: 16 }),
    centred(words.yearOf(year), 'bold', { size: 1.3, before: 10 }),
    { kind: 'space', height: 110 },
    centred(words.printedOn(formatDate(printedOn)), 'italic', { size: 0.9 }),
  ];
}

function chapter(title: string, parts: readonly SheetPart[]): readonly SheetPart[] {
  return [{ kind: 'turn', name: title }, centred(title, 'bold', { size: 1.15, role: 'H2', keepNext: true }), ...parts];
}

function table(
  heads: readonly string[],
  shares: readonly number[],
  rows: SheetTable['rows'],
  more: Partial<SheetTable> = {},
): SheetTable {
  const free = Array.from({ length: FREE_ROWS }, () => heads.map(() => ''));
  return {
    kind: 'table',
    columns: heads.map((head, at) => ({ head, share: shares[at] ?? 1 })),
    rows: [...rows, ...free],
    before: 6,
    ...more,
  };
}

function memberParts({ members }: CellBookFacts): readonly SheetPart[] {
  const rows = members.map(({ member, isProbationary, isExempt }, at) => [
    String(at + 1),
    member.name.full,
    dateOf(member.bornOn),
    dateOf(member.admittedOn),
    dateOf(member.officialOn),
    member.cardNumber,
    member.partyPost,
    isProbationary ? words.probationary : isExempt ? words.exempt : '',
  ]);
  const probationary = members.filter((each) => each.isProbationary).length;
  const exempt = members.filter((each) => each.isExempt).length;
  return [
    table(words.memberColumns, [0.4, 2.2, 1, 1, 1, 0.9, 1.6, 1.2], rows),
    { kind: 'text', text: words.counts(members.length, probationary, exempt), look: { before: 6 } },
  ];
}

/** Changes are what befell membership and activity; rewards, discipline and candidates stand elsewhere. */
function changeTable({ events }: CellBookFacts, isPrivate: boolean): SheetPart {
  const shown = events.filter(({ event }) => {
    const { group } = eventKindTable[event.kind];
    const isChange = ['party', 'activity', 'exit', 'card'].includes(group) || event.kind === 'expelled';
    return isChange && (isPrivate || !isPrivateEvent(event.kind));
  });
  return table(
    words.changeColumns,
    [0.8, 1.8, 3, 2.4, 1.6],
    shown.map(({ member, event }) => [
      dateOf(event.effectiveOn),
      member.name.full,
      eventWords(event),
      decisionWords(event),
      event.place,
    ]),
  );
}

function meetingTable({ meetings }: CellBookFacts): SheetPart {
  return table(
    words.meetingColumns,
    [0.8, 3, 0.7, 0.7, 0.8, 3],
    meetings.map(({ meeting, on, attendances }) => {
      const due = attendances.filter(({ attendance }) => isRequired(attendance));
      const count = (status: string): number => due.filter(({ attendance }) => attendance.status === status).length;
      const missing = due.filter(({ attendance }) => attendance.status !== 'present').map(({ name }) => name);
      return [
        formatDate(on),
        meeting.title,
        words.presence(count('present'), due.length),
        String(count('excused')),
        String(count('absent')),
        missing.join(', '),
      ];
    }),
  );
}

function resolutionTable({ meetings }: CellBookFacts): SheetPart {
  const rows = meetings.flatMap(({ meeting, on, tasks }) => {
    const said = [meeting.resolutionSymbol, meeting.conclusion.trim() || meeting.resolution.trim()]
      .filter((each) => each !== '')
      .join(': ');
    if (said === '' && tasks.length === 0) return [];
    const head = [formatDate(on), said].filter((each) => each !== '').join('. ');
    if (tasks.length === 0) return [[head, words.noTask, '', '', '']];
    return tasks.map((task, at) => [
      at === 0 ? head : '',
      task.text,
      task.assignee,
      dateOf(task.dueOn),
      resultOf(task),
    ]);
  });
  return table(words.taskColumns, [3, 3, 1.5, 0.9, 1.8], rows);
}

function resultOf({ state, doneOn, result }: MeetingTaskFields): string {
  const standing = state === 'done' ? words.done(dateOf(doneOn)) : state === 'dropped' ? words.dropped : words.open;
  return [standing, result].filter((each) => each !== '').join('; ');
}

function feeTable({ fees, year }: CellBookFacts): SheetPart {
  const months = Array.from({ length: 12 }, (_, at) => `${String(year)}-${String(at + 1).padStart(2, '0')}`);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const line = (name: string, paid: readonly number[]): readonly string[] => [
    name,
    ...paid.map((value) => (value === 0 ? '' : money(value))),
    money(sum(paid)),
  ];
  const ofMonth = months.map((month) => sum(fees.map(({ paid }) => paid.get(month) ?? 0)));
  return table(
    words.feeColumns(year),
    [2.6, ...months.map(() => 0.85), 1.1],
    fees.map(({ member, paid }) =>
      line(
        member.name.full,
        months.map((month) => paid.get(month) ?? 0),
      ),
    ),
    { size: 0.75, total: line(words.total, ofMonth) },
  );
}

function ratingParts({ ratings, unitRating }: CellBookFacts): readonly SheetPart[] {
  const level = (of: RatingLevel | null | undefined): string => (of ? ratingsText.levels[of] : '');
  const own = level(unitRating?.decidedLevel);
  return [
    ...(own === '' ? [] : [{ kind: 'text', text: words.ofCell(own), look: { before: 4 } } as const]),
    table(
      words.ratingColumns,
      [0.4, 2.2, 2, 2, 2],
      ratings.map(({ member, rating }, at) => [
        String(at + 1),
        member.name.full,
        level(rating.selfLevel),
        level(rating.proposedLevel),
        rating.notRated === '' ? level(rating.decidedLevel) : rating.notRated,
      ]),
    ),
  ];
}

function honourTable({ events }: CellBookFacts): SheetPart {
  const shown = events.filter(({ event }) => event.kind === 'rewarded' || event.kind === 'badge');
  return eventTable(words.rewardColumns, shown);
}

function disciplineTable({ events }: CellBookFacts): SheetPart {
  return eventTable(
    words.disciplineColumns,
    events.filter(({ event }) => eventKindTable[event.kind].group === 'discipline'),
  );
}

function eventTable(heads: readonly string[], events: CellBookFacts['events']): SheetPart {
  return table(
    heads,
    [0.8, 1.8, 2, 2.4, 2.4],
    events.map(({ member, event }) => [
      dateOf(event.effectiveOn),
      member.name.full,
      eventFormText(event.form) || eventWords({ ...event, reason: '' }),
      decisionWords(event),
      event.reason,
    ]),
  );
}

/** `1.234.567` (domain.md 10.6). */
function money(value: number): string {
  return value.toLocaleString('vi-VN');
}
