import { ActionIcon, Menu, Select, TextInput } from '@mantine/core';
import { IconArrowsSort, IconCheck, IconSearch, IconX } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { MemberSort } from '#renderer/data/members/member-list.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useIsInReach, useReach } from '#renderer/data/rights/use-reach.ts';
import { membersText } from '#renderer/messages/members.ts';

const sorts: readonly MemberSort[] = ['name', 'age', 'party-age', 'completeness'];

/** Looks for a name, number or place. */
export function SearchField({
  query,
  onChange,
}: {
  readonly query: string;
  readonly onChange: (query: string) => void;
}): ReactNode {
  return (
    <TextInput
      aria-label={membersText.search}
      placeholder={membersText.searchHint}
      leftSection={<IconSearch size="1rem" stroke={1.6} aria-hidden />}
      value={query}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={
        query === '' ? null : (
          <ActionIcon variant="subtle" color="gray" aria-label={membersText.clearSearch} onClick={() => onChange('')}>
            <IconX size="1rem" aria-hidden />
          </ActionIcon>
        )
      }
    />
  );
}

/** In what order the list stands. */
export function SortMenu({
  sort,
  onChange,
}: {
  readonly sort: MemberSort;
  readonly onChange: (sort: MemberSort) => void;
}): ReactNode {
  const text = membersText.sort;
  const { isPrivate } = useReach();
  const offered = sorts.filter((each) => isPrivate || each !== 'completeness');
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="2.25rem" aria-label={text.label(text[sort])} title={text.label(text[sort])}>
          <IconArrowsSort size="1.125rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.title}</Menu.Label>
        {offered.map((each) => (
          <Menu.Item
            key={each}
            role="menuitemradio"
            aria-checked={each === sort}
            rightSection={each === sort ? <IconCheck size="1rem" aria-hidden /> : null}
            onClick={() => onChange(each)}
          >
            {text[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Organisations whose members may be looked at, in the order of the tree. */
export function UnitSelect({
  unitId,
  onChange,
}: {
  readonly unitId: string | null;
  readonly onChange: (id: string | null) => void;
}): ReactNode {
  const units = useUnits();
  const isInReach = useIsInReach();
  const options = useMemo(
    () => [
      { value: '', label: membersText.everyUnit },
      ...(units ?? [])
        .filter(({ kind, id }) => kind !== 'outside-body' && isInReach(id))
        .map(({ id, name }) => ({ value: id, label: name })),
    ],
    [units, isInReach],
  );
  return (
    <Select
      aria-label={membersText.filterUnit}
      data={options}
      value={unitId ?? ''}
      onChange={(id) => onChange(id === '' ? null : id)}
      searchable
      nothingFoundMessage={membersText.none.title}
    />
  );
}
