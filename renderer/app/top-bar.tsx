import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconLock, IconSearch } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { shellText } from '#renderer/messages/shell.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { runCommand } from '#renderer/ui/shortcuts.ts';
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
      <div className={classes.topRight}>
        <div className={classes.actions} ref={actionsRef} />
        <Tooltip label={`${shellText.lock} (Ctrl L)`}>
          <ActionIcon
            variant="default"
            size="2.125rem"
            aria-label={shellText.lock}
            aria-keyshortcuts="Control+L"
            onClick={() => void runCommand('lock')}
          >
            <IconLock size="1.125rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </section>
  );
}
