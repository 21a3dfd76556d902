import { Button, Progress } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useRowRotation } from '#renderer/data/use-standing.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { formatCount } from '#renderer/messages/format-count.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { rotateKeys } from '#renderer/platform/desktop-keys.ts';
import { takeNewKeys } from '#renderer/sync/rotate-keys.ts';
import { notifyDone, notifyInfo } from '#renderer/ui/notify.tsx';
import { AskPassphraseDialog } from './ask-passphrase-dialog.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './this-pc.module.css';
import { useRotationState, type KeysHere } from './use-keys-here.ts';

const text = thisPcText.rotation;

type Step = { readonly done: number; readonly total: number };

/** The exchange of the data key: its start, and how far rows, journal and files have come. */
export function RotationCard({ keys }: { readonly keys: KeysHere }): ReactNode {
  const office = useOffice();
  const state = useRotationState();
  const rows = useRowRotation();
  const [asking, setAsking] = useState(false);
  const wasRunning = useRef(false);
  const isRunning = state !== undefined && state !== null;
  useEffect(() => {
    if (wasRunning.current && state === null) notifyDone(text.finished);
    wasRunning.current = isRunning;
  }, [isRunning, state]);
  return (
    <SectionCard
      title={text.title}
      text={`${keys.machineSecret === 'guarded' ? text.guarded : text.plain} ${text.text}`}
    >
      {isRunning ? (
        <div className={classes.progress} role="status" aria-label={text.running}>
          <Line label={text.rows} step={state.rowsDone ? { done: 1, total: 1 } : rows} />
          <Line label={text.journal} step={state.journal} />
          <Line label={text.vault} step={state.vault} />
        </div>
      ) : (
        <Button size="xs" variant="light" disabled={state === undefined} onClick={() => setAsking(true)}>
          {text.start}
        </Button>
      )}
      {asking && (
        <AskPassphraseDialog
          title={text.start}
          body={text.ask}
          confirm={text.confirm}
          onClose={() => setAsking(false)}
          onPassphrase={async (passphrase) => {
            const rotated = await rotateKeys(passphrase);
            if (!rotated.ok) return rotated.error.code;
            setAsking(false);
            notifyInfo(text.started);
            void takeNewKeys(office, rotated.value);
            return null;
          }}
        />
      )}
    </SectionCard>
  );
}

function Line({ label, step }: { readonly label: string; readonly step: Step | null }): ReactNode {
  const isDone = step !== null && step.done >= step.total;
  const words =
    step === null ? text.waits : isDone ? text.done : text.of(formatCount(step.done), formatCount(step.total));
  return (
    <>
      <span>{label}</span>
      <Progress
        value={step === null ? 0 : isDone ? 100 : (step.done / Math.max(1, step.total)) * 100}
        color={isDone ? 'green' : 'brand'}
        size="sm"
        aria-label={label}
      />
      <span>{words}</span>
    </>
  );
}
