import { must } from '#shared/base/must.ts';
import type { NewDocument } from '#renderer/data/documents/document-repository.ts';
import { placeOfRouting, typeOfDraft, type DocumentDraft } from './document-draft.ts';

/** The line of the register a checked form stands for. */
export function toNewDocument(draft: DocumentDraft): NewDocument {
  const { symbol, issuedOn, issuer, signer, abstract, urgency, secrecy, channel, dueOn, note, ownNumber } = draft;
  const { book, signerPost, pages, copies, externalId, organId } = draft;
  const place = placeOfRouting(draft.routing);
  return {
    receivedOn: must(draft.receivedOn, 'a checked form has a day of arrival'),
    symbol,
    issuedOn,
    issuer,
    signer,
    abstract,
    urgency,
    secrecy,
    channel,
    note,
    book,
    signerPost,
    pages,
    copies,
    externalId,
    organId,
    ...petitionOf(draft),
    typeId: typeOfDraft(draft),
    dueOn: place.state === 'for-information' ? null : dueOn,
    ...place,
    ...(ownNumber === null ? {} : { arrivalNumber: ownNumber }),
  };
}

/** What only a petition has; a paper that was first taken for one keeps nothing of it. */
function petitionOf({
  book,
  petitionKind,
  senderAddress,
}: DocumentDraft): Pick<NewDocument, 'petitionKind' | 'senderAddress'> {
  return book === 'petition' ? { petitionKind, senderAddress } : {};
}
