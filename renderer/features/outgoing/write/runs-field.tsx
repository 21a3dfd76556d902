import {
  useEffect,
  useImperativeHandle,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import type { Run } from '#shared/domain/paper/paper-content.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { readRuns } from './read-nodes.ts';
import classes from './write.module.css';

/** What the editor asks of a field of running text. */
export type RunsFieldHandle = {
  readonly focus: (at: 'start' | 'end' | number) => void;
};

type RunsFieldProps = {
  readonly label: string;
  readonly runs: readonly Run[];
  readonly onChange: (runs: Run[]) => void;
  /** Enter, with the words before and after the caret. */
  readonly onSplit: (before: Run[], after: Run[]) => void;
  /** Backspace at the very beginning. */
  readonly onJoin: () => void;
  readonly onKey: (event: KeyboardEvent, atEdge: 'first' | 'last' | null) => void;
  readonly onPaste: (event: ClipboardEvent, before: Run[], after: Run[]) => void;
  readonly ref?: Ref<RunsFieldHandle>;
};

/**
 * Running text with bold and italic. The element belongs to the browser while somebody types; it is written anew only when the runs
 * come from elsewhere.
 */
export function RunsField({ label, runs, onChange, onSplit, onJoin, onKey, onPaste, ref }: RunsFieldProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({ focus: (at) => element.current !== null && placeCaret(element.current, at) }), []);
  useEffect(() => {
    const place = element.current;
    if (place === null || JSON.stringify(readRuns(place)) === JSON.stringify(runs)) return;
    const caret = document.activeElement === place ? caretOf(place) : undefined;
    writeRuns(place, runs);
    if (caret !== undefined) placeCaret(place, caret);
  }, [runs]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const place = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      const { before, after } = aroundCaret(place);
      onSplit(before, after);
      return;
    }
    if (event.key === 'Backspace' && isEmptyRange() && caretOf(place) === 0) {
      event.preventDefault();
      onJoin();
      return;
    }
    onKey(event, edgeOf(place));
  };
  return (
    <div
      ref={element}
      role="textbox"
      tabIndex={0}
      aria-label={label}
      aria-multiline
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      className={classes.runs}
      data-placeholder={text.emptyBlock}
      onInput={(event) => {
        const read = readRuns(event.currentTarget);
        // What is left behind when everything was deleted would hide the hint.
        if (read.length === 0) event.currentTarget.replaceChildren();
        onChange(read);
      }}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        event.preventDefault();
        const { before, after } = aroundCaret(event.currentTarget);
        onPaste(event, before, after);
      }}
    />
  );
}

function writeRuns(place: HTMLElement, runs: readonly Run[]): void {
  const nodes = runs.map(({ text: words, style }) => {
    let node: Node = document.createTextNode(words);
    for (const name of style === 'plain' ? [] : style.split('-')) {
      const outer = document.createElement(name === 'bold' ? 'b' : 'i');
      outer.append(node);
      node = outer;
    }
    return node;
  });
  place.replaceChildren(...nodes);
}

function selectedRange(): Range | undefined {
  const selection = window.getSelection();
  return selection === null || selection.rangeCount === 0 ? undefined : selection.getRangeAt(0);
}

function isEmptyRange(): boolean {
  return selectedRange()?.collapsed ?? true;
}

/** The words before and after the caret; what was selected is gone. */
function aroundCaret(place: HTMLElement): { readonly before: Run[]; readonly after: Run[] } {
  const range = selectedRange();
  if (range === undefined || !place.contains(range.startContainer)) return { before: readRuns(place), after: [] };
  const part = (set: (piece: Range) => void): Run[] => {
    const piece = document.createRange();
    piece.selectNodeContents(place);
    set(piece);
    return readRuns(piece.cloneContents());
  };
  return {
    before: part((piece) => piece.setEnd(range.startContainer, range.startOffset)),
    after: part((piece) => piece.setStart(range.endContainer, range.endOffset)),
  };
}

/** Letters before the caret. */
function caretOf(place: HTMLElement): number {
  const range = selectedRange();
  if (range === undefined || !place.contains(range.startContainer)) return 0;
  const before = document.createRange();
  before.selectNodeContents(place);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString().length;
}

function placeCaret(place: HTMLElement, at: 'start' | 'end' | number): void {
  place.focus();
  const range = document.createRange();
  range.selectNodeContents(place);
  if (typeof at === 'number') {
    let rest = at;
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (rest <= length) {
        range.setStart(node, rest);
        break;
      }
      rest -= length;
    }
  }
  range.collapse(at !== 'end');
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Whether the caret stands in the first or last line: the arrows then leave the block. */
function edgeOf(place: HTMLElement): 'first' | 'last' | null {
  const range = selectedRange();
  if (range === undefined) return null;
  const length = place.textContent.length;
  const caret = caretOf(place);
  if (caret === 0) return 'first';
  if (caret === length) return 'last';
  const [line] = range.getClientRects();
  const box = place.getBoundingClientRect();
  if (line === undefined) return null;
  if (line.top - box.top < line.height) return 'first';
  return box.bottom - line.bottom < line.height ? 'last' : null;
}
