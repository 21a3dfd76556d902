import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { addPersonToPc } from '#renderer/platform/desktop-keys.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { NewPassphraseFields } from '#renderer/ui/passphrase/new-passphrase-fields.tsx';
import { PassphraseInput } from '#renderer/ui/passphrase/passphrase-input.tsx';
import { usePassphraseForm } from '#renderer/ui/passphrase/use-passphrase-form.ts';

const text = thisPcText.people;

type AddPersonDialogProps = {
  /** Ids of those who can open it already. */
  readonly known: readonly string[];
  readonly onClose: () => void;
  readonly onAdded: () => Promise<void>;
};

/** Another person of the office gets a way into this PC, with a passphrase of their own typing. */
export function AddPersonDialog({ known, onClose, onAdded }: AddPersonDialogProps): ReactNode {
  const { commune } = useOffice().device;
  const staff = useStaff();
  const candidates = (staff ?? []).filter(({ id, active }) => active && !known.includes(id));
  const [personId, setPersonId] = useState<string | null>(null);
  const person = candidates.find(({ id }) => id === personId);
  const [confirm, setConfirm] = useState('');
  const form = usePassphraseForm([person?.name.full ?? '', commune.name, commune.province]);

  const set = async (passphrase: string): Promise<ErrorCode | null> => {
    if (person === undefined || confirm === '') return null; // their fields say what is missing
    const added = await addPersonToPc({ personId: person.id, name: person.name.full, passphrase, confirm });
    if (!added.ok) return added.error.code === 'bad-input' ? 'wrong-passphrase' : added.error.code;
    onClose();
    notifyDone(text.added(person.name.full));
    await onAdded();
    return null;
  };
  return (
    <Modal opened onClose={onClose} title={text.addTitle} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form onSubmit={(event) => void form.submit(event, set)} noValidate>
        <Stack gap="sm">
          {staff !== undefined && candidates.length === 0 ? (
            <p>{text.addNobody}</p>
          ) : (
            <>
              <Select
                label={text.addWho}
                description={text.addWhoHint}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={personId}
                onChange={setPersonId}
                searchable
                data-autofocus
                error={form.tried && person === undefined ? sharedText.required : undefined}
                data={candidates.map(({ id, name, post }) => ({ value: id, label: `${name.full}, ${post}` }))}
              />
              <NewPassphraseFields passphrase={form.passphrase} tried={form.tried} label={text.addPassphrase} />
              <PassphraseInput
                label={thisPcText.askPassphrase}
                hint={text.addConfirmHint}
                value={confirm}
                onChange={setConfirm}
                error={form.tried && confirm === '' ? sharedText.required : undefined}
              />
            </>
          )}
          {form.refusal !== null && <ErrorNote code={form.refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {sharedText.cancel}
            </Button>
            {candidates.length > 0 && (
              <Button type="submit" loading={form.busy}>
                {text.addSave}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
