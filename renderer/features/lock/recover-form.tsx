import { Button, Group, Select, Stack, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import { recoverPc, type OpenKeys } from '#renderer/platform/desktop-keys.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { NewPassphraseFields } from '#renderer/ui/passphrase/new-passphrase-fields.tsx';
import { usePassphraseForm } from '#renderer/ui/passphrase/use-passphrase-form.ts';
import classes from './lock.module.css';
import { nameOfPerson } from './name-of-person.ts';
import { RecoveryCodeInput } from './recovery-code-input.tsx';
import type { LockPeople } from './use-lock-people.ts';
import { useWait, waitInWords } from './use-wait.ts';

type RecoverFormProps = {
  readonly lock: LockPeople;
  readonly onOpened: (keys: OpenKeys) => void;
  readonly onBack: () => void;
};

/** The way in with the sealed sheet of paper: the code opens, and a person gets a new passphrase at once. */
export function RecoverForm({ lock, onOpened, onBack }: RecoverFormProps): ReactNode {
  const [code, setCode] = useState('');
  const [personId, setPersonId] = useState(lock.people[0]?.id ?? '');
  const names = lock.people.map(nameOfPerson);
  const form = usePassphraseForm(names);
  const left = useWait(lock.recoveryWaitMs, lock.readAt);

  const set = async (passphrase: string): Promise<ErrorCode | null> => {
    if (left > 0) return null; // the time that is left is on the screen
    const reply = await recoverPc(code, personId, passphrase);
    if (reply.ok) {
      onOpened(reply.value);
      return null;
    }
    await lock.refresh();
    return reply.error.code === 'bad-input' ? 'wrong-recovery-code' : reply.error.code;
  };
  return (
    <form onSubmit={(event) => void form.submit(event, set)} noValidate>
      <Stack gap="sm">
        <div>
          <Title order={1}>{text.recoverTitle}</Title>
          <p className={classes.why}>{text.recoverWhy}</p>
        </div>
        <RecoveryCodeInput value={code} onChange={setCode} />
        <Select
          label={text.recoverPerson}
          value={personId}
          onChange={(id) => id !== null && setPersonId(id)}
          data={lock.people.map(({ id }, place) => ({ value: id, label: names[place] ?? '' }))}
        />
        <NewPassphraseFields passphrase={form.passphrase} tried={form.tried} label={text.newPassphrase} />
        {left > 0 ? (
          <p className={classes.wait} role="timer">
            {text.wait(waitInWords(left))}
          </p>
        ) : (
          form.refusal !== null && <ErrorNote code={form.refusal} />
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {text.backToLock}
          </Button>
          <Button type="submit" loading={form.busy} disabled={left > 0}>
            {text.recover}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
