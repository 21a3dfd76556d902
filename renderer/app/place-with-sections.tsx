import type { ReactNode } from 'react';
import { SectionTabs, type Section } from '#renderer/ui/section-tabs.tsx';
import classes from './sections.module.css';

type PlaceProps = { readonly label: string; readonly sections: readonly Section[]; readonly children: ReactNode };

/** A screen of a place that has several, below the tabs that lead to its neighbours. `label` names the place. */
export function PlaceWithSections({ label, sections, children }: PlaceProps): ReactNode {
  return (
    <div className={classes.place}>
      <div className={classes.tabs}>
        <SectionTabs label={label} sections={sections} />
      </div>
      <div className={classes.screen}>{children}</div>
    </div>
  );
}
