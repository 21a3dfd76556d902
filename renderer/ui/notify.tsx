import { Button, Group } from '@mantine/core';
import { notifications, type NotificationData } from '@mantine/notifications';
import type { ErrorCode } from '#shared/base/errors.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { sharedText } from '#renderer/messages/shared.ts';

const closeLabel = { 'aria-label': sharedText.close };
/** A notice about what led to another screen stays: it is younger than this when that screen comes. */
const YOUNG_MS = 1500;
let shownAt = 0;

/** One at a time: the newest takes the place of the one before. */
function show(notice: NotificationData): string {
  notifications.clean();
  notifications.cleanQueue();
  shownAt = performance.now();
  return notifications.show({ closeButtonProps: closeLabel, ...notice });
}

/** Takes away what was said on the screen before; called when another place is gone to. */
export function clearOldNotice(): void {
  if (performance.now() - shownAt > YOUNG_MS) notifications.clean();
}

/** Says that something is done; with `undo` for what can be taken back. */
export function notifyDone(text: string, options: { readonly undo?: () => void } = {}): void {
  const { undo } = options;
  const id: string = show({
    color: 'green',
    autoClose: undo === undefined ? 4000 : 8000,
    message:
      undo === undefined ? (
        text
      ) : (
        <Group gap="sm" justify="space-between" wrap="nowrap">
          <span>{text}</span>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {sharedText.undo}
          </Button>
        </Group>
      ),
  });
}

/** Tells something that needs no act. */
export function notifyInfo(text: string): void {
  show({ color: 'brand', message: text, autoClose: 5000 });
}

/** Says what was refused: what happened, what is safe, what to do. Stays until closed. `about` names the thing. */
export function notifyError(code: ErrorCode, about?: string): void {
  const text = describeError(code);
  show({
    color: 'red',
    autoClose: false,
    title: about === undefined ? text.happened : `${about}: ${text.happened}`,
    message: `${text.safe} ${text.todo}`,
  });
}
