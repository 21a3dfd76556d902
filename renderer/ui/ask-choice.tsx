import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { create } from 'zustand';
import { sharedText } from '#renderer/messages/shared.ts';

/** Dialogs stand at 200: what one of them asks stands before it. */
const ABOVE_DIALOGS = 250;

type Question = {
  readonly title: string;
  readonly body: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly confirm: string;
};

type Asked = { readonly question: Question; readonly answer: (choice: string | null) => void };

const useAsked = create<{ readonly asked: Asked | null }>()(() => ({ asked: null }));

/** Asks for one of several; resolves to its value, or to null when the person thinks better of it. */
export function askChoice(question: Question): Promise<string | null> {
  return new Promise((resolve) => {
    useAsked.getState().asked?.answer(null);
    const answer = (choice: string | null): void => {
      useAsked.setState({ asked: null });
      resolve(choice);
    };
    useAsked.setState({ asked: { question, answer } });
  });
}

/** Place where such questions appear; mounted once. */
export function ChoiceHost(): ReactNode {
  const asked = useAsked((state) => state.asked);
  const [last, setLast] = useState(asked);
  if (asked !== null && asked !== last) setLast(asked);
  return (
    <Modal
      opened={asked !== null}
      zIndex={ABOVE_DIALOGS}
      onClose={() => asked?.answer(null)}
      title={last?.question.title}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      {last !== null && (
        <ChoiceForm
          question={last.question}
          onGive={(choice) => asked?.answer(choice)}
          onClose={() => asked?.answer(null)}
        />
      )}
    </Modal>
  );
}

function ChoiceForm({
  question,
  onGive,
  onClose,
}: {
  readonly question: Question;
  readonly onGive: (choice: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [choice, setChoice] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (choice !== '') onGive(choice);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <p>{question.body}</p>
        <Radio.Group label={question.label} value={choice} onChange={setChoice}>
          <Stack gap="0.375rem" mt="0.25rem">
            {question.choices.map(({ value, label }, at) => (
              <Radio key={value} value={value} label={label} {...(at === 0 && { 'data-autofocus': true })} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <Button type="submit" disabled={choice === ''}>
            {question.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
