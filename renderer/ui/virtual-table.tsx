import { useId, useMemo, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { stepOfKey } from './list-keys.ts';
import { TableHead, type TableSort } from './table-head.tsx';
import { useRowWindow } from './use-row-window.ts';
import { VirtualRow } from './virtual-row.tsx';
import classes from './virtual-table.module.css';

export type VirtualColumn<T> = {
  readonly id: string;
  readonly header: string;
  /** The head is read aloud only: the cells explain themselves. */
  readonly quietHeader?: boolean;
  /** A track of CSS grid, in rem or fr. */
  readonly width: string;
  readonly cell: (row: T) => ReactNode;
  readonly sortable?: boolean;
};

type VirtualTableProps<T> = {
  readonly label: string;
  readonly count: number;
  readonly keyAt: (index: number) => string | undefined;
  /** The row when it is loaded; a row not loaded yet keeps its place. */
  readonly rowOf: (key: string) => T | undefined;
  readonly columns: readonly VirtualColumn<T>[];
  readonly hidden?: readonly string[];
  /** In rem, before measuring. */
  readonly rowHeight: number;
  readonly selectedIndex: number;
  readonly onSelect: (key: string) => void;
  readonly onOpen?: (key: string) => void;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  /** Told which rows are in view or near it, to load them. */
  readonly onWindow: (from: number, to: number) => void;
  readonly emptyState: ReactNode;
};

const nothingHidden: readonly string[] = [];

/** A table of any length that only draws what is in view; columns sort and hide; arrow keys move, Enter opens. */
export function VirtualTable<T>(props: VirtualTableProps<T>): ReactNode {
  const {
    label,
    count,
    keyAt,
    rowOf,
    columns,
    hidden = nothingHidden,
    rowHeight,
    selectedIndex,
    onSelect,
    onOpen,
    sort,
    onSort,
    onWindow,
  } = props;
  const prefix = useId();
  const { rows, from, to, scroller, space, block } = useRowWindow({ count, rowHeight, onWindow });
  const hiddenIds = hidden.join(' ');
  const drawn = useMemo(
    () => columns.filter((column) => !hiddenIds.split(' ').includes(column.id)),
    [columns, hiddenIds],
  );
  const tracks = drawn.map((column) => column.width).join(' ');

  const keyUnder = (event: MouseEvent): string | undefined => {
    const row = (event.target as Element).closest<HTMLElement>('[data-index]');
    return row === null ? undefined : keyAt(Number(row.dataset['index']));
  };
  const onClick = (event: MouseEvent): void => {
    const key = keyUnder(event);
    if (key !== undefined) onSelect(key);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const key = keyUnder(event);
    if (key !== undefined) onOpen?.(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const chosen = keyAt(selectedIndex);
    if (event.key === 'Enter' && chosen !== undefined) onOpen?.(chosen);
    const next = stepOfKey(event.key, selectedIndex, count);
    if (next === undefined) return;
    event.preventDefault();
    const key = keyAt(next);
    if (key !== undefined) onSelect(key);
    rows.reveal(next);
  };

  const drawnRows: ReactNode[] = [];
  for (let index = from; index < to; index += 1) {
    const key = keyAt(index);
    const row = key === undefined ? undefined : rowOf(key);
    const id = `${prefix}-${String(index)}`;
    drawnRows.push(
      row === undefined ? (
        <div
          key={index}
          id={id}
          data-index={index}
          data-blank
          role="row"
          aria-rowindex={index + 2}
          aria-busy
          className={classes.row}
          style={{ height: rows.heightOf(index) }}
        />
      ) : (
        <VirtualRow key={index} id={id} index={index} row={row} columns={drawn} isSelected={index === selectedIndex} />
      ),
    );
  }
  const showsSelected = selectedIndex >= from && selectedIndex < to;
  return (
    <div className={classes.frame} style={{ '--tracks': tracks } as CSSProperties}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...(showsSelected ? { 'aria-activedescendant': `${prefix}-${String(selectedIndex)}` } : {})}
      >
        <TableHead columns={columns} hidden={hidden} sort={sort} onSort={onSort} />
        <div ref={space} role="presentation" className={classes.space}>
          <div ref={block} role="rowgroup" className={classes.block} onClick={onClick} onDoubleClick={onDoubleClick}>
            {drawnRows}
          </div>
        </div>
      </div>
      {count === 0 && (
        <div className={classes.empty} tabIndex={0}>
          {props.emptyState}
        </div>
      )}
    </div>
  );
}
