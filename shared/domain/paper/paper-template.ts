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
): Pick<PaperTemplate, 'abstract' | 'content'> {
  return mapTexts({ abstract, content }, (text) =>
    text.replaceAll(placeholder, (whole, name: string) => {
      const value = values[name];
      return value === undefined || value.trim() === '' ? whole : value;
    }),
  );
}

/** Abstract and content with every text of theirs changed in the same way. */
export function mapTexts(
  { abstract, content }: Pick<PaperTemplate, 'abstract' | 'content'>,
  change: (text: string) => string,
): Pick<PaperTemplate, 'abstract' | 'content'> {
  return {
    abstract: change(abstract),
    content: {
      ...content,
      addressees: content.addressees.map(change),
      bases: content.bases.map(change),
      recipients: content.recipients.map(change),
      blocks: content.blocks.map((block) => changeBlock(block, change)),
      ...(content.opening === undefined ? {} : { opening: change(content.opening) }),
      ...(content.recorder === undefined ? {} : { recorder: change(content.recorder) }),
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

function changeBlock(block: Block, change: (text: string) => string): Block {
  if (block.kind === 'heading') return { ...block, text: change(block.text) };
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(change)) };
  return { ...block, runs: block.runs.map((run): Run => ({ ...run, text: change(run.text) })) };
}
