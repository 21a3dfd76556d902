import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { readMemberDossier } from '#renderer/data/members/read-member-book.ts';
import type { Office } from '#renderer/data/office.ts';
import { badgesText as text, gapInWords } from '#renderer/messages/badges.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import { badgeDeclaration } from '#renderer/paper/forms/badge-declaration.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { makeSheetPdf } from '#renderer/paper/sheet/make-sheet-pdf.ts';
import type { Sheet } from '#renderer/paper/sheet/sheet-parts.ts';
import { formOf, type ChoosableLine } from './badge-views.ts';

/** Makes the declarations (6-HHD) of some badges as one PDF, each on a page of its own, from what stands in the store now. */
export async function makeBadgeForms(
  office: Office,
  on: PlainDate,
  lines: readonly ChoosableLine[],
): Promise<Uint8Array> {
  const sheets: Sheet[] = [];
  for (const line of lines) {
    const sheet = await declarationOf(office, on, line);
    if (sheet !== undefined) sheets.push(sheet);
  }
  const [first, ...others] = sheets;
  if (first === undefined) throw new Error('the members are gone');
  const whole: Sheet = {
    ...first,
    title: text.forms.fileName(formatDate(on)),
    footer: text.forms.name,
    parts: [
      ...first.parts,
      ...others.flatMap(({ parts, title }) => [{ kind: 'turn' as const, name: title }, ...parts]),
    ],
  };
  return makeSheetPdf(others.length === 0 ? first : whole, await loadPaperFonts(), new Date(office.nowMs()));
}

async function declarationOf(office: Office, on: PlainDate, line: ChoosableLine): Promise<Sheet | undefined> {
  const dossier = await readMemberDossier(office, line.member.id);
  if (dossier === undefined) return undefined;
  const { committee, member } = dossier;
  const facts = {
    ...dossier,
    committee: committee === '' ? office.device.commune.name : committee,
    photo: null,
    partyYears: line.age?.years ?? null,
    stateWords: memberStateText[member.state],
    today: office.today(),
  };
  return badgeDeclaration(facts, {
    years: line.years,
    on: formatDate(on),
    away: line.gaps.map(gapInWords).join('; '),
    early: formOf(line) === 'early' ? (line.event?.reason ?? '') : '',
  });
}
