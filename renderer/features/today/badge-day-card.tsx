import { Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { daysBetween } from '#shared/base/plain-date.ts';
import { nextAwardDay } from '#shared/domain/badge/award-days.ts';
import { useBadgeRules } from '#renderer/data/badges/use-badges.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { todayText } from '#renderer/messages/today.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import classes from './card.module.css';
import lines from './paper-line.module.css';

/** Reminds who asks for badges that an award day is near. */
export function BadgeDayCard(): ReactNode {
  const today = useToday();
  const rules = useBadgeRules();
  const navigate = useNavigate();
  const { may } = useMay('event.record');
  if (!may || rules === undefined) return null;
  const on = nextAwardDay(rules.member, today);
  const days = daysBetween(today, on);
  if (days > rules.badge.noticeDays) return null;
  const text = todayText.badges;
  return (
    <section className={classes.card} aria-labelledby="badge-day-title">
      <header className={classes.header}>
        <Title order={2} id="badge-day-title" className={classes.title ?? ''}>
          {text.title}
        </Title>
        <span className={classes.grey}>{text.left(days)}</span>
      </header>
      <UnstyledButton className={lines.person ?? ''} onClick={() => navigate(routes.badges())}>
        {text.open(formatDate(on))}
      </UnstyledButton>
    </section>
  );
}
