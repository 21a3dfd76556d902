import type { ErrorCode } from '#shared/base/errors.ts';
import { err, type Result } from '#shared/base/result.ts';
import { formatDate, type PartialDate } from '#shared/base/partial-date.ts';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import { memberDecisionFields as fields } from '#shared/domain/paper/member-decision-table.ts';
import { fillTemplate } from '#shared/domain/paper/paper-template.ts';
import { templatesFor } from '#shared/domain/paper/template-table.ts';
import { readMemberDossier } from '#renderer/data/members/read-member-book.ts';
import type { Office } from '#renderer/data/office.ts';
import { beginPaper, blankPaper } from '#renderer/data/outgoing/begin-paper.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';

const DECISION = 'party-decision';

/** The decision somebody waits for, as the id of its template; undefined when none. */
export function decisionAwaitedBy(state: MemberState): string | undefined {
  if (state === 'candidate') return 'party-decision-admission';
  return state === 'probationary' ? 'party-decision-recognition' : undefined;
}

/**
 * Begins the decision on a member (kết nạp, công nhận chính thức) as a paper of the office, with what the record knows put in; what it does not know stays
 * to be filled. Gives the paper's id.
 */
export async function beginDecision(
  office: Office,
  memberId: string,
  templateId: string,
): Promise<Result<string, ErrorCode>> {
  const [dossier, style, units] = await Promise.all([
    readMemberDossier(office, memberId),
    readSetting(office, 'paper-style'),
    office.db.units
      .filter(({ removed, kind, validTo }) => !removed && kind === 'committee' && validTo === null)
      .toArray(),
  ]);
  const template = templatesFor(DECISION, style?.tone).find(({ id }) => id === templateId);
  if (dossier === undefined || template === undefined) return err('record-missing');
  const { member, cell, place } = dossier;
  const { abstract, content } = fillTemplate(template, {
    [fields.name]: member.name.full,
    [fields.bornOn]: dateOf(member.bornOn),
    [fields.nativePlace]: member.nativePlace,
    [fields.cell]: cell,
    [fields.admittedOn]: dateOf(member.admittedOn),
    [fields.officialOn]: dateOf(member.officialOn),
  });
  const bodyId = units[0]?.id ?? null;
  return beginPaper(office, { ...blankPaper, regime: 'party', typeId: DECISION, bodyId, abstract, place }, content);
}

function dateOf(date: PartialDate | null): string {
  return date === null ? '' : formatDate(date);
}
