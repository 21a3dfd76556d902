import { firstDayOf, formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { findPartyAge } from '#shared/domain/member/party-age.ts';
import { readMemberDossier } from '#renderer/data/members/read-member-book.ts';
import type { Office } from '#renderer/data/office.ts';
import { memberPastText } from '#renderer/messages/member-past.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import { memberLifeForm } from '#renderer/paper/forms/member-life-form.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { makeSheetPdf } from '#renderer/paper/sheet/make-sheet-pdf.ts';

/**
 * Form 1-HSĐV of a day: the fields as they stood, the events and lines of the tables that had begun by then. Without the portrait, which is today's. Throws
 * when the member is gone.
 */
export async function makePastLife(
  office: Office,
  memberId: string,
  member: MemberFields,
  day: PlainDate,
): Promise<Uint8Array> {
  const dossier = await readMemberDossier(office, memberId);
  if (dossier === undefined) throw new Error('the member is gone');
  const unit = member.unitId === null ? undefined : await office.db.units.get(member.unitId);
  const sheet = memberLifeForm(
    {
      ...dossier,
      member,
      lines: dossier.lines.filter(({ from }) => from === null || firstDayOf(from) <= day),
      events: dossier.events.filter(({ effectiveOn }) => firstDayOf(effectiveOn) <= day),
      cell: unit?.name ?? '',
      committee: dossier.committee === '' ? office.device.commune.name : dossier.committee,
      photo: null,
      partyYears: findPartyAge(member.admittedOn, day)?.years ?? null,
      stateWords: memberStateText[member.state],
      today: day,
    },
    memberPastText.asOf(formatDate(day)),
  );
  return makeSheetPdf(sheet, await loadPaperFonts(), new Date(office.nowMs()));
}
