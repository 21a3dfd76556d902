import { Drawer, Stack, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { sharedText } from '#renderer/messages/shared.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { showHelp, useHelpState } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import classes from './shell.module.css';

/** F1: short steps for the screen in view, and the keys that work everywhere. */
export function HelpDrawer(): ReactNode {
  const { topics, opened } = useHelpState();
  const topic = topics.at(-1);
  return (
    <Drawer
      opened={opened}
      onClose={() => showHelp(false)}
      title={topic?.title ?? shellText.help}
      size="26rem"
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <Stack gap="lg">
        {topic !== undefined && (
          <ol className={classes.helpLines}>
            {topic.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        )}
        <Title order={2}>{shellText.helpKeys}</Title>
        <dl className={classes.helpKeys}>
          {shellText.helpGeneral.map(({ keys, does }) => (
            <HelpKey key={keys} keys={keys} does={does} />
          ))}
        </dl>
      </Stack>
    </Drawer>
  );
}

function HelpKey({ keys, does }: { readonly keys: string; readonly does: string }): ReactNode {
  return (
    <>
      <dt>
        <KeyHint keys={keys} />
      </dt>
      <dd>{does}</dd>
    </>
  );
}
