import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { syncText } from '#renderer/messages/sync.ts';
import { useCommand } from '#renderer/ui/shortcuts.ts';

type SyncNowButtonProps = { readonly isRunning: boolean; readonly onSync: () => void };

/** Syncs at once, by click and by key. */
export function SyncNowButton({ isRunning, onSync }: SyncNowButtonProps): ReactNode {
  useCommand('sync-now', onSync);
  return (
    <Button
      leftSection={<IconRefresh size="1rem" aria-hidden />}
      onClick={onSync}
      aria-disabled={isRunning}
      aria-live="polite"
    >
      {isRunning ? syncText.running : syncText.now}
    </Button>
  );
}
