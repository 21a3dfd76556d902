import { formatCount } from '#renderer/messages/format-count.ts';
import { Title, UnstyledButton } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { findProbationEnd } from '#shared/domain/member/party-age.ts';
import { useMemberRules } from '#renderer/data/members/use-member-life.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { useIsInReach } from '#renderer/data/rights/use-reach.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { todayText } from '#renderer/messages/today.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './card.module.css';
import lines from './paper-line.module.css';

const shown = 5;

/** Members whose probation ends soon or is over. */
export const MilestonesCard = memo(function MilestonesCard({
  members,
}: {
  readonly members: readonly MemberRow[];
}): ReactNode {
  const navigate = useNavigate();
  const today = useToday();
  const isInReach = useIsInReach();
  const rules = useMemberRules();
  const text = todayText.members;
  const seen = members.filter(({ unitId }) => isInReach(unitId));
  if (seen.length === 0) return null;
  return (
    <section className={classes.card} aria-labelledby="milestones-title">
      <header className={classes.header}>
        <Title order={2} id="milestones-title" className={classes.title ?? ''}>
          {text.title}
        </Title>
        <span className={classes.grey}>{formatCount(seen.length)}</span>
      </header>
      <ul className={lines.list}>
        {byAdmission(seen)
          .slice(0, shown)
          .map((member) => {
            const end = findProbationEnd(member, rules);
            return (
              <li key={member.id} className={lines.item}>
                <UnstyledButton className={lines.person ?? ''} onClick={() => navigate(routes.member(member.id))}>
                  <span>{member.name.full}</span>
                  {end !== undefined && (
                    <StatusChip tone={end < today ? 'red' : 'blue'}>
                      {(end < today ? text.probationOver : text.probation)(formatDate(end))}
                    </StatusChip>
                  )}
                </UnstyledButton>
              </li>
            );
          })}
      </ul>
    </section>
  );
});

/** Those admitted first end their probation first. */
function byAdmission(members: readonly MemberRow[]): readonly MemberRow[] {
  return [...members].sort((a, b) => ((a.admittedOn ?? '') < (b.admittedOn ?? '') ? -1 : 1));
}
