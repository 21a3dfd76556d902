import type { Block, Run } from '#shared/domain/paper/paper-content.ts';
import { joinRuns, kindOfLine } from './edit-blocks.ts';

/** What is read of a piece of a page: an element of the editor, or of what was pasted. A `Node` of the page is one. */
export type ReadNode = {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<ReadNode>;
  readonly getAttribute?: (name: string) => string | null;
};

type Weight = { readonly bold: boolean; readonly italic: boolean };

const dropped = new Set(['STYLE', 'SCRIPT', 'META', 'LINK', 'TITLE', 'HEAD', 'XML', 'O:P', 'IMG', '#comment']);
const breaking = new Set([
  'P',
  'DIV',
  'LI',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'BLOCKQUOTE',
  'UL',
  'OL',
  'SECTION',
  'BODY',
  'HTML',
]);
const styles = {
  plain: { bold: false, italic: false },
  bold: { bold: true, italic: false },
  italic: { bold: false, italic: true },
  'bold-italic': { bold: true, italic: true },
} as const;

/** Running text of one block as it stands in the editor; line breaks become spaces. */
export function readRuns(node: ReadNode): Run[] {
  const runs: Run[] = [];
  const visit = (each: ReadNode, weight: Weight): void => {
    if (each.nodeName === '#text') runs.push({ text: flat(each.textContent ?? ''), style: styleOf(weight) });
    else if (each.nodeName === 'BR') runs.push({ text: ' ', style: styleOf(weight) });
    else if (!dropped.has(each.nodeName.toUpperCase())) {
      const inside = weightOf(each, weight);
      for (const child of each.childNodes) visit(child, inside);
    }
  };
  for (const child of node.childNodes) visit(child, styles.plain);
  return joinRuns(runs);
}

/**
 * Blocks of what was pasted from Word or a page: paragraphs, list items, tables, bold and italic. Fonts, colours, sizes, pictures and fields are
 * left behind. Lines that begin like a Điều, a part or an item become one.
 */
export function readBlocks(root: ReadNode): Block[] {
  const blocks: Block[] = [];
  let line: Run[] = [];
  const end = (asItem: boolean): void => {
    const runs = trimmed(line);
    line = [];
    if (runs.length === 0) return;
    const known = kindOfLine(runs);
    blocks.push(known ?? (asItem ? { kind: 'item', mark: '-', runs } : { kind: 'paragraph', runs }));
  };
  const visit = (node: ReadNode, weight: Weight, inItem: boolean): void => {
    const name = node.nodeName.toUpperCase();
    if (name === '#TEXT') line.push({ text: flat(node.textContent ?? ''), style: styleOf(weight) });
    else if (name === 'BR') end(inItem);
    else if (name === 'TABLE') {
      end(inItem);
      const rows = tableRows(node);
      if (rows.length > 0) blocks.push({ kind: 'table', rows });
    } else if (!dropped.has(name)) {
      const isBreak = breaking.has(name);
      const isItem = name === 'LI';
      if (isBreak) end(inItem);
      for (const child of node.childNodes) visit(child, weightOf(node, weight), isItem || inItem);
      if (isBreak) end(isItem || inItem);
    }
  };
  visit(root, styles.plain, false);
  end(false);
  return blocks;
}

/** Blocks of plain text: one a line, empty lines left out. */
export function blocksOfText(text: string): Block[] {
  return text
    .split(/\r\n?|\n/u)
    .map((line): Run[] => trimmed([{ text: flat(line), style: 'plain' }]))
    .filter((runs) => runs.length > 0)
    .map((runs) => kindOfLine(runs) ?? { kind: 'paragraph', runs });
}

function tableRows(table: ReadNode): string[][] {
  const rows: string[][] = [];
  const visit = (node: ReadNode): void => {
    if (node.nodeName.toUpperCase() !== 'TR') {
      for (const child of node.childNodes) visit(child);
      return;
    }
    const cells = [...node.childNodes].filter(({ nodeName }) => /^(TD|TH)$/i.test(nodeName));
    rows.push(
      cells.slice(0, 20).map((cell) =>
        flat(cell.textContent ?? '')
          .trim()
          .slice(0, 4000),
      ),
    );
  };
  visit(table);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.slice(0, 1000).map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function weightOf(node: ReadNode, { bold, italic }: Weight): Weight {
  const name = node.nodeName.toUpperCase();
  const style = node.getAttribute?.('style') ?? '';
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  return {
    bold: weight === undefined ? bold || name === 'B' || name === 'STRONG' : weight === 'bold' || Number(weight) >= 600,
    italic: slant === undefined ? italic || name === 'I' || name === 'EM' : slant === 'italic',
  };
}

function styleOf({ bold, italic }: Weight): Run['style'] {
  if (bold) return italic ? 'bold-italic' : 'bold';
  return italic ? 'italic' : 'plain';
}

function flat(text: string): string {
  return text.replaceAll(/[\s\u00a0\u200b\ufeff]+/gu, ' ').normalize('NFC');
}

function trimmed(line: readonly Run[]): Run[] {
  const runs = joinRuns(line);
  const first = runs[0];
  if (first !== undefined) runs[0] = { ...first, text: first.text.trimStart() };
  const last = runs.at(-1);
  if (last !== undefined) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
  return joinRuns(runs.map((run) => ({ ...run, text: run.text.replaceAll(/ {2,}/g, ' ') })));
}
