import type { PlainDate } from '#shared/base/plain-date.ts';
import { ABSTRACT_MAX } from '#shared/domain/document/document-record.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import type { DocumentDraft, DraftField } from './document-draft.ts';

/** Why a field may not be saved, in words, by field. */
export type DraftProblems = Readonly<Partial<Record<DraftField, string>>>;

const longest = {
  symbol: 80,
  issuer: 200,
  signer: 120,
  note: 2000,
  signerPost: 120,
  senderAddress: 300,
  externalId: 200,
  organId: 40,
} as const;
const limited = Object.keys(longest) as (keyof typeof longest)[];
const HIGHEST_NUMBER = 999_999;

/** What must be mended before the paper goes into the book. `draft` is cleaned; its dates are right or null. */
export function checkDraft(draft: DocumentDraft, today: PlainDate): DraftProblems {
  const problems: Partial<Record<DraftField, string>> = {};
  for (const field of limited) {
    if (draft[field].length > longest[field]) problems[field] = text.tooLong(longest[field]);
  }
  if (draft.abstract.length > ABSTRACT_MAX)
    problems.abstract = text.abstractLong(draft.abstract.length - ABSTRACT_MAX, ABSTRACT_MAX);
  if (draft.secrecy === 'none' && draft.abstract === '') problems.abstract = text.needAbstract;
  if (draft.issuer === '') problems.issuer = draft.book === 'petition' ? text.needSender : text.needIssuer;
  if (draft.book === 'petition' && draft.petitionKind === null) problems.petitionKind = text.needPetitionKind;
  if (draft.receivedOn === null) problems.receivedOn = text.needReceived;
  else {
    if (draft.receivedOn > today) problems.receivedOn = text.receivedInFuture;
    if (draft.issuedOn !== null && String(draft.issuedOn) > draft.receivedOn)
      problems.issuedOn = text.issuedAfterReceived;
    if (draft.dueOn !== null && draft.dueOn < draft.receivedOn) problems.dueOn = text.dueBeforeReceived;
  }
  const { ownNumber } = draft;
  if (ownNumber !== null && !(Number.isInteger(ownNumber) && ownNumber >= 1 && ownNumber <= HIGHEST_NUMBER))
    problems.ownNumber = text.numberBad;
  return problems;
}
