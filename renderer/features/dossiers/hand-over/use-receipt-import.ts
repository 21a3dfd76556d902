import { createElement, useRef, type ReactNode } from 'react';
import { parseReceipt } from '#shared/domain/dossier/archive-receipt.ts';
import { takeReceipt } from '#renderer/data/dossiers/dossier-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';

/** A hidden field for the receipt's file, and what opens it. */
export type ReceiptImport = { readonly input: ReactNode; readonly ask: () => void };

/** Takes in the archive's answer from its file, and goes to the dossier it is for. */
export function useReceiptImport(): ReceiptImport {
  const office = useOffice();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const take = async (file: File): Promise<void> => {
    const receipt = parseReceipt(await file.text());
    if (!receipt.ok) {
      notifyError(receipt.error, file.name);
      return;
    }
    const saved = await takeReceipt(office, receipt.value);
    if (!saved.ok) {
      if (saved.error.code === 'record-missing') notifyInfo(dossiersText.receiptUnknown);
      else notifyError(saved.error.code);
      return;
    }
    const { done } = dossiersText;
    const { outcome, dossierTitle } = receipt.value;
    notifyDone(outcome === 'accepted' ? done.accepted(dossierTitle) : done.sentBack(dossierTitle));
    navigate(routes.dossier(saved.value.dossierId));
  };
  return {
    ask: () => field.current?.click(),
    input: createElement('input', {
      ref: field,
      type: 'file',
      accept: '.json,application/json',
      hidden: true,
      'aria-label': dossiersText.importReceipt,
      onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
        const file = currentTarget.files?.[0];
        currentTarget.value = '';
        if (file !== undefined) void take(file);
      },
    }),
  };
}
