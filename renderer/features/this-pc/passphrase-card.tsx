import { Button, Group, Modal, Stack } from '@mantine/core';
import { use, useState, type ReactNode } from 'react';
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
import { usePassphraseForm } from '#renderer/ui/passphrase/use-passphrase-form.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';

const text = thisPcText.passphrase;

/** Everybody changes their own passphrase. */
export function PassphraseCard(): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <SectionCard title={text.title} text={text.text}>
      <Button size="xs" variant="light" onClick={() => setOpened(true)}>
        {text.change}
      </Button>
      {opened && <ChangeDialog onClose={() => setOpened(false)} />}
    </SectionCard>
  );
}

function ChangeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { commune } = useOffice().device;
  const person = use(ActingPerson);
  const [current, setCurrent] = useState('');
  const form = usePassphraseForm([person?.name.full ?? '', commune.name, commune.province]);
  const set = async (passphrase: string): Promise<ErrorCode | null> => {
    const changed = await changePassphrase(current, passphrase);
    if (!changed.ok) return changed.error.code === 'bad-input' ? 'wrong-passphrase' : changed.error.code;
    onClose();
    notifyDone(text.changed);
    return null;
  };
  return (
    <Modal opened onClose={onClose} title={text.change} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form onSubmit={(event) => void form.submit(event, set)} noValidate>
        <Stack gap="sm">
          <PassphraseInput label={text.current} value={current} onChange={setCurrent} autoFocus />
          <NewPassphraseFields passphrase={form.passphrase} tried={form.tried} label={text.next} />
          {form.refusal !== null && <ErrorNote code={form.refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {sharedText.cancel}
            </Button>
            <Button type="submit" loading={form.busy}>
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
