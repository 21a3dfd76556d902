import type { ReactNode } from 'react';
import { findBasis, type ToldChange } from '#shared/domain/member-life/basis-of-change.ts';
import { madeAtMsOf } from '#shared/base/ids.ts';
import { isPrivateEvent } from '#shared/domain/member/private-fields.ts';
import { useMemberChanges } from '#renderer/data/members/use-member-changes.ts';
import { useMemberEvents } from '#renderer/data/members/use-member-life.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useReach } from '#renderer/data/rights/use-reach.ts';
import type { MemberChangeRow, MemberEventRow, MemberRow } from '#renderer/data/rows.ts';
import { eventKindText, memberLifeText } from '#renderer/messages/member-life.ts';
import { memberProposalsText } from '#renderer/messages/member-proposals.ts';
import { valueText } from '#renderer/messages/record-values.ts';
import { EventFiles } from './event-files.tsx';
import { decisionInWords } from './life-items.ts';
import classes from './member-life.module.css';

type WithChangeBasisProps = {
  readonly row: MemberRow;
  readonly draw: (basisOf: (change: ToldChange) => ReactNode) => ReactNode;
};

/** Draws a record's history with what each change rests on: the event and its decision, with its file, or what two people have settled. */
export function WithChangeBasis({ row, draw }: WithChangeBasisProps): ReactNode {
  const events = useMemberEvents(row.id);
  const changes = useMemberChanges(row.id);
  const { isPrivate } = useReach();
  return draw((change) => {
    const basis = findBasis(change, events ?? [], changes ?? [], ({ id }) => madeAtMsOf(id));
    if (basis === undefined) return null;
    if (basis.kind === 'proposal') return <ProposalBasis change={basis.change} />;
    return !isPrivate && isPrivateEvent(basis.event.kind) ? null : <EventBasis event={basis.event} />;
  });
}

function EventBasis({ event }: { readonly event: MemberEventRow }): ReactNode {
  const decision = decisionInWords(event);
  return (
    <div className={classes.basis}>
      {eventKindText[event.kind]}
      {event.state === 'void' && `; ${memberLifeText.voided(event.voidReason)}`}
      {decision !== '' && <span className={classes.basisPaper}>{decision}</span>}
      <EventFiles event={event} />
    </div>
  );
}

function ProposalBasis({ change }: { readonly change: MemberChangeRow }): ReactNode {
  const names = useRecordNames();
  const person = (id: string | null): string => (id === null ? '' : (names.staff(id) ?? valueText.unknownPerson));
  const decision = decisionInWords(change);
  return (
    <div className={classes.basis}>
      {memberProposalsText.settled(person(change.proposedBy), person(change.decidedBy))}
      <span className={classes.basisPaper}>{[change.reason, decision].filter((part) => part !== '').join('; ')}</span>
    </div>
  );
}
