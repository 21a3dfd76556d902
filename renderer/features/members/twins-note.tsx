import { Alert, Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { MemberTwin } from '#renderer/data/members/use-member-twins.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { membersText } from '#renderer/messages/members.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './twins-note.module.css';

type TwinsNoteProps = {
  readonly twins: readonly MemberTwin[];
  /** Says that two records are of two people; absent where that cannot be said yet. */
  readonly onApart?: (twin: MemberRow) => void;
};

/** Other records that may be of the same person, and why. */
export function TwinsNote({ twins, onApart }: TwinsNoteProps): ReactNode {
  const names = useRecordNames();
  const navigate = useNavigate();
  const text = membersText.twins;
  if (twins.length === 0) return null;
  return (
    <Alert color="amber" icon={<IconUsersGroup aria-hidden />} title={text.title(twins.length)} mb="sm">
      <ul className={classes.list}>
        {twins.map(({ row, reasons }) => (
          <li key={row.id} className={classes.line}>
            <span>
              {text.line(
                row.name.full,
                row.bornOn === null ? '' : formatDate(row.bornOn),
                row.unitId === null ? '' : (names.unit(row.unitId) ?? ''),
              )}
            </span>
            {reasons.map((reason) => (
              <StatusChip key={reason} tone="amber">
                {text.reasons[reason]}
              </StatusChip>
            ))}
            <Button size="compact-sm" variant="white" onClick={() => navigate(routes.member(row.id))}>
              {text.open}
            </Button>
            {onApart !== undefined && (
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onApart(row)}>
                {text.apart}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onApart === undefined && <p>{text.onForm}</p>}
    </Alert>
  );
}
