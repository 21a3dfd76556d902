import { formatDate } from '#shared/base/partial-date.ts';
import { ratingsText } from '#renderer/messages/ratings.ts';
import { memberFormsText as text } from '#renderer/messages/member-forms.ts';
import type { Sheet, SheetPart } from '../sheet/sheet-parts.ts';
import { bookletPage } from '../sheet/sheet-pages.ts';
import { centred } from './form-pieces.ts';
import type { HandbookFacts, MemberFacts } from './member-facts.ts';
import { besidePhoto, dateOf, line } from './member-parts.ts';
import { lifeTable, profileParts } from './one-page-card.ts';

const { handbook: words, fields: label } = text;

/** Lines for notes at the end of the book. */
const NOTE_LINES = 22;
const EVENTS_IN_BOOK = 60;
/** Rows of a table that fill a page of the booklet, and rows left free at least. */
const ROWS_OF_PAGE = 17;
const FREE_ROWS = 3;

/** A member's own book as a booklet (A5): who they are, their life in the Party, meetings, study, ratings, fees, tasks, room for notes (QĐ 339-QĐ/TW; domain.md 6). */
export function memberHandbook(facts: MemberFacts, book: HandbookFacts): Sheet {
  const { member } = facts;
  return {
    page: bookletPage,
    title: `${words.cover}: ${member.name.full}`,
    author: facts.committee,
    footer: member.name.full,
    pageWords: text.page,
    parts: [
      ...cover(facts),
      ...chapter(words.profile, [
        besidePhoto(facts, nameParts(facts), 0.3),
        ...profileParts(facts).slice(1),
        line(label.nativePlace, text.also(member.nativePlace, member.nativePlaceNow)),
        line(label.occupation, [member.occupation, member.workplace].filter((word) => word !== '').join(', ')),
        line(label.qualification, member.qualification),
        line(label.politicalTheory, member.politicalTheory),
      ]),
      ...chapter(words.life, [lifeTable(facts, EVENTS_IN_BOOK)]),
      ...chapter(words.meetings, meetingParts(book)),
      ...chapter(words.study, [
        table(
          words.studyColumns,
          [1, 2.2, 1.4],
          book.study.map(({ on, title, issuer }) => [formatDate(on), title, issuer]),
        ),
      ]),
      ...chapter(words.ratings, [
        table(
          words.ratingColumns,
          [0.8, 1.6, 1.6],
          book.ratings.map(({ period, selfLevel, decidedLevel, notRated }) => [
            period,
            selfLevel === null ? '' : ratingsText.levels[selfLevel],
            decidedLevel === null ? notRated : ratingsText.levels[decidedLevel],
          ]),
        ),
      ]),
      ...chapter(words.fees, [
        table(
          words.feeColumns,
          [1, 1.2, 1.2, 1.2],
          book.fees.map(({ month, due, paid, paidOn }) => [
            month.split('-').reverse().join('/'),
            money(due),
            money(paid),
            formatDate(paidOn),
          ]),
        ),
      ]),
      ...chapter(words.tasks, [
        table(
          words.taskColumns,
          [2.4, 1, 1.6],
          book.tasks.map(({ text: what, dueOn, result }) => [what, dateOf(dueOn), result]),
        ),
      ]),
      ...chapter(words.notes, [{ kind: 'blank', lines: NOTE_LINES }]),
    ],
  };
}

/** Beside the portrait of a small page: only the name, and the cell. */
function nameParts({ member, cell, committee }: MemberFacts): readonly SheetPart[] {
  return [
    { kind: 'space', height: 24 },
    centred(member.name.full, 'bold', { size: 1.3 }),
    centred(cell, 'regular', { before: 8 }),
    centred(committee, 'regular', { before: 4, size: 0.9 }),
  ];
}

function cover(facts: MemberFacts): readonly SheetPart[] {
  return [
    { kind: 'turn', name: words.cover },
    centred(facts.committee, 'bold'),
    centred(facts.cell),
    { kind: 'space', height: 120 },
    centred(words.cover, 'bold', { size: 1.9, role: 'H1' }),
    { kind: 'space', height: 30 },
    centred(words.own),
    centred(facts.member.name.full, 'bold', { size: 1.4, before: 6 }),
    { kind: 'space', height: 120 },
    centred(words.printedOn(formatDate(facts.today)), 'italic', { size: 0.85 }),
  ];
}

function chapter(title: string, parts: readonly SheetPart[]): readonly SheetPart[] {
  return [{ kind: 'turn', name: title }, centred(title, 'bold', { size: 1.15, role: 'H2', keepNext: true }), ...parts];
}

function meetingParts({ meetings }: HandbookFacts): readonly SheetPart[] {
  const present = meetings.filter(({ status }) => status === 'present').length;
  return [
    centred(words.attended(present, meetings.length), 'italic'),
    table(
      words.meetingColumns,
      [1, 2.6, 1.2],
      meetings.map(({ on, title, status }) => [formatDate(on), title, text.attendance[status]]),
    ),
  ];
}

function table(heads: readonly string[], shares: readonly number[], rows: readonly (readonly string[])[]): SheetPart {
  // The rest of the page is for the member's own hand.
  const free = Array.from({ length: Math.max(FREE_ROWS, ROWS_OF_PAGE - rows.length) }, () => heads.map(() => ''));
  const columns = heads.map((head, index) => ({ head, share: shares[index] ?? 1 }));
  return { kind: 'table', columns, rows: [...rows, ...free], before: 6, least: 24 };
}

/** `1.234.567` (domain.md 10.6). */
function money(value: number): string {
  return value.toLocaleString('vi-VN');
}
