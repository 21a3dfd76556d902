import { formatCount } from '#renderer/messages/format-count.ts';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { saveUnit } from '#renderer/data/organisation/organisation-repository.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type CloseUnitButtonProps = {
  readonly unit: UnitRow;
  readonly closed: boolean;
  readonly members: number;
  readonly openBelow: number;
};

/** Ends a unit on a day, saying what still hangs on it; or lets an ended one go on. */
export function CloseUnitButton({ unit, closed, members, openBelow }: CloseUnitButtonProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [opened, setOpened] = useState(false);
  const [on, setOn] = useState<PlainDate | null>(today);
  const text = organisationText.close;

  const write = async (validTo: PlainDate | null): Promise<void> => {
    const saved = await saveUnit(office, unit.id, { validTo }, unit.seq);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    setOpened(false);
    notifyDone(organisationText.form.saved(unit.name), { undo: () => void undo(office, saved.value) });
  };
  if (closed)
    return (
      <WriteButton size="xs" variant="default" onClick={() => void write(null)}>
        {organisationText.reopenUnit}
      </WriteButton>
    );
  return (
    <>
      <WriteButton size="xs" variant="subtle" color="gray" onClick={() => setOpened(true)}>
        {organisationText.closeUnit}
      </WriteButton>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={text.title(unit.name)}
        closeButtonProps={{ 'aria-label': sharedText.close }}
      >
        <Stack gap="xs">
          <p>{text.text}</p>
          {members > 0 && <p>{text.stillMembers(formatCount(members))}</p>}
          {openBelow > 0 && <p>{text.stillChildren(formatCount(openBelow))}</p>}
          <DateField label={text.on} value={on} today={today} required onChange={setOn} />
        </Stack>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setOpened(false)}>
            {text.keep}
          </Button>
          <WriteButton disabled={on === null} onClick={() => on !== null && void write(on)}>
            {text.confirm}
          </WriteButton>
        </Group>
      </Modal>
    </>
  );
}
