import { formatDate } from '#shared/base/partial-date.ts';
import { useDirectives } from '#renderer/data/documents/use-documents.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import type { DirectiveRow, DocumentRow } from '#renderer/data/rows.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { booksText } from '#renderer/messages/books.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { slipText } from '#renderer/messages/processing-slip.ts';
import { urgencyText } from '#renderer/messages/record-fields.ts';
import { routingText } from '#renderer/messages/routing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import type { SlipFacts } from '#renderer/paper/books/processing-slip.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf } from '#renderer/platform/desktop-files.ts';
import { formatTime, formatWhen } from '#renderer/ui/format-when.ts';
import { notifyError } from '#renderer/ui/notify.tsx';

/** Prints the slip that goes with a paper; noted in the PC's log. */
export function usePrintSlip(document: DocumentRow): () => Promise<void> {
  const office = useOffice();
  const directives = useDirectives(document.id) ?? [];
  const staff = useStaff() ?? [];
  const units = useUnits() ?? [];
  const officeName = useSetting('office-name');
  const unitName = (id: string | null): string => units.find((unit) => unit.id === id)?.name ?? '';
  const sayDirective = ({ authorId, givenAt, text }: DirectiveRow): string => {
    const author = staff.find(({ id }) => id === authorId);
    const name = author?.name.full ?? documentsText.unknownPerson;
    return slipText.directive(name, author?.post ?? '', formatWhen(givenAt, office.today()), text);
  };
  return async () => {
    const last = directives.at(-1);
    const own = officeName?.partyName ?? '';
    const number = document.arrivalNumber === null ? '' : String(document.arrivalNumber);
    const facts: SlipFacts = {
      body: own === '' ? booksText.body(office.device.commune.name) : own,
      arrivalNumber: number,
      receivedOn: formatDate(document.receivedOn),
      symbol: document.symbol === '' ? documentsText.noSymbol : document.symbol,
      issuedOn: document.issuedOn === null ? '' : formatDate(document.issuedOn),
      issuer: document.issuer,
      abstract: document.abstract,
      urgency: urgencyText[document.urgency],
      pages: routingText.pagesAndCopiesOf(document.pages, document.copies),
      directives: directives.map(sayDirective),
      lead: last === undefined ? '' : unitName(last.leadUnitId),
      support: (last?.supportUnitIds ?? []).map(unitName).join('; '),
      dueOn: document.dueOn === null ? '' : formatDate(document.dueOn),
      result: document.result,
      printedAt: sharedText.dateAt(formatTime(office.nowMs()), formatDate(office.today())),
    };
    const [{ processingSlip }, { makeTablePdf }, fonts] = await Promise.all([
      import('#renderer/paper/books/processing-slip.ts'),
      import('#renderer/paper/books/make-table-pdf.ts'),
      loadPaperFonts(),
    ]);
    const options = { author: facts.body, createdAt: new Date(office.nowMs()) };
    const printed = await printPdf(
      slipText.fileName(number),
      await makeTablePdf(processingSlip(facts), fonts, options),
    );
    if (!printed.ok) notifyError(printed.error.code);
    else if (printed.value) await noteAudit('printed', { type: 'document', id: document.id, detail: 'slip' });
  };
}
