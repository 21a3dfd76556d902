import { findPartyAge } from '#shared/domain/member/party-age.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import { readComingBadge } from '#renderer/data/badges/read-coming-badge.ts';
import { readMemberBook, readMemberDossier, type MemberDossier } from '#renderer/data/members/read-member-book.ts';
import type { Office } from '#renderer/data/office.ts';
import { gapInWords } from '#renderer/messages/badges.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import { badgeDeclaration } from '#renderer/paper/forms/badge-declaration.ts';
import { memberHandbook } from '#renderer/paper/forms/handbook.ts';
import type { HandbookFacts, MemberFacts } from '#renderer/paper/forms/member-facts.ts';
import {
  applicantLifeForm,
  memberCardForm,
  memberLifeForm,
  supplementForm,
} from '#renderer/paper/forms/member-life-form.ts';
import { onePageCard } from '#renderer/paper/forms/one-page-card.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { makeSheetPdf } from '#renderer/paper/sheet/make-sheet-pdf.ts';
import type { Sheet } from '#renderer/paper/sheet/sheet-parts.ts';
import { readVaultFile } from '#renderer/platform/read-vault-file.ts';
import type { MemberPaperKind } from './member-paper-kinds.ts';

/** Makes one paper of a member from what stands in the store now. Throws when the member is gone. */
export async function makeMemberPaper(office: Office, memberId: string, kind: MemberPaperKind): Promise<Uint8Array> {
  const dossier = await readMemberDossier(office, memberId);
  if (dossier === undefined) throw new Error('the member is gone');
  const facts = await toFacts(office, dossier);
  const [sheet, fonts] = await Promise.all([makeSheet(office, memberId, kind, facts), loadPaperFonts()]);
  return makeSheetPdf(sheet, fonts, new Date(office.nowMs()));
}

async function makeSheet(office: Office, memberId: string, kind: MemberPaperKind, facts: MemberFacts): Promise<Sheet> {
  switch (kind) {
    case 'one-page':
      return onePageCard(facts);
    case 'member-life':
      return memberLifeForm(facts);
    case 'member-card':
      return memberCardForm(facts);
    case 'supplement':
      return supplementForm(facts, Number(facts.today.slice(0, 4)));
    case 'applicant-life':
      return applicantLifeForm(facts);
    case 'badge-declaration': {
      const badge = await readComingBadge(office, memberId);
      return badgeDeclaration(facts, {
        years: badge?.years ?? null,
        on: badge === undefined || badge.on === null ? '' : formatDate(badge.on),
        away: (badge?.gaps ?? []).map(gapInWords).join('; '),
        early: badge?.early ?? '',
      });
    }
    case 'handbook':
      return memberHandbook(facts, await readHandbook(office, memberId));
  }
}

async function readHandbook(office: Office, memberId: string): Promise<HandbookFacts> {
  const book = await readMemberBook(office, memberId);
  return {
    meetings: book.meetings.flatMap(({ on, meeting, attendance: { status } }) =>
      status === null ? [] : [{ on, title: meeting.title, status }],
    ),
    study: book.study.map(({ item, reading }) => ({ on: reading.on, title: item.title, issuer: item.issuer })),
    ratings: book.ratings,
    fees: book.fees,
    tasks: book.tasks,
  };
}

async function toFacts(office: Office, dossier: MemberDossier): Promise<MemberFacts> {
  const { member, committee } = dossier;
  const today = office.today();
  return {
    ...dossier,
    committee: committee === '' ? office.device.commune.name : committee,
    photo: member.photoHash === null ? null : await readPhoto(member.photoHash),
    partyYears: findPartyAge(member.admittedOn, today)?.years ?? null,
    stateWords: memberStateText[member.state],
    today,
  };
}

/** The portrait as the vault has it; null while it has not come. */
async function readPhoto(hash: string): Promise<MemberFacts['photo']> {
  const file = await readVaultFile(hash, 'photo');
  if (!file.ok) return null;
  const bytes = new Uint8Array(await file.value.arrayBuffer());
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
  return { bytes, mime: isPng ? 'image/png' : 'image/jpeg' };
}
