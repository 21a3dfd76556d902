import { Anchor, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { concernsOf } from '#shared/domain/unit/unit-concerns.ts';
import { useAllPosts } from '#renderer/data/organisation/appointment-repository.ts';
import { useUnitRules } from '#renderer/data/organisation/use-unit-events.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import type { UnitCount } from '#renderer/data/search/search-port.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { unitConcernText, unitLifeText } from '#renderer/messages/unit-life.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { routes } from '#renderer/ui/routes.ts';
import classes from './unit-page.module.css';

type ConcernsOverviewProps = {
  /** Organisations that live, in the order of the tree. */
  readonly units: readonly UnitRow[];
  readonly counts: ReadonlyMap<string, UnitCount> | undefined;
};

/** Every organisation something should be seen to at: no secretary, a term that ends, too few members. */
export function ConcernsOverview({ units, counts }: ConcernsOverviewProps): ReactNode {
  const today = useToday();
  const rules = useUnitRules();
  const posts = useAllPosts();
  const text = unitLifeText.overview;
  if (counts === undefined || posts === undefined) return null;
  const lines = units.flatMap((unit) => {
    const count = counts.get(unit.id);
    const concerns = count === undefined ? [] : concernsOf(unit, count.people, posts.get(unit.id) ?? [], today, rules);
    return concerns.length === 0 ? [] : [{ unit, concerns }];
  });
  return (
    <div className={classes.overview}>
      <Title order={2} className={classes.name ?? ''}>
        {text.title}
      </Title>
      <p className={classes.grey}>{lines.length === 0 ? text.none : text.about(formatCount(lines.length))}</p>
      <ul className={classes.list}>
        {lines.map(({ unit, concerns }) => (
          <li key={unit.id} className={classes.postLine}>
            <Anchor href={`#${routes.unit(unit.id)}`}>{unit.name}</Anchor>
            <span className={classes.buttons}>
              {concerns.map((concern) => (
                <StatusChip key={concern.kind} tone="amber">
                  {unitConcernText(concern)}
                </StatusChip>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
