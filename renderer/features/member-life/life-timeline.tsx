import { Loader } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { isPrivateEvent } from '#shared/domain/member/private-fields.ts';
import { inOrder } from '#shared/domain/member-life/life-event.ts';
import { useMemberEvents, useMemberRules } from '#renderer/data/members/use-member-life.ts';
import { storyOf } from '#renderer/data/members/member-story.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useReach } from '#renderer/data/rights/use-reach.ts';
import type { MemberEventRow, MemberRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { memberLifeText } from '#renderer/messages/member-life.ts';
import { valueText } from '#renderer/messages/record-values.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { EventTimeline, type TimelineItem } from '#renderer/ui/event-timeline.tsx';
import { EventDialog } from './event-dialog/event-dialog.tsx';
import { LifeItemLine } from './life-item-line.tsx';
import { toLifeItems } from './life-items.ts';
import { VoidEvent } from './void-event.tsx';

/** What the record itself tells, for days of which no event does. `field`: the one it comes from; `at`: its date. */
export type RecordPoint = TimelineItem & { readonly field: string; readonly at: string };

type LifeTimelineProps = { readonly row: MemberRow; readonly points: readonly RecordPoint[] };

/** A member's life: its events with their decisions, and the dates of the record that no event tells. */
export function LifeTimeline({ row, points }: LifeTimelineProps): ReactNode {
  const events = useMemberEvents(row.id);
  const rules = useMemberRules();
  const today = useToday();
  const names = useRecordNames();
  const { isPrivate } = useReach();
  const [voiding, setVoiding] = useState<MemberEventRow | null>(null);
  const [deciding, setDeciding] = useState<MemberEventRow | null>(null);
  const story = useMemo(() => events && storyOf(row, events), [row, events]);
  if (events === undefined || story === undefined) return <Loader aria-label={sharedText.loading} />;
  const told = new Set(inOrder(events).flatMap(({ sets }) => Object.keys(sets)));
  const items = toLifeItems(events, {
    story,
    today,
    rules,
    unitName: (id) => names.unit(id) ?? valueText.unknownUnit,
  });
  const seen = items.filter(({ event }) => isPrivate || !isPrivateEvent(event.kind));
  const lines: readonly RecordPoint[] = seen.map((item) => ({
    key: item.event.id,
    field: item.event.id,
    at: item.at,
    title: <LifeItemLine item={item} onVoid={setVoiding} onDecide={setDeciding} />,
    quote: quoteOf(item.event),
  }));
  const all = [...lines, ...points.filter(({ field }) => !told.has(field))].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <>
      <EventTimeline items={all.map((item, i) => ({ ...item, current: i === 0 }))} />
      {voiding !== null && <VoidEvent event={voiding} onClose={() => setVoiding(null)} />}
      {deciding !== null && (
        <EventDialog memberId={row.id} story={story} proposal={deciding} onClose={() => setDeciding(null)} />
      )}
    </>
  );
}

function quoteOf({ state, voidReason, reason, note }: MemberEventRow): string | undefined {
  const words = [state === 'void' ? memberLifeText.voided(voidReason) : '', reason, note].filter((line) => line !== '');
  return words.length === 0 ? undefined : words.join('\n');
}
