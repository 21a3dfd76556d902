import { memo, type ReactNode } from 'react';
import classes from './virtual-table.module.css';

/** What a row draws its cells by. */
type CellColumn<T> = { readonly id: string; readonly cell: (row: T) => ReactNode };

type VirtualRowProps<T> = {
  readonly id: string;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  /** The row when it is loaded. */
  readonly row: T | undefined;
  readonly columns: readonly CellColumn<T>[];
  readonly isSelected: boolean;
  readonly measure: (element: HTMLElement | null) => void;
};

/** A row of a long table. Drawn anew only when something it shows has changed: its clicks are heard by the table. */
export const VirtualRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<T>({ id, index, start, row, columns, isSelected, measure }: VirtualRowProps<T>): ReactNode {
  return (
    <div
      id={id}
      ref={measure}
      data-index={index}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes.row}
      style={{ transform: `translateY(${String(start)}px)` }}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes.cell}>
          {row === undefined ? null : column.cell(row)}
        </div>
      ))}
    </div>
  );
}
