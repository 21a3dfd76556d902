import type { Block, PaperContent } from '#shared/domain/paper/paper-content.ts';

/** Words of one block, a line for each row of a table. */
export function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.number} ${block.text}`.trim();
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n');
    case 'article':
    case 'item':
    case 'paragraph':
      return block.runs.map(({ text }) => text).join('');
  }
}

/** Everything written in a draft, a line for each line of the paper: to search it for a secrecy mark and to compare versions. */
export function linesOfContent({ addressees, bases, blocks, recipients }: PaperContent): readonly string[] {
  return [...addressees, ...bases, ...blocks.flatMap((block) => textOfBlock(block).split('\n')), ...recipients];
}
