import { ActionIcon, Group, Title } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { addOpinion, removePart, saveOpinion } from '#renderer/data/meetings/meeting-part-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MeetingOpinionRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import type { PartProps } from '../part-props.ts';
import classes from './discussion.module.css';
import { OpinionForm, type OpinionWords } from './opinion-form.tsx';

const text = meetingWorkText.opinions;

/** Who said what, before the meeting and in it. */
export function OpinionsCard({ details, mayWrite }: PartProps): ReactNode {
  const office = useOffice();
  const { meeting, opinions, roll } = details;
  const [editedId, setEditedId] = useState<string>();
  const names = roll.map(({ name }) => name.full);
  const speakers = new Set(opinions.map(({ personName }) => personName)).size;
  const memberOf = (name: string): string | null => roll.find((entry) => entry.name.full === name)?.memberId ?? null;

  const add = async (words: OpinionWords): Promise<boolean> => {
    const order = (opinions.at(-1)?.order ?? 0) + 1;
    const saved = await addOpinion(office, {
      ...words,
      meetingId: meeting.id,
      memberId: memberOf(words.personName),
      order,
    });
    if (!saved.ok) notifyError(saved.error.code);
    return saved.ok;
  };
  const save = async (row: MeetingOpinionRow, words: OpinionWords): Promise<boolean> => {
    const saved = await saveOpinion(office, row.id, { ...words, memberId: memberOf(words.personName) }, row.seq);
    if (saved.ok) setEditedId(undefined);
    else notifyError(saved.error.code);
    return saved.ok;
  };
  const remove = async (row: MeetingOpinionRow): Promise<void> => {
    const saved = await removePart(office, 'meetingOpinion', row.id);
    if (saved.ok) notifyDone(text.removed, { undo: () => void undo(office, saved.value) });
    else notifyError(saved.error.code);
  };
  const line = (row: MeetingOpinionRow): ReactNode =>
    row.id === editedId ? (
      <li key={row.id} className={classes.item}>
        <OpinionForm
          draftKey={`opinion:${row.id}`}
          names={names}
          start={row}
          submit={text.save}
          onSubmit={(words) => save(row, words)}
        />
      </li>
    ) : (
      <li key={row.id} className={classes.item}>
        <div className={classes.words}>
          <span className={classes.who}>{row.personName}</span>
          <span>{row.text}</span>
        </div>
        {mayWrite && (
          <Group gap="0.25rem" wrap="nowrap">
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={text.edit(row.personName)}
              title={text.edit(row.personName)}
              onClick={() => setEditedId(row.id)}
            >
              <IconPencil size="1.125rem" aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={text.remove(row.personName)}
              title={text.remove(row.personName)}
              onClick={() => void remove(row)}
            >
              <IconTrash size="1.125rem" aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </li>
    );
  const group = (title: string, rows: readonly MeetingOpinionRow[]): ReactNode =>
    rows.length > 0 && (
      <>
        <p className={classes.grey}>{title}</p>
        <ul className={classes.list}>{rows.map(line)}</ul>
      </>
    );
  return (
    <section className={classes.card} aria-labelledby="opinions-title">
      <div className={classes.head}>
        <Title order={3} id="opinions-title" className={classes.title ?? ''}>
          {text.title}
        </Title>
        <span className={classes.grey}>{text.speakers(speakers)}</span>
      </div>
      {opinions.length === 0 && <p className={classes.grey}>{text.empty}</p>}
      {group(
        text.before,
        opinions.filter(({ isBefore }) => isBefore),
      )}
      {group(
        text.during,
        opinions.filter(({ isBefore }) => !isBefore),
      )}
      {mayWrite && (
        <OpinionForm
          draftKey={`opinion-of:${meeting.id}`}
          names={names}
          start={{ personName: '', text: '', isBefore: meeting.state !== 'held' }}
          submit={text.add}
          onSubmit={add}
        />
      )}
    </section>
  );
}
