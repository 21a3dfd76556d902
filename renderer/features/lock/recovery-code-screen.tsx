import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { lockText as text } from '#renderer/messages/lock.ts';
import { printPdf } from '#renderer/platform/desktop-files.ts';
import { RecoveryCodeCard } from '#renderer/ui/recovery-code/recovery-code-card.tsx';
import classes from './lock.module.css';

type RecoveryCodeScreenProps = { readonly code: string; readonly onKept: () => void };

/** Shows the recovery code once, on the first start. */
export function RecoveryCodeScreen({ code, onKept }: RecoveryCodeScreenProps): ReactNode {
  const office = useOffice();
  const { commune, name, dev } = office.device;
  const about = {
    commune: commune.name,
    province: commune.province,
    device: name,
    dev,
    madeOn: formatDate(office.today()),
  };
  return (
    <main className={classes.centre}>
      <div className={`${classes.card ?? ''} ${classes.wide ?? ''}`}>
        <Stack gap="sm">
          <div>
            <Title order={1}>{text.codeTitle}</Title>
            <p className={classes.why}>{text.codeWhy}</p>
          </div>
          <RecoveryCodeCard code={code} about={about} print={printPdf} onKept={onKept} />
        </Stack>
      </div>
    </main>
  );
}
