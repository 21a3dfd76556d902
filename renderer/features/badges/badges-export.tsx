import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { BadgeLine } from '#renderer/data/badges/read-badge-list.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { badgesText as text } from '#renderer/messages/badges.ts';
import { makeListFile } from '#renderer/paper/make-list-file.ts';
import { exportList } from '#renderer/platform/export-list.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { badgeBook } from './badge-book.ts';

type BadgesExportProps = { readonly lines: readonly BadgeLine[]; readonly on: PlainDate };

/** Prints the lines that are shown or saves them as a workbook; the log keeps what for. */
export function BadgesExport({ lines, on }: BadgesExportProps): ReactNode {
  const office = useOffice();
  const { may } = useMay('member.export');
  if (!may) return null;
  const put = async (way: 'print' | 'xlsx'): Promise<void> => {
    const fileName = text.sheet.fileName(formatDate(on));
    const left = await exportList({
      list: 'badges',
      name: text.sheet.name,
      way,
      count: lines.length,
      fileName: way === 'xlsx' ? `${fileName}.xlsx` : fileName,
      make: async () => {
        const name = await readSetting(office, 'office-name');
        const body = name?.partyName ?? office.device.commune.name;
        return makeListFile(badgeBook(lines, on, body), way, body);
      },
    });
    if (!left.ok) notifyError(left.error.code);
  };
  return (
    <>
      <Button variant="default" disabled={lines.length === 0} onClick={() => void put('print')}>
        {text.print}
      </Button>
      <Button variant="default" disabled={lines.length === 0} onClick={() => void put('xlsx')}>
        {text.excel}
      </Button>
    </>
  );
}
