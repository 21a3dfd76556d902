import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { sharedText } from '#renderer/messages/shared.ts';
import classes from './detail-pane.module.css';

export type DetailTab = { readonly id: string; readonly label: string; readonly content: ReactNode };

type DetailPaneProps = {
  readonly header: ReactNode;
  readonly tabs: readonly DetailTab[];
  readonly activeTab: string;
  readonly onTabChange: (id: string) => void;
  readonly footer?: ReactNode;
};

/** One record: who it is above, its sides as tabs, what can be done with it below. */
export function DetailPane({ header, tabs, activeTab, onTabChange, footer }: DetailPaneProps): ReactNode {
  return (
    <div className={classes.root}>
      {/* In large type it scrolls, and must be reached by keyboard then. */}
      <div className={classes.header} role="group" aria-label={sharedText.recordHead} tabIndex={0}>
        {header}
      </div>
      <Tabs
        value={activeTab}
        onChange={(id) => id !== null && onTabChange(id)}
        keepMounted={false}
        classNames={{ root: classes.tabs, list: classes.list, tab: classes.tab, panel: classes.panel }}
      >
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.id} value={tab.id}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Panel key={tab.id} value={tab.id} tabIndex={0}>
            {tab.content}
          </Tabs.Panel>
        ))}
      </Tabs>
      {footer !== undefined && <footer className={classes.footer}>{footer}</footer>}
    </div>
  );
}
