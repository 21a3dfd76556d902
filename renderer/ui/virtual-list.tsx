import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { stepOfKey } from './list-keys.ts';
import { useRowWindow } from './use-row-window.ts';
import classes from './virtual-list.module.css';

type VirtualListProps<T> = {
  readonly label: string;
  readonly items: { readonly length: number; readonly at: (index: number) => T | undefined };
  readonly getKey: (item: T) => string;
  /** In rem, before measuring. */
  readonly rowHeight: number;
  readonly selectedKey: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly onOpen?: (key: string) => void;
  /** Null for a row that is not loaded yet: it keeps its place. */
  readonly renderRow: (item: T, state: { readonly selected: boolean }) => ReactNode;
  readonly emptyState?: ReactNode;
  /** Told which rows are in view or near it, to load them. */
  readonly onWindow?: (from: number, to: number) => void;
};

/** A list of any length that only draws what is in view; arrow keys move, Enter opens. */
export function VirtualList<T>(props: VirtualListProps<T>): ReactNode {
  const { label, items, getKey, rowHeight, selectedKey, onSelect, onOpen, renderRow, emptyState, onWindow } = props;
  const prefix = useId();
  const { rows, from, to, scroller, space, block } = useRowWindow({ count: items.length, rowHeight, onWindow });

  const keyAt = (index: number): string | undefined => {
    const item = items.at(index);
    return item === undefined ? undefined : getKey(item);
  };
  const indexOfDrawn = (): number => {
    for (let index = from; index < to; index += 1) if (keyAt(index) === selectedKey) return index;
    return -1;
  };
  const indexOfSelected = (): number => {
    const drawn = indexOfDrawn();
    if (drawn >= 0) return drawn;
    for (let index = 0; index < items.length; index += 1) if (keyAt(index) === selectedKey) return index;
    return -1;
  };
  const shownKey = useRef<string>(undefined);
  useEffect(() => {
    // What was chosen elsewhere (a link, a search) comes into view; what was chosen here is in view already.
    if (selectedKey === undefined || selectedKey === shownKey.current || items.length === 0) return;
    shownKey.current = selectedKey;
    const index = indexOfSelected();
    if (index >= 0 && !rows.shows(index)) rows.reveal(index, 'center');
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && selectedKey !== undefined) {
      onOpen?.(selectedKey);
      return;
    }
    const next = stepOfKey(event.key, indexOfSelected(), items.length);
    if (next === undefined) return;
    event.preventDefault();
    const key = keyAt(next);
    if (key === undefined) return;
    onSelect(key);
    rows.reveal(next);
  };
  if (items.length === 0) return emptyState;
  const chosen = selectedKey === undefined ? -1 : indexOfDrawn();
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...(chosen === -1 ? {} : { 'aria-activedescendant': `${prefix}-${String(chosen)}` })}
    >
      <div ref={space} role="presentation" className={classes.space}>
        <div ref={block} role="presentation" className={classes.block}>
          {Array.from({ length: to - from }, (_, i) => {
            const index = from + i;
            const item = items.at(index);
            if (item === undefined) return null;
            const key = getKey(item);
            const selected = key === selectedKey;
            const content = renderRow(item, { selected });
            return (
              <div
                key={key}
                id={`${prefix}-${String(index)}`}
                data-index={index}
                role="option"
                aria-selected={selected}
                className={classes.row}
                onClick={() => onSelect(key)}
                onDoubleClick={() => onOpen?.(key)}
                {...(content === null && {
                  'data-blank': true,
                  'aria-busy': true,
                  style: { height: rows.heightOf(index) },
                })}
              >
                {content}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
