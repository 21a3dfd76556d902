import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { findPartyAge } from '#shared/domain/member/party-age.ts';
import { disciplinesOn } from '#shared/domain/member-life/discipline.ts';
import { startOf } from '#shared/domain/member-life/life-event.ts';
import { lifeOn } from '#shared/domain/member-life/record-on-day.ts';
import type { PastStory } from '#renderer/data/members/past-story.ts';
import { useMemberRules } from '#renderer/data/members/use-member-life.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { MemberEventRow } from '#renderer/data/rows.ts';
import { eventFormText } from '#renderer/messages/member-life.ts';
import { memberPastText } from '#renderer/messages/member-past.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import { valueText } from '#renderer/messages/record-values.ts';
import { decisionInWords, eventTitle } from '../life-items.ts';
import type { PastRecord } from './past-lines.ts';
import classes from './past.module.css';

const { summary: text } = memberPastText;

type PastSummaryProps = {
  readonly past: PastStory & { readonly events: readonly MemberEventRow[] };
  readonly record: PastRecord;
  readonly day: PlainDate;
};

/** What somebody was on a day, in words, and what had happened by then, the latest first. */
export function PastSummary({ past: { story, events }, record, day }: PastSummaryProps): ReactNode {
  const rules = useMemberRules();
  const names = useRecordNames();
  const { values, different } = record;
  const unitName = (id: string): string => names.unit(id) ?? valueText.unknownUnit;
  const age = findPartyAge(values.admittedOn, day);
  const lines = [
    [memberStateText[values.state], values.unitId === null ? '' : unitName(values.unitId)],
    [age === undefined ? '' : text.partyAge(age.years)],
    ...disciplinesOn(story.events, day, rules).map(({ event, lastDay }) => [
      text.discipline(eventFormText(event.form), formatDate(lastDay)),
    ]),
    [lifeOn(story, day).isAbroad ? text.abroad : ''],
    [different === 0 ? text.noneDifferent : text.different(different)],
  ]
    .map((parts) => parts.filter((part) => part !== '').join(', '))
    .filter((line) => line !== '');
  const told = events
    .filter((event) => event.state === 'decided' && startOf(event) <= day)
    .sort((a, b) => (startOf(a) < startOf(b) ? 1 : startOf(a) > startOf(b) ? -1 : a.id < b.id ? 1 : -1));
  return (
    <aside className={classes.side} aria-label={memberPastText.events} tabIndex={0}>
      <section className={classes.card}>
        <h2>{text.title(formatDate(day))}</h2>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      <section className={classes.card}>
        <h2>{memberPastText.events}</h2>
        {told.length === 0 && <p className={classes.grey}>{memberPastText.noEvents}</p>}
        <ul className={classes.events}>
          {told.map((event) => (
            <li key={event.id}>
              <strong>{formatDate(event.effectiveOn)}</strong> {eventTitle(event, unitName)}
              <span className={classes.second}>{decisionInWords(event)}</span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
