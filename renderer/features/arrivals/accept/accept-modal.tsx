import { Button, Group, Modal, Stack, Textarea, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { standardCalendar } from '#shared/domain/calendar/work-days.ts';
import { DEFAULT_DEADLINE_DAYS, defaultDeadline, hasDefaultDeadline } from '#shared/domain/document/deadline.ts';
import { ABSTRACT_MAX } from '#shared/domain/document/document-record.ts';
import { useNextNumber } from '#renderer/data/documents/use-documents.ts';
import { acceptArrival, lineOfLetter } from '#renderer/data/exchange/arrival-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { useWorkCalendar } from '#renderer/data/settings/use-work-calendar.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { checkArrivalFiles } from '../check-arrival-files.ts';
import { placeOfChoice } from './arrival-routing.ts';
import { KnownLines } from './known-lines.tsx';
import { RoutingChoice } from './routing-choice.tsx';
import { SaidFields } from './said-fields.tsx';

type AcceptModalProps = { readonly arrival: ArrivalRow; readonly opened: boolean; readonly onClose: () => void };

/** Enters a paper: what the sender said is filled in, what the office decides is asked. */
export function AcceptModal({ opened, onClose, arrival }: AcceptModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={text.acceptTitle}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <AcceptForm arrival={arrival} onClose={onClose} />
    </Modal>
  );
}

function AcceptForm({ arrival, onClose }: Omit<AcceptModalProps, 'opened'>): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { letter } = arrival;
  const [receivedOn, setReceivedOn] = useState<PlainDate | null>(today);
  const calendar = useWorkCalendar() ?? standardCalendar;
  const [said, setSaid] = useState(() => lineOfLetter(letter));
  // Until somebody chooses, the deadline follows the type; `undefined`: nobody did.
  const [chosenDue, setChosenDue] = useState<PlainDate | null | undefined>(letter.dueOn ?? undefined);
  const usualDue = defaultDeadline(receivedOn ?? today, DEFAULT_DEADLINE_DAYS, calendar);
  const dueOn = chosenDue === undefined ? (hasDefaultDeadline(said.typeId) ? usualDue : null) : chosenDue;
  const [routing, setRouting] = useState('later');
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const number = useNextNumber('incoming', receivedOn ?? today);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (receivedOn === null) {
      setRefusal('bad-value');
      return;
    }
    const [symbol, issuer] = [normalizeLine(said.symbol), normalizeLine(said.issuer)];
    const line = { ...said, symbol, issuer, ...placeOfChoice(routing), receivedOn, dueOn, note };
    setBusy(true);
    const files = await checkArrivalFiles(arrival);
    if (!files.ok) {
      setBusy(false);
      setRefusal(files.error.code);
      return;
    }
    const saved = await acceptArrival(
      office,
      arrival.id,
      { ...line, secrecy: 'none', channel: 'exchange' },
      text.replacedNote(letter.symbol),
      files.value.sound,
    );
    setBusy(false);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    files.value.tell(text.entered(symbol === '' ? text.noSymbol : symbol, saved.value.arrivalNumber));
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <KnownLines arrival={arrival} onTaken={onClose} />
        <strong>
          {number === undefined
            ? ''
            : number.kind === 'number'
              ? text.willGet(number.value)
              : text.willGetAtSync(number.holder)}
        </strong>
        <Group grow align="start">
          <DateField label={text.receivedOn} value={receivedOn} onChange={setReceivedOn} today={today} required />
          <DateField
            label={text.dueOn}
            value={dueOn}
            onChange={setChosenDue}
            today={today}
            hint={
              dueOn === null && (
                <UnstyledButton fz="sm" c="dimmed" td="underline" onClick={() => setChosenDue(usualDue)}>
                  {text.dueSuggestion(DEFAULT_DEADLINE_DAYS, formatDate(usualDue))}
                </UnstyledButton>
              )
            }
          />
        </Group>
        <SaidFields said={said} onChange={(change) => setSaid((now) => ({ ...now, ...change }))} />
        <Textarea
          label={text.abstract}
          value={said.abstract}
          onChange={(event) => {
            const abstract = event.currentTarget.value;
            setSaid((now) => ({ ...now, abstract }));
          }}
          autosize
          maxLength={ABSTRACT_MAX}
        />
        <RoutingChoice value={routing} onChange={setRouting} />
        <Textarea
          label={text.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          maxLength={2000}
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit" loading={busy} data-autofocus>
            {text.accept}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
