import type { Block, Run } from '#shared/domain/paper/paper-content.ts';

const headingLine = /^((?:[IVX]+|Phần [IVX\d]+|Mục [IVX\d]+)[.-])\s+(.+)$/u;
const itemLine = /^(\d{1,3}\.|[a-zđ]\)|[-+•])\s+(.+)$/u;

/** A text written line by line as the blocks of a paper: `I- …` heads a part, `1. …`, `a) …`, `- …` are items, other lines are paragraphs. No word is lost. */
export function blocksOfText(text: string): readonly Block[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Block => {
      const heading = headingLine.exec(line);
      if (heading !== null) return { kind: 'heading', level: 1, number: heading[1] ?? '', text: heading[2] ?? '' };
      const item = itemLine.exec(line);
      if (item !== null) return { kind: 'item', mark: item[1] ?? '-', runs: plain(item[2] ?? '') };
      return { kind: 'paragraph', runs: plain(line) };
    });
}

function plain(text: string): Run[] {
  return [{ text, style: 'plain' }];
}
