import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { delegatedDutySchema, type DelegatedDuty } from '#shared/domain/routing/delegation-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import { giveDelegation } from '#renderer/data/routing/routing-repository.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { dutyText, routingText as text } from '#renderer/messages/routing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';

type DelegationModalProps = {
  readonly opened: boolean;
  /** Who gives the duty: one's own only. */
  readonly person: StaffRow | null;
  readonly onClose: () => void;
};

/** Gives one's own duty to another for some days. */
export function DelegationModal({ opened, person, onClose }: DelegationModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.delegationTitle}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <DelegationForm person={person} onClose={onClose} />
    </Modal>
  );
}

function DelegationForm({ person, onClose }: Omit<DelegationModalProps, 'opened'>): ReactNode {
  const office = useOffice();
  const today = useToday();
  const staff = (useStaff() ?? []).filter(({ active, id }) => active && id !== person?.id);
  const [toStaffId, setTo] = useState<string | null>(null);
  const [duties, setDuties] = useState<DelegatedDuty[]>(['direct']);
  const [from, setFrom] = useState<PlainDate | null>(today);
  const [until, setUntil] = useState<PlainDate | null>(addDays(today, 2));
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const clean = normalizeLine(reason);
    if (toStaffId === null || from === null || until === null || until < from || clean === '' || duties.length === 0) {
      setMissing(true);
      return;
    }
    const saved = await giveDelegation(office, { toStaffId, duties, from, until, reason: clean });
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.delegationSaved);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Select
          label={text.delegationTo}
          value={toStaffId}
          data={staff.map(({ id, name, post }) => ({
            value: id,
            label: post === '' ? name.full : `${name.full}, ${post}`,
          }))}
          onChange={setTo}
          searchable
          data-autofocus
        />
        <Checkbox.Group
          label={text.delegationDuties}
          value={duties}
          onChange={(chosen) => setDuties(delegatedDutySchema.options.filter((duty) => chosen.includes(duty)))}
        >
          <Stack gap="xs" mt="xs">
            {delegatedDutySchema.options.map((duty) => (
              <Checkbox key={duty} value={duty} label={dutyText[duty]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group grow align="start">
          <DateField label={text.delegationFrom} value={from} today={today} onChange={setFrom} />
          <DateField label={text.delegationUntil} value={until} today={today} onChange={setUntil} />
        </Group>
        <TextInput
          label={text.delegationReason}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isMissing ? text.delegationMissing : null}
        />
        <p>{text.delegationNote}</p>
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <Button type="submit">{text.delegationSave}</Button>
        </Group>
      </Stack>
    </form>
  );
}
