import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { Result } from '#shared/base/result.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useToday } from '#renderer/data/use-today.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import {
  chooseBackupFolder,
  readBackupState,
  rehearseBackup,
  type BackupState,
} from '#renderer/platform/desktop-backup.ts';
import { makeBackup } from '#renderer/sync/backup/make-backup.ts';
import { FactList, type Fact } from '#renderer/ui/fact-list.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { BackupList } from './backup-list.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import classes from './this-pc.module.css';
import { usePolled } from './use-polled.ts';

const text = thisPcText.backups;
const LOOK_MS = 3000;

/** Where copies of this PC go, how old they are, whether they were tried, and the way back. */
export function BackupsPart(): ReactNode {
  const office = useOffice();
  const { value: state, refresh } = usePolled(readBackupState, LOOK_MS);
  const facts = useBackupFacts(state);
  const [busy, setBusy] = useState<'make' | 'rehearse' | null>(null);
  const [restoring, setRestoring] = useState(false);
  if (state === undefined) return null;

  const act = async (
    kind: 'make' | 'rehearse',
    run: () => Promise<Result<BackupState, { code: ErrorCode }>>,
    tell: (after: BackupState) => void,
  ): Promise<void> => {
    setBusy(kind);
    const done = await run();
    setBusy(null);
    if (done.ok) tell(done.value);
    else notifyError(done.error.code);
    refresh();
  };
  const choose = async (): Promise<void> => {
    const chosen = await chooseBackupFolder();
    if (!chosen.ok) notifyError(chosen.error.code);
    refresh();
  };
  const mayMake = state.folder !== null && state.running === null && busy === null;
  return (
    <div className={classes.column}>
      <SectionCard
        title={text.title}
        text={text.text}
        side={
          <Button size="xs" variant="default" onClick={() => setRestoring(true)}>
            {text.restore}
          </Button>
        }
      >
        <div className={classes.facts}>
          <FactList facts={facts} />
        </div>
        <div className={classes.buttons}>
          <Button
            size="xs"
            loading={busy === 'make'}
            disabled={!mayMake && busy !== 'make'}
            onClick={() => void act('make', () => makeBackup(office), tellMade)}
          >
            {text.make}
          </Button>
          <Button
            size="xs"
            variant="light"
            loading={busy === 'rehearse'}
            disabled={(!mayMake || state.entries.length === 0) && busy !== 'rehearse'}
            onClick={() =>
              void act(
                'rehearse',
                () => rehearseBackup(null),
                () => notifyDone(text.rehearsedDone),
              )
            }
          >
            {text.rehearse}
          </Button>
          <Button size="xs" variant={state.folder === null ? 'filled' : 'default'} onClick={() => void choose()}>
            {state.folder === null ? text.choose : text.chooseOther}
          </Button>
          {state.running !== null && (
            <span className={classes.grey} role="status">
              {text.running[state.running]}
            </span>
          )}
        </div>
      </SectionCard>
      <BackupList entries={state.entries} />
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
    </div>
  );
}

/** A backup that lacks files is not called complete. */
function tellMade({ entries }: BackupState): void {
  const newest = [...entries].sort((a, b) => b.at - a.at)[0];
  if (newest !== undefined && newest.skipped > 0) notifyInfo(text.madeShort(formatCount(newest.skipped)));
  else notifyDone(text.made);
}

function useBackupFacts(state: BackupState | undefined): readonly Fact[] {
  const today = useToday();
  const office = useOffice();
  if (state === undefined) return [];
  const when = (ms: number): string => formatWhen(ms, today);
  const newest = [...state.entries].sort((a, b) => b.at - a.at)[0];
  const { folder, failure, rehearsed } = state;
  const place = folder === null ? text.noFolder : state.isFolderThere ? folder : text.folderGone(folder);
  const next = (ms: number): string => (ms <= office.nowMs() ? text.nextSoon : when(ms));
  return [
    { label: text.folder, value: place },
    { label: text.last, value: newest === undefined ? text.never : when(newest.at) },
    {
      label: text.rehearsed,
      value:
        rehearsed === null ? text.never : (rehearsed.ok ? text.rehearsedOk : text.rehearsedBad)(when(rehearsed.at)),
    },
    ...(folder === null
      ? []
      : [
          { label: text.next, value: next(state.nextDueAt) },
          { label: text.nextRehearsal, value: next(state.nextRehearsalAt) },
        ]),
    ...(failure === null
      ? []
      : [{ label: text.failure(when(failure.at)), value: describeError(failure.code as ErrorCode).happened }]),
  ];
}
