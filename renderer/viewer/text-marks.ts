import { findText } from './find-text.ts';

const ALL = 'hits';
const CURRENT = 'hit';

/** Ranges of the wanted words in what an element shows. A `<br>` counts as a space, so that words over a line break are found. */
export function findRanges(element: Element, wanted: string): Range[] {
  const nodes: { readonly node: Text; readonly from: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      nodes.push({ node, from: text.length });
      text += node.data;
    } else if (node instanceof HTMLElement && breaks.has(node.tagName) && !text.endsWith('\n')) text += '\n';
  }
  return findText(text, wanted).flatMap(({ start, end }) => {
    const first = nodes.findLast(({ from }) => from <= start);
    const last = nodes.findLast(({ from }) => from < end);
    if (first === undefined || last === undefined) return [];
    const range = document.createRange();
    range.setStart(first.node, Math.min(start - first.from, first.node.length));
    range.setEnd(last.node, Math.min(end - last.from, last.node.length));
    return [range];
  });
}

const breaks = new Set(['BR', 'P', 'TD', 'TH', 'TR', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'DIV']);

/** Paints ranges without touching the document. */
export function paintHits(ranges: readonly Range[], current: Range | undefined): void {
  CSS.highlights.set(ALL, new Highlight(...ranges));
  CSS.highlights.set(CURRENT, new Highlight(...(current === undefined ? [] : [current])));
}

/** Takes all paint off. */
export function clearHits(): void {
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}
