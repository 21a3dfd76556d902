import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { shellText } from '#renderer/messages/shell.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { openCommandSearch } from './command-search.tsx';
import classes from './shell.module.css';

/** The one search field, and the present screen's buttons. */
export function TopBar({ actionsRef }: { readonly actionsRef: Ref<HTMLDivElement> }): ReactNode {
  return (
    <section className={classes.top} aria-label={shellText.topBar}>
      <UnstyledButton className={classes.search} onClick={openCommandSearch} aria-haspopup="dialog">
        <IconSearch size="1.125rem" stroke={1.6} aria-hidden />
        <span className={classes.searchWords}>{shellText.search}</span>
        <KeyHint keys="Ctrl K" />
      </UnstyledButton>
      <div className={classes.actions} ref={actionsRef} />
    </section>
  );
}
