import { toPartialDate } from '#shared/base/partial-date.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { DocumentFields } from '#shared/domain/document/document-record.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { Letter } from './letter.ts';

/** What a letter says beside the paper itself. `replyTo`: the incoming paper it answers. */
export type LetterFacts = {
  /** Name of the body that issues the paper, and its identifier (mã định danh). */
  readonly issuer: string;
  readonly organId: string;
  readonly replyTo: Pick<DocumentFields, 'externalId' | 'organId' | 'symbol' | 'issuedOn'> | undefined;
  /** A word to those who get it. */
  readonly note: string;
};

/**
 * What is said of an issued paper to those it is sent to. Its DocumentId is the paper's own id (a UUID, as QCVN 102 also allows): unlike the one made
 * of identifier, day and number it stays the same when an office's identifier changes.
 */
export function letterOfOutgoing(
  id: string,
  paper: OutgoingFields,
  { issuer, organId, replyTo, note }: LetterFacts,
): Letter {
  return {
    externalId: id,
    organId,
    issuer,
    symbol: paper.symbol,
    issuedOn: paper.issuedOn === null ? null : toPartialDate(paper.issuedOn),
    place: paper.place,
    typeId: paper.typeId,
    typeName: findDocumentType(paper.typeId)?.name ?? '',
    abstract: paper.abstract,
    signer: paper.signer,
    signerPost: paper.signPost,
    urgency: paper.urgency,
    pages: paper.pages,
    dueOn: paper.dueOn,
    isDirective: /-directive$/.test(paper.typeId),
    replyTo: replyTo === undefined ? [] : [replyTo],
    note,
  };
}
