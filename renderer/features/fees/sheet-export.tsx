import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FeeSheet } from '#renderer/data/fees/read-fee-sheet.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { feesText as text } from '#renderer/messages/fees.ts';
import { makeListFile } from '#renderer/paper/make-list-file.ts';
import { exportList } from '#renderer/platform/export-list.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { feeSheetBook } from './fee-sheet-book.ts';
import { showMonth } from '#shared/domain/fee/typed-month.ts';

/** Prints or saves the sheet of a month; the log keeps what for. */
export function SheetExport({ sheet, cell }: { readonly sheet: FeeSheet; readonly cell: string }): ReactNode {
  const office = useOffice();
  const { may } = useMay('member.export');
  if (!may) return null;
  const make = async (way: 'print' | 'xlsx'): Promise<Uint8Array> => {
    const name = await readSetting(office, 'office-name');
    const body = name?.partyName ?? office.device.commune.name;
    return makeListFile(feeSheetBook(sheet, cell, body), way, body);
  };
  const put = async (way: 'print' | 'xlsx'): Promise<void> => {
    const fileName = text.sheet.fileName(cell, showMonth(sheet.month));
    const left = await exportList({
      list: 'fee-sheet',
      name: text.sheet.name,
      way,
      count: sheet.lines.length,
      fileName: way === 'xlsx' ? `${fileName}.xlsx` : fileName,
      about: { type: 'unit', id: sheet.unitId },
      make: () => make(way),
    });
    if (!left.ok) notifyError(left.error.code);
  };
  return (
    <>
      <Button variant="default" onClick={() => void put('print')}>
        {text.print}
      </Button>
      <Button variant="default" onClick={() => void put('xlsx')}>
        {text.excel}
      </Button>
    </>
  );
}
