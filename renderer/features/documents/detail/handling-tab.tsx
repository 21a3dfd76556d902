import { Anchor, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDirectives } from '#renderer/data/documents/use-documents.ts';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import type { AttachmentRow, DocumentRow } from '#renderer/data/rows.ts';
import { useReceipt } from '#renderer/data/receipts/use-receipts.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { channelText, documentFieldLabels as labels } from '#renderer/messages/record-fields.ts';
import { petitionKindText, routingText } from '#renderer/messages/routing.ts';
import { viewerText } from '#renderer/messages/viewer.ts';
import { useDossiersOf } from '#renderer/data/dossiers/use-dossiers.ts';
import { useOutgoing } from '#renderer/data/outgoing/use-outgoings.ts';
import { routes } from '#renderer/ui/routes.ts';
import { DueChip } from '#renderer/ui/due-chip.tsx';
import { EventTimeline } from '#renderer/ui/event-timeline.tsx';
import { FactList, type Fact } from '#renderer/ui/fact-list.tsx';
import { ReceiptPart } from '#renderer/ui/receipt/receipt-part.tsx';
import { DocumentStateChip } from '../document-state-chip.tsx';
import classes from './document-detail.module.css';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { RoutingMap } from './routing-map.tsx';
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
  const names = useRecordNames();
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
      <RoutingMap document={document} names={names} />
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
  const dossiers = useDossiersOf('document', document.id) ?? [];
  const answer = useOutgoing(document.answeredById ?? undefined)?.symbol;
  const { receipt, ask } = useReceipt('document', document.id);
  const holder = unit === undefined ? (person ?? text.nobody) : person === undefined ? unit : `${unit} (${person})`;
  const facts: Fact[] = [
    { label: text.holder, value: holder },
    { label: text.due, value: dueOf(document, today) },
    {
      label: text.province,
      value: <ReceiptPart key={document.id} receipt={receipt} today={today} ask={ask} />,
    },
    { label: text.channel, value: channelText[document.channel] },
  ];
  const { signer, signerPost, pages, copies } = document;
  if (signer !== '') facts.push({ label: text.signer, value: signerPost === '' ? signer : `${signer}, ${signerPost}` });
  if (pages !== null || copies !== null)
    facts.push({ label: routingText.pagesAndCopies, value: routingText.pagesAndCopiesOf(pages, copies) });
  if (document.petitionKind !== null)
    facts.push({ label: labels.petitionKind, value: petitionKindText[document.petitionKind] });
  if (document.senderAddress !== '') facts.push({ label: labels.senderAddress, value: document.senderAddress });
  if (document.externalId !== '') facts.push({ label: labels.externalId, value: document.externalId });
  if (document.organId !== '') facts.push({ label: labels.organId, value: document.organId });
  if (document.answeredById !== null)
    facts.push({
      label: routingText.answeredBy,
      value: (
        <Anchor href={`#${routes.outgoingPaper(document.answeredById)}`}>{answer ?? routingText.answerUnknown}</Anchor>
      ),
    });
  if (dossiers.length > 0)
    facts.push({
      label: routingText.dossier,
      value: dossiers.map(({ id, title }) => (
        <Anchor key={id} href={`#${routes.dossier(id)}`} display="block">
          {title}
        </Anchor>
      )),
    });
  if (document.result !== '') facts.push({ label: text.result, value: document.result });
  if (document.note !== '') facts.push({ label: text.note, value: document.note });
  return facts;
}

function dueOf(document: DocumentRow, today: ReturnType<typeof useToday>): ReactNode {
  if (document.state === 'done' || document.state === 'for-information')
    return <DocumentStateChip document={document} today={today} />;
  return document.dueOn === null ? text.noDue : <DueChip dueOn={document.dueOn} today={today} withDate />;
}
