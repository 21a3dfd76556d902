import { formatDate } from '#shared/base/partial-date.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { DocumentFields } from '#shared/domain/document/document-record.ts';
import type { Letter } from '#shared/domain/exchange/letter.ts';
import { urgencyText } from '#renderer/messages/record-fields.ts';

type LineField = 'symbol' | 'issuedOn' | 'issuer' | 'typeId' | 'abstract' | 'signer' | 'urgency';
type Line = Pick<DocumentFields, LineField>;

/** A field of the register line that the sender now says otherwise, in words. */
export type LineChange = { readonly field: LineField; readonly before: string; readonly after: string };

/** What taking the update over would change. */
export function changesOfLine(letter: Letter, line: Line): readonly LineChange[] {
  const [before, after] = [wordsOf(line), wordsOf(letter)];
  return (Object.keys(before) as LineField[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function wordsOf({ symbol, issuedOn, issuer, typeId, abstract, signer, urgency }: Line): Record<LineField, string> {
  return {
    symbol,
    issuedOn: issuedOn === null ? '' : formatDate(issuedOn),
    issuer,
    typeId: typeId === null ? '' : (findDocumentType(typeId)?.name ?? typeId),
    abstract,
    signer,
    urgency: urgencyText[urgency],
  };
}
