import { useEffect } from 'react';
import { listenMenu } from '#renderer/platform/desktop.ts';
import { useSettings } from '#renderer/ui/settings-store.ts';
import { commandOfKey, runCommand, useCommand } from '#renderer/ui/shortcuts.ts';

/** Menu and keys, on every screen from the first to the last; large type works before anybody has opened the PC. */
export function useCommandsEverywhere(): void {
  const { largeType, setLargeType } = useSettings();
  useCommand('large-type', () => setLargeType(!largeType));
  useEffect(() => listenMenu((command) => void runCommand(command)), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const command = commandOfKey(event);
      if (command === undefined || event.defaultPrevented) return;
      if (runCommand(command)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
