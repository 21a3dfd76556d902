import { Button, Menu } from '@mantine/core';
import { IconDeviceFloppy, IconFileSpreadsheet, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { StatForm } from '#shared/domain/statistics/compute-statistics.ts';
import type { StatSpan } from '#shared/domain/statistics/stat-data.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { readOfficeBody } from '#renderer/data/settings/read-office-body.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { exportingText } from '#renderer/messages/exporting.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import { makeListFile } from '#renderer/paper/make-list-file.ts';
import { exportList } from '#renderer/platform/export-list.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { statBook } from './stat-book.ts';

type FormsExportProps = {
  readonly form: StatForm;
  readonly forms: readonly StatForm[];
  readonly span: StatSpan;
};
type Way = 'print' | 'pdf' | 'xlsx';

/** Prints or saves the form in view, or all of them in one file; what for is asked and noted in the log. */
export function FormsExport({ form, forms, span }: FormsExportProps): ReactNode {
  const office = useOffice();
  const { may } = useMay('member.export');
  const [busy, setBusy] = useState(false);
  const put = async (way: Way, chosen: readonly StatForm[]): Promise<void> => {
    setBusy(true);
    const [from, to] = [formatDate(span.from), formatDate(span.to)];
    const [only, more] = chosen;
    const name =
      more === undefined ? text.sheet.fileName(only?.code ?? '', from, to) : text.sheet.allFileName(from, to);
    const members = forms[0]?.lines.find(({ code }) => code === 'D')?.now.value ?? 0;
    const left = await exportList({
      list: 'statistics',
      name: text.sheet.name,
      way,
      count: members,
      fileName: way === 'print' ? name : `${name}.${way}`,
      make: async () => {
        const body = await readOfficeBody(office);
        const books = chosen.map((each) => statBook(each, span, body));
        return makeListFile(books, way, body, more === undefined ? undefined : text.sheet.allTitle);
      },
    });
    setBusy(false);
    if (!left.ok) notifyError(left.error.code);
    else if (left.value && way !== 'print') notifyDone(exportingText.saved(text.sheet.name));
  };
  useCommand('print', () => void put('print', [form]), may && !busy);
  if (!may) return null;
  const item = (words: string, icon: ReactNode, way: Way, chosen: readonly StatForm[]): ReactNode => (
    <Menu.Item leftSection={icon} onClick={() => void put(way, chosen)}>
      {words}
    </Menu.Item>
  );
  const printer = <IconPrinter size="1rem" aria-hidden />;
  const pdf = <IconFileTypePdf size="1rem" aria-hidden />;
  const excel = <IconFileSpreadsheet size="1rem" aria-hidden />;
  return (
    <ScreenActions>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" loading={busy} leftSection={printer}>
            {text.menu.print}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {item(text.menu.one, printer, 'print', [form])}
          {item(text.menu.all, printer, 'print', forms)}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" loading={busy} leftSection={<IconDeviceFloppy size="1rem" aria-hidden />}>
            {text.menu.save}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {item(text.menu.excelOne, excel, 'xlsx', [form])}
          {item(text.menu.excelAll, excel, 'xlsx', forms)}
          {item(text.menu.pdfOne, pdf, 'pdf', [form])}
          {item(text.menu.pdfAll, pdf, 'pdf', forms)}
        </Menu.Dropdown>
      </Menu>
    </ScreenActions>
  );
}
