import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import type { Routing } from './document-draft.ts';

type RoutingSelectProps = {
  readonly value: Routing;
  readonly onChange: (routing: Routing) => void;
  readonly className: string | undefined;
};

/** To whom the paper goes: a leader who writes a directive, a unit that handles it, or nobody. */
export function RoutingSelect({ value, onChange, className }: RoutingSelectProps): ReactNode {
  const staff = (useStaff() ?? []).filter(({ active }) => active);
  const units = (useUnits() ?? []).filter(({ kind }) => kind === 'office' || kind === 'outside-body');
  const leaders = staff.filter(({ role }) => role === 'leader' || role === 'office-head');
  const named = (name: string, post: string): string => (post === '' ? name : `${post} (${name})`);
  return (
    <Select
      className={className ?? ''}
      label={text.routing}
      value={value}
      searchable
      data={[
        {
          group: text.routingLeaders,
          items: [
            { value: 'later', label: text.routingLater },
            ...leaders.map(({ id, name, post }) => ({ value: `staff:${id}`, label: named(name.full, post) })),
          ],
        },
        { group: text.routingUnits, items: units.map(({ id, name }) => ({ value: `unit:${id}`, label: name })) },
        { group: text.routingOther, items: [{ value: 'information', label: text.routingInformation }] },
      ]}
      onChange={(routing) => routing !== null && onChange(routing)}
    />
  );
}
