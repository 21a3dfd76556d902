import { Button, Group, Stack, Title } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { StaffRow } from '#renderer/data/rows.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import { addPersonToPc } from '#renderer/platform/desktop-keys.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { NewPassphraseFields } from '#renderer/ui/passphrase/new-passphrase-fields.tsx';
import { useNewPassphrase } from '#renderer/ui/passphrase/use-new-passphrase.ts';
import classes from './lock.module.css';

type SetPassphraseScreenProps = {
  readonly person: StaffRow;
  readonly onBack: () => void;
  /** The first person's passphrase brings the recovery code with it. */
  readonly onSet: (recoveryCode: string | null) => void;
};

/** The first person of a new PC gives themselves a passphrase. */
export function SetPassphraseScreen({ person, onBack, onSet }: SetPassphraseScreenProps): ReactNode {
  const { commune } = useOffice().device;
  const passphrase = useNewPassphrase([person.name.full, commune.name, commune.province]);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    setRefusal(passphrase.problem === 'weak' ? 'weak-passphrase' : null);
    if (passphrase.problem !== null || busy) return;
    setBusy(true);
    const reply = await addPersonToPc(person.id, person.name.full, passphrase.value);
    setBusy(false);
    if (reply.ok) onSet(reply.value.recoveryCode);
    else setRefusal(reply.error.code);
  };
  return (
    <main className={classes.centre}>
      <form className={classes.card} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <div>
            <Title order={1}>{text.setTitle}</Title>
            <p className={classes.why}>
              <strong>{text.setFor(person.name.full)}.</strong> {text.setWhy}
            </p>
          </div>
          <NewPassphraseFields passphrase={passphrase} tried={tried} autoFocus />
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              {text.anotherPerson}
            </Button>
            <Button type="submit" loading={busy}>
              {text.set}
            </Button>
          </Group>
        </Stack>
      </form>
    </main>
  );
}
