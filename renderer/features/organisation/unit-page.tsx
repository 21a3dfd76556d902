import { formatCount } from '#renderer/messages/format-count.ts';
import { Title } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { StaffRow, UnitRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { unitKindText } from '#renderer/messages/record-fields.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { CloseUnitButton } from './close-unit-button.tsx';
import { RemoveUnitButton } from './remove-unit-button.tsx';
import { StaffTable } from './staff-table.tsx';
import { UnitMembers } from './unit-members.tsx';
import classes from './unit-page.module.css';
import { isClosed } from './unit-tree.ts';

type UnitPageProps = {
  readonly unit: UnitRow;
  readonly units: readonly UnitRow[];
  readonly count: { readonly own: number; readonly below: number } | undefined;
  readonly onEdit: () => void;
  readonly onAddBelow: () => void;
  readonly onEditStaff: (staff: StaffRow) => void;
  readonly onAddStaff: () => void;
};

/** One organisation: what it is, its people, its members. */
export function UnitPage({
  unit,
  units,
  count,
  onEdit,
  onAddBelow,
  onEditStaff,
  onAddStaff,
}: UnitPageProps): ReactNode {
  const today = useToday();
  const staff = (useStaff() ?? []).filter(({ unitId, active }) => active && unitId === unit.id);
  const { may: mayEdit } = useMay('unit.edit');
  const { may: mayRemove } = useMay('unit.remove');
  const { may: mayEditStaff } = useMay('staff.edit');
  const { detail } = organisationText;
  const parent =
    unit.parentId === null ? detail.top : (units.find(({ id }) => id === unit.parentId)?.name ?? detail.unknown);
  const own = count?.own ?? 0;
  const below = count?.below ?? 0;
  const members =
    below === 0
      ? organisationText.noMembers
      : own === below
        ? organisationText.members(formatCount(own))
        : organisationText.membersBelow(formatCount(own), formatCount(below));
  const openChildren = units.filter(({ parentId, ...child }) => parentId === unit.id && !isClosed(child, today)).length;
  const isBare =
    count !== undefined && below === 0 && staff.length === 0 && !units.some(({ parentId }) => parentId === unit.id);
  return (
    <div className={classes.root}>
      <header className={classes.header}>
        <Title order={2} className={classes.name ?? ''}>
          {unit.name}
        </Title>
        {unit.validTo !== null && (
          <StatusChip tone="neutral">{organisationText.closedOn(formatDate(unit.validTo))}</StatusChip>
        )}
      </header>
      {mayEdit && (
        <div className={classes.buttons}>
          <WriteButton size="xs" variant="light" leftSection={<IconPencil size="1rem" aria-hidden />} onClick={onEdit}>
            {organisationText.edit}
          </WriteButton>
          <WriteButton
            size="xs"
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={onAddBelow}
          >
            {organisationText.addChild}
          </WriteButton>
          <CloseUnitButton unit={unit} closed={unit.validTo !== null} members={own} openBelow={openChildren} />
          {isBare && mayRemove && <RemoveUnitButton unit={unit} />}
        </div>
      )}
      <div className={classes.facts}>
        <FactList
          facts={[
            { label: detail.kind, value: unitKindText[unit.kind] },
            { label: detail.parent, value: parent },
            { label: detail.since, value: unit.validFrom === null ? detail.unknown : formatDate(unit.validFrom) },
            { label: detail.members, value: members },
          ]}
        />
      </div>
      <section className={classes.section} aria-label={detail.staff}>
        <div className={classes.sectionHeader}>
          <h3 className={classes.sectionTitle}>{detail.staff}</h3>
          {mayEditStaff && (
            <WriteButton size="compact-sm" variant="subtle" onClick={onAddStaff}>
              {organisationText.staff.add}
            </WriteButton>
          )}
        </div>
        {staff.length === 0 ? (
          <p className={classes.grey}>{detail.noStaff}</p>
        ) : (
          <StaffTable staff={staff} label={detail.staff} onEdit={onEditStaff} />
        )}
      </section>
      <UnitMembers unitId={unit.id} />
    </div>
  );
}
