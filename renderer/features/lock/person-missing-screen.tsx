import { Button, Loader, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { lockText as text } from '#renderer/messages/lock.ts';
import classes from './lock.module.css';

type PersonMissingScreenProps = {
  readonly name: string;
  /** Whether the person is in the list but works here no more. */
  readonly inactive: boolean;
  readonly onLock: () => void;
};

/** Who opened the PC is not (or not yet) among the office's people: nothing may be signed with their name. */
export function PersonMissingScreen({ name, inactive, onLock }: PersonMissingScreenProps): ReactNode {
  return (
    <main className={classes.centre}>
      <Stack className={classes.card} gap="md">
        <Title order={1}>{inactive ? text.personInactive(name) : text.personMissing(name)}</Title>
        <p role="status">
          {!inactive && <Loader size="xs" aria-hidden />} {inactive ? text.personInactiveText : text.personMissingText}
        </p>
        <Button variant="default" onClick={onLock}>
          {text.lock}
        </Button>
      </Stack>
    </main>
  );
}
