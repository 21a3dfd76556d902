import { Button, Group, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { create } from 'zustand';
import { sharedText } from '#renderer/messages/shared.ts';

type Question = {
  readonly title: string;
  readonly body: ReactNode;
  readonly confirm: string;
  readonly cancel?: string;
  readonly danger?: boolean;
};

type Asked = { readonly question: Question; readonly answer: (yes: boolean) => void };

const useAsked = create<{ readonly asked: Asked | null }>()(() => ({ asked: null }));

/** Asks before something that cannot be undone; resolves to the person's answer. */
export function askConfirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    useAsked.getState().asked?.answer(false);
    const answer = (yes: boolean): void => {
      useAsked.setState({ asked: null });
      resolve(yes);
    };
    useAsked.setState({ asked: { question, answer } });
  });
}

/** Place where questions appear; mounted once. */
export function AskHost(): ReactNode {
  const asked = useAsked((state) => state.asked);
  const [last, setLast] = useState(asked);
  if (asked !== null && asked !== last) setLast(asked);
  const question = last?.question;
  return (
    <Modal
      opened={asked !== null}
      onClose={() => asked?.answer(false)}
      title={question?.title}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <div>{question?.body}</div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => asked?.answer(false)} data-autofocus>
          {question?.cancel ?? sharedText.cancel}
        </Button>
        <Button color={question?.danger === true ? 'red' : 'brand'} onClick={() => asked?.answer(true)}>
          {question?.confirm}
        </Button>
      </Group>
    </Modal>
  );
}
