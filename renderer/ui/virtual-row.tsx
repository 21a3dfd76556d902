import { memo, type ReactNode } from 'react';
import classes from './virtual-table.module.css';

/** What a row draws its cells by. */
type CellColumn<T> = { readonly id: string; readonly cell: (row: T) => ReactNode };

type VirtualRowProps<T> = {
  readonly id: string;
  readonly index: number;
  readonly row: T;
  readonly columns: readonly CellColumn<T>[];
  readonly isSelected: boolean;
};

/** A row of a long table. Drawn anew only when something it shows has changed: its clicks are heard by the table. */
export const VirtualRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<T>({ id, index, row, columns, isSelected }: VirtualRowProps<T>): ReactNode {
  return (
    <div
      id={id}
      data-index={index}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes.row}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes.cell}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}
