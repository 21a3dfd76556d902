import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';

/** Where the paper goes from the register: a leader, a unit, or nowhere. */
export function RoutingChoice({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (routing: string) => void;
}): ReactNode {
  const leaders = (useStaff() ?? []).filter(
    ({ active, role }) => active && (role === 'leader' || role === 'office-head'),
  );
  const units = (useUnits() ?? []).filter(({ kind }) => kind === 'office' || kind === 'outside-body');
  return (
    <Select
      label={text.routing}
      value={value}
      searchable
      allowDeselect={false}
      data={[
        {
          group: text.routingLeaders,
          items: [
            { value: 'later', label: text.routingLater },
            ...leaders.map(({ id, name, post }) => ({
              value: `staff:${id}`,
              label: post === '' ? name.full : `${post} (${name.full})`,
            })),
          ],
        },
        { group: text.routingUnits, items: units.map(({ id, name }) => ({ value: `unit:${id}`, label: name })) },
        { group: text.routingOther, items: [{ value: 'information', label: text.routingInformation }] },
      ]}
      onChange={(routing) => routing !== null && onChange(routing)}
    />
  );
}
