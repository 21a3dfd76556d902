import { formatDate } from '#shared/base/partial-date.ts';
import { memberFormsText as text } from '#renderer/messages/member-forms.ts';
import type { Sheet, SheetPart } from '../sheet/sheet-parts.ts';
import { formPage } from '../sheet/sheet-pages.ts';
import { formTitle, partyHeader } from './form-pieces.ts';
import type { MemberFacts } from './member-facts.ts';
import { besidePhoto, dateOf, decisionWords, eventWords, line, section, share } from './member-parts.ts';

const { fields: label, onePage } = text;

/** So many events of the last ones stand on the page. */
const EVENTS_SHOWN = 12;

/** The member on one page: what a leader asks for first (domain.md 6.3, one-page member card). */
export function onePageCard(facts: MemberFacts): Sheet {
  const { member } = facts;
  return {
    page: { ...formPage, left: 20, size: 12 },
    title: `${text.names['one-page']}: ${member.name.full}`,
    author: facts.committee,
    footer: onePage.printedOn(formatDate(facts.today)),
    parts: [
      partyHeader({ above: facts.above, issuer: facts.committee, party: text.party }),
      ...formTitle(onePage.title),
      besidePhoto(facts, profileParts(facts)),
      line(label.nativePlace, text.also(member.nativePlace, member.nativePlaceNow)),
      line(label.address, member.address),
      line(label.occupation, [member.occupation, member.workplace].filter((word) => word !== '').join(', ')),
      line(label.posts, [member.partyPost, member.post].filter((post) => post !== '').join('; ')),
      line(label.learning, member.education),
      line(label.qualification, member.qualification),
      line(label.politicalTheory, member.politicalTheory),
      section(onePage.life),
      lifeTable(facts),
    ],
  };
}

/** Name, birth, numbers and days in the Party: beside the portrait. */
export function profileParts({ member, cell, partyYears, stateWords }: MemberFacts): readonly SheetPart[] {
  return [
    { kind: 'fields', fields: [{ label: label.name, value: member.name.full, valueFace: 'bold' }] },
    share(
      { label: label.bornOn, value: dateOf(member.bornOn), share: 0.62 },
      { label: label.gender, value: member.gender === 'male' ? text.male : text.female },
    ),
    share({ label: label.ethnicity, value: member.ethnicity }, { label: label.religion, value: member.religion }),
    line(text.cell, cell),
    line(label.state, stateWords),
    share(
      { label: label.admitted, value: dateOf(member.admittedOn) },
      { label: label.official, value: dateOf(member.officialOn), share: 0.55 },
    ),
    share(
      { label: `${text.cardNumber}:`, value: member.cardNumber },
      { label: label.partyAge, value: partyYears === null ? '' : text.yearsOfParty(String(partyYears)) },
    ),
    share({ label: `${text.fileNumber}:`, value: member.fileNumber }, { label: label.phone, value: member.phone }),
  ];
}

/** The last events of a life in the Party. */
export function lifeTable({ events }: MemberFacts, shown = EVENTS_SHOWN): SheetPart {
  const rows = events
    .slice(-shown)
    .map((event) => [dateOf(event.effectiveOn), eventWords(event), decisionWords(event)]);
  if (rows.length === 0) return { kind: 'text', text: onePage.none };
  const [day, what, basis] = onePage.lifeColumns;
  return {
    kind: 'table',
    columns: [
      { head: day, share: 1 },
      { head: what, share: 2.4 },
      { head: basis, share: 1.8 },
    ],
    rows,
  };
}
