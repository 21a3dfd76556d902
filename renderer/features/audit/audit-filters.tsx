import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { auditGroups, auditText as text } from '#renderer/messages/audit.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import type { AuditFilter } from './audit-filter.ts';
import classes from './audit.module.css';

type AuditFiltersProps = { readonly filter: AuditFilter; readonly onChange: (filter: AuditFilter) => void };

const groups = Object.keys(auditGroups) as readonly (keyof typeof auditGroups)[];

/** Kind of work, person, first and last day. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps): ReactNode {
  const staff = useStaff() ?? [];
  const today = useToday();
  return (
    <div className={classes.filters}>
      <Select
        label={text.group}
        value={filter.group}
        data={groups.map((group) => ({ value: group, label: auditGroups[group].label }))}
        onChange={(value) => onChange({ ...filter, group: groups.find((group) => group === value) ?? 'all' })}
      />
      <Select
        label={text.person}
        searchable
        value={filter.by}
        data={[{ value: '', label: text.everyone }, ...staff.map(({ id, name }) => ({ value: id, label: name.full }))]}
        onChange={(by) => onChange({ ...filter, by: by ?? '' })}
      />
      <DateField
        label={text.from}
        value={filter.from}
        today={today}
        onChange={(from, problem) => problem === null && onChange({ ...filter, from })}
      />
      <DateField
        label={text.until}
        value={filter.until}
        today={today}
        onChange={(until, problem) => problem === null && onChange({ ...filter, until })}
      />
    </div>
  );
}
