import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

export type Fact = { readonly label: string; readonly value: ReactNode };

/** Labels and values in two columns. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={classes.root}>
      {facts.map((fact) => (
        <div key={fact.label} className={classes.fact}>
          <dt className={classes.label}>{fact.label}</dt>
          <dd className={classes.value}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
