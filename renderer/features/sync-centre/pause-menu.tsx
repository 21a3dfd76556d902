import { Button, Menu } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { addDays } from '#shared/base/plain-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { formatCount } from '#renderer/messages/format-count.ts';
import { syncNowText } from '#renderer/messages/sync-now.ts';
import { useSync } from '#renderer/sync/sync-context.tsx';

const HOUR_MS = 3_600_000;
const choices = [1, 4] as const;

/** Lets sync rest for some hours or until tomorrow morning; never for good. */
export function PauseMenu(): ReactNode {
  const office = useOffice();
  const sync = useSync();
  const text = syncNowText.pause;
  const tomorrow = (): number => Date.parse(`${addDays(office.today(), 1)}T07:00:00+07:00`);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlayerPause size="1rem" aria-hidden />}>
          {text.button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={text.menu}>
        {choices.map((hours) => (
          <Menu.Item key={hours} onClick={() => void sync.pauseUntil(office.nowMs() + hours * HOUR_MS)}>
            {text.hours(formatCount(hours))}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void sync.pauseUntil(tomorrow())}>{text.tomorrow}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
