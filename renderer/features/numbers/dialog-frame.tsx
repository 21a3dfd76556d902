import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { numbersText as text } from '#renderer/messages/numbers.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './numbers.module.css';

type DialogFrameProps = {
  readonly title: string;
  readonly intro?: string;
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly children: ReactNode;
};

/** A form in a dialog: Enter saves, Esc leaves. */
export function DialogFrame({ title, intro, onClose, onSave, children }: DialogFrameProps): ReactNode {
  return (
    <Modal opened onClose={onClose} size="lg" title={title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {intro !== undefined && (
          <Text className={`${classes.wide ?? ''} ${classes.note ?? ''}`} size="sm">
            {intro}
          </Text>
        )}
        {children}
        <Group className={classes.wide ?? ''} justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            {text.form.cancel}
          </Button>
          <WriteButton type="submit">{text.form.save}</WriteButton>
        </Group>
      </form>
    </Modal>
  );
}
