import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { isHeldOn } from '#shared/domain/unit/unit-concerns.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { removeAppointment, saveAppointment, usePostsOf } from '#renderer/data/organisation/appointment-repository.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { AppointmentRow, UnitRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { unitLifeText } from '#renderer/messages/unit-life.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from '../unit-page.module.css';
import { PostDialog } from './post-dialog.tsx';
import { TermCard } from './term-card.tsx';

type PostsTabProps = {
  readonly unit: UnitRow;
  /** A day other than today that is looked at: who held the posts then. */
  readonly day: PlainDate | null;
};

/** Posts of an organisation: who holds them, who held them, and the term they are held for. */
export function PostsTab({ unit, day }: PostsTabProps): ReactNode {
  const now = useToday();
  const today = day ?? now;
  const posts = usePostsOf(unit.id, today) ?? [];
  const may = useMay('post.appoint').may && day === null;
  const [task, setTask] = useState<{ readonly row: AppointmentRow | undefined } | null>(null);
  const text = unitLifeText.posts;
  const [held, former] = [
    posts.filter((post) => isHeldOn(post, today)),
    posts.filter((post) => !isHeldOn(post, today)),
  ];
  const list = (title: string, rows: readonly AppointmentRow[], isHeld: boolean): ReactNode =>
    rows.length > 0 && (
      <section className={classes.section} aria-label={title}>
        <h3 className={classes.sectionTitle}>{title}</h3>
        <ul className={classes.list}>
          {rows.map((row) => (
            <PostLine key={row.id} row={row} isHeld={isHeld} may={may} onEdit={() => setTask({ row })} />
          ))}
        </ul>
      </section>
    );
  return (
    <div className={classes.tab}>
      {day === null && <TermCard unit={unit} />}
      {may && (
        <div className={classes.buttons}>
          <WriteButton size="xs" variant="light" onClick={() => setTask({ row: undefined })}>
            {text.add}
          </WriteButton>
        </div>
      )}
      {(day === null ? posts : held).length === 0 && <p className={classes.grey}>{text.empty}</p>}
      {list(day === null ? text.held : text.heldOn(formatDate(day)), held, true)}
      {day === null && list(text.former, former, false)}
      {task !== null && <PostDialog unit={unit} row={task.row} posts={posts} onClose={() => setTask(null)} />}
    </div>
  );
}

type PostLineProps = {
  readonly row: AppointmentRow;
  readonly isHeld: boolean;
  readonly may: boolean;
  readonly onEdit: () => void;
};

function PostLine({ row, isHeld, may, onEdit }: PostLineProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const text = unitLifeText.posts;
  const facts = [
    row.from === null ? '' : text.from(formatDate(row.from)),
    row.to === null ? '' : text.to(formatDate(row.to)),
    row.termName === '' ? '' : text.term(row.termName),
    row.decision === null || row.decision.symbol === '' ? '' : text.by(row.decision.symbol),
  ].filter((fact) => fact !== '');
  const end = async (): Promise<void> => {
    const saved = await saveAppointment(office, row, { to: row.from !== null && row.from > today ? row.from : today });
    if (!saved.ok) notifyError(saved.error.code);
    else notifyDone(unitLifeText.post.saved(row.personName), { undo: () => void undo(office, saved.value) });
  };
  const remove = async (): Promise<void> => {
    const removed = await removeAppointment(office, row.id);
    if (!removed.ok) notifyError(removed.error.code);
    else notifyDone(text.removed, { undo: () => void undo(office, removed.value) });
  };
  return (
    <li className={classes.postLine}>
      <span>
        <strong>{row.personName}</strong>{' '}
        <StatusChip tone={isHeld && row.kind === 'secretary' ? 'primary' : 'neutral'}>{row.post}</StatusChip>
        <br />
        <span className={classes.grey}>{facts.join(', ')}</span>
      </span>
      {may && (
        <span className={classes.buttons}>
          {isHeld && row.to === null && (
            <WriteButton size="compact-sm" variant="subtle" onClick={() => void end()}>
              {text.end}
            </WriteButton>
          )}
          <WriteButton size="compact-sm" variant="subtle" onClick={onEdit}>
            {text.edit}
          </WriteButton>
          <WriteButton size="compact-sm" variant="subtle" color="gray" onClick={() => void remove()}>
            {text.remove}
          </WriteButton>
        </span>
      )}
    </li>
  );
}
