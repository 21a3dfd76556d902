import { formatDate } from '#shared/base/partial-date.ts';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';

const text = dossiersText.paperList;

/** A paper in a few words: its symbol and day, or what it is about. */
export function paperTitle({ symbol, issuedOn, typeName, abstract, standing }: DossierPaper): string {
  if (standing === 'gone') return text.gone;
  const name = symbol === '' ? (typeName === '' ? text.noSymbol : typeName) : symbol;
  const day = issuedOn === null ? '' : `, ${formatDate(issuedOn)}`;
  return symbol === '' && typeName === '' && abstract !== '' ? `${abstract}${day}` : `${name}${day}`;
}
