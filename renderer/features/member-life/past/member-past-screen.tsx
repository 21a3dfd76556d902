import { Anchor, Button, Checkbox } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useMember } from '#renderer/data/members/use-members.ts';
import { usePastStory } from '#renderer/data/members/use-past-story.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { memberPastText as text } from '#renderer/messages/member-past.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { routes } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { daysOfChange, stepDay, tellPast, type FieldGroup } from './past-lines.ts';
import { PastPaperDialog } from './past-paper-dialog.tsx';
import { PastSummary } from './past-summary.tsx';
import { PastTable } from './past-table.tsx';
import classes from './past.module.css';

type MemberPastScreenProps = { readonly memberId: string; readonly groups: readonly FieldGroup[] };

/** Hồ sơ tại ngày: the record of a member as it stood on any day, the decisions it rested on, and what is different today. */
export function MemberPastScreen({ memberId, groups }: MemberPastScreenProps): ReactNode {
  useHelp(text.help);
  const row = useMember(memberId);
  const isHere = row !== null && row !== undefined && !row.removed;
  useEffect(() => {
    if (isHere) void noteAudit('member-read', { type: 'member', id: memberId });
  }, [isHere, memberId]);
  if (row === undefined) return null;
  if (!isHere)
    return (
      <div className={classes.root}>
        <div className={classes.head}>
          <PageHeader title={text.title} />
        </div>
        <EmptyState icon={IconUserOff} title={text.gone}>
          {text.goneHint}
        </EmptyState>
      </div>
    );
  return <PastOf row={row} groups={groups} />;
}

function PastOf({ row, groups }: { readonly row: MemberRow; readonly groups: readonly FieldGroup[] }): ReactNode {
  const today = useToday();
  const past = usePastStory(row);
  const [chosen, setDay] = useState<PlainDate | null>(null);
  const [isOnlyDifferent, setOnlyDifferent] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const day = chosen ?? today;
  const record = useMemo(() => past && tellPast(past, groups, day), [past, groups, day]);
  if (past === undefined || record === undefined) return null;
  const days = daysOfChange(past, today);
  const steps = { earlier: stepDay(days, day, 'earlier'), later: stepDay(days, day, 'later') };
  return (
    <div className={classes.root}>
      <ScreenActions>
        <Button variant="default" onClick={() => setPrinting(true)}>
          {text.print}
        </Button>
      </ScreenActions>
      <div className={classes.head}>
        <PageHeader
          title={text.titleOf(row.name.full)}
          after={<Anchor href={`#${routes.member(row.id)}`}>{text.back}</Anchor>}
        />
      </div>
      <div className={classes.controls}>
        <DateField
          className={classes.day}
          label={text.day}
          value={day}
          today={today}
          error={day > today ? text.future : undefined}
          onChange={(next) => next !== null && setDay(next)}
        />
        {(['earlier', 'later'] as const).map((way) => (
          <Button
            key={way}
            variant="default"
            disabled={steps[way] === undefined}
            onClick={() => setDay(steps[way] ?? day)}
          >
            {text[way]}
          </Button>
        ))}
        <Button variant="default" disabled={day === today} onClick={() => setDay(today)}>
          {text.today}
        </Button>
        <Checkbox
          className={classes.only ?? ''}
          label={text.onlyDifferent}
          checked={isOnlyDifferent}
          onChange={(event) => setOnlyDifferent(event.currentTarget.checked)}
        />
      </div>
      {day < past.story.madeOn && <p className={classes.note}>{text.before(formatDate(past.story.madeOn))}</p>}
      {!past.complete && <p className={classes.note}>{text.notComplete}</p>}
      <div className={classes.body}>
        <PastTable groups={record.groups} day={day} isOnlyDifferent={isOnlyDifferent} />
        <PastSummary past={past} record={record} day={day} />
      </div>
      {isPrinting && (
        <PastPaperDialog memberId={row.id} values={record.values} day={day} onClose={() => setPrinting(false)} />
      )}
    </div>
  );
}
