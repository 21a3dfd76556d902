import { Button, Switch } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { StaffTable } from './staff-table.tsx';
import classes from './unit-page.module.css';

type StaffPaneProps = { readonly onEdit: (staff: StaffRow) => void; readonly onAdd: () => void };

/** The people of the office: leaders by post, then by name. */
export function StaffPane({ onEdit, onAdd }: StaffPaneProps): ReactNode {
  const staff = useStaff();
  const [withInactive, setWithInactive] = useState(false);
  const text = organisationText.staff;
  if (staff === undefined) return null;
  if (staff.length === 0)
    return (
      <EmptyState icon={IconUserPlus} title={text.empty.title} action={<Button onClick={onAdd}>{text.add}</Button>}>
        {text.empty.text}
      </EmptyState>
    );
  const shown = staff.filter(({ active }) => withInactive || active);
  return (
    <div className={classes.root}>
      {staff.some(({ active }) => !active) && (
        <Switch
          label={text.showInactive}
          checked={withInactive}
          onChange={(event) => setWithInactive(event.currentTarget.checked)}
        />
      )}
      <StaffTable staff={shown} label={text.list} onEdit={onEdit} withUnit />
    </div>
  );
}
