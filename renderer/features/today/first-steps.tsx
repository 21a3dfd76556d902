import { formatCount } from '#renderer/messages/format-count.ts';
import { Button, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { allMembers, useMemberList } from '#renderer/data/members/use-members.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { todayText } from '#renderer/messages/today.ts';
import { useSyncStatus } from '#renderer/sync/sync-status.ts';
import { loadingInWords } from '#renderer/ui/loading-words.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import classes from './card.module.css';
import steps from './first-steps.module.css';

/** First run: what to do first, step by step, until each has been done once. */
export function FirstSteps({ hasDocuments }: { readonly hasDocuments: boolean }): ReactNode {
  const units = useUnits();
  const members = useMemberList(allMembers);
  const navigate = useNavigate();
  const may = {
    units: useMay('unit.edit').may,
    members: useMay('member.edit').may,
    documents: useMay('document.register').may,
  };
  const { firstSyncDone, reachable, rowsReceived, loading } = useSyncStatus();
  const text = todayText.firstRun;
  if (units === undefined || members === undefined) return null;
  const todo = [
    { id: 'units', done: units.length > 0, place: routes.units() },
    { id: 'members', done: members.counts.all > 0, place: routes.members() },
    { id: 'documents', done: hasDocuments, place: routes.documentNew() },
  ] as const;
  if (todo.every(({ done }) => done) || (hasDocuments && units.length > 0)) return null;
  const next = todo.find(({ done }) => !done)?.id;
  return (
    <section className={classes.card} aria-labelledby="first-title">
      <Title order={2} id="first-title" className={classes.title ?? ''}>
        {text.title}
      </Title>
      <p className={classes.grey}>
        {loading !== null
          ? loadingInWords(loading, reachable === true)
          : reachable === true && !firstSyncDone && rowsReceived > 0
            ? text.receiving(formatCount(rowsReceived))
            : text.text}
      </p>
      <ol className={steps.list}>
        {todo.map(({ id, done, place }, i) => (
          <li key={id} className={steps.step} data-done={done || undefined}>
            <span className={steps.number} aria-hidden>
              {done ? <IconCircleCheck size="1.25rem" /> : i + 1}
            </span>
            <span className={steps.words}>
              <strong>{text.steps[id].title}</strong>
              <span className={classes.grey}>{text.steps[id].text}</span>
            </span>
            {done && <span className={steps.done}>{text.done}</span>}
            {!done && may[id] && (
              <Button size="compact-md" variant={id === next ? 'light' : 'default'} onClick={() => navigate(place)}>
                {text.steps[id].action}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
