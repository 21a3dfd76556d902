import { Alert } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { recallStanding } from '#shared/domain/exchange/recall.ts';
import { answerRecall } from '#renderer/data/exchange/arrival-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './arrival-detail.module.css';
import { RefuseModal } from './refuse-modal.tsx';

type RecallProps = { readonly arrival: ArrivalRow };

/** Whether the sender's wish to have the paper back waits for an answer. */
function isAsked({ status, ...arrival }: ArrivalRow): boolean {
  return recallStanding(arrival) === '13' && status !== '02';
}

/** The sender wants the paper back: what was said, and what follows from agreeing. */
export function RecallCard({ arrival }: RecallProps): ReactNode {
  const today = useToday();
  if (!isAsked(arrival) || arrival.recallAt === null) return null;
  return (
    <Alert
      className={classes.card ?? ''}
      color="red"
      variant="light"
      icon={<IconArrowBackUp aria-hidden />}
      title={text.recallTitle}
    >
      <p>{text.recallLine(formatWhen(arrival.recallAt, today), arrival.recallReason)}</p>
      <p>{arrival.documentId === null ? text.recallWaiting : text.recallEntered}</p>
    </Alert>
  );
}

/** Yes or no to the wish; among the acts below, where they are always in sight. */
export function RecallActions({ arrival }: RecallProps): ReactNode {
  const office = useOffice();
  const [isRefusing, setIsRefusing] = useState(false);
  if (!isAsked(arrival)) return null;
  const agree = async (): Promise<void> => {
    const saved = await answerRecall(office, arrival.id, { agree: true, note: '' });
    if (saved.ok) notifyDone(text.agreed);
    else notifyError(saved.error.code);
  };
  return (
    <>
      <WriteButton color="red" onClick={() => void agree()}>
        {text.agree}
      </WriteButton>
      <WriteButton variant="default" onClick={() => setIsRefusing(true)}>
        {text.disagree}
      </WriteButton>
      <RefuseModal act="disagree" arrivalId={arrival.id} opened={isRefusing} onClose={() => setIsRefusing(false)} />
    </>
  );
}
