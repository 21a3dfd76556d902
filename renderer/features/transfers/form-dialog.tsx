import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './transfers.module.css';

type FormDialogProps = {
  readonly title: string;
  /** What follows from it, above the fields. */
  readonly body?: string;
  readonly confirm: string;
  readonly children: ReactNode;
  /** Does it; a code when it was refused, `false` when a field must be looked at first: then the words stay on the screen. */
  readonly onSave: () => Promise<ErrorCode | false | null>;
  readonly onClose: () => void;
  readonly size?: string;
};

/** A form in a window of its own: what will happen, the fields, one button. Closes when it is done. */
export function FormDialog({
  title,
  body,
  confirm,
  children,
  onSave,
  onClose,
  size = 'md',
}: FormDialogProps): ReactNode {
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const code = await onSave();
    setBusy(false);
    if (code === null) onClose();
    else setRefusal(code === false ? null : code);
  };
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {body !== undefined && <p className={classes.hint}>{body}</p>}
          {children}
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {sharedText.cancel}
            </Button>
            <WriteButton type="submit" loading={busy}>
              {confirm}
            </WriteButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
