import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { ABSTRACT_MAX } from '#shared/domain/document/document-record.ts';
import { defaultDeadline } from '#shared/domain/document/deadline.ts';
import { useNextNumber } from '#renderer/data/documents/use-documents.ts';
import { acceptArrival, lineOfLetter } from '#renderer/data/exchange/arrival-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { checkArrivalFiles } from '../check-arrival-files.ts';
import { placeOfChoice } from './arrival-routing.ts';
import { KnownLines } from './known-lines.tsx';

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
  const [dueOn, setDueOn] = useState<PlainDate | null>(letter.dueOn ?? defaultDeadline(today));
  const [abstract, setAbstract] = useState(letter.abstract);
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
    const line = { ...lineOfLetter(letter), ...placeOfChoice(routing), receivedOn, dueOn, abstract, note };
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
    files.value.tell(text.entered(letter.symbol === '' ? text.noSymbol : letter.symbol, saved.value.arrivalNumber));
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
          <DateField label={text.dueOn} value={dueOn} onChange={setDueOn} today={today} />
        </Group>
        <Textarea
          label={text.abstract}
          value={abstract}
          onChange={(event) => setAbstract(event.currentTarget.value)}
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

function RoutingChoice({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (routing: string) => void;
}): ReactNode {
  const leaders = (useStaff() ?? []).filter(
    ({ active, role }) => active && (role === 'leader' || role === 'office-head'),
  );
  const units = (useUnits() ?? []).filter(({ kind }) => kind === 'office' || kind === 'outside-body');
  return (
    <Select
      label={text.routing}
      value={value}
      searchable
      allowDeselect={false}
      data={[
        {
          group: text.routingLeaders,
          items: [
            { value: 'later', label: text.routingLater },
            ...leaders.map(({ id, name, post }) => ({
              value: `staff:${id}`,
              label: post === '' ? name.full : `${post} (${name.full})`,
            })),
          ],
        },
        { group: text.routingUnits, items: units.map(({ id, name }) => ({ value: `unit:${id}`, label: name })) },
        { group: text.routingOther, items: [{ value: 'information', label: text.routingInformation }] },
      ]}
      onChange={(routing) => routing !== null && onChange(routing)}
    />
  );
}
