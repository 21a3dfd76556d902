import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ErrorCode } from '#shared/base/errors.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { sharedText } from '#renderer/messages/shared.ts';

const closeLabel = { 'aria-label': sharedText.close };

/** Says that something is done; with `undo` for what can be taken back. */
export function notifyDone(text: string, options: { readonly undo?: () => void } = {}): void {
  const { undo } = options;
  const id: string = notifications.show({
    color: 'green',
    autoClose: undo === undefined ? 4000 : 8000,
    closeButtonProps: closeLabel,
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
  notifications.show({ color: 'brand', message: text, autoClose: 5000, closeButtonProps: closeLabel });
}

/** Says what was refused: what happened, what is safe, what to do. Stays until closed. `about` names the thing. */
export function notifyError(code: ErrorCode, about?: string): void {
  const text = describeError(code);
  notifications.show({
    color: 'red',
    autoClose: false,
    closeButtonProps: closeLabel,
    title: about === undefined ? text.happened : `${about}: ${text.happened}`,
    message: `${text.safe} ${text.todo}`,
  });
}
