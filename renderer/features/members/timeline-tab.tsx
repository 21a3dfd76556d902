import { useMemo, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useConflicts, useRecordHistory } from '#renderer/data/review/use-review.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useReach } from '#renderer/data/rights/use-reach.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { membersText } from '#renderer/messages/members.ts';
import { valueText } from '#renderer/messages/record-values.ts';
import { EventTimeline } from '#renderer/ui/event-timeline.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { useMemberRules } from '#renderer/data/members/use-member-life.ts';
import { datesInWords, toTimeline, type TimelineEvent } from './member-timeline.ts';
import type { MemberRecordMore } from './member-record-more.ts';
import { MissingCard, type FillMissing } from './missing-card.tsx';
import { OwnTwins } from './own-twins.tsx';
import { findComingBadge, findProbationEnd } from '#shared/domain/member/party-age.ts';
import classes from './timeline-tab.module.css';
import { UnsettledNote } from './unsettled-note.tsx';

type TimelineTabProps = FillMissing & { readonly row: MemberRow; readonly more: MemberRecordMore };

/** The member's life in the Party, what comes next, and what the record lacks. */
export function TimelineTab({ row, onField, onPapers, more }: TimelineTabProps): ReactNode {
  const conflicts = useConflicts();
  const today = useToday();
  const rules = useMemberRules();
  const { isPrivate } = useReach();
  const { timeline } = membersText;
  const open = useMemo(() => {
    const own = (conflicts ?? []).find(({ type, id }) => type === 'member' && id === row.id);
    return Object.fromEntries(
      (own?.fields ?? []).map(({ field, others }) => [field, others.map(({ value }) => value)]),
    );
  }, [conflicts, row.id]);
  const points = toTimeline(row, open).map((event) => ({
    key: event.field,
    field: event.field,
    at: event.dates[0] ?? '',
    title: <EventTitle event={event} />,
    chip: event.tag === '' ? undefined : <StatusChip tone="neutral">{event.tag}</StatusChip>,
  }));
  return (
    <div className={classes.root}>
      <div className={classes.events}>
        <OwnTwins row={row} />
        {row.conflicts.length > 0 && <UnsettledNote fields={row.conflicts} />}
        {more.timeline?.(row, points) ??
          (points.length === 0 ? (
            <p className={classes.grey}>{timeline.empty}</p>
          ) : (
            <EventTimeline items={points.map((point, i) => ({ ...point, current: i === 0 }))} />
          ))}
      </div>
      <div className={classes.cards}>
        <Upcoming row={row} today={today} rules={rules} />
        {isPrivate && <MissingCard row={row} onField={onField} onPapers={onPapers} />}
        <LastChange row={row} />
      </div>
    </div>
  );
}

function EventTitle({ event }: { readonly event: TimelineEvent }): ReactNode {
  const open = event.dates.length > 1;
  return (
    <>
      <strong
        className={classes.date}
        data-open={open || undefined}
        title={open ? membersText.timeline.unsettled : undefined}
      >
        {datesInWords(event)}
      </strong>{' '}
      {event.text}
    </>
  );
}

function Upcoming({
  row,
  today,
  rules,
}: {
  readonly row: MemberRow;
  readonly today: PlainDate;
  readonly rules: MemberRules;
}): ReactNode {
  const { upcoming } = membersText;
  const badge = findComingBadge(row, today, rules);
  const probationEnd = findProbationEnd(row, rules);
  const lines = [
    ...(probationEnd === undefined
      ? []
      : [(probationEnd < today ? upcoming.probationOver : upcoming.probation)(formatDate(probationEnd))]),
    ...(badge === undefined ? [] : [upcoming.badge(badge.years, formatDate(badge.on))]),
  ];
  return (
    <section className={classes.card}>
      <h3>{upcoming.title}</h3>
      {lines.length === 0 ? (
        <p className={classes.grey}>{upcoming.none}</p>
      ) : (
        lines.map((line) => <p key={line}>{line}</p>)
      )}
    </section>
  );
}

function LastChange({ row }: { readonly row: MemberRow }): ReactNode {
  const history = useRecordHistory('member', row.id);
  const names = useRecordNames();
  const today = useToday();
  const last = history?.entries[0];
  if (last === undefined) return null;
  return (
    <p className={classes.last}>
      {membersText.lastChange(names.staff(last.staffId) ?? valueText.unknownPerson, formatWhen(last.atMs, today))}
    </p>
  );
}
