import { Anchor, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { isThroughProvince } from '#shared/domain/transfer/transfer-rules.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { MemberTransferRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import type { StandingWord } from '#renderer/messages/transfers.ts';
import { transferKindText, transfersText as text } from '#renderer/messages/transfers.ts';
import { DetailPane } from '#renderer/ui/detail-pane.tsx';
import { EventTimeline, type TimelineItem } from '#renderer/ui/event-timeline.tsx';
import { FactList, type Fact } from '#renderer/ui/fact-list.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { routes } from '#renderer/ui/routes.ts';
import { formatMonth } from '../month-words.ts';
import classes from '../transfers.module.css';
import { ChecklistTab } from './checklist-tab.tsx';
import { SentActions } from './sent-actions.tsx';
import { DeadlineChips, SentChips } from './sent-chips.tsx';
import { sentSteps } from './sent-steps.ts';
import type { SentList, SentView } from './sent-view.ts';

type SentDetailProps = { readonly view: SentView; readonly list: SentList };

/** One transfer of this office: who, where to, who counts the member now, what both sides have done, and what can be done next. */
export function SentDetail({ view, list }: SentDetailProps): ReactNode {
  const isPreparing = ['preparing', 'awaiting-number', 'numbered'].includes(view.standing);
  const [tab, setTab] = useState(isPreparing ? 'prepare' : 'transfer');
  const { transfer, member, standing } = view;
  return (
    <DetailPane
      header={
        <>
          <div className={classes.chips}>
            <SentChips view={view} />
            <DeadlineChips view={view} list={list} />
          </div>
          <Title order={2} className={classes.name ?? ''}>
            {member === undefined ? (
              text.unknownMember
            ) : (
              <Anchor inherit href={`#${routes.member(member.id)}`} title={text.openMember}>
                {member.name.full}
              </Anchor>
            )}
          </Title>
          <p className={classes.way}>
            {isThroughProvince(transfer) || transfer.kind === 'abroad'
              ? transfer.recipientName
              : text.byPaperTo(transfer.recipientName)}
          </p>
          <p className={classes.home}>{homeWords(standing, transfer)}</p>
        </>
      }
      activeTab={tab}
      onTabChange={setTab}
      tabs={[
        { id: 'prepare', label: text.tabs.prepare, content: <ChecklistTab view={view} isOpen={isPreparing} /> },
        { id: 'transfer', label: text.tabs.transfer, content: <TransferTab view={view} /> },
      ]}
      footer={<SentActions view={view} />}
    />
  );
}

/** Who counts the member now, in one sentence. */
function homeWords(
  standing: StandingWord,
  { recipient, recipientName, deliveredTo, acceptedUnitName }: MemberTransferRow,
): string {
  const office = deliveredTo === '' ? recipientName : deliveredTo;
  const place = acceptedUnitName === '' ? office : `${acceptedUnitName}, ${office}`;
  switch (standing) {
    case 'accepted':
    case 'confirmed':
      return text.home.gone(place);
    case 'away':
      return text.home.away(place);
    case 'abroad':
      return text.home.abroad;
    case 'ended':
      return text.home.back;
    case 'refused':
    case 'withdrawn':
    case 'void':
      return text.home.never;
    default:
      return recipient === '' ? text.home.stillHerePaper : text.home.stillHere;
  }
}

function TransferTab({ view }: { readonly view: SentView }): ReactNode {
  const names = useRecordNames();
  const today = useToday();
  const { transfer, standing } = view;
  const facts: Fact[] = [];
  const add = (label: string, value: string): void => {
    if (value !== '') facts.push({ label, value });
  };
  const day = (on: string | null): string =>
    on === null ? '' : formatDate(on as NonNullable<typeof transfer.issuedOn>);
  add(text.facts.kind, transferKindText[transfer.kind]);
  add(text.facts.from, transfer.fromUnitId === null ? '' : (names.unit(transfer.fromUnitId) ?? ''));
  add(text.facts.to, transfer.toUnitName);
  add(text.facts.reason, transfer.reason);
  if (transfer.isStudy) add(text.facts.study, text.form.isStudy);
  add(text.facts.askedOn, day(transfer.askedOn));
  add(text.facts.feePaidUntil, formatMonth(transfer.feePaidUntil));
  add(
    text.facts.introduction,
    transfer.introductionNumber === ''
      ? ''
      : text.introductionLine(transfer.introductionNumber, day(transfer.issuedOn)),
  );
  add(text.facts.showBy, day(transfer.showBy));
  add(text.facts.until, day(transfer.until));
  add(text.facts.deliveredTo, transfer.deliveredTo);
  const items = sentSteps(transfer, standing).map((step, i): TimelineItem => ({
    key: step.key,
    title: step.title,
    ...(step.at === null ? {} : { time: step.at.length > 10 ? formatWhen(step.at, today) : day(step.at) }),
    ...(step.quote === '' ? {} : { quote: step.quote }),
    current: i === 0,
  }));
  return (
    <>
      <section aria-label={text.steps.label}>
        <EventTimeline items={items} />
      </section>
      <div className={classes.apart}>
        <FactList facts={facts} />
      </div>
    </>
  );
}
