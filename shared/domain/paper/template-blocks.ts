import { emptyContent, type Block, type PaperContent } from './paper-content.ts';
import type { PaperTemplate } from './paper-template.ts';

/** A paragraph of running text. */
export function text(words: string): Block {
  return { kind: 'paragraph', runs: [{ text: words, style: 'plain' }] };
}

/** `Điều n.` with its text. */
export function article(number: number, words: string): Block {
  return { kind: 'article', number, runs: [{ text: words, style: 'plain' }] };
}

/** A line that begins with a mark. */
export function item(mark: string, words: string): Block {
  return { kind: 'item', mark, runs: [{ text: words, style: 'plain' }] };
}

/** A heading; level 1 is the highest. Without a number it is a line in the middle. */
export function heading(level: 1 | 2 | 3, number: string, words: string): Block {
  return { kind: 'heading', level, number, text: words };
}

/** A template of a type. */
export function template(
  id: string,
  typeId: string,
  name: string,
  abstract: string,
  content: Partial<PaperContent>,
): PaperTemplate {
  return { id, typeId, name, abstract, content: { ...emptyContent, ...content } };
}
