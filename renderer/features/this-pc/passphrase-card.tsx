import { Button, Group, Modal, Stack } from '@mantine/core';
import { use, useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { ActingPerson } from '#renderer/data/rights/use-may.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { changePassphrase } from '#renderer/platform/desktop-keys.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { NewPassphraseFields } from '#renderer/ui/passphrase/new-passphrase-fields.tsx';
import { PassphraseInput } from '#renderer/ui/passphrase/passphrase-input.tsx';
import { useNewPassphrase } from '#renderer/ui/passphrase/use-new-passphrase.ts';
import { Card } from './card.tsx';

const text = thisPcText.passphrase;

/** Everybody changes their own passphrase. */
export function PassphraseCard(): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <Card title={text.title} text={text.text}>
      <Button size="xs" variant="light" onClick={() => setOpened(true)}>
        {text.change}
      </Button>
      {opened && <ChangeDialog onClose={() => setOpened(false)} />}
    </Card>
  );
}

function ChangeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { commune } = useOffice().device;
  const person = use(ActingPerson);
  const [current, setCurrent] = useState('');
  const passphrase = useNewPassphrase([person?.name.full ?? '', commune.name, commune.province]);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    setRefusal(passphrase.problem === 'weak' ? 'weak-passphrase' : null);
    if (passphrase.problem !== null || busy) return;
    setBusy(true);
    const changed = await changePassphrase(current, passphrase.value);
    setBusy(false);
    if (!changed.ok) {
      setRefusal(changed.error.code === 'bad-input' ? 'wrong-passphrase' : changed.error.code);
      return;
    }
    onClose();
    notifyDone(text.changed);
  };
  return (
    <Modal opened onClose={onClose} title={text.change} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <PassphraseInput label={text.current} value={current} onChange={setCurrent} autoFocus />
          <NewPassphraseFields passphrase={passphrase} tried={tried} label={text.next} />
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {sharedText.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
