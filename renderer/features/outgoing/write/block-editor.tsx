import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, type ClipboardEvent, type ReactNode } from 'react';
import type { Block, Run } from '#shared/domain/paper/paper-content.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { BlockRow, type BlockActs } from './block-row.tsx';
import { asKind, blockAfter, hasRuns, joinRuns, kindOfLine, runsOf, type EditedBlock } from './edit-blocks.ts';
import { readPaste } from './read-paste.ts';
import type { RunsFieldHandle } from './runs-field.tsx';
import classes from './write.module.css';

type BlockEditorProps = {
  readonly blocks: readonly EditedBlock[];
  readonly onChange: (blocks: readonly EditedBlock[]) => void;
};

type Caret = { readonly key: string; readonly at: 'start' | 'end' | number };

/** The body of the paper as blocks, written with the keyboard alone. */
export function BlockEditor({ blocks, onChange }: BlockEditorProps): ReactNode {
  const fields = useRef(new Map<string, RunsFieldHandle>());
  const wanted = useRef<Caret | null>(null);
  // What is typed between two drawings must not be lost: every change starts from the newest blocks.
  const latest = useRef(blocks);
  useEffect(() => {
    latest.current = blocks;
    const caret = wanted.current;
    if (caret === null) return;
    wanted.current = null;
    fields.current.get(caret.key)?.focus(caret.at);
  }, [blocks]);

  const set = (next: readonly EditedBlock[], caret?: Caret): void => {
    latest.current = next;
    if (caret !== undefined) wanted.current = caret;
    onChange(next);
  };
  const replace = (at: number, ...by: readonly EditedBlock[]): readonly EditedBlock[] => [
    ...latest.current.slice(0, at),
    ...by,
    ...latest.current.slice(at + 1),
  ];
  const before = (at: number): readonly Block[] => latest.current.slice(0, at).map(({ block }) => block);

  const actsOf = (key: string): BlockActs => {
    const place = (): number => latest.current.findIndex((each) => each.key === key);
    const own = (): Block => latest.current[place()]?.block ?? { kind: 'paragraph', runs: [] };
    const put = (block: Block, caret?: Caret): void => set(replace(place(), { key, block }), caret);
    return {
      change: (block) => {
        const next = withMarkRead(own(), block);
        // The field of a new kind is another one: the caret goes with the words.
        if (next.kind === 'heading' && block.kind !== 'heading') put(next, { key, at: 'end' });
        else put(next);
      },
      turnInto: (kind) => put(asKind(own(), kind, before(place())), { key, at: 'end' }),
      split: (head, tail) => {
        const now = own();
        const isEmptyItem = now.kind === 'item' && head.length === 0 && tail.length === 0;
        if (isEmptyItem) return put({ kind: 'paragraph', runs: [] }, { key, at: 'start' });
        const next = { key: newKey(), block: blockAfter(now, tail) };
        const kept = hasRuns(now) ? { ...now, runs: head } : now;
        set(replace(place(), { key, block: kept }, next), { key: next.key, at: 'start' });
      },
      join: () => {
        const at = place();
        const now = own();
        const above = latest.current[at - 1];
        if (now.kind !== 'paragraph') return put(asKind(now, 'paragraph', []), { key, at: 'start' });
        if (above === undefined || !hasRuns(above.block)) return;
        const runs = joinRuns([...above.block.runs, ...now.runs]);
        const length = above.block.runs.reduce((sum, run) => sum + run.text.length, 0);
        const joined = { key: above.key, block: { ...above.block, runs } };
        set([...latest.current.slice(0, at - 1), joined, ...latest.current.slice(at + 1)], {
          key: above.key,
          at: length,
        });
      },
      paste: (event, head, tail) => void paste(key, event, head, tail),
      move: (by) => {
        const at = place();
        const other = latest.current[at + by];
        const self = latest.current[at];
        if (other === undefined || self === undefined) return;
        const next = [...latest.current];
        next[at] = other;
        next[at + by] = self;
        set(next, { key, at: 'end' });
      },
      leave: (to) => {
        const other = latest.current[place() + to];
        if (other !== undefined) fields.current.get(other.key)?.focus(to === -1 ? 'end' : 'start');
      },
      remove: () => {
        const at = place();
        const next = latest.current.filter((each) => each.key !== key);
        const near = next[Math.max(0, at - 1)];
        set(next, near === undefined ? undefined : { key: near.key, at: 'end' });
      },
    };
  };

  const paste = async (key: string, event: ClipboardEvent, head: Run[], tail: Run[]): Promise<void> => {
    const pasted = await readPaste(event.clipboardData);
    const at = latest.current.findIndex((each) => each.key === key);
    const now = latest.current[at]?.block;
    const [first, ...rest] = pasted;
    if (now === undefined || first === undefined || !hasRuns(now)) return;
    if (rest.length === 0 && first.kind === 'paragraph') {
      const runs = joinRuns([...head, ...first.runs, ...tail]);
      const caret = [...head, ...first.runs].reduce((sum, run) => sum + run.text.length, 0);
      set(replace(at, { key, block: { ...now, runs } }), { key, at: caret });
      return;
    }
    const added = pasted.map((block) => ({ key: newKey(), block }));
    const kept = head.length === 0 ? [] : [{ key, block: { ...now, runs: head } }];
    const after = tail.length === 0 ? [] : [{ key: newKey(), block: blockAfter(now, tail) }];
    const last = added.findLast(({ block }) => hasRuns(block));
    set(replace(at, ...kept, ...added, ...after), last === undefined ? undefined : { key: last.key, at: 'end' });
  };

  const addBlock = (): void => {
    const next: EditedBlock = { key: newKey(), block: { kind: 'paragraph', runs: [] } };
    set([...latest.current, next], { key: next.key, at: 'start' });
  };
  return (
    <div className={classes.blocks}>
      {blocks.map(({ key, block }, place) => (
        <BlockRow
          key={key}
          place={place}
          block={block}
          acts={actsOf(key)}
          onHandle={(handle) => {
            if (handle === null) fields.current.delete(key);
            else fields.current.set(key, handle);
          }}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.addBlock ?? ''}
        leftSection={<IconPlus size="1rem" aria-hidden />}
        onClick={addBlock}
      >
        {text.addBlock}
      </Button>
    </div>
  );
}

/** A paragraph becomes an article, part or item the moment its beginning says so: only while somebody types, not when it is read again. */
function withMarkRead(before: Block, after: Block): Block {
  if (after.kind !== 'paragraph' || before.kind !== 'paragraph') return after;
  const typed = wordsOf(after);
  const known = kindOfLine(after.runs);
  if (known === undefined || wordsOf(before).length >= typed.length) return after;
  // The mark was just finished with a space; later typing in the same line leaves the person's choice alone.
  const isJustFinished = kindOfLine(runsOf(before)) === undefined;
  return isJustFinished ? known : after;
}

function wordsOf(block: Block): string {
  return runsOf(block)
    .map(({ text: words }) => words)
    .join('');
}

let lastKey = 0;

/** A key no other block has. */
export function newKey(): string {
  lastKey += 1;
  return `block-${String(lastKey)}`;
}
