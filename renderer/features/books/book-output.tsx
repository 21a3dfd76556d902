import { Button, Stack } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { booksText as text } from '#renderer/messages/books.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import classes from './books.module.css';
import { bookFileName, type BookFacts } from './book-frame.ts';
import type { BookState } from './use-book.ts';

type BookOutputProps = {
  readonly state: BookState | undefined;
  readonly facts: Omit<BookFacts, 'printedAt'>;
};

/** Prints the book or saves it; each is noted in the PC's log. */
export function BookOutput({ state, facts }: BookOutputProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const made = state?.kind === 'made' ? state : undefined;
  const log = { type: 'register', detail: facts.sort } as const;

  const print = async (): Promise<void> => {
    if (made === undefined) return;
    const result = await printPdf(bookFileName(facts, 'pdf'), made.bytes);
    if (!result.ok) notifyError(result.error.code);
    else if (result.value) await noteAudit('printed', log);
  };
  const save = async (kind: 'pdf' | 'xlsx'): Promise<void> => {
    if (made === undefined) return;
    setBusy(true);
    const bytes = kind === 'pdf' ? made.bytes : await made.workbook().catch(() => undefined);
    setBusy(false);
    if (bytes === undefined) {
      notifyError('unexpected');
      return;
    }
    const result = await saveAs(bookFileName(facts, kind), bytes);
    if (!result.ok) notifyError(result.error.code);
    else if (result.value) {
      notifyDone(text.saved);
      await noteAudit('list-exported', log);
    }
  };
  // The print window knows A4 only; a spread would be squeezed onto it.
  const isSpread = facts.page === 'A3-landscape';
  useCommand('print', () => void print(), made !== undefined && !isSpread);
  const rest = { disabled: made === undefined || busy } as const;
  return (
    <Stack gap="xs">
      <Button
        {...rest}
        disabled={rest.disabled || isSpread}
        leftSection={<IconPrinter size="1.125rem" aria-hidden />}
        onClick={() => void print()}
      >
        {text.print}
      </Button>
      <Button
        {...rest}
        variant="default"
        leftSection={<IconFileTypePdf size="1.125rem" aria-hidden />}
        onClick={() => void save('pdf')}
      >
        {text.savePdf}
      </Button>
      <Button
        {...rest}
        variant="default"
        loading={busy}
        leftSection={<IconFileSpreadsheet size="1.125rem" aria-hidden />}
        onClick={() => void save('xlsx')}
      >
        {text.saveWorkbook}
      </Button>
      {isSpread && <p className={classes.note}>{text.spreadNote}</p>}
      <p className={classes.note}>{text.hand}</p>
    </Stack>
  );
}
