import { Button, Drawer, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { sharedText } from '#renderer/messages/shared.ts';

type FilterDrawerProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Takes every condition away. */
  readonly onReset: () => void;
  readonly children: ReactNode;
  /** Stands below the button that takes the conditions away. */
  readonly after?: ReactNode;
};

/** The finer conditions of a list, at the side of the screen. */
export function FilterDrawer({ opened, onClose, title, onReset, children, after }: FilterDrawerProps): ReactNode {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      size="24rem"
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <Stack gap="sm">
        {children}
        <Button variant="default" onClick={onReset}>
          {sharedText.filterReset}
        </Button>
        {after}
      </Stack>
    </Drawer>
  );
}
