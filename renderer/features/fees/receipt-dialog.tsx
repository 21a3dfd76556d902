import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { FeeLine } from '#renderer/data/fees/read-fee-sheet.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { FeePaymentRow } from '#renderer/data/rows.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { feesText as text } from '#renderer/messages/fees.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { PdfDialog } from '#renderer/ui/pdf-frame/pdf-dialog.tsx';
import { showMonth } from '#shared/domain/fee/typed-month.ts';

type ReceiptDialogProps = {
  readonly line: FeeLine;
  readonly payment: FeePaymentRow;
  readonly cell: string;
  readonly onClose: () => void;
};

/** The receipt of a payment, as it will be printed. */
export function ReceiptDialog({ line, payment, cell, onClose }: ReceiptDialogProps): ReactNode {
  const office = useOffice();
  const { member } = line;
  const { receiptPaper: words } = text;
  const fileName = words.fileName(payment.receiptNumber);
  const note = async (left: Awaited<ReturnType<typeof printPdf>>): Promise<void> => {
    if (!left.ok) notifyError(left.error.code);
    else if (left.value) await noteAudit('printed', { type: 'feePayment', id: payment.id, detail: 'receipt' });
  };
  const make = async (): Promise<Uint8Array> => {
    const [name, fonts, { feeReceipt }, { makeSheetPdf }] = await Promise.all([
      readSetting(office, 'office-name'),
      loadPaperFonts(),
      import('#renderer/paper/forms/fee-receipt.ts'),
      import('#renderer/paper/sheet/make-sheet-pdf.ts'),
    ]);
    const body = name?.partyName ?? office.device.commune.name;
    const sheet = feeReceipt({
      body,
      cell,
      number: payment.receiptNumber,
      payer: member.name.full,
      month: showMonth(payment.month),
      amount: text.vnd(payment.paid),
      way: text.ways[payment.way],
      on: formatDate(payment.paidOn),
      taker: payment.receivedBy,
    });
    return makeSheetPdf(sheet, fonts, new Date(office.nowMs()));
  };
  return (
    <PdfDialog
      title={words.window}
      name={fileName}
      paperKey={payment.id}
      make={make}
      onFailed={(error) => {
        console.error(error);
        notifyError('unexpected');
      }}
      onPrint={async (bytes) => note(await printPdf(fileName, bytes))}
      onSave={async (bytes) => note(await saveAs(`${fileName}.pdf`, bytes))}
      onClose={onClose}
    />
  );
}
