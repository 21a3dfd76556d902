import { VisuallyHidden } from '@mantine/core';
import {
  columnVisibilityFeature,
  FlexRender,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { memo, useMemo, type ReactNode } from 'react';
import { SortHeader } from './sort-header.tsx';
import classes from './virtual-table.module.css';

export type TableSort = { readonly by: string; readonly descending: boolean };

type HeadColumn = {
  readonly id: string;
  readonly header: string;
  readonly quietHeader?: boolean;
  readonly sortable?: boolean;
};

type TableHeadProps = {
  readonly columns: readonly HeadColumn[];
  readonly hidden: readonly string[];
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
};

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });
/** TanStack Table keeps the heads: order, visibility, sorting. The rows in view are drawn straight from the columns, each by itself. */
const noRows: never[] = [];

/** The heads of a long table. Not drawn anew while it scrolls. */
export const TableHead = memo(DrawnHead);

function DrawnHead({ columns, hidden, sort, onSort }: TableHeadProps): ReactNode {
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
  return (
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
  );
}
