import { Button, Group } from '@mantine/core';
import { IconArrowBack, IconCheck, IconCircleDot, IconClock, IconX, type Icon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { HandoverState } from '#shared/domain/routing/handover-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { KnownNames } from '#renderer/data/organisation/use-record-names.ts';
import { receiveHandover } from '#renderer/data/routing/routing-repository.ts';
import { useHandovers } from '#renderer/data/routing/use-routing.ts';
import type { DocumentRow, HandoverRow, StaffRow } from '#renderer/data/rows.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { handoverPurposeText, handoverStateText, routingText as text } from '#renderer/messages/routing.ts';
import { DueChip } from '#renderer/ui/due-chip.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import classes from './routing-map.module.css';
import { StepModal, type StepAct } from './step-modal.tsx';

type RoutingMapProps = { readonly document: DocumentRow; readonly names: KnownNames };

const look: Readonly<Record<HandoverState, { readonly tone: ChipTone; readonly icon: Icon }>> = {
  sent: { tone: 'amber', icon: IconClock },
  received: { tone: 'blue', icon: IconCircleDot },
  done: { tone: 'green', icon: IconCheck },
  returned: { tone: 'red', icon: IconArrowBack },
  recalled: { tone: 'neutral', icon: IconX },
};

/** The map of who has the paper: every step from hand to hand, those of a directive below it, and what one may do with each. */
export function RoutingMap({ document, names }: RoutingMapProps): ReactNode {
  const steps = useHandovers(document.id);
  const [asked, setAsked] = useState<{ readonly act: StepAct; readonly step: HandoverRow } | null>(null);
  if (steps === undefined) return null;
  return (
    <section className={classes.root} aria-label={text.mapTitle}>
      <h3 className={classes.title}>{text.mapTitle}</h3>
      {steps.length === 0 && <p className={classes.about}>{text.mapEmpty}</p>}
      <ol className={classes.steps}>
        {steps.map((step) => (
          <Step key={step.id} step={step} names={names} onAsk={(act) => setAsked({ act, step })} />
        ))}
      </ol>
      {asked !== null && <StepModal act={asked.act} step={asked.step} onClose={() => setAsked(null)} />}
    </section>
  );
}

type StepProps = {
  readonly step: HandoverRow;
  readonly names: KnownNames;
  readonly onAsk: (act: StepAct) => void;
};

function Step({ step, names, onAsk }: StepProps): ReactNode {
  const today = useToday();
  const { tone, icon: Picture } = look[step.state];
  const isOpen = step.state === 'sent' || step.state === 'received';
  const giver = step.fromStaffId === null ? text.registered : (names.staff(step.fromStaffId) ?? text.unknown);
  return (
    <li className={classes.step} data-open={isOpen || undefined} data-nested={step.directiveId !== null || undefined}>
      <div className={classes.line}>
        <strong>{text.step(handoverPurposeText[step.purpose], receiverOf(step, names))}</strong>
        <StatusChip tone={tone} icon={<Picture size="0.875rem" aria-hidden />}>
          {handoverStateText[step.state]}
        </StatusChip>
        {isOpen && step.dueOn !== null && <DueChip dueOn={step.dueOn} today={today} withDate />}
      </div>
      <p className={classes.about}>{text.from(giver, formatWhen(step.handedAt, today))}</p>
      {step.receivedAt !== null && step.receivedBy !== null && (
        <p className={classes.about}>
          {text.signed(names.staff(step.receivedBy) ?? text.unknown, formatWhen(step.receivedAt, today))}
        </p>
      )}
      {step.note !== '' && <p className={classes.about}>{step.note}</p>}
      {step.reason !== '' && <p className={classes.about}>{text.reasonLine(step.reason)}</p>}
      {step.state === 'done' && step.doneOn !== null && (
        <p className={classes.about}>{text.resultLine(step.result, formatDate(step.doneOn))}</p>
      )}
      {isOpen && <StepActs step={step} onAsk={onAsk} />}
    </li>
  );
}

function StepActs({ step, onAsk }: Omit<StepProps, 'names'>): ReactNode {
  const office = useOffice();
  const person = useActingPerson();
  const isTheirs = person !== null && person !== undefined && maySign(step, person);
  const mayTakeBack = person !== null && person !== undefined && mayRecall(step, person);
  const receive = async (): Promise<void> => {
    const saved = await receiveHandover(office, step.id);
    if (saved.ok) notifyDone(text.received);
    else notifyError(saved.error.code);
  };
  const act = (label: string, run: () => void): ReactNode => (
    <Button size="compact-sm" variant="default" onClick={run}>
      {label}
    </Button>
  );
  return (
    <Group gap="xs" mt="0.25rem">
      {isTheirs && step.state === 'sent' && act(text.receive, () => void receive())}
      {isTheirs && step.purpose !== 'present' && act(text.finish, () => onAsk('finish'))}
      {isTheirs && act(text.giveBack, () => onAsk('return'))}
      {mayTakeBack && act(text.takeBack, () => onAsk('recall'))}
    </Group>
  );
}

/** The person, their unit, or the clerk's desk; the same rule stands in the repository. */
function maySign({ toStaffId, toUnitId }: HandoverRow, { id, unitId, role }: StaffRow): boolean {
  const isOfUnit = toUnitId !== null && toUnitId === unitId;
  return toStaffId === id || isOfUnit || role === 'clerk' || role === 'office-head';
}

function mayRecall({ fromStaffId }: HandoverRow, { id, role }: StaffRow): boolean {
  return fromStaffId === id || role === 'clerk' || role === 'office-head';
}

function receiverOf({ toUnitId, toStaffId }: HandoverRow, names: KnownNames): string {
  const unit = toUnitId === null ? undefined : (names.unit(toUnitId) ?? text.unknown);
  const person = toStaffId === null ? undefined : (names.staff(toStaffId) ?? text.unknown);
  if (unit !== undefined && person !== undefined) return `${unit} (${person})`;
  return unit ?? person ?? text.unknown;
}
