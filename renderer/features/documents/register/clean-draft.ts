import { detectLegacyEncoding, fromLegacyEncoding } from '#shared/base/legacy-encoding.ts';
import { normalizeLine, normalizeText } from '#shared/base/vietnamese.ts';
import { parseDocumentSymbol } from '#shared/domain/document/document-symbol.ts';
import type { DocumentDraft } from './document-draft.ts';

type TextField = 'symbol' | 'issuer' | 'signer' | 'abstract' | 'note' | 'signerPost' | 'senderAddress';

/** The form with its texts in the one stored form, and which fields came in an old encoding (TCVN3, VNI…). */
export function cleanDraft(draft: DocumentDraft): {
  readonly draft: DocumentDraft;
  readonly converted: readonly TextField[];
} {
  const converted: TextField[] = [];
  const clean = (field: TextField): string => {
    const encoding = detectLegacyEncoding(draft[field]);
    const unicode = encoding === undefined ? draft[field] : fromLegacyEncoding(draft[field], encoding);
    if (encoding !== undefined) converted.push(field);
    return field === 'note' ? normalizeText(unicode) : normalizeLine(unicode);
  };
  const symbol = clean('symbol');
  return {
    draft: {
      ...draft,
      symbol: symbol === '' ? '' : parseDocumentSymbol(symbol).display,
      issuer: clean('issuer'),
      signer: clean('signer'),
      abstract: clean('abstract'),
      note: clean('note'),
      signerPost: clean('signerPost'),
      senderAddress: clean('senderAddress'),
      externalId: normalizeLine(draft.externalId),
      organId: normalizeLine(draft.organId),
    },
    converted,
  };
}
