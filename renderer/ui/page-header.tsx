import type { ReactNode } from 'react';
import { Title } from '@mantine/core';
import classes from './page-header.module.css';

type PageHeaderProps = { readonly title: string; readonly subtitle?: ReactNode; readonly after?: ReactNode };

/** The screen's name and one grey line of what it holds. */
export function PageHeader({ title, subtitle, after }: PageHeaderProps): ReactNode {
  return (
    <header className={classes.root}>
      <Title order={1}>{title}</Title>
      {subtitle !== undefined && <span className={classes.subtitle}>{subtitle}</span>}
      {after}
    </header>
  );
}
