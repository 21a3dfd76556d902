import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { normalizeText } from '#shared/base/vietnamese.ts';
import type { HandoverPurpose } from '#shared/domain/routing/handover-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { handOver } from '#renderer/data/routing/routing-repository.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { handoverPurposeText, routingText as text } from '#renderer/messages/routing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';

type HandOnModalProps = { readonly document: DocumentRow; readonly opened: boolean; readonly onClose: () => void };

const purposes: readonly Exclude<HandoverPurpose, 'return'>[] = ['present', 'lead', 'support', 'inform'];

/** Hands the paper on without a directive: to a leader, to who does the work, or for information. */
export function HandOnModal({ document, opened, onClose }: HandOnModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.handOnTitle}
      size="34rem"
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <HandOnForm document={document} onClose={onClose} />
    </Modal>
  );
}

function HandOnForm({ document, onClose }: Omit<HandOnModalProps, 'opened'>): ReactNode {
  const office = useOffice();
  const today = useToday();
  const staff = (useStaff() ?? []).filter(({ active }) => active);
  const units = useUnits() ?? [];
  const [purpose, setPurpose] = useState<Exclude<HandoverPurpose, 'return'>>('present');
  const [toUnitId, setUnit] = useState<string | null>(null);
  const [toStaffId, setStaff] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState<PlainDate | null>(document.dueOn);
  const [dateProblem, setDateProblem] = useState<string | null>(null);
  const [isNobody, setNobody] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setNobody(toUnitId === null && toStaffId === null);
    if ((toUnitId === null && toStaffId === null) || dateProblem !== null) return;
    const work = purpose === 'lead' || purpose === 'support';
    const step = { purpose, toUnitId, toStaffId, note: normalizeText(note), dueOn: work ? dueOn : null };
    const saved = await handOver(office, { documentId: document.id, ...step });
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.handedOn);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Select
          label={text.purpose}
          value={purpose}
          data={purposes.map((value) => ({ value, label: handoverPurposeText[value] }))}
          onChange={(value) => value !== null && setPurpose(value)}
          allowDeselect={false}
          data-autofocus
        />
        <Select
          label={text.toStaff}
          value={toStaffId}
          data={staff.map(({ id, name, post }) => ({
            value: id,
            label: post === '' ? name.full : `${name.full}, ${post}`,
          }))}
          onChange={setStaff}
          error={isNobody ? text.toNobody : null}
          searchable
          clearable
        />
        <Select
          label={text.toUnit}
          value={toUnitId}
          data={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setUnit}
          searchable
          clearable
        />
        {(purpose === 'lead' || purpose === 'support') && (
          <DateField
            label={text.due}
            value={dueOn}
            today={today}
            onChange={(value, problem) => {
              setDueOn(value);
              setDateProblem(problem);
            }}
          />
        )}
        <Textarea
          label={text.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={1000}
          autosize
          minRows={2}
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <Button type="submit">{text.handOn}</Button>
        </Group>
      </Stack>
    </form>
  );
}
