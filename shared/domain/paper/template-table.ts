import type { PaperTemplate } from './paper-template.ts';
import { partyTemplates } from './party-template-table.ts';
import { stateTemplates } from './state-template-table.ts';

/** Templates for papers of a type, the usual one first; none for a type nobody has made one for. */
export function templatesFor(typeId: string): readonly PaperTemplate[] {
  return [...partyTemplates, ...stateTemplates].filter((template) => template.typeId === typeId);
}
