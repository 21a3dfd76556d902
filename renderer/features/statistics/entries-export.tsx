import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StatEntry } from '#shared/domain/statistics/stat-form.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { readOfficeBody } from '#renderer/data/settings/read-office-body.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { readStatPeople } from '#renderer/data/statistics/read-stat-people.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import { makeListFile } from '#renderer/paper/make-list-file.ts';
import { exportList } from '#renderer/platform/export-list.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { entriesBook } from './entries-book.ts';

/** Prints or saves the people behind a figure, all of them; what for is asked and noted. */
export function EntriesExport({
  title,
  entries,
}: {
  readonly title: string;
  readonly entries: readonly StatEntry[];
}): ReactNode {
  const office = useOffice();
  const { may } = useMay('member.export');
  if (!may) return null;
  const put = async (way: 'print' | 'xlsx'): Promise<void> => {
    const left = await exportList({
      list: 'statistics-people',
      name: text.entries.name,
      way,
      count: entries.length,
      fileName: way === 'xlsx' ? `${fileNameOf(title)}.xlsx` : fileNameOf(title),
      make: async () => {
        const body = await readOfficeBody(office);
        return makeListFile([entriesBook(title, await readStatPeople(office, entries), body)], way, body);
      },
    });
    if (!left.ok) notifyError(left.error.code);
  };
  return (
    <>
      <Button variant="default" onClick={() => void put('print')}>
        {text.entries.print}
      </Button>
      <Button variant="default" onClick={() => void put('xlsx')}>
        {text.entries.excel}
      </Button>
    </>
  );
}

/** A label as the name of a file. */
function fileNameOf(title: string): string {
  return title
    .replaceAll(/[\\/:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 100);
}
