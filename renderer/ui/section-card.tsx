import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './section-card.module.css';

/** A part of a screen on a card, with a heading of its own by which screen readers find it. */
export function SectionCard({
  title,
  children,
}: {
  readonly title: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <Title order={2} id={id} className={classes.title ?? ''}>
        {title}
      </Title>
      {children}
    </section>
  );
}
