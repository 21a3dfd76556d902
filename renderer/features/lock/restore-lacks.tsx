import { Alert, Button, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatCount } from '#renderer/messages/format-count.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import type { AdoptedPc } from '#renderer/platform/desktop-backup.ts';

type RestoreLacksProps = { readonly adopted: AdoptedPc; readonly onOpen: () => void };

/** The backup was not whole: what of it could not be brought back, before the books are opened. */
export function RestoreLacks({ adopted: { damaged, lackingFiles }, onOpen }: RestoreLacksProps): ReactNode {
  return (
    <>
      <Title order={1}>{text.restoreLacksTitle}</Title>
      <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
        {damaged > 0 && <p>{text.restoreLacksParts(formatCount(damaged))}</p>}
        {lackingFiles > 0 && <p>{text.restoreLacksFiles(formatCount(lackingFiles))}</p>}
        <p>{text.restoreLacksTodo}</p>
      </Alert>
      <Button onClick={onOpen} autoFocus>
        {text.restoreOpen}
      </Button>
    </>
  );
}
