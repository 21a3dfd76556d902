import { formatDate, type PartialDate } from '#shared/base/partial-date.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberLine } from '#renderer/data/members/read-member-lines.ts';
import type { MemberEventRow } from '#renderer/data/rows.ts';
import { eventKindText } from '#renderer/messages/member-life.ts';
import { memberTableText as text } from '#renderer/messages/member-tables.ts';
import { genderWords } from '#renderer/messages/members.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import type { TableBook, TableColumn } from '#renderer/paper/books/table-book.ts';

/** What frames the list: whose it is, of which organisation (empty: all), the day, and when it was printed (in words). */
export type MemberTableFacts = {
  readonly body: string;
  readonly unit: string;
  readonly isOfCandidates: boolean;
  readonly date: string;
  readonly printedAt: string;
};

const widths: Readonly<Record<keyof typeof text.columns, number>> = {
  number: 9,
  name: 34,
  person: 19,
  nativePlace: 26,
  learning: 30,
  work: 26,
  dates: 19,
  numbers: 24,
  service: 17,
  came: 19,
  went: 19,
  died: 17,
  left: 19,
  note: 20,
};

/** Title, head and closing line of the list; its lines come from `memberLine`. */
export function memberTableFrame(facts: MemberTableFacts, count: number): Omit<TableBook, 'rows'> {
  const title = facts.isOfCandidates ? text.candidatesTitle : text.title;
  return {
    documentTitle: `${title} ${facts.date}`,
    title,
    subtitle: text.subtitle(facts.body, facts.unit, text.asOf(facts.date)),
    columns: (Object.keys(text.columns) as (keyof typeof text.columns)[]).map((column): TableColumn => ({
      title: text.columns[column],
      widthMm: widths[column],
      align: column === 'number' ? 'centre' : 'left',
    })),
    numberedColumns: true,
    closing: [text.total(count)],
    emptyNote: text.empty,
    page: 'A4-landscape',
    footer: text.footer(facts.printedAt),
  };
}

/** One line of form 7-HSĐV (domain.md 5.2), its 14 columns in order. `unitOf`: name of an organisation. */
export function memberLine(
  { member, events }: MemberLine,
  number: number,
  unitOf: (id: string) => string | undefined,
): readonly string[] {
  const date = (value: PartialDate | null): string => (value === null ? '' : formatDate(value));
  const latest = (...kinds: readonly MemberEventKind[]): MemberEventRow | undefined =>
    events
      .filter(({ kind }) => kinds.includes(kind))
      .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
      .at(-1);
  const came = latest('transferred-in', 'temporary-in');
  const went = latest('transferred-out', 'temporary-out');
  const died = latest('deceased');
  const left = latest('struck-off', 'expelled', 'resigned', 'not-recognised');
  const badges = events.filter(({ kind }) => kind === 'badge');
  const isLast = (event: MemberEventRow | undefined): string =>
    event === undefined ? '' : lines(date(event.effectiveOn), event.place, event.reason);
  return [
    String(number),
    lines(
      member.name.full,
      member.birthName === '' || member.birthName === member.name.full ? '' : text.birthName(member.birthName),
      date(member.bornOn),
    ),
    lines(genderWords[member.gender], member.ethnicity, member.religion),
    lines(
      member.nativePlace,
      member.nativePlaceNow === '' || member.nativePlaceNow === member.nativePlace
        ? ''
        : text.placeNow(member.nativePlaceNow),
    ),
    lines(member.education, member.politicalTheory, member.qualification, member.foreignLanguages),
    lines(member.occupationAtAdmission, member.occupation),
    lines(date(member.admittedOn), date(member.officialOn)),
    lines(
      member.cardNumber === '' ? '' : text.card(member.cardNumber),
      member.fileNumber === '' ? '' : text.file(member.fileNumber),
      ...badges.map((badge) => text.badge(badge.years ?? 0, badge.number)),
    ),
    serviceOf(member),
    isLast(came),
    isLast(went),
    isLast(died),
    left === undefined ? '' : lines(date(left.effectiveOn), eventKindText[left.kind]),
    lines(noteOf(member.state), member.unitId === null ? '' : (unitOf(member.unitId) ?? ''), member.note),
  ];
}

function serviceOf({ occupationGroup, isPensioner, isVeteran }: MemberLine['member']): string {
  return lines(
    occupationGroup === 'army' ? text.army : '',
    occupationGroup === 'police' ? text.police : '',
    occupationGroup === 'retired' || isPensioner ? text.retired : '',
    isVeteran ? text.veteran : '',
  );
}

/** What sets somebody apart from the official members of the list. */
function noteOf(state: MemberLine['member']['state']): string {
  return state === 'official' ? '' : memberStateText[state];
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
