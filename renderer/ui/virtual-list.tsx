import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { stepOfKey } from './list-keys.ts';
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
  readonly renderRow: (item: T, state: { readonly selected: boolean }) => ReactNode;
  readonly emptyState?: ReactNode;
  /** Told which rows are in view, to load them. */
  readonly onWindow?: (from: number, to: number) => void;
};

/** A list of any length that only draws what is in view; arrow keys move, Enter opens. */
export function VirtualList<T>(props: VirtualListProps<T>): ReactNode {
  const { label, items, getKey, rowHeight, selectedKey, onSelect, onOpen, renderRow, emptyState, onWindow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const rootSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * rootSize,
    // A measured height belongs to its item: it goes along when another item comes before it.
    getItemKey: (index) => {
      const item = items.at(index);
      return item === undefined ? index : getKey(item);
    },
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const from = rows[0]?.index ?? 0;
  const to = (rows.at(-1)?.index ?? -1) + 1;
  useEffect(() => onWindow?.(from, to), [onWindow, from, to]);

  const keyAt = (index: number): string | undefined => {
    const item = items.at(index);
    return item === undefined ? undefined : getKey(item);
  };
  const indexOfSelected = (): number => {
    for (let index = from; index < to; index += 1) if (keyAt(index) === selectedKey) return index;
    for (let index = 0; index < items.length; index += 1) if (keyAt(index) === selectedKey) return index;
    return -1;
  };
  const shownKey = useRef<string>(undefined);
  useEffect(() => {
    // What was chosen elsewhere (a link, a search) comes into view; what was chosen here is in view already.
    if (selectedKey === undefined || selectedKey === shownKey.current || items.length === 0) return;
    shownKey.current = selectedKey;
    const index = indexOfSelected();
    const { range } = virtualizer;
    const inView = range !== null && index >= range.startIndex && index <= range.endIndex;
    if (index >= 0 && !inView) virtualizer.scrollToIndex(index, { align: 'center' });
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
    virtualizer.scrollToIndex(next);
  };
  if (items.length === 0) return emptyState;
  const active = rows.find((row) => keyAt(row.index) === selectedKey);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...(active === undefined ? {} : { 'aria-activedescendant': `${prefix}-${String(active.index)}` })}
    >
      <div role="presentation" className={classes.space} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const item = items.at(row.index);
          if (item === undefined) return null;
          const key = getKey(item);
          const selected = key === selectedKey;
          return (
            <div
              key={key}
              id={`${prefix}-${String(row.index)}`}
              ref={virtualizer.measureElement}
              data-index={row.index}
              role="option"
              aria-selected={selected}
              className={classes.row}
              style={{ transform: `translateY(${String(row.start)}px)` }}
              onClick={() => onSelect(key)}
              onDoubleClick={() => onOpen?.(key)}
            >
              {renderRow(item, { selected })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
