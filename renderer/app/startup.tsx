import { Button, Loader, Stack, Title } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { Office } from '#renderer/data/office.ts';
import { OfficeProvider } from '#renderer/data/office-context.tsx';
import { EnrolScreen } from '#renderer/features/first-start/index.ts';
import { LockScreen, OpeningScreen, RestoreScreen } from '#renderer/features/lock/index.ts';
import { lockText } from '#renderer/messages/lock.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { readAppInfo } from '#renderer/platform/desktop-facts.ts';
import { openSetup, type OpenKeys } from '#renderer/platform/desktop-keys.ts';
import { enterOffice, findDoor, type Door, type Entered, type OpeningProgress } from '#renderer/sync/start-office.ts';
import { SyncProvider } from '#renderer/sync/sync-context.tsx';
import type { SyncEngine } from '#renderer/sync/sync-engine.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import classes from './app.module.css';
import { PersonGate } from './person-gate.tsx';
import { SetupGate } from './setup-gate.tsx';

type Info = Extract<Door, { kind: 'enrol' }>['info'];
type Inside = Extract<Entered, { kind: 'ready' }> & { readonly keys: OpenKeys };

/** Where the start has come to. */
type Stage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'opening'; readonly progress: OpeningProgress | null }
  | { readonly kind: 'inside'; readonly inside: Inside }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | Exclude<Door, { kind: 'failed' } | { kind: 'setup' }>;

/** Opens the office's books: enrolment, lock screen, what is being opened; behind them the shell. */
export function Startup(): ReactNode {
  const [stage, setStage] = useState<Stage>({ kind: 'looking' });
  const fail = useCallback((error: unknown) => {
    console.error(error);
    setStage({ kind: 'failed', code: 'unexpected' });
  }, []);

  const enter = useCallback(
    (keys: OpenKeys, info: Info, fromBackup?: string) => {
      setStage({ kind: 'opening', progress: null });
      enterOffice(keys, info, (progress) => setStage({ kind: 'opening', progress }), fromBackup).then((entered) => {
        if (entered.kind === 'failed') {
          setStage(entered);
          return;
        }
        if (info.openToTests) void openToTests(entered.office, entered.sync);
        setStage({ kind: 'inside', inside: { ...entered, keys } });
      }, fail);
    },
    [fail],
  );
  const adopted = async (keys: OpenKeys, backupId: string): Promise<void> => {
    const info = await readAppInfo();
    if (info.ok) enter(keys, info.value, backupId);
    else setStage({ kind: 'failed', code: info.error.code });
  };
  const begin = useCallback(() => {
    setStage({ kind: 'looking' });
    const look = async (): Promise<void> => {
      const door = await findDoor();
      if (door.kind !== 'setup') {
        setStage(door);
        return;
      }
      const keys = await openSetup();
      if (keys.ok) enter(keys.value, door.info);
      else setStage({ kind: 'failed', code: keys.error.code });
    };
    look().catch(fail);
  }, [enter, fail]);
  useEffect(begin, [begin]);

  switch (stage.kind) {
    case 'looking':
      return <Looking />;
    case 'enrol':
      return (
        <EnrolScreen
          enrolUrl={stage.info.enrolUrl}
          enrolCode={stage.info.enrolCode}
          wiped={stage.wiped}
          onEnrolled={begin}
          onRestore={() => setStage({ kind: 'restore' })}
        />
      );
    case 'restore':
      return <RestoreScreen onBack={begin} onAdopted={(keys, backupId) => void adopted(keys, backupId)} />;
    case 'keys':
      return <LockScreen state={stage.state} onOpened={(keys) => enter(keys, stage.info)} />;
    case 'opening':
      return <OpeningScreen progress={stage.progress} />;
    case 'failed':
      return <Failed code={stage.code} onRetry={begin} onRestore={() => setStage({ kind: 'restore' })} />;
    case 'inside':
      return (
        <OfficeProvider office={stage.inside.office}>
          <SyncProvider sync={stage.inside.sync}>
            <Within inside={stage.inside} />
          </SyncProvider>
        </OfficeProvider>
      );
  }
}

/** Nothing is written before it is known who writes. During the first start that person is chosen and gets a passphrase first. */
function Within({ inside }: { readonly inside: Inside }): ReactNode {
  const [isSetUp, setSetUp] = useState(inside.keys.personId !== '');
  return isSetUp ? <PersonGate version={inside.info.version} /> : <SetupGate onDone={() => setSetUp(true)} />;
}

function Looking(): ReactNode {
  return (
    <main className={classes.centre} aria-busy>
      <Stack align="center" gap="sm">
        <Loader aria-hidden />
        <Title order={1}>{shellText.starting}</Title>
      </Stack>
    </main>
  );
}

type FailedProps = { readonly code: ErrorCode; readonly onRetry: () => void; readonly onRestore: () => void };

function Failed({ code, onRetry, onRestore }: FailedProps): ReactNode {
  return (
    <main className={classes.centre}>
      <Stack className={classes.card} gap="sm">
        <Title order={1}>{shellText.startFailed}</Title>
        <ErrorNote code={code} />
        <Button onClick={onRetry}>{sharedText.retry}</Button>
        {code === 'keys-damaged' && (
          <Button variant="default" onClick={onRestore}>
            {lockText.restoreTitle}
          </Button>
        )}
      </Stack>
    </main>
  );
}

async function openToTests(office: Office, sync: SyncEngine): Promise<void> {
  const { offerTestHandle } = await import('./test-handle.ts');
  offerTestHandle(office, sync);
}
