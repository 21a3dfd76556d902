import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDuplicates } from '#renderer/data/documents/use-documents.ts';
import { acceptAsKnown } from '#renderer/data/exchange/arrival-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { checkArrivalFiles } from '../check-arrival-files.ts';

/** The same paper may have come on paper too: its line is used instead of a second one. */
export function KnownLines({
  arrival,
  onTaken,
}: {
  readonly arrival: ArrivalRow;
  readonly onTaken: () => void;
}): ReactNode {
  const office = useOffice();
  const { symbol, issuedOn, issuer } = arrival.letter;
  const known = useDuplicates({ symbol, issuedOn, issuer });
  if (known.length === 0) return null;
  const take = async (documentId: string): Promise<void> => {
    const files = await checkArrivalFiles(arrival);
    if (!files.ok) {
      notifyError(files.error.code);
      return;
    }
    const saved = await acceptAsKnown(office, arrival.id, documentId, files.value.sound);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onTaken();
    files.value.tell(text.enteredKnown);
  };
  return (
    <Alert color="amber" variant="light" title={text.knownTitle}>
      {known.slice(0, 3).map((line) => (
        <Group key={line.id} justify="space-between" wrap="nowrap">
          <span>{text.knownLine(line.arrivalNumber, line.symbol)}</span>
          <Button size="compact-sm" variant="default" onClick={() => void take(line.id)}>
            {text.useKnown}
          </Button>
        </Group>
      ))}
    </Alert>
  );
}
