import { formatDate, type PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { formalDate } from '#shared/domain/paper/formal-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { IntroductionKind } from '#shared/domain/transfer/introduction.ts';
import { introductionText as text } from '#renderer/messages/introduction-forms.ts';
import { formPage } from '../sheet/sheet-pages.ts';
import type { Sheet, SheetPart } from '../sheet/sheet-parts.ts';
import { centred, formTitle, partyHeader, signatures } from './form-pieces.ts';
import { line, share } from './member-parts.ts';

/** What an introduction paper is filled from; an empty text leaves room to write by hand. */
export type IntroductionFacts = {
  readonly kind: IntroductionKind;
  readonly member: Pick<
    MemberFields,
    | 'name'
    | 'bornOn'
    | 'nativePlace'
    | 'address'
    | 'admittedOn'
    | 'officialOn'
    | 'cardNumber'
    | 'fileNumber'
    | 'partyPost'
  >;
  /** The issuing committee as papers print it, what stands above it, and its place name. */
  readonly committee: string;
  readonly above: string;
  readonly place: string;
  readonly fromCell: string;
  /** Committee it is shown to, and the cell as far as it is known. */
  readonly recipient: string;
  readonly toCell: string;
  readonly number: string;
  readonly issuedOn: PlainDate | null;
  readonly reason: string;
  /** `11/2026`; empty when not known. */
  readonly feePaidUntil: string;
  readonly until: PlainDate | null;
  readonly showBy: PlainDate | null;
  readonly signBody: string;
  readonly signPost: string;
  readonly signer: string;
};

/** Giấy giới thiệu sinh hoạt đảng: the stub that stays in the book, the paper the member carries, and the boxes the receiving side fills in. */
export function introductionPaper(facts: IntroductionFacts): Sheet {
  const { kind, member, committee } = facts;
  // What is written at its end must still find room on the page.
  const isTight = kind === 'temporary';
  return {
    page: { ...formPage, top: 14, bottom: 14, left: 25, size: isTight ? 12 : 13 },
    title: `${text.titles[kind]} – ${member.name.full}`,
    author: committee,
    subject: text.codes[kind],
    footer: `${text.codes[kind]} · ${facts.number} · ${member.name.full}`,
    parts: [...stub(facts), cutLine, ...paper(facts), ...receiving(facts)],
  };
}

const cutLine: SheetPart = { kind: 'rule', isDotted: true, before: 8 };

function stub(facts: IntroductionFacts): readonly SheetPart[] {
  const { member, number, issuedOn, fromCell, recipient, toCell } = facts;
  return [
    centred(text.stub, 'bold', { size: 0.92 }),
    share({ label: text.number(''), value: number, share: 0.55 }, { label: '', value: dayOf(issuedOn, facts.place) }),
    share(
      { label: text.introduces, value: member.name.full, valueFace: 'bold', share: 0.68 },
      { label: text.bornOn, value: dateOf(member.bornOn) },
    ),
    share({ label: text.cardNumber, value: member.cardNumber }, { label: text.fileNumber, value: member.fileNumber }),
    line(text.cell, fromCell),
    line(text.goesTo, joined(toCell, recipient)),
    line(text.received, ''),
  ];
}

function paper(facts: IntroductionFacts): readonly SheetPart[] {
  const { kind, member, number, committee, above, place, issuedOn, fromCell, recipient, toCell, reason } = facts;
  const isOut = kind !== 'internal';
  return [
    { kind: 'space', height: 6 },
    partyHeader({
      above,
      issuer: committee,
      number: text.number(number),
      party: text.party,
      placeAndDate: dayOf(issuedOn, place),
    }),
    ...formTitle(text.titles[kind]),
    line(text.to, recipient),
    share(
      { label: text.introduces, value: member.name.full, valueFace: 'bold', share: 0.68 },
      { label: text.bornOn, value: dateOf(member.bornOn) },
    ),
    line(text.nativePlace, member.nativePlace),
    ...(isOut ? [line(text.address, member.address)] : []),
    share(
      { label: text.admittedOn, value: dateOf(member.admittedOn) },
      { label: text.officialOn, value: dateOf(member.officialOn) },
    ),
    share({ label: text.cardNumber, value: member.cardNumber }, { label: text.fileNumber, value: member.fileNumber }),
    ...(isOut ? [line(text.posts, member.partyPost)] : []),
    line(text.cell, fromCell),
    line(text.goesTo, joined(toCell, recipient)),
    line(text.reason, reason),
    ...(kind === 'temporary'
      ? [share({ label: text.span, value: dateOf(issuedOn) }, { label: text.until, value: dateOf(facts.until) })]
      : []),
    line(text.fee, facts.feePaidUntil),
    ...(isOut ? [line(text.attached, text.attachedUsual[kind]), line(text.showBy, dateOf(facts.showBy))] : []),
    signatures(
      [
        { lines: [], name: '' },
        {
          lines: [
            ...(facts.signBody === '' ? [] : [{ text: facts.signBody, face: 'bold' as const }]),
            { text: facts.signPost, face: 'bold' as const },
            { text: text.signHint, face: 'italic' as const },
          ],
          name: facts.signer,
        },
      ],
      kind === 'temporary' ? 34 : 46,
    ),
  ];
}

/** What the receiving committee and cell write on the paper; of temporary activity also what is written at its end. */
function receiving({ kind }: IntroductionFacts): readonly SheetPart[] {
  if (kind === 'abroad') return [];
  const cell: readonly SheetPart[] = [
    centred(text.cellTitle, 'bold'),
    line(text.cellLine, ''),
    line(text.cellNumber, ''),
    centred(text.signHint, 'italic', { before: 4 }),
    { kind: 'space', height: kind === 'temporary' ? 26 : 40 },
  ];
  const committee: readonly SheetPart[] = [
    centred(text.acceptTitle, 'bold'),
    line(text.acceptLine, ''),
    line(text.acceptTo, ''),
    centred(text.signHint, 'italic', { before: 4 }),
    { kind: 'space', height: kind === 'temporary' ? 26 : 40 },
  ];
  const end: readonly SheetPart[] = [
    centred(text.endTitle, 'bold', { before: 4 }),
    share({ label: text.endLine, value: '' }, { label: text.until, value: '' }),
    line(text.endFee, ''),
    line(text.endOpinion, '', 2),
    centred(text.signHint, 'italic', { before: 4 }),
  ];
  const gap: readonly SheetPart[] = [];
  return [
    cutLine,
    centred(text.below, 'bold', { size: 0.92, keepNext: true }),
    {
      kind: 'columns',
      before: 4,
      columns:
        kind === 'internal'
          ? [{ share: 1, parts: cell }]
          : [
              { share: 0.48, parts: committee },
              { share: 0.04, parts: gap },
              { share: 0.48, parts: cell },
            ],
    },
    ...(kind === 'temporary' ? end : []),
  ];
}

function dayOf(day: PlainDate | null, place: string): string {
  return text.placeAndDate(place, day === null ? text.dayBlank : formalDate(day));
}

function dateOf(date: PartialDate | PlainDate | null): string {
  return date === null ? '' : formatDate(date);
}

function joined(cell: string, office: string): string {
  return [cell, office].filter((part) => part !== '').join(', ');
}
