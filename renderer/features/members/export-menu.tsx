import { ActionIcon, Menu } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ExportWay } from '#shared/domain/rights/export-reason-table.ts';
import type { MemberFilter } from '#renderer/data/members/member-list.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { exportingText } from '#renderer/messages/exporting.ts';
import { memberTableText as text } from '#renderer/messages/member-tables.ts';
import { exportList } from '#renderer/platform/export-list.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { useMemberTable } from './print/use-member-table.ts';

type ExportMenuProps = { readonly filter: MemberFilter; readonly count: number };

/** Prints or saves the list as it is filtered, on form 7-HSĐV; what for is asked and noted in the log. */
export function ExportMenu({ filter, count }: ExportMenuProps): ReactNode {
  const { may } = useMay('member.export');
  const [busy, setBusy] = useState(false);
  const table = useMemberTable(filter);
  const isOfCandidates = filter.states.includes('candidate');
  const name = isOfCandidates ? text.candidatesName : text.name;

  const put = async (way: ExportWay): Promise<void> => {
    setBusy(true);
    const left = await exportList({
      list: isOfCandidates ? 'candidates' : 'members-7',
      name,
      way,
      count,
      fileName: table.fileName(way),
      ...(filter.unitId === null ? {} : { about: { type: 'unit', id: filter.unitId } }),
      make: () => (way === 'xlsx' ? table.workbook() : table.pdf()),
    });
    setBusy(false);
    if (!left.ok) notifyError(left.error.code);
    else if (left.value && way !== 'print') notifyDone(exportingText.saved(name));
  };
  useCommand('print', () => void put('print'), may && count > 0 && !busy);
  if (!may) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          ml="auto"
          loading={busy}
          disabled={count === 0}
          aria-label={text.menu}
          title={text.menu}
        >
          <IconPrinter size="1.125rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPrinter size="1rem" aria-hidden />} onClick={() => void put('print')}>
          {text.print}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypePdf size="1rem" aria-hidden />} onClick={() => void put('pdf')}>
          {text.pdf}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileSpreadsheet size="1rem" aria-hidden />} onClick={() => void put('xlsx')}>
          {text.xlsx}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
