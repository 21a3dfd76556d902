import { Loader, Progress, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '#renderer/messages/format-count.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import type { OpeningProgress } from '#renderer/sync/start-office.ts';
import classes from './lock.module.css';

/** The books are being opened; how far it has come, when it takes long. */
export function OpeningScreen({ progress }: { readonly progress: OpeningProgress | null }): ReactNode {
  const isLong = progress !== null && progress.step !== 'opening';
  return (
    <main className={classes.centre} aria-busy>
      <Stack align="center" gap="sm" className={isLong ? classes.card : ''}>
        {!isLong && <Loader aria-hidden />}
        <Title order={1}>{isLong ? text.openingSteps[progress.step] : text.opening}</Title>
        {isLong && (
          <>
            <Progress
              w="100%"
              value={progress.total === null || progress.total === 0 ? 100 : (progress.done / progress.total) * 100}
              animated={progress.total === null}
              aria-label={text.openingSteps[progress.step]}
            />
            <p role="status">
              {progress.total === null
                ? text.openingDone(formatCount(progress.done))
                : text.openingOf(formatCount(progress.done), formatCount(progress.total))}
            </p>
            <p className={classes.why}>{text.openingSafe}</p>
          </>
        )}
      </Stack>
    </main>
  );
}
