import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { staffRoleSchema, type StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import { organisationText, staffRoleWords } from '#renderer/messages/organisation.ts';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import classes from './organisation-screen.module.css';

/** Which people of the office are shown. */
export type StaffView = { readonly role: StaffRole | 'all'; readonly withInactive: boolean };

type StaffFilterProps = {
  readonly staff: readonly StaffRow[];
  readonly view: StaffView;
  readonly onChange: (view: StaffView) => void;
};

/** People that fit the view. */
export function filterStaff(staff: readonly StaffRow[], { role, withInactive }: StaffView): readonly StaffRow[] {
  return staff.filter((person) => (withInactive || person.active) && (role === 'all' || person.role === role));
}

/** Narrows the list of people by role. */
export function StaffFilter({ staff, view, onChange }: StaffFilterProps): ReactNode {
  const text = organisationText.staff;
  const count = (role: StaffView['role']): number => filterStaff(staff, { ...view, role }).length;
  const roles = staffRoleSchema.options.filter((role) => count(role) > 0);
  return (
    <>
      <p className={classes.note}>{text.note}</p>
      <FilterChips
        label={text.role}
        options={[
          { id: 'all' as const, label: text.everyRole, count: count('all') },
          ...roles.map((role) => ({ id: role, label: staffRoleWords[role], count: count(role) })),
        ]}
        value={view.role}
        onChange={(role) => onChange({ ...view, role })}
      />
      {staff.some(({ active }) => !active) && (
        <Switch
          mt="0.5rem"
          label={text.showInactive}
          checked={view.withInactive}
          onChange={(event) => onChange({ ...view, withInactive: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
