import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './key-hint.module.css';

type KeyHintProps = { readonly keys: string; readonly children?: ReactNode; readonly onDark?: boolean };

/** A key, and what it does when words are given. */
export function KeyHint({ keys, children, onDark = false }: KeyHintProps): ReactNode {
  return (
    <span className={classes.root}>
      <Kbd className={classes.key} mod={{ dark: onDark }}>
        {keys}
      </Kbd>
      {children}
    </span>
  );
}
