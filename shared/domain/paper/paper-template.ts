import type { Block, PaperContent, Run } from './paper-content.ts';

/** A text to start a paper from. What a person must still write stands in `[[double brackets]]`, in words that say what is wanted. */
export type PaperTemplate = {
  /** Stable key. */
  readonly id: string;
  /** Type it is for, as in `document-type-table.ts`. */
  readonly typeId: string;
  /** What it is called in the list of templates. */
  readonly name: string;
  /** Abstract to start from; it may hold placeholders too. */
  readonly abstract: string;
  readonly content: PaperContent;
};

/** A field of a template that nobody has filled in yet. */
export const placeholder = /\[\[([^[\]]{1,80})\]\]/gu;

/** Names of the fields still to be filled in, each once, in the order they come. */
export function placeholdersIn(abstract: string, content: PaperContent): readonly string[] {
  const found = linesOf(abstract, content).flatMap((line) =>
    [...line.matchAll(placeholder)].map((match) => match[1] ?? ''),
  );
  return [...new Set(found)];
}

/** A template with values put in by the names of its fields; fields without a value stay as they are, for the checker to find. */
export function fillTemplate(
  { abstract, content }: Pick<PaperTemplate, 'abstract' | 'content'>,
  values: Readonly<Record<string, string>>,
): { readonly abstract: string; readonly content: PaperContent } {
  const fill = (text: string): string =>
    text.replaceAll(placeholder, (whole, name: string) => {
      const value = values[name];
      return value === undefined || value.trim() === '' ? whole : value;
    });
  return {
    abstract: fill(abstract),
    content: {
      ...content,
      addressees: content.addressees.map(fill),
      bases: content.bases.map(fill),
      recipients: content.recipients.map(fill),
      blocks: content.blocks.map((block) => fillBlock(block, fill)),
      ...(content.opening === undefined ? {} : { opening: fill(content.opening) }),
      ...(content.recorder === undefined ? {} : { recorder: fill(content.recorder) }),
    },
  };
}

/** Every line a person wrote, in the order of the paper. */
export function linesOf(abstract: string, content: PaperContent): readonly string[] {
  return [
    abstract,
    ...content.addressees,
    content.opening ?? '',
    ...content.bases,
    ...content.blocks.flatMap(linesOfBlock),
    ...content.recipients,
    content.recorder ?? '',
  ].filter((line) => line !== '');
}

/** The words of one block, a line for each cell of a table. */
export function linesOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.number} ${block.text}`.trim()];
    case 'table':
      return block.rows.flat();
    case 'article':
    case 'item':
    case 'paragraph':
      return [block.runs.map(({ text }) => text).join('')];
  }
}

function fillBlock(block: Block, fill: (text: string) => string): Block {
  if (block.kind === 'heading') return { ...block, text: fill(block.text) };
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(fill)) };
  return { ...block, runs: block.runs.map((run): Run => ({ ...run, text: fill(run.text) })) };
}
