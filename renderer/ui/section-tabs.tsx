import type { ReactNode } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import classes from './section-tabs.module.css';

/** One screen of a place of the navigation that has several. `also`: beginnings of other addresses that belong to it. */
export type Section = { readonly to: string; readonly label: string; readonly also?: readonly string[] };

/** Leads between the screens of one place; `label` names the place for a screen reader. */
export function SectionTabs({
  label,
  sections,
}: {
  readonly label: string;
  readonly sections: readonly Section[];
}): ReactNode {
  const [location] = useHashLocation();
  return (
    <nav className={classes.tabs} aria-label={label}>
      {sections.map(({ to, label: words, also = [] }) => {
        const isHere = [to, ...also].some((start) => location === start || location.startsWith(`${start}/`));
        return (
          <a key={to} href={`#${to}`} className={classes.tab} aria-current={isHere ? 'page' : undefined}>
            {words}
          </a>
        );
      })}
    </nav>
  );
}
