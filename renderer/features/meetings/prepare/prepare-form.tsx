import { Autocomplete, Group, Textarea, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useKeepDraft } from '#renderer/data/drafts.ts';
import { saveMeeting } from '#renderer/data/meetings/meeting-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { meetingsText } from '#renderer/messages/meetings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import type { PartProps } from '../part-props.ts';
import { AgendaEditor } from './agenda-editor.tsx';
import { changesOfDraft, findPrepareProblems, prepareKey, toPrepareDraft, type PrepareDraft } from './prepare-draft.ts';
import classes from './prepare.module.css';

const text = meetingsText.prepare;

/** The form of a meeting; what was typed survives leaving the screen, a lock and a restart. */
export function PrepareForm({
  details,
  mayWrite,
  kept,
}: PartProps & { readonly kept: PrepareDraft | null }): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { meeting, roll, rules } = details;
  const [typed, setTyped] = useState<PrepareDraft | null>(kept);
  const draft = typed ?? toPrepareDraft(meeting);
  const isChanged = typed !== null && Object.keys(changesOfDraft(draft, meeting)).length > 0;
  const forget = useKeepDraft(prepareKey(meeting.id), draft, isChanged);
  const [dayProblem, setDayProblem] = useState<string | null>(null);
  const problems = findPrepareProblems(draft);
  const names = [...new Set(roll.map(({ name }) => name.full))];
  const change = (part: Partial<PrepareDraft>): void => setTyped({ ...draft, ...part });

  const save = async (): Promise<void> => {
    if (problems.size > 0 || dayProblem !== null) return;
    const saved = await saveMeeting(office, meeting.id, changesOfDraft(draft, meeting), draft.seen);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    forget();
    setTyped(null);
    notifyDone(meetingsText.done.saved, { undo: () => void undo(office, saved.value) });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void save();
  };
  useCommand('save', () => void save(), mayWrite && isChanged);
  const line = (field: 'title' | 'place', more: { readonly error?: string | undefined } = {}): ReactNode => (
    <TextInput
      label={text[field]}
      value={draft[field]}
      maxLength={200}
      disabled={!mayWrite}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      {...more}
    />
  );
  const person = (field: 'chair' | 'clerk'): ReactNode => (
    <Autocomplete
      label={text[field]}
      data={names}
      value={draft[field]}
      maxLength={120}
      disabled={!mayWrite}
      onChange={(value) => change({ [field]: value })}
    />
  );
  const time = (field: 'time' | 'endTime'): ReactNode => (
    <TextInput
      label={text[field]}
      description={field === 'time' ? text.timeHint : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={draft[field]}
      maxLength={20}
      disabled={!mayWrite}
      error={problems.has(field) && text.timeWrong}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <form className={classes.root} onSubmit={submit} noValidate>
      <section className={classes.card} aria-labelledby="facts-title">
        <Title order={3} id="facts-title" className={classes.title ?? ''}>
          {text.facts}
        </Title>
        <div className={classes.wide}>
          {line('title', { error: problems.has('title') ? sharedText.required : undefined })}
        </div>
        <div className={classes.fields}>
          <DateField
            label={text.day}
            value={draft.day}
            today={today}
            disabled={!mayWrite}
            onChange={(day, problem) => {
              setDayProblem(problem);
              if (problem === null) change({ day });
            }}
            error={draft.day === null && dayProblem === null ? sharedText.required : undefined}
          />
          {time('time')}
          {time('endTime')}
          {line('place')}
          {person('chair')}
          {person('clerk')}
        </div>
        <TextInput
          label={text.guests}
          value={draft.guests}
          maxLength={1000}
          disabled={!mayWrite}
          onChange={(event) => change({ guests: event.currentTarget.value })}
        />
      </section>
      <AgendaEditor
        kind={meeting.kind}
        agenda={draft.agenda}
        goodMinutes={rules.goodMinutes}
        names={names}
        mayWrite={mayWrite}
        onChange={(agenda) => change({ agenda })}
      />
      <section className={classes.card} aria-labelledby="invitation-title">
        <Title order={3} id="invitation-title" className={classes.title ?? ''}>
          {text.invitation}
        </Title>
        <Textarea
          aria-label={text.invitation}
          description={text.invitationHint}
          inputWrapperOrder={['input', 'description']}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          value={draft.invitation}
          disabled={!mayWrite}
          onChange={(event) => change({ invitation: event.currentTarget.value })}
        />
      </section>
      {mayWrite && (
        <Group className={classes.foot ?? ''}>
          <WriteButton type="submit" size="md" disabled={!isChanged || problems.size > 0 || dayProblem !== null}>
            {text.save}
          </WriteButton>
          {isChanged && <StatusChip tone="amber">{text.unsaved}</StatusChip>}
          {isChanged && meeting.seq !== draft.seen && <span className={classes.grey}>{text.changedElsewhere}</span>}
        </Group>
      )}
    </form>
  );
}
