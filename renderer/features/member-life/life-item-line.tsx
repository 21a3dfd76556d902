import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { attachToEvent } from '#renderer/data/members/event-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberEventRow } from '#renderer/data/rows.ts';
import { memberLifeText } from '#renderer/messages/member-life.ts';
import { ACCEPTED_FILES, takeInFile } from '#renderer/platform/take-in-file.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { EventFiles } from './event-files.tsx';
import type { LifeItem } from './life-items.ts';
import classes from './member-life.module.css';

type LifeItemLineProps = {
  readonly item: LifeItem;
  readonly onVoid: (event: MemberEventRow) => void;
  readonly onDecide: (event: MemberEventRow) => void;
};

/** One event on the time line, with what can be done with it. */
export function LifeItemLine({ item, onVoid, onDecide }: LifeItemLineProps): ReactNode {
  const { event, date, title, decision, marks } = item;
  const { may } = useMay('event.record');
  const office = useOffice();
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const attach = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const taken = await takeInFile(file);
    const saved = taken.ok ? await attachToEvent(office, event.id, taken.value.file) : taken;
    if (saved.ok) notifyDone(memberLifeText.attached);
    else notifyError(saved.error.code, file.name);
  };
  return (
    <div className={classes.item} data-void={event.state === 'void' || undefined}>
      <div className={classes.itemHead}>
        <div className={classes.itemWords}>
          <strong className={classes.date}>{date}</strong> {title}{' '}
          {marks.map(({ text, tone }) => (
            <StatusChip key={text} tone={tone}>
              {text}
            </StatusChip>
          ))}
        </div>
        {may && event.state !== 'void' && (
          <Menu opened={open} onChange={setOpen} position="bottom-end" shadow="md">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={memberLifeText.actionsOf(title)}>
                <IconDots size="1rem" aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {event.state === 'proposed' && (
                <Menu.Item onClick={() => onDecide(event)}>{memberLifeText.decide}</Menu.Item>
              )}
              <Menu.Item onClick={() => field.current?.click()}>{memberLifeText.attach}</Menu.Item>
              <Menu.Item onClick={() => onVoid(event)}>{memberLifeText.void.action}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {may && (
        <input
          ref={field}
          type="file"
          hidden
          accept={ACCEPTED_FILES}
          aria-label={memberLifeText.attach}
          onChange={({ currentTarget }) => {
            void attach(currentTarget.files?.[0]);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
      )}
      {decision !== '' && <p className={classes.decision}>{decision}</p>}
      <EventFiles event={event} />
    </div>
  );
}
