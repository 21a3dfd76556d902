import type { DocumentFields } from '#shared/domain/document/document-record.ts';
import { cleanDraft } from './clean-draft.ts';
import { draftOf, placeOfRouting, typeOfDraft, type DocumentDraft } from './document-draft.ts';

/** The fields a form has changed against the paper as it was opened; state and holder only when the routing was changed by hand. */
export function changesOf(document: DocumentFields, values: DocumentDraft): Partial<DocumentFields> {
  const { draft } = cleanDraft(values);
  const { symbol, issuedOn, receivedOn, issuer, signer, abstract, urgency, secrecy, channel, dueOn, note } = draft;
  const { signerPost, pages, copies, externalId, organId, petitionKind, senderAddress } = draft;
  const isRerouted = draftOf(document).routing !== draft.routing;
  const wanted: Partial<DocumentFields> = {
    symbol,
    issuedOn,
    issuer,
    signer,
    abstract,
    urgency,
    secrecy,
    channel,
    note,
    signerPost,
    pages,
    copies,
    externalId,
    organId,
    petitionKind,
    senderAddress,
    dueOn,
    ...(receivedOn === null ? {} : { receivedOn }),
    typeId: typeOfDraft(draft),
    ...(isRerouted ? placeOfRouting(draft.routing) : {}),
  };
  const entries = Object.entries(wanted).filter(([field, value]) => document[field as keyof DocumentFields] !== value);
  return Object.fromEntries(entries);
}
