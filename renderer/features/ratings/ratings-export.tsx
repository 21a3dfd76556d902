import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { RatingSheet } from '#renderer/data/ratings/read-rating-sheet.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { ratingsText as text } from '#renderer/messages/ratings.ts';
import { makeListFile } from '#renderer/paper/make-list-file.ts';
import { exportList } from '#renderer/platform/export-list.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { ratingBook } from './rating-book.ts';

/** Prints the minutes of a rating or saves them as a workbook; the log keeps what for. */
export function RatingsExport({ sheet, cell }: { readonly sheet: RatingSheet; readonly cell: string }): ReactNode {
  const office = useOffice();
  const { may } = useMay('member.export');
  if (!may) return null;
  const put = async (way: 'print' | 'xlsx'): Promise<void> => {
    const fileName = text.sheet.fileName(cell, text.periodName(sheet.period));
    const left = await exportList({
      list: 'ratings',
      name: text.sheet.name,
      way,
      count: sheet.lines.length,
      fileName: way === 'xlsx' ? `${fileName}.xlsx` : fileName,
      about: { type: 'unit', id: sheet.unitId },
      make: async () => {
        const name = await readSetting(office, 'office-name');
        const body = name?.partyName ?? office.device.commune.name;
        return makeListFile(ratingBook(sheet, cell, body), way, body);
      },
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
