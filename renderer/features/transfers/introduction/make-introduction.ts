import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { Office } from '#renderer/data/office.ts';
import { memberFieldsOf } from '#renderer/data/members/member-fields.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { introductionText as text } from '#renderer/messages/introduction-forms.ts';
import { introductionPaper, type IntroductionFacts } from '#renderer/paper/forms/introduction-paper.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { makeSheetPdf } from '#renderer/paper/sheet/make-sheet-pdf.ts';
import { formatMonth } from '../month-words.ts';

/** What an introduction paper belongs to: a transfer, or the event of a move from cell to cell. */
export type IntroductionOwner = { readonly kind: 'transfer' | 'move'; readonly id: string };

/** An introduction paper as it is printed, and what it is called as a file. */
export type MadeIntroduction = { readonly bytes: Uint8Array; readonly fileName: string; readonly memberName: string };

/** Makes the introduction paper from what stands in the store now. Throws when what it belongs to is gone. */
export async function makeIntroduction(office: Office, owner: IntroductionOwner): Promise<MadeIntroduction> {
  const facts = await (owner.kind === 'transfer' ? factsOfTransfer(office, owner.id) : factsOfMove(office, owner.id));
  if (facts === undefined) throw new Error('nothing to introduce');
  const bytes = await makeSheetPdf(introductionPaper(facts), await loadPaperFonts(), new Date(office.nowMs()));
  const memberName = facts.member.name.full;
  return { bytes, fileName: text.fileName(facts.number, memberName), memberName };
}

async function factsOfTransfer(office: Office, id: string): Promise<IntroductionFacts | undefined> {
  const transfer = await office.db.memberTransfers.get(id);
  const member = transfer && (await office.db.members.get(transfer.memberId));
  if (transfer === undefined || member === undefined) return undefined;
  const paper = transfer.introductionId === null ? undefined : await office.db.outgoings.get(transfer.introductionId);
  return {
    ...(await common(office, memberFieldsOf(member), paper)),
    kind: transfer.kind,
    fromCell: await nameOfUnit(office, transfer.fromUnitId),
    recipient: transfer.recipientName,
    toCell: transfer.toUnitName,
    number: transfer.introductionNumber,
    issuedOn: transfer.issuedOn,
    reason: transfer.reason,
    feePaidUntil: formatMonth(transfer.feePaidUntil),
    until: transfer.until,
    showBy: transfer.showBy,
  };
}

async function factsOfMove(office: Office, id: string): Promise<IntroductionFacts | undefined> {
  const event = await office.db.memberEvents.get(id);
  const member = event && (await office.db.members.get(event.memberId));
  if (event === undefined || member === undefined) return undefined;
  const paper = event.decisionId === null ? undefined : await office.db.outgoings.get(event.decisionId);
  const shared = await common(office, memberFieldsOf(member), paper);
  const before = event.before['unitId'];
  return {
    ...shared,
    kind: 'internal',
    fromCell: await nameOfUnit(office, typeof before === 'string' ? before : null),
    recipient: shared.committee,
    toCell: await nameOfUnit(office, event.unitId),
    number: paper?.symbol ?? '',
    issuedOn: paper?.issuedOn ?? null,
    reason: event.reason,
    feePaidUntil: '',
    until: null,
    showBy: null,
  };
}

type Common = Pick<IntroductionFacts, 'member' | 'committee' | 'above' | 'place' | 'signBody' | 'signPost' | 'signer'>;

/** What every kind has: the person, the office as papers print it, who signs. */
async function common(office: Office, member: MemberFields, paper: OutgoingRow | undefined): Promise<Common> {
  const name = await readSetting(office, 'office-name');
  const body = paper?.signBody ?? '';
  return {
    member,
    committee: name?.partyName ?? office.device.commune.name,
    above: name?.partyAbove ?? '',
    place: paper === undefined || paper.place === '' ? (name?.place ?? '') : paper.place,
    signBody: body === '' ? '' : text.onBehalf(body),
    signPost: paper?.signPost ?? '',
    signer: paper?.signer ?? '',
  };
}

async function nameOfUnit({ db }: Office, id: string | null): Promise<string> {
  return id === null ? '' : ((await db.units.get(id))?.name ?? '');
}
