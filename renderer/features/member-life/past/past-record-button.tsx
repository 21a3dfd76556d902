import { Anchor } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { memberPastText as text } from '#renderer/messages/member-past.ts';
import { routes } from '#renderer/ui/routes.ts';
import classes from './past.module.css';

/** Leads from a record to what it was on a day of the past. */
export function PastRecordButton({ row }: { readonly row: MemberRow }): ReactNode {
  const { may } = useMay('member.read-private');
  if (!may) return null;
  return (
    <p className={classes.way}>
      <Anchor href={`#${routes.memberPast(row.id)}`}>
        <IconHistory className={classes.icon ?? ''} size="1rem" aria-hidden /> {text.open}
      </Anchor>
    </p>
  );
}
