import { placeTones, type TonePlace } from '#shared/base/vietnamese-tone-place.ts';
import { mapTexts, type PaperTemplate } from './paper-template.ts';
import { partyTemplates } from './party-template-table.ts';
import { stateTemplates } from './state-template-table.ts';

/**
 * Templates for papers of a type, the usual one first; none for a type nobody has made one for. Their words follow the office's setting for the place
 * of tone marks.
 */
export function templatesFor(typeId: string, tone: TonePlace = 'old'): readonly PaperTemplate[] {
  return [...partyTemplates, ...stateTemplates]
    .filter((template) => template.typeId === typeId)
    .map((template) => ({ ...template, ...mapTexts(template, (text) => placeTones(text, tone)) }));
}
