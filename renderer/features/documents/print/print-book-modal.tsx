import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { addDays, weekdayOf, type PlainDate } from '#shared/base/plain-date.ts';
import { bookSchema, type Book } from '#shared/domain/document/document-record.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { registerBookText as text } from '#renderer/messages/register-book.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfPanel } from '#renderer/ui/pdf-frame/pdf-panel.tsx';
import classes from './print-book-modal.module.css';
import { useRegisterBook } from './use-register-book.ts';

type PrintBookModalProps = { readonly opened: boolean; readonly onClose: () => void };
type Period = keyof typeof text.periods;

/** Chooses days, shows the register as it will be on paper, then prints or saves it. */
export function PrintBookModal({ opened, onClose }: PrintBookModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.title}
      size="72rem"
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <PrintBook />
    </Modal>
  );
}

function PrintBook(): ReactNode {
  const today = useToday();
  const [period, setPeriod] = useState<Period>('month');
  const [days, setDays] = useState(() => daysOf('month', today));
  const [book, setBook] = useState<Book>('incoming');
  const made = useRegisterBook(book, days.from, days.to);
  const isBad = days.from > days.to;
  const name = text.fileName(formatDate(days.from), formatDate(days.to));

  const choose = (chosen: Period): void => {
    setPeriod(chosen);
    if (chosen !== 'own') setDays(daysOf(chosen, today));
  };
  const print = async (bytes: Uint8Array): Promise<void> => {
    const result = await printPdf(name, bytes);
    if (!result.ok) notifyError(result.error.code);
    else if (result.value) await noteAudit('printed', { type: 'register', detail: 'documents' });
  };
  const save = async (bytes: Uint8Array): Promise<void> => {
    const result = await saveAs(name, bytes);
    if (!result.ok) notifyError(result.error.code);
    else if (result.value) {
      notifyDone(text.saved);
      await noteAudit('list-exported', { type: 'register', detail: 'documents' });
    }
  };
  return (
    <div className={classes.root}>
      <Stack gap="sm" className={classes.controls ?? ''}>
        <Select
          label={text.period}
          value={period}
          data={(Object.keys(text.periods) as Period[]).map((value) => ({ value, label: text.periods[value] }))}
          onChange={(chosen) => chosen !== null && choose(chosen)}
          data-autofocus
        />
        <DateField label={text.from} value={days.from} today={today} onChange={(from) => changeDays(from, null)} />
        <DateField
          label={text.to}
          value={days.to}
          today={today}
          onChange={(to) => changeDays(null, to)}
          {...(isBad ? { error: text.badPeriod } : {})}
        />
        <Select
          label={text.book}
          value={book}
          data={bookSchema.options.map((value) => ({ value, label: documentsText.books[value] }))}
          onChange={(value) => value !== null && setBook(value)}
        />
        <p className={classes.note}>{made === undefined ? text.making : text.found(made.count)}</p>
        <p className={classes.note}>{text.paperNote}</p>
        <Group gap="xs">
          <Button
            leftSection={<IconPrinter size="1.125rem" aria-hidden />}
            disabled={made === undefined || isBad}
            onClick={() => made !== undefined && void print(made.bytes)}
          >
            {text.print}
          </Button>
          <Button
            variant="default"
            disabled={made === undefined || isBad}
            onClick={() => made !== undefined && void save(made.bytes)}
          >
            {text.saveAs}
          </Button>
        </Group>
      </Stack>
      <div className={classes.preview}>
        {made !== undefined && <PdfPanel key={made.key} source={made.source} name={text.title} />}
      </div>
    </div>
  );

  function changeDays(from: PlainDate | null, to: PlainDate | null): void {
    setPeriod('own');
    setDays((now) => ({ from: from ?? now.from, to: to ?? now.to }));
  }
}

function daysOf(
  period: Exclude<Period, 'own'>,
  today: PlainDate,
): { readonly from: PlainDate; readonly to: PlainDate } {
  const back = { today: 0, week: weekdayOf(today) - 1, month: Number(today.slice(8)) - 1 };
  if (period === 'year') return { from: `${today.slice(0, 4)}-01-01` as PlainDate, to: today };
  return { from: addDays(today, -back[period]), to: today };
}
