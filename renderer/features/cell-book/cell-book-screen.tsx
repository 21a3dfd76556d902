import { Button, NumberInput, Select } from '@mantine/core';
import { IconBook2, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useIsInReach } from '#renderer/data/rights/use-reach.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { cellBookText as text } from '#renderer/messages/cell-book.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { CellBookDialog } from './cell-book-dialog.tsx';
import room from '#renderer/ui/chosen-span.module.css';
import classes from './cell-book.module.css';

/** Sổ chi bộ: a cell and a year are chosen, the book is looked at and printed. */
export function CellBookScreen(): ReactNode {
  useHelp(text.help);
  const today = useToday();
  const person = useActingPerson();
  const isInReach = useIsInReach();
  const cells = (useUnits() ?? []).filter(({ id, kind }) => kind === 'cell' && isInReach(id));
  const [chosen, setChosen] = useState<string | null>(null);
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [isOpen, setOpen] = useState(false);
  const cell = cells.find(({ id }) => id === (chosen ?? person?.unitId)) ?? (cells.length === 1 ? cells[0] : undefined);
  return (
    <div className={room.root}>
      <PageHeader title={text.title} subtitle={text.subtitle} />
      <div className={room.controls}>
        <Select
          className={classes.cell ?? ''}
          label={text.cell}
          searchable
          value={cell?.id ?? null}
          data={cells.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
        <NumberInput
          className={classes.year ?? ''}
          label={text.year}
          min={1930}
          max={2200}
          allowDecimal={false}
          value={year}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1930 && value <= 2200) setYear(value);
          }}
        />
        <Button
          disabled={cell === undefined}
          leftSection={<IconPrinter size="1rem" aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {text.make}
        </Button>
      </div>
      <EmptyState icon={IconBook2} title={cell === undefined ? text.choose.title : text.dialog(cell.name, year)}>
        {text.choose.text}
      </EmptyState>
      {isOpen && cell !== undefined && <CellBookDialog cell={cell} year={year} onClose={() => setOpen(false)} />}
    </div>
  );
}
