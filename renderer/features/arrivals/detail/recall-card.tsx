import { Alert, Group } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { recallStanding } from '#shared/domain/exchange/recall.ts';
import { answerRecall } from '#renderer/data/exchange/arrival-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './arrival-detail.module.css';
import { RefuseModal } from './refuse-modal.tsx';

/** The sender wants the paper back: yes or no, with what follows from either. */
export function RecallCard({ arrival }: { readonly arrival: ArrivalRow }): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { may } = useMay('arrival.handle');
  const [isRefusing, setIsRefusing] = useState(false);
  if (recallStanding(arrival) !== '13' || arrival.status === '02' || arrival.recallAt === null) return null;
  const agree = async (): Promise<void> => {
    const saved = await answerRecall(office, arrival.id, { agree: true, note: '' });
    if (saved.ok) notifyDone(text.agreed);
    else notifyError(saved.error.code);
  };
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
      {may && (
        <Group gap="xs" mt="xs">
          <WriteButton size="compact-sm" onClick={() => void agree()}>
            {text.agree}
          </WriteButton>
          <WriteButton size="compact-sm" variant="default" onClick={() => setIsRefusing(true)}>
            {text.disagree}
          </WriteButton>
        </Group>
      )}
      <RefuseModal act="disagree" arrivalId={arrival.id} opened={isRefusing} onClose={() => setIsRefusing(false)} />
    </Alert>
  );
}
