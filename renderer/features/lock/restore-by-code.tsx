import { Anchor, Button, Group, Select, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { lockText as text } from '#renderer/messages/lock.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { NewPassphraseFields } from '#renderer/ui/passphrase/new-passphrase-fields.tsx';
import { usePassphraseForm } from '#renderer/ui/passphrase/use-passphrase-form.ts';
import classes from './lock.module.css';
import { nameOfPerson } from './name-of-person.ts';
import { RecoveryCodeInput } from './recovery-code-input.tsx';
import type { RestoreWayProps } from './restore-by-passphrase.tsx';

/** Opens a backup with the printed code of the PC it was made on; a person gets a new passphrase at once. */
export function RestoreByCode({ backup, onAdopt, onBack, onOtherWay }: RestoreWayProps): ReactNode {
  const [code, setCode] = useState('');
  const [personId, setPersonId] = useState(backup.people[0]?.id ?? '');
  const names = backup.people.map(nameOfPerson);
  const form = usePassphraseForm([...names, backup.commune]);
  return (
    <form
      onSubmit={(event) =>
        void form.submit(event, async (passphrase) => {
          const refused = await onAdopt(personId, passphrase, code);
          return refused === 'bad-input' ? 'wrong-recovery-code' : refused;
        })
      }
      noValidate
    >
      <Stack gap="sm">
        <p className={classes.why}>{text.restoreCodeWhy}</p>
        <RecoveryCodeInput value={code} onChange={setCode} />
        <Select
          label={text.recoverPerson}
          value={personId}
          onChange={(id) => id !== null && setPersonId(id)}
          data={backup.people.map(({ id }, place) => ({ value: id, label: names[place] ?? '' }))}
        />
        <NewPassphraseFields passphrase={form.passphrase} tried={form.tried} label={text.newPassphrase} />
        <Anchor component="button" type="button" className={classes.forgot ?? ''} onClick={onOtherWay}>
          {text.restoreUsePassphrase}
        </Anchor>
        <p className={classes.hint}>{text.restoreSafe}</p>
        {form.refusal !== null && <ErrorNote code={form.refusal} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {text.backToLock}
          </Button>
          <Button type="submit" loading={form.busy}>
            {text.restoreStart}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
