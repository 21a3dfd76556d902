import { ActionIcon, Menu, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import type { Block, Run } from '#shared/domain/paper/paper-content.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { hasRuns, type BlockKind } from './edit-blocks.ts';
import { RunsField, type RunsFieldHandle } from './runs-field.tsx';
import { TableBlock } from './table-block.tsx';
import classes from './write.module.css';

/** What a row can ask of the list of blocks. */
export type BlockActs = {
  readonly change: (block: Block) => void;
  readonly turnInto: (kind: BlockKind) => void;
  readonly split: (before: Run[], after: Run[]) => void;
  readonly join: () => void;
  readonly paste: (event: ClipboardEvent, before: Run[], after: Run[]) => void;
  readonly move: (by: -1 | 1) => void;
  readonly leave: (to: -1 | 1) => void;
  readonly remove: () => void;
};

type BlockRowProps = {
  readonly place: number;
  readonly block: Block;
  readonly acts: BlockActs;
  /** Told how to put the caret into the block, and null when it is gone. */
  readonly onHandle: (handle: RunsFieldHandle | null) => void;
};

const kinds: readonly BlockKind[] = ['paragraph', 'item', 'article', 'heading', 'table'];

/** One block of the paper: its mark or number, its words, and a menu to turn it into something else. */
export function BlockRow({ place, block, acts, onHandle }: BlockRowProps): ReactNode {
  const label = text.blockLabel(text.blockKinds[block.kind], place + 1);
  const onKey = (event: KeyboardEvent, edge: 'first' | 'last' | null): void => {
    if (event.ctrlKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      acts.move(event.key === 'ArrowUp' ? -1 : 1);
    } else if (
      event.key === 'Tab' &&
      !event.ctrlKey &&
      (event.shiftKey ? block.kind === 'item' : block.kind === 'paragraph')
    ) {
      event.preventDefault();
      acts.turnInto(event.shiftKey ? 'paragraph' : 'item');
    } else if (event.key === 'ArrowUp' && !event.shiftKey && edge === 'first') {
      event.preventDefault();
      acts.leave(-1);
    } else if (event.key === 'ArrowDown' && !event.shiftKey && edge === 'last') {
      event.preventDefault();
      acts.leave(1);
    }
  };
  return (
    <div className={classes.block} data-kind={block.kind} data-block={place}>
      <Menu position="bottom-start" shadow="md" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            className={classes.grip ?? ''}
            aria-label={text.blockMenu(place + 1)}
          >
            <IconGripVertical size="1rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds
            .filter((kind) => kind !== block.kind)
            .map((kind) => (
              <Menu.Item key={kind} onClick={() => acts.turnInto(kind)}>
                {text.blockKinds[kind]}
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Item onClick={() => acts.move(-1)}>{text.moveUp}</Menu.Item>
          <Menu.Item onClick={() => acts.move(1)}>{text.moveDown}</Menu.Item>
          <Menu.Item color="red" onClick={acts.remove}>
            {text.removeBlock}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Lead block={block} place={place} acts={acts} />
      {hasRuns(block) && (
        <RunsField
          ref={onHandle}
          label={label}
          runs={block.runs}
          onChange={(runs) => acts.change({ ...block, runs })}
          onSplit={acts.split}
          onJoin={acts.join}
          onKey={onKey}
          onPaste={acts.paste}
        />
      )}
      {block.kind === 'heading' && (
        <Textarea
          ref={(input) => onHandle(input === null ? null : { focus: () => input.focus() })}
          variant="unstyled"
          className={classes.headingText ?? ''}
          aria-label={text.headingText}
          placeholder={text.headingText}
          value={block.text}
          maxLength={1000}
          autosize
          minRows={1}
          spellCheck={false}
          onChange={(event) => acts.change({ ...block, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            // Shift Enter breaks the line within the heading.
            if (event.key !== 'Enter' || event.ctrlKey || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            acts.split([], []);
          }}
        />
      )}
      {block.kind === 'table' && <TableBlock rows={block.rows} onChange={acts.change} />}
    </div>
  );
}

/** What stands before the words: the number of a Điều or a heading, the mark of an item. */
function Lead({
  block,
  place,
  acts,
}: {
  readonly block: Block;
  readonly place: number;
  readonly acts: BlockActs;
}): ReactNode {
  if (block.kind === 'article') {
    return (
      <span className={classes.lead}>
        <span className={classes.leadWord}>{text.articleWord}</span>
        <NumberInput
          variant="unstyled"
          className={classes.articleNumber ?? ''}
          aria-label={text.articleNumber}
          value={block.number}
          min={1}
          max={999}
          hideControls
          allowDecimal={false}
          onChange={(value) => acts.change({ ...block, number: Math.min(999, Math.max(1, Number(value) || 1)) })}
        />
      </span>
    );
  }
  if (block.kind === 'item') {
    return (
      <TextInput
        variant="unstyled"
        className={classes.mark ?? ''}
        aria-label={`${text.itemMark}, ${String(place + 1)}`}
        value={block.mark}
        maxLength={10}
        tabIndex={-1}
        onChange={(event) => acts.change({ ...block, mark: event.currentTarget.value })}
        onBlur={() => block.mark.trim() === '' && acts.change({ ...block, mark: '-' })}
      />
    );
  }
  if (block.kind === 'heading') {
    return (
      <span className={classes.lead}>
        <Select
          size="xs"
          className={classes.level ?? ''}
          aria-label={text.headingLevel(block.level)}
          value={String(block.level)}
          data={[1, 2, 3, 4].map((level) => ({ value: String(level), label: text.headingLevel(level) }))}
          onChange={(value) => value !== null && acts.change({ ...block, level: Number(value) })}
          allowDeselect={false}
          tabIndex={-1}
        />
        <TextInput
          variant="unstyled"
          className={classes.headingNumber ?? ''}
          aria-label={text.headingNumber}
          placeholder="I-"
          value={block.number}
          maxLength={40}
          onChange={(event) => acts.change({ ...block, number: event.currentTarget.value })}
        />
      </span>
    );
  }
  return null;
}
