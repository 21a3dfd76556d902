import { Anchor, Button, Group, Select, Stack } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import type { RestoreCandidate } from '#renderer/platform/desktop-backup.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { PassphraseInput } from '#renderer/ui/passphrase/passphrase-input.tsx';
import classes from './lock.module.css';
import { nameOfPerson } from './name-of-person.ts';

/** A way to open a backup. `onAdopt` gives the code it was refused with, or null. */
export type RestoreWayProps = {
  readonly backup: RestoreCandidate;
  readonly onAdopt: (personId: string, passphrase: string, code: string | null) => Promise<ErrorCode | null>;
  readonly onBack: () => void;
  readonly onOtherWay: () => void;
};

/** Opens a backup with a passphrase that was in use when it was made. */
export function RestoreByPassphrase({ backup, onAdopt, onBack, onOtherWay }: RestoreWayProps): ReactNode {
  const [personId, setPersonId] = useState(backup.people[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    const code = await onAdopt(personId, passphrase, null);
    setBusy(false);
    setRefusal(code === 'bad-input' ? 'wrong-passphrase' : code);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Select
          label={text.restorePerson}
          value={personId}
          onChange={(id) => id !== null && setPersonId(id)}
          data={backup.people.map((person, place) => ({ value: person.id, label: nameOfPerson(person, place) }))}
        />
        <PassphraseInput
          label={text.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          hint={text.restorePassphraseHint}
        />
        <Anchor component="button" type="button" className={classes.forgot ?? ''} onClick={onOtherWay}>
          {text.restoreUseCode}
        </Anchor>
        <p className={classes.hint}>{text.restoreSafe}</p>
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {text.backToLock}
          </Button>
          <Button type="submit" loading={busy}>
            {text.restoreStart}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
