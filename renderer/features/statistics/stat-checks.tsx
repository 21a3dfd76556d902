import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StatForm } from '#shared/domain/statistics/compute-statistics.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import { checkWords } from './stat-book.ts';
import classes from './statistics.module.css';

/** What must hold in a form and between forms: each said, those that do not hold with their difference. */
export function StatChecks({ checks }: { readonly checks: StatForm['checks'] }): ReactNode {
  if (checks.length === 0) return null;
  const broken = checks.filter(({ left, right }) => left !== right).length;
  return (
    <section className={classes.checks} aria-labelledby="statistics-checks">
      <h2 id="statistics-checks">
        {text.checks.title}: {broken === 0 ? text.checks.allFine(checks.length) : text.checks.someBroken(broken)}
      </h2>
      <ul>
        {checks.map((check) => {
          const isFine = check.left === check.right;
          const Icon = isFine ? IconCheck : IconAlertTriangle;
          return (
            <li key={check.words} className={isFine ? classes.fine : classes.broken}>
              <Icon size="1rem" stroke={1.8} aria-hidden />
              <span>{checkWords(check)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
