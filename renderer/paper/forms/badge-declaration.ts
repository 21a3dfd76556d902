import { memberFormsText as text } from '#renderer/messages/member-forms.ts';
import type { Sheet } from '../sheet/sheet-parts.ts';
import { formPage } from '../sheet/sheet-pages.ts';
import { centred, formTitle, partyHeader, signatures } from './form-pieces.ts';
import type { MemberFacts } from './member-facts.ts';
import { createNumbers, dateOf, formCode, line, placedDate, share } from './member-parts.ts';

const { fields: label, badge } = text;

/** What a badge is asked for: years, the day it is given, time to be left out, why earlier than due. */
export type BadgeAsked = {
  readonly years: number | null;
  readonly on: string;
  readonly away: string;
  readonly early: string;
};

/** Tờ khai đề nghị tặng Huy hiệu Đảng (6-HHD; HD 12-HD/BTCTW, 2022). */
export function badgeDeclaration(facts: MemberFacts, asked: BadgeAsked): Sheet {
  const number = createNumbers();
  const { member, events } = facts;
  const held = events.flatMap(({ kind, years, number: of }) =>
    kind === 'badge' && years !== null
      ? [[text.badgeOf(String(years)), of].filter((word) => word !== '').join(', ')]
      : [],
  );
  return {
    page: formPage,
    title: `${text.names['badge-declaration']}: ${member.name.full}`,
    author: facts.committee,
    subject: text.names['badge-declaration'],
    footer: `${text.codes['badge-declaration']} · ${member.name.full}`,
    pageWords: text.page,
    parts: [
      formCode(text.codes['badge-declaration']),
      partyHeader({
        above: facts.committee,
        issuer: facts.cell,
        party: text.party,
        placeAndDate: placedDate(facts, null),
      }),
      ...formTitle(text.titles['badge-declaration']),
      centred(asked.years === null ? badge.asksOpen : badge.asks(String(asked.years)), 'bold'),
      { kind: 'space', height: 10 },
      line(badge.on, asked.on),
      line(number(label.name), member.name.full),
      share(
        { label: number(label.bornOn), value: dateOf(member.bornOn) },
        { label: number(label.gender), value: member.gender === 'male' ? text.male : text.female, share: 0.35 },
      ),
      line(number(label.nativePlace), text.also(member.nativePlace, member.nativePlaceNow)),
      line(number(label.address), member.address),
      line(number(label.posts), [member.partyPost, member.post].filter((post) => post !== '').join('; ')),
      share(
        { label: number(label.admitted), value: dateOf(member.admittedOn) },
        { label: label.admittedAt, value: member.admittedAt },
      ),
      share(
        { label: number(label.official), value: dateOf(member.officialOn), share: 0.58 },
        { label: label.officialAt, value: member.officialAt },
      ),
      line(number(label.readmittedOn), dateOf(member.readmittedOn)),
      line(number(badge.away), asked.away, 2),
      share(
        { label: number(text.cardNumber), value: member.cardNumber },
        { label: label.cardIssued, value: dateOf(member.cardIssuedOn) },
      ),
      line(number(badge.held), held.join('; '), 2),
      line(number(badge.early), asked.early, 2),
      { kind: 'text', text: badge.opinion, look: { before: 6, keepNext: true } },
      { kind: 'blank', lines: 2 },
      signatures([
        {
          lines: [
            { text: text.signers.cell, face: 'bold' },
            { text: text.signers.secretary },
            { text: text.signHint, face: 'italic' },
          ],
          name: '',
        },
        {
          lines: [
            { text: text.signers.asker, face: 'bold' },
            { text: text.signHint, face: 'italic' },
          ],
          name: member.name.full,
        },
      ]),
    ],
  };
}
