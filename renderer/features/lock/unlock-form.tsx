import { Avatar, Button, Stack, Title } from '@mantine/core';
import { useEffect, useRef, useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import { unlockPc, type OpenKeys, type PersonOnPc } from '#renderer/platform/desktop-keys.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { PassphraseInput } from '#renderer/ui/passphrase/passphrase-input.tsx';
import classes from './lock.module.css';
import { nameOfPerson } from './name-of-person.ts';
import type { LockPeople } from './use-lock-people.ts';
import { useWait, waitInWords } from './use-wait.ts';

type UnlockFormProps = {
  readonly person: PersonOnPc;
  readonly lock: LockPeople;
  readonly onOpened: (keys: OpenKeys) => void;
  readonly onOther?: () => void;
};

/** The passphrase of the chosen person; after wrong tries, how long to wait. */
export function UnlockForm({ person, lock, onOpened, onOther }: UnlockFormProps): ReactNode {
  const [passphrase, setPassphrase] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const left = useWait(person.waitMs, lock.readAt);
  const form = useRef<HTMLFormElement>(null);
  const mayType = left === 0;
  useEffect(() => {
    if (mayType && !busy) form.current?.querySelector('input')?.focus();
  }, [mayType, busy]);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '' || left > 0 || busy) return;
    setBusy(true);
    setRefusal(null);
    const reply = await unlockPc(person.id, passphrase);
    if (reply.ok) {
      onOpened(reply.value);
      return;
    }
    await lock.refresh();
    setPassphrase('');
    // What is too short to be anybody's passphrase is refused before it is tried: for who typed it, it is wrong all the same.
    setRefusal(reply.error.code === 'bad-input' ? 'wrong-passphrase' : reply.error.code);
    setBusy(false);
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <Title order={1}>{text.open}</Title>
        <div className={classes.chosen}>
          <Avatar color="brand" radius="xl" size="2.5rem" aria-hidden>
            {nameOfPerson(person, 0).split(' ').at(-1)?.charAt(0)}
          </Avatar>
          {nameOfPerson(person, lock.people.indexOf(person))}
          {onOther !== undefined && (
            <Button variant="default" size="xs" onClick={onOther}>
              {text.otherPerson}
            </Button>
          )}
        </div>
        <PassphraseInput
          label={text.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          hint={text.typingHint}
          disabled={busy || left > 0}
          size="lg"
          autoFocus
        />
        {left > 0 ? (
          <p className={classes.wait} role="timer">
            {text.wait(waitInWords(left))}
          </p>
        ) : (
          refusal !== null && refusal !== 'wait-before-next-try' && <ErrorNote code={refusal} />
        )}
        <Button type="submit" size="md" loading={busy} disabled={left > 0}>
          {text.unlock}
        </Button>
        <p className={classes.hint}>{text.kept}</p>
      </Stack>
    </form>
  );
}
