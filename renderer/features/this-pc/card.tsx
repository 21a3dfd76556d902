import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './this-pc.module.css';

type CardProps = {
  readonly title: string;
  readonly text?: ReactNode;
  readonly side?: ReactNode;
  readonly children?: ReactNode;
};

/** One matter of the PC. */
export function Card({ title, text, side, children }: CardProps): ReactNode {
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
