import { Autocomplete, Checkbox, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { MeetingOpinionFields } from '#shared/domain/meeting/meeting-opinion-record.ts';
import { useDraft, useKeepDraft } from '#renderer/data/drafts.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './discussion.module.css';

const text = meetingWorkText.opinions;

/** What is written of an opinion. */
export type OpinionWords = Pick<MeetingOpinionFields, 'personName' | 'text' | 'isBefore'>;

type OpinionFormProps = {
  readonly draftKey: string;
  readonly names: readonly string[];
  readonly start: OpinionWords;
  readonly submit: string;
  /** Writes it; false when it was refused, then the words stay. */
  readonly onSubmit: (words: OpinionWords) => Promise<boolean>;
};

/** Somebody's words; what was typed survives leaving the screen. */
export function OpinionForm(props: OpinionFormProps): ReactNode {
  const kept = useDraft<OpinionWords>(props.draftKey);
  return kept === undefined ? null : <Form {...props} kept={kept} />;
}

function Form({
  draftKey,
  names,
  start,
  submit,
  onSubmit,
  kept,
}: OpinionFormProps & { readonly kept: OpinionWords | null }): ReactNode {
  const [first] = useState<OpinionWords>({
    personName: start.personName,
    text: start.text,
    isBefore: start.isBefore,
  });
  const [words, setWords] = useState<OpinionWords>(kept ?? first);
  const isChanged = words.personName !== first.personName || words.text !== first.text;
  useKeepDraft(draftKey, words, isChanged);
  const isFilled = normalizeLine(words.personName) !== '' && words.text.trim() !== '';
  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (!isFilled) return;
    const done = await onSubmit({ ...words, personName: normalizeLine(words.personName), text: words.text.trim() });
    if (done) setWords({ personName: '', text: '', isBefore: words.isBefore });
  };
  return (
    <form className={classes.form} onSubmit={(event) => void send(event)}>
      <Autocomplete
        label={text.who}
        placeholder={text.whoPlaceholder}
        data={[...new Set(names)]}
        value={words.personName}
        maxLength={120}
        onChange={(personName) => setWords({ ...words, personName })}
      />
      <Checkbox
        label={text.isBefore}
        checked={words.isBefore}
        onChange={(event) => setWords({ ...words, isBefore: event.currentTarget.checked })}
      />
      <Textarea
        className={classes.wide ?? ''}
        label={text.text}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={words.text}
        onChange={(event) => setWords({ ...words, text: event.currentTarget.value })}
      />
      <WriteButton type="submit" size="md" disabled={!isFilled}>
        {submit}
      </WriteButton>
    </form>
  );
}
