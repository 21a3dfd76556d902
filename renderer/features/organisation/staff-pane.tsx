import { IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { filterStaff, type StaffView } from './staff-filter.tsx';
import { StaffTable } from './staff-table.tsx';
import classes from './unit-page.module.css';

type StaffPaneProps = {
  readonly staff: readonly StaffRow[];
  readonly view: StaffView;
  readonly onEdit: (staff: StaffRow) => void;
  readonly onAdd: () => void;
};

/** The people of the office: leaders by post, then by name. */
export function StaffPane({ staff, view, onEdit, onAdd }: StaffPaneProps): ReactNode {
  const { may } = useMay('staff.edit');
  const text = organisationText.staff;
  if (staff.length === 0)
    return (
      <EmptyState
        icon={IconUserPlus}
        title={text.empty.title}
        action={may && <WriteButton onClick={onAdd}>{text.add}</WriteButton>}
      >
        {text.empty.text}
      </EmptyState>
    );
  return (
    <div className={classes.root}>
      <StaffTable staff={filterStaff(staff, view)} label={text.list} onEdit={onEdit} withUnit />
    </div>
  );
}
