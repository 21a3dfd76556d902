import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { isUnitSort } from '#shared/domain/unit/unit-sort-table.ts';
import type { TreeOnDay } from '#renderer/data/organisation/tree-on-day.ts';
import { isLiving } from '#renderer/data/organisation/living-units.ts';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { StaffRow, UnitRow } from '#renderer/data/rows.ts';
import type { UnitCount } from '#renderer/data/search/search-port.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { unitKindText } from '#renderer/messages/record-fields.ts';
import { unitLifeText, unitSortText } from '#renderer/messages/unit-life.ts';
import { FactList, type Fact } from '#renderer/ui/fact-list.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { termNameOf } from './change/change-form.ts';
import { PeopleTable } from './people-table.tsx';
import { StaffTable } from './staff-table.tsx';
import classes from './unit-page.module.css';

type UnitFactsProps = {
  readonly unit: UnitRow;
  readonly units: readonly UnitRow[];
  readonly count: UnitCount | undefined;
  readonly past: TreeOnDay | undefined;
  readonly onEditStaff: (staff: StaffRow) => void;
  readonly onAddStaff: () => void;
};

/** What an organisation is, how many people it has, and who of the office sits there. */
export function UnitFacts({ unit, units, count, past, onEditStaff, onAddStaff }: UnitFactsProps): ReactNode {
  const today = useToday();
  const staff = (useStaff() ?? []).filter(({ unitId, active }) => active && unitId === unit.id);
  const { may: mayEditStaff } = useMay('staff.edit');
  const { detail } = organisationText;
  const { facts: text } = unitLifeText;
  const nameOf = (id: string): string => units.find((each) => each.id === id)?.name ?? detail.unknown;
  const heirs = unit.successorIds.map(nameOf).join(', ');
  const facts: readonly (Fact | false)[] = [
    { label: detail.kind, value: unitKindText[unit.kind] },
    isUnitSort(unit.sort) && { label: text.sort, value: unitSortText[unit.sort] },
    { label: detail.parent, value: unit.parentId === null ? detail.top : nameOf(unit.parentId) },
    { label: detail.since, value: unit.validFrom === null ? detail.unknown : formatDate(unit.validFrom) },
    unit.validTo !== null && { label: text.until, value: formatDate(unit.validTo) },
    heirs !== '' && { label: text.heirs, value: heirs },
    unit.termFrom !== null && { label: text.term, value: termNameOf(unit.termFrom, unit.termTo) },
    unit.code !== '' && { label: text.code, value: unit.code },
    unit.formerNames.length > 0 && {
      label: text.formerNames,
      value: unit.formerNames.map(({ name, until }) => text.formerName(name, formatDate(until))).join('; '),
    },
  ];
  const lives = isLiving(unit, today);
  return (
    <div className={classes.tab}>
      {past === undefined && !lives && heirs !== '' && <p>{text.endedInto(heirs)}</p>}
      {past === undefined && lives && unit.validTo !== null && <p>{text.willEnd(formatDate(unit.validTo))}</p>}
      {count !== undefined && (lives || past !== undefined) && <PeopleTable people={count.people} />}
      <div className={classes.facts}>
        <FactList facts={facts.filter((fact) => fact !== false)} />
      </div>
      {past === undefined && (
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
      )}
    </div>
  );
}
