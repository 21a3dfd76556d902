import { Button, Group, Progress, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importText } from '#renderer/messages/imports.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import classes from '../member-import.module.css';
import { membersWork as work } from '../work/import-work.ts';
import { retryWork, stopWork } from '../work/write-work.ts';

const text = importText.write;

/** How far the writing is, and how it ended. */
export function WriteStep({ onPast }: { readonly onPast: () => void }): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const { phase, fileName, progress, isStopping, end, code, summary } = work.use();
  const counts = summary?.counts;
  if (phase === 'ended')
    return (
      <Stack className={classes.card} gap="sm">
        <p className={classes.question} role="status">
          {end === 'written'
            ? text.done(formatCount(counts?.make ?? 0), formatCount(counts?.change ?? 0))
            : text.stopped}
        </p>
        <Group gap="xs">
          {end === 'written' && <Button onClick={() => navigate(routes.members())}>{text.open}</Button>}
          <Button variant="default" onClick={() => work.close()}>
            {text.again}
          </Button>
          {end === 'written' && (
            <Button
              variant="default"
              onClick={() => {
                work.close();
                onPast();
              }}
            >
              {text.undo}
            </Button>
          )}
        </Group>
      </Stack>
    );
  const share = progress === null ? 0 : (progress.done / Math.max(1, progress.total)) * 100;
  return (
    <Stack className={classes.card} gap="sm">
      <p className={classes.question}>{text.title(fileName)}</p>
      <Progress value={share} aria-label={text.title(fileName)} />
      <div role="status">
        {progress !== null && text.progress(formatCount(progress.done), formatCount(progress.total))}
      </div>
      <p className={classes.note}>{code === null ? text.text : text.failedText}</p>
      {code !== null && (
        <ErrorNote code={code}>
          <Button mt="xs" onClick={() => void retryWork(office)}>
            {importText.broken.goOn}
          </Button>
        </ErrorNote>
      )}
      <Group>
        <Button variant="default" disabled={isStopping} onClick={() => (code === null ? stopWork() : onPast())}>
          {isStopping ? text.stopping : text.stop}
        </Button>
      </Group>
    </Stack>
  );
}
