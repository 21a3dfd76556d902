import { memberFormsText as text } from '#renderer/messages/member-forms.ts';
import type { Sheet, SheetPart } from '../sheet/sheet-parts.ts';
import { formPage } from '../sheet/sheet-pages.ts';
import { formTitle, partyHeader } from './form-pieces.ts';
import type { MemberFacts } from './member-facts.ts';
import {
  besidePhoto,
  certificateParts,
  createNumbers,
  dateOf,
  decisionWords,
  declarerSigns,
  eventRows,
  formCode,
  formTable,
  identityParts,
  introducerParts,
  line,
  lineRows,
  longText,
  section,
  share,
  workParts,
} from './member-parts.ts';

const { fields: label, sections } = text;

/** Lý lịch của người xin vào Đảng (2-KNĐ; HD 12-HD/BTCTW, 2022). */
export function applicantLifeForm(facts: MemberFacts): Sheet {
  const number = createNumbers();
  return lifeSheet('applicant-life', facts, [
    besidePhoto(facts, [
      line(text.superior, facts.above),
      line(text.committee, facts.committee),
      line(text.cell, facts.cell),
    ]),
    ...identityParts(facts, number),
    ...workParts(facts, number),
    line(number(label.joinedUnionOn), dateOf(facts.member.joinedUnionOn)),
    share({ label: number(label.firstAdmitted), value: '', share: 0.62 }, { label: label.admittedAt, value: '' }),
    share({ label: number(label.firstOfficial), value: '', share: 0.62 }, { label: label.officialAt, value: '' }),
    line(number(label.firstIntroducers), ''),
    ...numberedTables(facts, number),
    ...closing(facts, number),
  ]);
}

/**
 * Lý lịch đảng viên (1-HSĐV; HD 12-HD/BTCTW, 2022): items 1–13 as in 2-KNĐ, 14 admission, 15 recognition, 21 kỷ luật, 22 hoàn cảnh gia đình. `below`: small
 * words below the title.
 */
export function memberLifeForm(facts: MemberFacts, below = ''): Sheet {
  const number = createNumbers();
  const { member } = facts;
  const parts = [
    besidePhoto(facts, [
      { kind: 'boxes', label: text.fileNumber, value: member.fileNumber, groups: [6, 3] },
      { kind: 'boxes', label: text.cardNumber, value: member.cardNumber, groups: [8], before: 4 },
      line(text.superior, facts.above),
      line(text.committee, facts.committee),
      line(text.cell, facts.cell),
    ]),
    ...identityParts(facts, number),
    line(label.citizenId, member.citizenId),
    ...workParts(facts, number),
    line(number(label.joinedUnionOn), dateOf(member.joinedUnionOn)),
    share(
      { label: number(label.admitted), value: dateOf(member.admittedOn) },
      { label: label.admittedAt, value: member.admittedAt },
    ),
    line(label.admissionDecision, admissionDecision(facts)),
    share(
      { label: number(label.official), value: dateOf(member.officialOn), share: 0.58 },
      { label: label.officialAt, value: member.officialAt },
    ),
    line(label.readmittedOn, dateOf(member.readmittedOn)),
    ...introducerParts(facts, number(label.introducers)),
    ...numberedTables(facts, number),
    ...closing(facts, number),
    ...certificateParts(facts),
  ];
  return lifeSheet('member-life', facts, parts, below);
}

/** Phiếu đảng viên (2-HSĐV): the card kept in the committee's file. */
export function memberCardForm(facts: MemberFacts): Sheet {
  const number = createNumbers();
  const { member } = facts;
  return lifeSheet('member-card', facts, [
    besidePhoto(facts, [
      { kind: 'boxes', label: text.fileNumber, value: member.fileNumber, groups: [6, 3] },
      { kind: 'boxes', label: text.cardNumber, value: member.cardNumber, groups: [8], before: 4 },
      share(
        { label: label.cardIssued, value: dateOf(member.cardIssuedOn) },
        { label: label.cardIssuedBy, value: member.cardIssuedBy },
      ),
      line(text.committee, facts.committee),
      line(text.cell, facts.cell),
    ]),
    ...identityParts(facts, number),
    line(label.citizenId, member.citizenId),
    line(label.occupationAtAdmission, member.occupationAtAdmission),
    ...workParts(facts, number),
    line(number(label.joinedUnionOn), dateOf(member.joinedUnionOn)),
    share(
      { label: number(label.admitted), value: dateOf(member.admittedOn) },
      { label: label.admittedAt, value: member.admittedAt },
    ),
    share(
      { label: number(label.official), value: dateOf(member.officialOn), share: 0.58 },
      { label: label.officialAt, value: member.officialAt },
    ),
    ...introducerParts(facts, number(label.introducers)),
    line(number(label.veteran), member.isVeteran ? text.yes : text.no),
    section(number(text.tables.work.title)),
    formTable('work', [1, 2.4], lineRows(facts, 'work')),
    section(number(text.tables.rewards.title)),
    formTable('rewards', [1, 2, 1.4], eventRows(facts, ['rewarded', 'badge'])),
    section(number(text.tables.disciplines.title)),
    formTable('disciplines', [1, 2, 1.4], eventRows(facts, ['disciplined'])),
    declarerSigns(facts),
  ]);
}

/** Phiếu bổ sung hồ sơ đảng viên (3-HSĐV): what changed in a year. */
export function supplementForm(facts: MemberFacts, year: number): Sheet {
  const ofYear = facts.events.filter(({ effectiveOn }) => effectiveOn.startsWith(String(year)));
  const rows = ofYear.map((event) => eventRows({ ...facts, events: [event] }, [event.kind])[0] ?? []);
  return lifeSheet(
    'supplement',
    facts,
    [
      line(label.name, facts.member.name.full),
      share(
        { label: text.fileNumber, value: facts.member.fileNumber },
        { label: text.cardNumber, value: facts.member.cardNumber },
      ),
      line(text.cell, facts.cell),
      ...workParts(facts, (words) => words),
      section(text.tables.changes.title),
      formTable('changes', [1, 2.4, 1.6], rows, 6),
      declarerSigns(facts),
    ],
    text.yearOf(String(year)),
  );
}

type FormKey = keyof typeof text.codes;

function lifeSheet(key: FormKey, facts: MemberFacts, parts: readonly SheetPart[], below = ''): Sheet {
  return {
    page: formPage,
    title: `${text.names[key]}: ${facts.member.name.full}`,
    author: facts.committee,
    subject: text.names[key],
    footer: `${text.codes[key]} · ${facts.member.name.full}`,
    pageWords: text.page,
    parts: [
      formCode(text.codes[key]),
      partyHeader({ above: facts.above, issuer: facts.committee, party: text.party }),
      ...formTitle(text.titles[key], below),
      ...parts,
    ],
  };
}

function admissionDecision({ events }: MemberFacts): string {
  const admitted = events.find(({ kind }) => kind === 'admitted');
  return admitted === undefined ? '' : decisionWords(admitted);
}

/** Items 17 to 22: what somebody did, learnt and earned, and the family. */
function numberedTables(facts: MemberFacts, number: (words: string) => string): readonly SheetPart[] {
  return [
    section(number(text.tables.work.title)),
    formTable('work', [1, 2.4], lineRows(facts, 'work')),
    section(number(sections.history)),
    longText(facts.member.historyNote, 3),
    section(text.tables.abroad.title),
    formTable('abroad', [1.2, 2, 1], lineRows(facts, 'abroad'), 1),
    section(number(text.tables.training.title)),
    formTable('training', [1.4, 1.6, 1.1, 1], lineRows(facts, 'training')),
    section(number(text.tables.rewards.title)),
    formTable('rewards', [1, 2, 1.4], eventRows(facts, ['rewarded', 'badge'])),
    section(number(text.tables.disciplines.title)),
    formTable('disciplines', [1, 2, 1.4], eventRows(facts, ['disciplined'])),
    section(number(text.tables.family.title)),
    formTable('family', [0.8, 1.4, 0.6, 2.4], lineRows(facts, 'family')),
    longText(facts.member.familyNote, 2),
  ];
}

function closing(facts: MemberFacts, number: (words: string) => string): readonly SheetPart[] {
  return [
    section(number(sections.selfReview)),
    longText(facts.member.selfReview, 4),
    section(number(sections.oath)),
    { kind: 'text', text: sections.oathText, look: { align: 'justify', firstIndent: 28 } },
    declarerSigns(facts),
  ];
}
