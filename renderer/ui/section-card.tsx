import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './section-card.module.css';

type SectionCardProps = {
  readonly title: ReactNode;
  /** A word on the part, under its heading. */
  readonly text?: ReactNode;
  /** What may be done with the whole part, at the end of the line of the heading. */
  readonly side?: ReactNode;
  readonly children?: ReactNode;
};

/** A part of a screen on a card, with a heading of its own by which screen readers find it. */
export function SectionCard({ title, text, side, children }: SectionCardProps): ReactNode {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {side}
      </div>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      {children}
    </section>
  );
}
