import { VisuallyHidden } from '@mantine/core';
import {
  columnVisibilityFeature,
  FlexRender,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { stepOfKey } from './list-keys.ts';
import { SortHeader } from './sort-header.tsx';
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

export type TableSort = { readonly by: string; readonly descending: boolean };

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
  /** Told which rows are in view, to load them. */
  readonly onWindow: (from: number, to: number) => void;
  readonly emptyState: ReactNode;
};

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });
/** TanStack Table keeps the heads: order, visibility, sorting. The rows in view are drawn straight from the columns, each by itself. */
const noRows: never[] = [];
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
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const rootSize = useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize), []);
  // A place keeps its element and its measured height, whatever row stands there: a list of 60,000 must not be walked for its keys.
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * rootSize,
    overscan: 6,
  });
  const inView = virtualizer.getVirtualItems();
  const from = inView[0]?.index ?? 0;
  const to = (inView.at(-1)?.index ?? -1) + 1;
  useEffect(() => onWindow(from, to), [onWindow, from, to]);

  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, never> => ({
        id: column.id,
        accessorFn: () => column.id,
        header: column.quietHeader === true ? () => <VisuallyHidden>{column.header}</VisuallyHidden> : column.header,
        enableSorting: column.sortable === true,
      })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    manualSorting: true,
    enableSortingRemoval: false,
    state: {
      sorting: [{ id: sort.by, desc: sort.descending }],
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
    },
    onSortingChange: (change) => {
      const now = typeof change === 'function' ? change([{ id: sort.by, desc: sort.descending }]) : change;
      const first = now[0];
      if (first !== undefined) onSort({ by: first.id, descending: first.desc });
    },
  });
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
    virtualizer.scrollToIndex(next);
  };

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
        <div role="rowgroup" className={classes.head}>
          {table.getHeaderGroups().map((group) => (
            <div key={group.id} role="row" aria-rowindex={1} className={classes.headRow}>
              {group.headers.map((header) => (
                <SortHeader
                  key={header.id}
                  sortable={header.column.getCanSort()}
                  direction={header.column.getIsSorted()}
                  onToggle={() => header.column.toggleSorting()}
                >
                  <FlexRender header={header} />
                </SortHeader>
              ))}
            </div>
          ))}
        </div>
        <div
          role="rowgroup"
          className={classes.space}
          style={{ height: virtualizer.getTotalSize() }}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
        >
          {inView.map(({ index, start }) => {
            const key = keyAt(index);
            return (
              <VirtualRow
                key={index}
                id={`${prefix}-${String(index)}`}
                index={index}
                start={start}
                row={key === undefined ? undefined : rowOf(key)}
                columns={drawn}
                isSelected={index === selectedIndex}
                measure={virtualizer.measureElement}
              />
            );
          })}
        </div>
      </div>
      {count === 0 && <div className={classes.empty}>{props.emptyState}</div>}
    </div>
  );
}
