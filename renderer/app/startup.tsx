import { Button, Loader, Stack, Title } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { Office } from '#renderer/data/office.ts';
import { OfficeProvider } from '#renderer/data/office-context.tsx';
import { useCurrentStaff } from '#renderer/data/session.ts';
import { ChoosePersonScreen, EnrolScreen } from '#renderer/features/first-start/index.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { startOffice, type Start } from '#renderer/sync/start-office.ts';
import type { SyncEngine } from '#renderer/sync/sync-engine.ts';
import { SyncProvider } from '#renderer/sync/sync-context.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import classes from './app.module.css';
import { Shell } from './shell.tsx';

/** Opens the office's books, or leads through the first start. */
export function Startup(): ReactNode {
  const [start, setStart] = useState<Start | null>(null);
  const begin = useCallback(() => {
    const show = (next: Start): void => {
      if (next.kind === 'ready' && next.info.openToTests) void openToTests(next.office, next.sync);
      setStart(next);
    };
    setStart(null);
    startOffice().then(show, (error: unknown) => {
      console.error(error);
      setStart({ kind: 'failed', code: 'unexpected' });
    });
  }, []);
  useEffect(begin, [begin]);

  if (start === null) {
    return (
      <main className={classes.centre} aria-busy>
        <Stack align="center" gap="sm">
          <Loader aria-hidden />
          <Title order={1}>{shellText.starting}</Title>
        </Stack>
      </main>
    );
  }
  if (start.kind === 'enrol')
    return <EnrolScreen enrolUrl={start.info.enrolUrl} enrolCode={start.info.enrolCode} onEnrolled={begin} />;
  if (start.kind === 'failed') {
    return (
      <main className={classes.centre}>
        <Stack className={classes.card} gap="sm">
          <Title order={1}>{shellText.startFailed}</Title>
          <ErrorNote code={start.code} />
          <Button onClick={begin}>{sharedText.retry}</Button>
        </Stack>
      </main>
    );
  }
  return (
    <OfficeProvider office={start.office}>
      <SyncProvider sync={start.sync}>
        <PersonGate version={start.info.version} />
      </SyncProvider>
    </OfficeProvider>
  );
}

async function openToTests(office: Office, sync: SyncEngine): Promise<void> {
  const { offerTestHandle } = await import('./test-handle.ts');
  offerTestHandle(office, sync);
}

/** Nothing is written before it is known who writes. */
function PersonGate({ version }: { readonly version: string }): ReactNode {
  const staff = useCurrentStaff();
  if (staff === undefined) return null;
  return staff === null ? <ChoosePersonScreen /> : <Shell person={staff} version={version} />;
}
