import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Block } from '#shared/domain/paper/paper-content.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import classes from './write.module.css';

type TableBlockProps = {
  readonly rows: readonly (readonly string[])[];
  readonly onChange: (block: Block) => void;
};

/** Cells of a table; the first row is its head. Tab goes from cell to cell. */
export function TableBlock({ rows, onChange }: TableBlockProps): ReactNode {
  const width = rows[0]?.length ?? 0;
  const set = (next: readonly (readonly string[])[]): void =>
    onChange({ kind: 'table', rows: next.map((row) => [...row]) });
  return (
    <div className={classes.tableBlock}>
      <table className={classes.table}>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, c) => (
                <td key={c} data-head={r === 0 || undefined}>
                  <textarea
                    aria-label={text.cell(r + 1, c + 1)}
                    className={classes.cell}
                    value={cell}
                    rows={1}
                    maxLength={4000}
                    onChange={(event) =>
                      set(
                        rows.map((line, i) =>
                          i === r ? line.map((old, j) => (j === c ? event.currentTarget.value : old)) : line,
                        ),
                      )
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Group gap="xs">
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => set([...rows, Array.from({ length: width }, () => '')])}
        >
          {text.addRow}
        </Button>
        {width < 20 && (
          <Button size="compact-xs" variant="default" onClick={() => set(rows.map((row) => [...row, '']))}>
            {text.addColumn}
          </Button>
        )}
        {rows.length > 1 && (
          <Button size="compact-xs" variant="default" onClick={() => set(rows.slice(0, -1))}>
            {text.removeRow}
          </Button>
        )}
        {width > 1 && (
          <Button size="compact-xs" variant="default" onClick={() => set(rows.map((row) => row.slice(0, -1)))}>
            {text.removeColumn}
          </Button>
        )}
      </Group>
    </div>
  );
}
