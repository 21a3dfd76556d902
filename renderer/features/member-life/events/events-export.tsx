import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { exportingText } from '#renderer/messages/exporting.ts';
import { memberEventsText as text } from '#renderer/messages/member-events.ts';
import { makeListFile } from '#renderer/paper/make-list-file.ts';
import { exportList } from '#renderer/platform/export-list.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { eventBook } from './event-book.ts';
import type { EventFilter, EventLine } from './event-filter.ts';

type EventsExportProps = { readonly lines: readonly EventLine[]; readonly filter: EventFilter };

/** Prints the events on the screen or saves them as a workbook; what for is asked and noted in the log. */
export function EventsExport({ lines, filter }: EventsExportProps): ReactNode {
  const office = useOffice();
  const names = useRecordNames();
  const { may } = useMay('member.export');
  if (!may) return null;
  const put = async (way: 'print' | 'xlsx'): Promise<void> => {
    const fileName = text.sheet.fileName(formatDate(filter.from), formatDate(filter.to));
    const left = await exportList({
      list: 'member-events',
      name: text.sheet.name,
      way,
      count: new Set(lines.map(({ member }) => member.id)).size,
      fileName: way === 'xlsx' ? `${fileName}.xlsx` : fileName,
      ...(filter.unitId === null ? {} : { about: { type: 'unit', id: filter.unitId } }),
      make: async () => {
        const name = await readSetting(office, 'office-name');
        const body = name?.partyName ?? office.device.commune.name;
        return makeListFile(eventBook(lines, filter, names.unit, body), way, body);
      },
    });
    if (!left.ok) notifyError(left.error.code);
    else if (left.value && way === 'xlsx') notifyDone(exportingText.saved(text.sheet.name));
  };
  return (
    <ScreenActions>
      <Button variant="default" disabled={lines.length === 0} onClick={() => void put('print')}>
        {text.print}
      </Button>
      <Button variant="default" disabled={lines.length === 0} onClick={() => void put('xlsx')}>
        {text.excel}
      </Button>
    </ScreenActions>
  );
}
