import { formatDate, type PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { toUpperVietnamese } from '#shared/base/vietnamese.ts';
import { formalDate } from '#shared/domain/paper/formal-date.ts';
import type { MemberEventFields, MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberLineKind } from '#shared/domain/member/member-line-record.ts';
import { eventFormText, eventKindText } from '#renderer/messages/member-life.ts';
import { memberFormsText as text } from '#renderer/messages/member-forms.ts';
import type { SheetField, SheetFields, SheetPart, SheetTable } from '../sheet/sheet-parts.ts';
import { centred, signatures } from './form-pieces.ts';
import type { MemberFacts } from './member-facts.ts';

const { fields: label } = text;

/** Points of a portrait of 3 × 4 cm. */
const PHOTO = { width: 85, height: 113 } as const;
/** Lines left free in a table of a form, for what a hand adds later. */
const FREE_LINES = 2;

/** Makes the numbered labels of a form: `01. Họ và tên …`. */
export function createNumbers(): (words: string) => string {
  let last = 0;
  return (words) => {
    last += 1;
    return `${String(last).padStart(2, '0')}. ${words}`;
  };
}

/** A date as forms write it, empty when unknown. */
export function dateOf(date: PartialDate | PlainDate | null): string {
  return date === null ? '' : formatDate(date);
}

/** `Nà Lầu, ngày 05 tháng 02 năm 2026`. */
export function placedDate({ place }: Pick<MemberFacts, 'place'>, date: PlainDate | null): string {
  return text.placeAndDate(place, date === null ? text.dayBlank : formalDate(date));
}

/** One field that has the line for itself. */
export function line(words: string, value: string, lines = 1): SheetFields {
  return { kind: 'fields', fields: [{ label: words, value }], lines };
}

/** Fields that share a line. */
export function share(...fields: readonly SheetField[]): SheetFields {
  return { kind: 'fields', fields };
}

/** Photo at the left, whatever stands beside it at the right. */
export function besidePhoto({ photo }: MemberFacts, parts: readonly SheetPart[], photoShare = 0.22): SheetPart {
  return {
    kind: 'columns',
    before: 8,
    columns: [
      { share: photoShare, parts: [{ kind: 'picture', ...PHOTO, picture: photo, alt: text.photo }] },
      { share: 1 - photoShare, parts },
    ],
  };
}

/** Who somebody is: items 1 to 10 of 2-KNĐ and 1-HSĐV. The name in use stands in capitals, as the forms ask; all others as they are written. */
export function identityParts({ member }: MemberFacts, number: (words: string) => string): readonly SheetPart[] {
  return [
    share(
      { label: number(label.name), value: toUpperVietnamese(member.name.full), valueFace: 'bold', share: 0.72 },
      { label: number(label.gender), value: member.gender === 'male' ? text.male : text.female },
    ),
    line(number(label.birthName), member.birthName === '' ? member.name.full : member.birthName),
    line(number(label.alias), member.alias),
    line(number(label.bornOn), dateOf(member.bornOn)),
    line(number(label.birthPlace), text.also(member.birthPlace, member.birthPlaceNow)),
    line(number(label.nativePlace), text.also(member.nativePlace, member.nativePlaceNow)),
    line(number(label.address), member.address),
    line(label.residence, member.residence),
    share(
      { label: number(label.ethnicity), value: member.ethnicity },
      { label: number(label.religion), value: member.religion },
    ),
  ];
}

/** Work and learning: items 11 and 12. */
export function workParts({ member }: MemberFacts, number: (words: string) => string): readonly SheetPart[] {
  return [
    line(number(label.occupation), member.occupation),
    line(label.workplace, member.workplace),
    line(label.posts, [member.partyPost, member.post].filter((post) => post !== '').join('; ')),
    line(number(label.learning), member.education),
    line(label.qualification, member.qualification),
    share(
      { label: label.academicDegree, value: member.academicDegree },
      { label: label.academicTitle, value: member.academicTitle },
    ),
    line(label.politicalTheory, member.politicalTheory),
    share(
      { label: label.foreignLanguages, value: member.foreignLanguages },
      { label: label.informatics, value: member.informatics },
    ),
    line(label.minorityLanguages, member.minorityLanguages),
  ];
}

/** The two who introduced somebody. */
export function introducerParts({ member }: MemberFacts, title: string): readonly SheetPart[] {
  return [
    { kind: 'text', text: title },
    ...[0, 1].map((index) =>
      share(
        { label: label.introducer(index + 1), value: member.introducers[index]?.name ?? '' },
        { label: label.introducerPost, value: member.introducers[index]?.post ?? '' },
      ),
    ),
  ];
}

/** A heading of a part of a form. */
export function section(words: string): SheetPart {
  return { kind: 'text', text: words, look: { face: 'bold', role: 'H2', before: 8, keepNext: true } };
}

/** A text of some length, with dotted lines when nothing is written yet. */
export function longText(words: string, blankLines: number): SheetPart {
  return words === ''
    ? { kind: 'blank', lines: blankLines }
    : { kind: 'text', text: words, look: { align: 'justify', firstIndent: 28, before: 3 } };
}

type TableKey = keyof typeof text.tables;

/** A table of a form, with lines left free at its end. */
export function formTable(
  key: TableKey,
  shares: readonly number[],
  rows: readonly (readonly string[])[],
  free = FREE_LINES,
): SheetTable {
  const blank = Array.from({ length: free }, () => shares.map(() => ''));
  return {
    kind: 'table',
    columns: text.tables[key].columns.map((head, index) => ({ head, share: shares[index] ?? 1 })),
    rows: [...rows, ...blank],
    least: 20,
  };
}

/** `03/1980 – 05/1985`; an open end stays open. */
function span({ from, to }: MemberFacts['lines'][number]): string {
  const words = [dateOf(from), dateOf(to)].filter((date) => date !== '');
  return words.join(' – ');
}

/** Rows of one of the tables of the record. */
export function lineRows(facts: MemberFacts, kind: MemberLineKind): readonly (readonly string[])[] {
  const own = facts.lines.filter((each) => each.kind === kind);
  const join = (...words: readonly string[]): string => words.filter((word) => word !== '').join('; ');
  switch (kind) {
    case 'work':
      return own.map((each) => [span(each), join(each.title, each.place, each.detail)]);
    case 'training':
      return own.map((each) => [each.place, each.title, span(each), each.detail]);
    case 'abroad':
      return own.map((each) => [span(each), join(each.title, each.detail), each.place]);
    case 'family':
      return own.map((each) => [
        each.relation,
        each.personName,
        each.bornYear === null ? '' : String(each.bornYear),
        join(each.place, each.title, each.detail),
      ]);
  }
}

/** Day, form and reason, and who decided: rewards, disciplines. */
export function eventRows({ events }: MemberFacts, kinds: readonly MemberEventKind[]): readonly (readonly string[])[] {
  return events
    .filter(({ kind }) => kinds.includes(kind))
    .map((event) => [dateOf(event.effectiveOn), eventWords(event), decisionWords(event)]);
}

/** What happened, in words: the kind, its form, the reason. */
export function eventWords({ kind, form, years, reason }: MemberEventFields): string {
  const what = kind === 'badge' && years !== null ? text.badgeOf(String(years)) : eventKindText[kind];
  return [what, eventFormText(form), reason].filter((word) => word !== '').join('; ');
}

/** The decision as it is quoted: symbol, day, issuer. */
export function decisionWords({ decision }: Pick<MemberEventFields, 'decision'>): string {
  if (decision === null) return '';
  return [decision.symbol, dateOf(decision.issuedOn), decision.issuer].filter((word) => word !== '').join(', ');
}

/** Who declares signs at the right, the committee's certificate below. */
export function declarerSigns(facts: MemberFacts): SheetPart {
  return signatures([
    { lines: [], name: '' },
    {
      lines: [
        { text: placedDate(facts, null), face: 'italic' },
        { text: text.signers.declarer, face: 'bold' },
        { text: text.signHint, face: 'italic' },
      ],
      name: facts.member.name.full,
    },
  ]);
}

/** Certificate of the committee, with room for what it found. */
export function certificateParts(facts: MemberFacts): readonly SheetPart[] {
  const { certifiedOn, certifiedBy, name } = facts.member;
  return [
    section(text.sections.certified),
    line(text.sections.certifiedText, name.full),
    { kind: 'text', text: text.sections.certifiedRest },
    { kind: 'blank', lines: 4 },
    signatures([
      { lines: [], name: '' },
      {
        lines: [
          { text: placedDate(facts, certifiedOn), face: 'italic' },
          { text: text.signers.committee, face: 'bold' },
          { text: text.signers.secretary, face: 'regular' },
          { text: text.stampHint, face: 'italic' },
        ],
        name: certifiedBy,
      },
    ]),
  ];
}

/** The code of a form, small at the right above everything else. */
export function formCode(code: string): SheetPart {
  return {
    kind: 'columns',
    columns: [
      { share: 0.7, parts: [] },
      { share: 0.3, parts: [centred(code, 'italic', { size: 0.85 })] },
    ],
  };
}
