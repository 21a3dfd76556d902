import { Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWaitingSteps, type WaitingStep } from '#renderer/data/routing/use-routing.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { handoverPurposeText, handoverStateText, routingText as text } from '#renderer/messages/routing.ts';
import { todayText } from '#renderer/messages/today.ts';
import { BreakableCode } from '#renderer/ui/breakable-code.tsx';
import { DueChip } from '#renderer/ui/due-chip.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './card.module.css';
import lines from './paper-line.module.css';

const SHOWN = 5;

/** Papers handed to the person or their unit that wait to be signed for or done, the most pressing first. Nothing when none was ever handed on. */
export function WaitingCard({ person }: { readonly person: StaffRow | null }): ReactNode {
  const waiting = useWaitingSteps(person);
  if (waiting === undefined || waiting.count === 0) return null;
  const hidden = waiting.count - Math.min(waiting.steps.length, SHOWN);
  return (
    <section className={classes.card} aria-labelledby="waiting-steps">
      <header className={classes.header}>
        <Title order={2} id="waiting-steps" className={classes.title ?? ''}>
          {text.waitingTitle}
        </Title>
        <span className={classes.grey}>{formatCount(waiting.count)}</span>
      </header>
      <ul className={lines.list}>
        {waiting.steps.slice(0, SHOWN).map((each) => (
          <StepLine key={each.step.id} {...each} />
        ))}
      </ul>
      {hidden > 0 && <p className={classes.grey}>{text.waitingMore(hidden)}</p>}
    </section>
  );
}

function StepLine({ step, document }: WaitingStep): ReactNode {
  const navigate = useNavigate();
  const today = useToday();
  return (
    <li className={lines.item}>
      <UnstyledButton className={lines.line ?? ''} onClick={() => navigate(routes.document(document.id))}>
        <span className={lines.symbol}>
          <strong>
            <BreakableCode>{document.symbol === '' ? todayText.lists.noSymbol : document.symbol}</BreakableCode>
          </strong>
          <span className={lines.grey}>{handoverPurposeText[step.purpose]}</span>
        </span>
        <span className={lines.about}>
          <span className={lines.subject}>
            {document.abstract === '' ? todayText.lists.noSubject : document.abstract}
          </span>
          <span className={lines.grey}>{step.note === '' ? document.issuer : step.note}</span>
        </span>
        <span className={lines.chips}>
          <StatusChip tone={step.state === 'sent' ? 'amber' : 'blue'}>{handoverStateText[step.state]}</StatusChip>
          {step.dueOn !== null && <DueChip dueOn={step.dueOn} today={today} />}
        </span>
      </UnstyledButton>
    </li>
  );
}
