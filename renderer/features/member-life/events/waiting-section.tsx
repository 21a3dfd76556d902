import { Anchor } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { LifeEvents } from '#renderer/data/members/use-life-board.ts';
import { useMemberStory } from '#renderer/data/members/use-member-life.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { memberEventsText } from '#renderer/messages/member-events.ts';
import { valueText } from '#renderer/messages/record-values.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { routes } from '#renderer/ui/routes.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { EventDialog } from '../event-dialog/event-dialog.tsx';
import { EventFiles } from '../event-files.tsx';
import { eventTitle } from '../life-items.ts';
import { ProposalLine } from '../proposal-line.tsx';
import type { EventLine } from './event-filter.ts';
import classes from './member-events.module.css';

const { waiting: text } = memberEventsText;

type WaitingSectionProps = {
  readonly changes: LifeEvents['changes'];
  readonly proposed: readonly EventLine[];
};

/** What waits for a second person, and what waits for a decision: settled right here. */
export function WaitingSection({ changes, proposed }: WaitingSectionProps): ReactNode {
  const { may } = useMay('event.record');
  const [deciding, setDeciding] = useState<EventLine | null>(null);
  if (changes.length === 0 && proposed.length === 0)
    return (
      <EmptyState icon={IconUserCheck} title={text.nobody}>
        {text.nobodyHint}
      </EmptyState>
    );
  return (
    <div className={classes.page}>
      {changes.length > 0 && (
        <section className={classes.card} aria-label={text.changes}>
          <h2>{text.changes}</h2>
          <p className={classes.hint}>{text.changesHint}</p>
          <ul className={classes.list}>
            {changes.map(({ change, member }) => (
              <li key={change.id}>
                <WhoseLine member={member} />
                <ProposalLine change={change} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {proposed.length > 0 && (
        <section className={classes.card} aria-label={text.events}>
          <h2>{text.events}</h2>
          <p className={classes.hint}>{text.eventsHint}</p>
          <ul className={classes.list}>
            {proposed.map((line) => (
              <li key={line.event.id}>
                <WhoseLine member={line.member} />
                <ProposedEvent line={line} />
                {may && (
                  <WriteButton size="compact-sm" mt="xs" onClick={() => setDeciding(line)}>
                    {text.decide}
                  </WriteButton>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {deciding !== null && <DecideEvent line={deciding} onClose={() => setDeciding(null)} />}
    </div>
  );
}

function WhoseLine({ member }: Pick<EventLine, 'member'>): ReactNode {
  const names = useRecordNames();
  const cell = member.unitId === null ? memberEventsText.noCell : (names.unit(member.unitId) ?? valueText.unknownUnit);
  return (
    <p>
      <Anchor className={classes.name ?? ''} href={`#${routes.member(member.id)}`}>
        {member.name.full}
      </Anchor>
      <span className={classes.second}>{cell}</span>
    </p>
  );
}

function ProposedEvent({ line: { event } }: { readonly line: EventLine }): ReactNode {
  const names = useRecordNames();
  return (
    <>
      <p>
        {eventTitle(event, (id) => names.unit(id) ?? valueText.unknownUnit)}, {formatDate(event.effectiveOn)}
      </p>
      <EventFiles event={event} />
    </>
  );
}

function DecideEvent({ line, onClose }: { readonly line: EventLine; readonly onClose: () => void }): ReactNode {
  const story = useMemberStory(line.member);
  if (story === undefined) return null;
  return <EventDialog memberId={line.member.id} story={story} proposal={line.event} onClose={onClose} />;
}
