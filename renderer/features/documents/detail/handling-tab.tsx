import { UnstyledButton } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDirectives } from '#renderer/data/documents/use-documents.ts';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { placeOf, type AttachmentRow, type DocumentRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { channelText } from '#renderer/messages/record-fields.ts';
import { viewerText } from '#renderer/messages/viewer.ts';
import { DueChip } from '#renderer/ui/due-chip.tsx';
import { EventTimeline } from '#renderer/ui/event-timeline.tsx';
import { FactList, type Fact } from '#renderer/ui/fact-list.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { DocumentStateChip } from '../document-state-chip.tsx';
import classes from './document-detail.module.css';
import { Thumbnail } from './thumbnail.tsx';
import { timelineOf } from './timeline-of.ts';

type HandlingTabProps = {
  readonly document: DocumentRow;
  readonly attachments: readonly AttachmentRow[];
  readonly onOpenOriginal: () => void;
};

/** Who holds the paper until when, and everything decided on it, newest first. */
export function HandlingTab({ document, attachments, onOpenOriginal }: HandlingTabProps): ReactNode {
  const directives = useDirectives(document.id) ?? [];
  const staff = useStaff() ?? [];
  const units = useUnits() ?? [];
  const today = useToday();
  const first = attachments[0];
  return (
    <>
      <div className={classes.overview} data-plain={first === undefined || undefined}>
        {first !== undefined && (
          <UnstyledButton className={classes.thumbnail} onClick={onOpenOriginal} aria-label={viewerText.thumbnail}>
            <Thumbnail hash={first.hash} />
          </UnstyledButton>
        )}
        <FactList facts={useFacts(document)} />
      </div>
      <EventTimeline items={timelineOf(document, directives, staff, units, today)} />
    </>
  );
}

function useFacts(document: DocumentRow): readonly Fact[] {
  const staff = useStaff() ?? [];
  const units = useUnits() ?? [];
  const today = useToday();
  const unit = units.find(({ id }) => id === document.holderUnitId)?.name;
  const person = staff.find(({ id }) => id === document.holderStaffId)?.name.full;
  const place = placeOf(document);
  const holder = unit === undefined ? (person ?? text.nobody) : person === undefined ? unit : `${unit} (${person})`;
  const facts: Fact[] = [
    { label: text.holder, value: holder },
    { label: text.due, value: dueOf(document, today) },
    {
      label: text.province,
      value: (
        <StatusChip
          tone={place === 'at-province' ? 'green' : 'neutral'}
          {...(place === 'only-here' ? { icon: <IconDeviceDesktop size="0.875rem" aria-hidden /> } : {})}
        >
          {text.place[place]}
        </StatusChip>
      ),
    },
    { label: text.channel, value: channelText[document.channel] },
  ];
  if (document.signer !== '') facts.push({ label: text.signer, value: document.signer });
  if (document.result !== '') facts.push({ label: text.result, value: document.result });
  if (document.note !== '') facts.push({ label: text.note, value: document.note });
  return facts;
}

function dueOf(document: DocumentRow, today: ReturnType<typeof useToday>): ReactNode {
  if (document.state === 'done' || document.state === 'for-information')
    return <DocumentStateChip document={document} today={today} />;
  return document.dueOn === null ? text.noDue : <DueChip dueOn={document.dueOn} today={today} withDate />;
}
