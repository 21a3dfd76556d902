import { Button, Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { StaffRow } from '#renderer/data/rows.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import { addPersonToPc } from '#renderer/platform/desktop-keys.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { NewPassphraseFields } from '#renderer/ui/passphrase/new-passphrase-fields.tsx';
import { usePassphraseForm } from '#renderer/ui/passphrase/use-passphrase-form.ts';
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
  const form = usePassphraseForm([person.name.full, commune.name, commune.province]);

  const set = async (passphrase: string): Promise<ErrorCode | null> => {
    const reply = await addPersonToPc({ personId: person.id, name: person.name.full, passphrase, confirm: null });
    if (!reply.ok) return reply.error.code;
    onSet(reply.value.recoveryCode);
    return null;
  };
  return (
    <main className={classes.centre}>
      <form className={classes.card} onSubmit={(event) => void form.submit(event, set)} noValidate>
        <Stack gap="sm">
          <div>
            <Title order={1}>{text.setTitle}</Title>
            <p className={classes.why}>
              <strong>{text.setFor(person.name.full)}.</strong> {text.setWhy}
            </p>
          </div>
          <NewPassphraseFields passphrase={form.passphrase} tried={form.tried} autoFocus />
          {form.refusal !== null && <ErrorNote code={form.refusal} />}
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              {text.anotherPerson}
            </Button>
            <Button type="submit" loading={form.busy}>
              {text.set}
            </Button>
          </Group>
        </Stack>
      </form>
    </main>
  );
}
