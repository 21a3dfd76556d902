import { detectLegacyEncoding, fromLegacyEncoding, type LegacyEncoding } from '#shared/base/legacy-encoding.ts';
import type { Block } from '#shared/domain/paper/paper-content.ts';
import { linesOfBlock } from '#shared/domain/paper/paper-template.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { blocksOfText, readBlocks } from './read-nodes.ts';

const SAMPLE_LETTERS = 120;

/** The blocks of what was pasted. Text in an old font is turned into Unicode when the person agrees: it is shown as it would read. */
export async function readPaste(clipboard: DataTransfer): Promise<readonly Block[]> {
  const html = clipboard.getData('text/html');
  const plain = clipboard.getData('text/plain');
  const blocks =
    html === '' ? blocksOfText(plain) : readBlocks(new DOMParser().parseFromString(html, 'text/html').body);
  const words = blocks.flatMap(linesOfBlock).join('\n');
  const encoding = detectLegacyEncoding(words);
  if (encoding === undefined) return blocks;
  const sample = fromLegacyEncoding(words, encoding).replaceAll('\n', ' ').slice(0, SAMPLE_LETTERS);
  const isWanted = await askConfirm({
    title: text.legacyTitle,
    body: text.legacyBody(text.encodings[encoding], sample),
    confirm: text.legacyYes,
    cancel: text.legacyNo,
  });
  return isWanted ? blocks.map((block) => decoded(block, encoding)) : blocks;
}

/** A block with all its words read in an old encoding. */
export function decoded(block: Block, encoding: LegacyEncoding): Block {
  const read = (words: string): string => fromLegacyEncoding(words, encoding);
  switch (block.kind) {
    case 'heading':
      return { ...block, text: read(block.text) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(read)) };
    case 'article':
    case 'item':
    case 'paragraph':
      return { ...block, runs: block.runs.map((run) => ({ ...run, text: read(run.text) })) };
  }
}
