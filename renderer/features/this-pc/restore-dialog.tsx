import { Button, Group, Modal, Progress, Select, Stack } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { findSoundBackup, listRestorable, type RestoreCandidate } from '#renderer/platform/desktop-backup.ts';
import { compareWithBackup, type TableComparison } from '#renderer/sync/backup/compare-backup.ts';
import { restoreBackup } from '#renderer/sync/backup/restore-backup.ts';
import type { OpeningProgress } from '#renderer/sync/start-office.ts';
import { useSync } from '#renderer/sync/sync-context.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { RestoreTable } from './restore-table.tsx';

const text = thisPcText.restore;

/** Brings back what was lost here from a backup of this PC: shows per kind what it would bring before it does. */
export function RestoreDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const office = useOffice();
  const sync = useSync();
  const today = useToday();
  const [found, setFound] = useState<readonly RestoreCandidate[]>();
  const [chosen, setChosen] = useState<string | null>(null);
  const [rows, setRows] = useState<readonly TableComparison[]>();
  const [progress, setProgress] = useState<OpeningProgress | null>(null);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const candidate = found?.find(({ id }) => id === chosen);
  const usable = candidate?.standing === 'own';

  const look = async (ask: boolean): Promise<void> => {
    setRefusal(null);
    setRows(undefined);
    const reply = await listRestorable(ask);
    if (!reply.ok) {
      setRefusal(reply.error.code);
      return;
    }
    const sorted = [...reply.value].sort((a, b) => b.at - a.at);
    setFound(sorted);
    setChosen((findSoundBackup(ownOf(sorted)) ?? sorted[0])?.id ?? null);
  };
  useEffect(() => {
    if (candidate === undefined) return undefined;
    let live = true;
    void compareWithBackup(office, candidate).then((compared) => {
      if (live) setRows(compared);
    });
    return () => {
      live = false;
    };
  }, [office, candidate]);
  const restore = async (): Promise<void> => {
    if (candidate === undefined) return;
    setProgress({ step: 'from-backup', done: 0, total: null });
    const done = await restoreBackup(office, candidate.id, setProgress);
    setProgress(null);
    if (!done.ok) {
      setRefusal(done.error.code);
      return;
    }
    sync.syncNow();
    onClose();
    notifyDone(text.done);
  };
  const best = findSoundBackup(ownOf(found ?? []));
  const lineOf = (each: RestoreCandidate): string => {
    const words = text.line(formatWhen(each.at, today), each.device);
    const note = each === best ? text.best : noteOf(each);
    return note === '' ? words : `${words} (${note})`;
  };
  const running = progress !== null;
  return (
    <Modal
      opened
      onClose={running ? () => undefined : onClose}
      size="lg"
      title={text.title}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <Stack gap="sm">
        <p>{text.text}</p>
        <Group>
          <Button
            variant={found === undefined ? 'filled' : 'default'}
            size="xs"
            disabled={running}
            onClick={() => void look(false)}
          >
            {text.usual}
          </Button>
          <Button variant="default" size="xs" disabled={running} onClick={() => void look(true)}>
            {text.other}
          </Button>
        </Group>
        {found?.length === 0 && <p role="status">{text.noneFound}</p>}
        {found !== undefined && found.length > 0 && (
          <Select
            label={text.which}
            value={chosen}
            onChange={setChosen}
            disabled={running}
            data={found.map((each) => ({ value: each.id, label: lineOf(each) }))}
          />
        )}
        {candidate !== undefined && rows !== undefined && <RestoreTable rows={rows} />}
        {progress !== null && (
          <div role="status">
            <Progress
              value={progress.total === null ? 100 : (progress.done / Math.max(1, progress.total)) * 100}
              animated={progress.total === null}
              aria-label={text.going}
            />
            {progress.total === null
              ? text.going
              : text.progress(formatCount(progress.done), formatCount(progress.total))}
          </div>
        )}
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" disabled={running} onClick={onClose}>
            {sharedText.cancel}
          </Button>
          {candidate !== undefined && (
            <Button disabled={!usable || rows === undefined} loading={running} onClick={() => void restore()}>
              {text.go}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function ownOf(found: readonly RestoreCandidate[]): readonly RestoreCandidate[] {
  return found.filter(({ standing }) => standing === 'own');
}

function noteOf({ standing, rehearsed }: RestoreCandidate): string {
  if (standing === 'own') return rehearsed?.ok === false ? text.bad : '';
  return standing === 'other' ? text.foreign : text[standing];
}
