import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { formStockSchema, stockItemSchema, type StockItem } from '#shared/domain/member/form-stock-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { noteStock } from '#renderer/data/stock/stock-repository.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { stockActText, stockItemText, stockText as text } from '#renderer/messages/form-stock.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { FormDialog } from '../form-dialog.tsx';

const actSchema = formStockSchema.shape.act;

/** Notes what was asked for, received, spoiled or handed back. */
export function StockDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [item, setItem] = useState<StockItem>('introduction-official');
  const [act, setAct] = useState<(typeof actSchema.options)[number]>('received');
  const [on, setDay] = useState<PlainDate | null>(today);
  const [count, setCount] = useState(1);
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={text.noteTitle}
      confirm={text.note}
      onClose={onClose}
      onSave={async () => {
        if (on === null) return false;
        const saved = await noteStock(office, { item, act, on, count, note: note.trim(), sourceId: null });
        if (!saved.ok) return saved.error.code;
        notifyDone(text.noted);
        return null;
      }}
    >
      <Select
        label={text.item}
        data={stockItemSchema.options.map((value) => ({ value, label: stockItemText[value] }))}
        value={item}
        allowDeselect={false}
        onChange={(value) => setItem(stockItemSchema.parse(value))}
      />
      <Group grow align="start">
        <Select
          label={text.act}
          data={actSchema.options.map((value) => ({ value, label: stockActText[value] }))}
          value={act}
          allowDeselect={false}
          onChange={(value) => setAct(actSchema.parse(value))}
        />
        <NumberInput
          label={text.count}
          value={count}
          min={1}
          max={100_000}
          allowDecimal={false}
          allowNegative={false}
          onChange={(value) => setCount(Math.max(1, Number(value) || 1))}
        />
      </Group>
      <DateField label={text.on} value={on} onChange={setDay} today={today} required />
      <TextInput
        label={text.words}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
