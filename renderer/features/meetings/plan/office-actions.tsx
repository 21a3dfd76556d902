import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarPlus, IconChartBar, IconDots, IconFileExport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { meetingsText as text } from '#renderer/messages/meetings.ts';
import { HandDialog } from './hand-dialog.tsx';
import { OverviewDialog } from './overview-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';

/** What the office does for many cells at once: plan, hand papers down, see who has met. */
export function OfficeActions({ cells }: { readonly cells: readonly UnitRow[] }): ReactNode {
  const [opened, setOpened] = useState<'none' | 'plan' | 'hand' | 'overview'>('none');
  const { may } = useMay('meeting.hold');
  const close = (): void => setOpened('none');
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size="2.125rem" aria-label={text.more} title={text.more}>
            <IconDots size="1.125rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {may && (
            <>
              <Menu.Item
                leftSection={<IconCalendarPlus size="1.125rem" aria-hidden />}
                onClick={() => setOpened('plan')}
              >
                {text.plan}
              </Menu.Item>
              <Menu.Item leftSection={<IconFileExport size="1.125rem" aria-hidden />} onClick={() => setOpened('hand')}>
                {text.hand}
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconChartBar size="1.125rem" aria-hidden />} onClick={() => setOpened('overview')}>
            {text.overview}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened === 'plan' && <PlanDialog cells={cells} onClose={close} />}
      {opened === 'hand' && <HandDialog cells={cells} onClose={close} />}
      {opened === 'overview' && <OverviewDialog cells={cells} onClose={close} />}
    </>
  );
}
