import { nextMark } from '#shared/domain/outgoing/next-mark.ts';
import type { Block, Run } from '#shared/domain/paper/paper-content.ts';

/** A block while it is edited: `key` keeps its place on the screen when others come and go. */
export type EditedBlock = { readonly key: string; readonly block: Block };

/** Blocks that bear running text. */
export type RunBlock = Extract<Block, { readonly runs: readonly Run[] }>;

/** Kinds a block can be turned into. */
export type BlockKind = Block['kind'];

/** Whether a block bears running text. */
export function hasRuns(block: Block): block is RunBlock {
  return block.kind === 'article' || block.kind === 'paragraph' || block.kind === 'item';
}

/** Runs of one style put together; empty ones left out. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = joined.at(-1);
    if (last?.style === run.style) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

/** Words of a block as running text, whatever its kind. */
export function runsOf(block: Block): Run[] {
  if (hasRuns(block)) return block.runs;
  const text = block.kind === 'heading' ? block.text : block.rows.map((row) => row.join(' ')).join(' ');
  return text === '' ? [] : [{ text, style: 'plain' }];
}

/** The block turned into another kind, with its words kept. `blocks` before it give a Điều its number. */
export function asKind(block: Block, kind: BlockKind, before: readonly Block[]): Block {
  if (block.kind === kind) return block;
  const runs = runsOf(block);
  const text = runs.map((run) => run.text).join('');
  switch (kind) {
    case 'paragraph':
      return { kind, runs };
    case 'item':
      return { kind, mark: '-', runs };
    case 'article':
      return { kind, number: nextArticle(before), runs };
    case 'heading':
      return { kind, level: 2, number: '', text: text.slice(0, 1000) };
    case 'table':
      return {
        kind,
        rows: [
          [text.slice(0, 4000), ''],
          ['', ''],
        ],
      };
  }
}

/** Number of the Điều that would come after these blocks. */
export function nextArticle(before: readonly Block[]): number {
  const last = before.findLast((block) => block.kind === 'article');
  return last === undefined ? 1 : Math.min(last.number + 1, 999);
}

/** The block that Enter makes behind this one, with the words after the caret. An empty item ends its list. */
export function blockAfter(block: Block, runs: Run[]): Block {
  return block.kind === 'item' ? { kind: 'item', mark: nextMark(block.mark), runs } : { kind: 'paragraph', runs };
}

const roman = /^(?<mark>(?<numeral>[IVX]+)\s*[-.–])\s+(?<title>.*)$/su;
const article = /^Điều\s+(\d{1,3})\s*[.:]\s*(.*)$/su;
const item = /^([-+•]|\p{Ll}\))\s+(.*)$/su;

/**
 * What a line becomes by the way it begins: `Điều 2. …`, `I- …`, `- …`, `a) …`. Undefined when it is running text.
 * Only text in one style is looked at: what somebody set in bold or italic stays as it is.
 */
export function kindOfLine(runs: readonly Run[]): Block | undefined {
  const text = runs.map((run) => run.text).join('');
  const begun = article.exec(text);
  const cut = (length: number): Run[] => dropStart(runs, length);
  if (begun?.[1] !== undefined)
    return { kind: 'article', number: Math.max(1, Number(begun[1])), runs: cut(text.length - (begun[2] ?? '').length) };
  const { mark = '', numeral = '', title = '' } = roman.exec(text)?.groups ?? {};
  if (numeral !== '' && isRoman(numeral))
    return { kind: 'heading', level: 1, number: mark.replaceAll(' ', ''), text: title.trim().slice(0, 1000) };
  const listed = item.exec(text);
  if (listed?.[1] !== undefined) {
    const mark = listed[1] === '•' ? '-' : listed[1];
    return { kind: 'item', mark, runs: cut(text.length - (listed[2] ?? '').length) };
  }
  return undefined;
}

function isRoman(text: string): boolean {
  return /^X{0,3}(IX|IV|V?I{0,3})$/.test(text);
}

function dropStart(runs: readonly Run[], length: number): Run[] {
  let rest = length;
  return joinRuns(
    runs.map((run) => {
      const cut = Math.min(rest, run.text.length);
      rest -= cut;
      return { ...run, text: run.text.slice(cut) };
    }),
  );
}
