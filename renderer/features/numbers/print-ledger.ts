import type { KnownNames } from '#renderer/data/organisation/use-record-names.ts';
import { numbersText } from '#renderer/messages/numbers.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf } from '#renderer/platform/desktop-files.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { tableOfNumbers, type NumbersTableFacts } from './table-of-numbers.ts';
import type { LedgerLine } from './ledger-lines.ts';

/** Prints the ledger of a series; noted in the PC's log. */
export async function printLedger(
  lines: readonly LedgerLine[],
  names: KnownNames,
  facts: NumbersTableFacts,
): Promise<void> {
  const [{ makeTablePdf }, fonts] = await Promise.all([
    import('#renderer/paper/books/make-table-pdf.ts'),
    loadPaperFonts(),
  ]);
  const bytes = await makeTablePdf(tableOfNumbers(lines, names, facts), fonts);
  const printed = await printPdf(numbersText.print.fileName, bytes);
  if (!printed.ok) notifyError(printed.error.code);
  else if (printed.value) await noteAudit('printed', { type: 'register', detail: 'number-ledger' });
}
