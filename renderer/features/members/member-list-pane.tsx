import { formatCount } from '#renderer/messages/format-count.ts';
import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconSearch, IconUsers, IconX } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import { allMembers, useMemberList, useMemberRows } from '#renderer/data/members/use-members.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { membersText } from '#renderer/messages/members.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import classes from './member-list-pane.module.css';
import { MemberListRow } from './member-list-row.tsx';
import { activeStates } from '#shared/domain/member/party-age.ts';
import { useMembersToChoose } from './use-members-to-choose.ts';

type Shown = 'active' | 'choose' | 'all' | MemberState;

/** States beside those with a button of their own. */
const otherStates: readonly MemberState[] = [
  'official',
  'exempt',
  'temporarily-away',
  'guest',
  'transferred',
  'left',
  'deceased',
];

function statesOf(shown: Shown): readonly MemberState[] {
  if (shown === 'active') return activeStates;
  return shown === 'choose' || shown === 'all' ? [] : [shown];
}

const rowRem = 3.25;

type MemberListPaneProps = { readonly selectedId: string | undefined; readonly onSelect: (id: string) => void };

/** The list of members with search and filters. */
export function MemberListPane({ selectedId, onSelect }: MemberListPaneProps): ReactNode {
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<Shown>('active');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [view, setView] = useState<readonly [number, number]>([0, 20]);
  const units = useUnits();
  const today = useToday();
  const toChoose = useMembersToChoose();
  const list = useMemberList(
    useMemo(() => ({ ...allMembers, query, unitId, states: statesOf(shown) }), [query, unitId, shown]),
  );
  const ids = shown === 'choose' ? toChoose : list?.ids;
  const rows = useMemberRows(useMemo(() => ids?.slice(view[0], view[1]) ?? [], [ids, view]));
  const unitNames = useMemo(() => new Map((units ?? []).map(({ id, name }) => [id, name])), [units]);
  const options = useMemo(
    () => [
      { value: '', label: membersText.everyUnit },
      ...(units ?? [])
        .filter(({ kind }) => kind !== 'outside-body')
        .map(({ id, name }) => ({ value: id, label: name })),
    ],
    [units],
  );
  const { counts } = list ?? {};
  const choices = [
    { id: 'active' as const, label: membersText.filters.active, count: counts?.active },
    { id: 'probationary' as const, label: membersText.filters.probationary, count: counts?.probationary },
    ...(toChoose.length > 0
      ? [{ id: 'choose' as const, label: membersText.filters.choose, count: toChoose.length }]
      : []),
    { id: 'all' as const, label: membersText.filters.all },
  ];
  const filtered = query !== '' || unitId !== null;
  return (
    <>
      <PageHeader
        title={membersText.title}
        subtitle={list === undefined ? undefined : membersText.inList(formatCount(ids?.length ?? 0))}
      />
      <div className={classes.find}>
        <TextInput
          aria-label={membersText.search}
          placeholder={membersText.searchHint}
          leftSection={<IconSearch size="1rem" stroke={1.6} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          rightSection={
            query === '' ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={membersText.clearSearch}
                onClick={() => setQuery('')}
              >
                <IconX size="1rem" aria-hidden />
              </ActionIcon>
            )
          }
        />
        <div className={classes.selects}>
          <Select
            aria-label={membersText.filterUnit}
            data={options}
            value={unitId ?? ''}
            onChange={(id) => setUnitId(id === '' ? null : id)}
            searchable
            nothingFoundMessage={membersText.none.title}
          />
          <Select
            aria-label={membersText.filterState}
            placeholder={membersText.filterState}
            data={otherStates.map((state) => ({ value: state, label: memberStateText[state] }))}
            value={otherStates.find((state) => state === shown) ?? null}
            onChange={(state) => setShown(otherStates.find((known) => known === state) ?? 'active')}
            clearable
            clearButtonProps={{ 'aria-label': membersText.clearFilters }}
            comboboxProps={{ width: '16rem', position: 'bottom-end' }}
          />
        </div>
      </div>
      <FilterChips<Shown> label={membersText.filterBy} options={choices} value={shown} onChange={setShown} />
      {ids !== undefined && (
        <VirtualList
          label={membersText.list}
          items={ids}
          getKey={(id) => id}
          rowHeight={rowRem}
          selectedKey={selectedId}
          onSelect={onSelect}
          onWindow={(from, to) => setView((known) => (known[0] === from && known[1] === to ? known : [from, to]))}
          renderRow={(id) => {
            const row = rows.get(id);
            return row === undefined ? null : <MemberListRow row={row} unitNames={unitNames} today={today} />;
          }}
          emptyState={
            filtered || (counts?.all ?? 0) > 0 ? (
              <EmptyState icon={IconUsers} title={membersText.none.title}>
                {membersText.none.text}
              </EmptyState>
            ) : undefined
          }
        />
      )}
    </>
  );
}
