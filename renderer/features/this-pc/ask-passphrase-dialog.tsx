import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { thisPcText as text } from '#renderer/messages/this-pc.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { PassphraseInput } from '#renderer/ui/passphrase/passphrase-input.tsx';

type AskPassphraseDialogProps = {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly onClose: () => void;
  /** Tries it; answers why not, or null when it is done. */
  readonly onPassphrase: (passphrase: string) => Promise<ErrorCode | null>;
};

/** Asks who sits there to type their passphrase once more, before something that matters. */
export function AskPassphraseDialog(props: AskPassphraseDialogProps): ReactNode {
  const { title, body, confirm, danger = false, onClose, onPassphrase } = props;
  const [passphrase, setPassphrase] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '' || busy) return;
    setBusy(true);
    setRefusal(null);
    const code = await onPassphrase(passphrase);
    setBusy(false);
    setRefusal(code === 'bad-input' ? 'wrong-passphrase' : code);
    if (code !== null) setPassphrase('');
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <p>{body}</p>
          <PassphraseInput label={text.askPassphrase} value={passphrase} onChange={setPassphrase} autoFocus />
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {sharedText.cancel}
            </Button>
            <Button type="submit" color={danger ? 'red' : 'brand'} loading={busy}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
