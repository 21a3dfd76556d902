import { Select, Table } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { partsOf, toPlainDate } from '#shared/base/plain-date.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import { formStockSchema } from '#shared/domain/member/form-stock-record.ts';
import { countStock } from '#shared/domain/member/stock-count.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { FormStockRow } from '#renderer/data/rows.ts';
import { removeStock } from '#renderer/data/stock/stock-repository.ts';
import { useFormStocks } from '#renderer/data/transfers/use-transfers.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { stockActText, stockItemText, stockText as text } from '#renderer/messages/form-stock.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from '../transfers.module.css';
import { BookCard } from './book-card.tsx';
import { StockDialog } from './stock-dialog.tsx';

const acts = formStockSchema.shape.act.options;

/** Cards, introduction papers and badges as counted matter (form 11-TCTW), and the book the introductions are numbered in. */
export function StockSection(): ReactNode {
  const today = useToday();
  const entries = useFormStocks();
  const { may } = useMay('stock.note');
  const [year, setYear] = useState(String(partsOf(today).year));
  const [isNoting, setNoting] = useState(false);
  if (entries === undefined) return null;
  const lines = countStock(entries, toPlainDate(`${year}-01-01`), toPlainDate(`${year}-12-31`));
  const years = [...new Set([year, String(partsOf(today).year), ...entries.map(({ on }) => on.slice(0, 4))])];
  const shown = entries.filter(({ on }) => on.startsWith(year));
  return (
    <div className={classes.page}>
      <BookCard />
      <section className={classes.card}>
        <div className={classes.cardRow}>
          <p className={classes.hint}>{text.intro}</p>
          <div className={classes.cardRow}>
            <Select
              aria-label={text.year}
              data={years.sort().reverse()}
              value={year}
              allowDeselect={false}
              w="7rem"
              onChange={(value) => setYear(value ?? year)}
            />
            {may && <WriteButton onClick={() => setNoting(true)}>{text.note}</WriteButton>}
          </div>
        </div>
        <div className={classes.scroll}>
          <Table aria-label={text.table} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.item}</Table.Th>
                {acts.map((act) => (
                  <Table.Th key={act} className={classes.number ?? ''}>
                    {stockActText[act]}
                  </Table.Th>
                ))}
                <Table.Th className={classes.number ?? ''}>{text.left}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map(({ item, acts: counts, left }) => (
                <Table.Tr key={item}>
                  <Table.Th scope="row">{stockItemText[item]}</Table.Th>
                  {acts.map((act) => (
                    <Table.Td key={act} className={classes.number ?? ''}>
                      {formatCount(counts[act])}
                    </Table.Td>
                  ))}
                  <Table.Td className={classes.number ?? ''} data-low={left < 0 || undefined}>
                    {formatCount(left)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        <p className={classes.hint}>{lines.some(({ left }) => left < 0) ? text.shortage : text.leftHint}</p>
      </section>
      <Entries entries={shown} may={may} />
      {isNoting && <StockDialog onClose={() => setNoting(false)} />}
    </div>
  );
}

function Entries({ entries, may }: { readonly entries: readonly FormStockRow[]; readonly may: boolean }): ReactNode {
  const office = useOffice();
  const remove = async (id: string): Promise<void> => {
    const removed = await removeStock(office, id);
    if (!removed.ok) notifyError(removed.error.code);
    else notifyDone(text.removed, { undo: () => void undo(office, removed.value) });
  };
  return (
    <section className={classes.card} aria-label={text.entries}>
      {entries.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table aria-label={text.entries} verticalSpacing="xs">
          <Table.Tbody>
            {entries.map(({ id, on, act, count, item, note, sourceId }) => (
              <Table.Tr key={id}>
                <Table.Td>{formatDate(on)}</Table.Td>
                <Table.Td>{text.entryLine(stockActText[act], count, stockItemText[item])}</Table.Td>
                <Table.Td>{note}</Table.Td>
                <Table.Td className={classes.number ?? ''}>
                  {may && sourceId === null && (
                    <WriteButton size="xs" variant="subtle" color="gray" onClick={() => void remove(id)}>
                      {text.remove}
                    </WriteButton>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
