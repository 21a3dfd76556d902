import { ActionIcon, Autocomplete, Button, Group, NumberInput, Textarea, Title } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { agendaOf } from '#shared/domain/meeting/agenda-table.ts';
import type { AgendaItem, MeetingKind } from '#shared/domain/meeting/meeting-record.ts';
import { meetingsText } from '#renderer/messages/meetings.ts';
import classes from './prepare.module.css';

const text = meetingsText.prepare;
const MOST_ITEMS = 40;

type AgendaEditorProps = {
  readonly kind: MeetingKind;
  readonly agenda: readonly AgendaItem[];
  readonly goodMinutes: number;
  readonly names: readonly string[];
  readonly mayWrite: boolean;
  readonly onChange: (agenda: readonly AgendaItem[]) => void;
};

/** The agenda line by line: what, who, how long. */
export function AgendaEditor(props: AgendaEditorProps): ReactNode {
  const { kind, agenda, goodMinutes, names, mayWrite, onChange } = props;
  const sum = agenda.reduce((all, { minutes }) => all + minutes, 0);
  const put = (at: number, part: Partial<AgendaItem>): void =>
    onChange(agenda.map((item, i) => (i === at ? { ...item, ...part } : item)));
  const raise = (at: number): void => {
    const next = [...agenda];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(at - 1, 0, moved);
    onChange(next);
  };
  return (
    <section className={classes.card} aria-labelledby="agenda-title">
      <div className={classes.head}>
        <Title order={3} id="agenda-title" className={classes.title ?? ''}>
          {text.agenda}
        </Title>
        <span className={classes.grey}>
          {text.minutesSum(sum)}
          {sum < goodMinutes && text.minutesShort(goodMinutes)}
        </span>
      </div>
      <ol className={classes.agenda}>
        {agenda.map((item, i) => (
          <li key={i} className={classes.item}>
            <span className={classes.place} aria-hidden>
              {i + 1}
            </span>
            <Textarea
              className={classes.what ?? ''}
              aria-label={text.agendaItem(i + 1)}
              placeholder={text.itemColumn}
              autosize
              minRows={1}
              maxLength={300}
              value={item.title}
              disabled={!mayWrite}
              onChange={(event) => put(i, { title: event.currentTarget.value })}
            />
            <Autocomplete
              className={classes.who ?? ''}
              aria-label={text.agendaPresenter(i + 1)}
              placeholder={text.presenterColumn}
              data={[...names]}
              value={item.presenter}
              maxLength={120}
              disabled={!mayWrite}
              onChange={(presenter) => put(i, { presenter })}
            />
            <NumberInput
              className={classes.minutes ?? ''}
              aria-label={text.agendaMinutes(i + 1)}
              value={item.minutes}
              min={0}
              max={600}
              step={5}
              allowDecimal={false}
              clampBehavior="strict"
              disabled={!mayWrite}
              onChange={(minutes) => put(i, { minutes: typeof minutes === 'number' ? minutes : 0 })}
            />
            {mayWrite && (
              <Group gap="0.125rem" wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  size="lg"
                  disabled={i === 0}
                  aria-label={text.moveUp(i + 1)}
                  title={text.moveUp(i + 1)}
                  onClick={() => raise(i)}
                >
                  <IconArrowUp size="1.125rem" aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="red"
                  size="lg"
                  aria-label={text.removeItem(i + 1)}
                  title={text.removeItem(i + 1)}
                  onClick={() => onChange(agenda.filter((_, at) => at !== i))}
                >
                  <IconTrash size="1.125rem" aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </li>
        ))}
      </ol>
      {mayWrite && (
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            disabled={agenda.length >= MOST_ITEMS}
            onClick={() => onChange([...agenda, { title: '', presenter: '', minutes: 10 }])}
          >
            {text.addItem}
          </Button>
          {agenda.length === 0 && (
            <Button variant="default" onClick={() => onChange(agendaOf(kind))}>
              {text.usualAgenda}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
