import { ActionIcon, Table, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { organisationText, staffRoleWords } from '#renderer/messages/organisation.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './unit-page.module.css';

type StaffTableProps = {
  readonly staff: readonly StaffRow[];
  readonly label: string;
  readonly onEdit: (staff: StaffRow) => void;
  readonly withUnit?: boolean;
};

/** People of the office in a table, each with a button to change the entry. */
export function StaffTable({ staff, label, onEdit, withUnit = false }: StaffTableProps): ReactNode {
  const names = useRecordNames();
  const me = useActingPerson();
  const { may: mayEdit } = useMay('staff.edit');
  const text = organisationText.staff;
  return (
    <Table aria-label={label} verticalSpacing="0.3125rem">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.nameAndPost}</Table.Th>
          <Table.Th>{text.role}</Table.Th>
          {withUnit && <Table.Th>{text.unit}</Table.Th>}
          {mayEdit && (
            <Table.Th>
              <VisuallyHidden>{organisationText.edit}</VisuallyHidden>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {staff.map((person) => (
          <Table.Tr key={person.id}>
            <Table.Th scope="row" fw={600} miw="10rem">
              {person.name.full} {me?.id === person.id && <StatusChip tone="primary">{text.you}</StatusChip>}{' '}
              {!person.active && <StatusChip tone="neutral">{text.inactive}</StatusChip>}
              <div className={classes.post}>{person.post}</div>
            </Table.Th>
            <Table.Td>{staffRoleWords[person.role]}</Table.Td>
            {withUnit && <Table.Td>{person.unitId === null ? '' : names.unit(person.unitId)}</Table.Td>}
            {mayEdit && (
              <Table.Td ta="end">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={organisationText.form.editStaff(person.name.full)}
                  onClick={() => onEdit(person)}
                >
                  <IconPencil size="1rem" aria-hidden />
                </ActionIcon>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
