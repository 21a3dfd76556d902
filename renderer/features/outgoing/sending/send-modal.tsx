import { Button, Group, Modal, MultiSelect, Stack, TagsInput, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { sendOutgoing, stands, type Recipient } from '#renderer/data/exchange/dispatch-repository.ts';
import { useAgencies } from '#renderer/data/exchange/use-exchange.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import type { AgencyRow, DispatchRow, OutgoingRow, UnitRow } from '#renderer/data/rows.ts';
import { sendingText as text } from '#renderer/messages/exchange.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { listDirectlyBelow, matchRecipients } from './match-recipients.ts';

type SendModalProps = {
  readonly outgoing: OutgoingRow;
  readonly sent: readonly DispatchRow[];
  readonly opened: boolean;
  readonly onClose: () => void;
};

/** Chooses who gets the paper, by exchange, by hand within the office, or on paper elsewhere. */
export function SendModal({ opened, onClose, ...form }: SendModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={text.sendTitle}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <LoadedForm {...form} onClose={onClose} />
    </Modal>
  );
}

/** The form once it is known who can be chosen. */
function LoadedForm(form: Omit<SendModalProps, 'opened'>): ReactNode {
  const agencies = useAgencies();
  const units = useUnits();
  if (agencies === undefined || units === undefined) return null;
  return <SendForm {...form} agencies={agencies} units={units} />;
}

type SendFormProps = Omit<SendModalProps, 'opened'> & {
  readonly agencies: readonly AgencyRow[];
  readonly units: readonly UnitRow[];
};

function SendForm({ outgoing, sent, onClose, agencies, units }: SendFormProps): ReactNode {
  const office = useOffice();
  // Where everybody named on the paper stands already chosen, nothing need be typed again; what was sent is not offered twice.
  const [named] = useState(() => matchRecipients(outgoing.recipients, agencies, units));
  const [codes, setCodes] = useState(() => named.codes.filter((code) => !hasGone(sent, 'agency', code)));
  const [unitIds, setUnitIds] = useState(() => named.unitIds.filter((id) => !hasGone(sent, 'unit', id)));
  const below = listDirectlyBelow(units).filter((id) => !unitIds.includes(id) && !hasGone(sent, 'unit', id));
  const [names, setNames] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const count = codes.length + unitIds.length + names.length;
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (count === 0) return;
    const recipients = toRecipients({ codes, unitIds, names }, agencies, units);
    const saved = await sendOutgoing(office, outgoing.id, recipients, note);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.sent(recipients.length));
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <MultiSelect
          label={text.agencies}
          placeholder={text.agenciesHint}
          nothingFoundMessage={text.nothingFound}
          data={agencies
            .filter(({ code }) => !hasGone(sent, 'agency', code))
            .map(({ code, name, mergedInto }) => ({
              value: code,
              label: mergedInto === null ? name : text.mergedAgency(name),
            }))}
          value={codes}
          onChange={setCodes}
          searchable
          hidePickedOptions
          clearable
          clearButtonProps={{ 'aria-label': text.clear }}
          data-autofocus
        />
        <MultiSelect
          label={text.units}
          placeholder={text.unitsHint}
          nothingFoundMessage={text.nothingFound}
          data={units
            .filter(({ id }) => !hasGone(sent, 'unit', id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={unitIds}
          onChange={setUnitIds}
          searchable
          hidePickedOptions
          clearable
          clearButtonProps={{ 'aria-label': text.clear }}
        />
        {below.length > 0 && (
          <Group>
            <Button variant="default" size="compact-sm" onClick={() => setUnitIds([...unitIds, ...below])}>
              {text.allBelow}
            </Button>
          </Group>
        )}
        {named.unclear.length > 0 && <span>{text.unclear(named.unclear.join('; '))}</span>}
        <TagsInput label={text.outside} placeholder={text.outsideHint} value={names} onChange={setNames} maxTags={50} />
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
          <WriteButton type="submit" disabled={count === 0}>
            {text.sendTo(count)}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}

function hasGone(sent: readonly DispatchRow[], kind: Recipient['kind'], recipient: string): boolean {
  return sent.some((each) => stands(each) && each.recipientKind === kind && each.recipient === recipient);
}

function toRecipients(
  {
    codes,
    unitIds,
    names,
  }: { readonly codes: readonly string[]; readonly unitIds: readonly string[]; readonly names: readonly string[] },
  agencies: readonly AgencyRow[],
  units: readonly UnitRow[],
): readonly Recipient[] {
  const nameOf = (rows: readonly { readonly name: string }[], i: number): string => rows[i]?.name ?? '';
  return [
    ...codes.map((code): Recipient => {
      const at = agencies.findIndex((agency) => agency.code === code);
      return { kind: 'agency', recipient: code, name: nameOf(agencies, at), channel: 'exchange' };
    }),
    ...unitIds.map((id): Recipient => {
      const at = units.findIndex((unit) => unit.id === id);
      return { kind: 'unit', recipient: id, name: nameOf(units, at), channel: 'paper' };
    }),
    ...names.map((name): Recipient => ({ kind: 'outside', recipient: '', name, channel: 'paper' })),
  ];
}
