import { Select } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { MemberFilter } from '#renderer/data/members/member-list.ts';
import { useMemberRules } from '#renderer/data/members/use-member-life.ts';
import { useMemberList, useMemberRows, usePaperYears, type MemberCounts } from '#renderer/data/members/use-members.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useReach } from '#renderer/data/rights/use-reach.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { membersText } from '#renderer/messages/members.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips, type FilterOption } from '#renderer/ui/filter-chips.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { ExportMenu } from './export-menu.tsx';
import classes from './member-list-pane.module.css';
import { SearchField, SortMenu, UnitSelect } from './member-list-controls.tsx';
import { MemberListRow } from './member-list-row.tsx';
import { filterOf, otherStates, type ListChoice, type Shown } from './list-choice.ts';
import { useMembersToChoose } from './use-members-to-choose.ts';

const rowRem = 3.25;

type MemberListPaneProps = { readonly selectedId: string | undefined; readonly onSelect: (id: string) => void };

/** The list of members with search, filters and order. */
export function MemberListPane({ selectedId, onSelect }: MemberListPaneProps): ReactNode {
  const [choice, setChoice] = useState<ListChoice>({ query: '', shown: 'active', unitId: null, sort: 'name' });
  const { query, shown, unitId } = choice;
  const [view, setView] = useState<readonly [number, number]>([0, 20]);
  const units = useUnits();
  const today = useToday();
  const rules = useMemberRules();
  const years = usePaperYears();
  const toChoose = useMembersToChoose();
  const filter = useMemo<MemberFilter>(() => filterOf(choice), [choice]);
  const list = useMemberList(filter);
  const ids = shown === 'choose' ? toChoose : list?.ids;
  const rows = useMemberRows(useMemo(() => ids?.slice(view[0], view[1]) ?? [], [ids, view]));
  const unitNames = useMemo(() => new Map((units ?? []).map(({ id, name }) => [id, name])), [units]);
  const change = (part: Partial<ListChoice>): void => setChoice((before) => ({ ...before, ...part }));
  const choices = chipsOf(list?.counts, toChoose.length, useReach().isPrivate);
  const isFiltered = query !== '' || unitId !== null || (list?.counts.all ?? 0) > 0;
  return (
    <>
      <PageHeader
        title={membersText.title}
        subtitle={list === undefined ? undefined : membersText.inList(formatCount(ids?.length ?? 0))}
        after={<ExportMenu filter={filter} count={shown === 'choose' ? 0 : (list?.ids.length ?? 0)} />}
      />
      <div className={classes.find}>
        <div className={classes.search}>
          <SearchField query={query} onChange={(text) => change({ query: text })} />
          <SortMenu sort={choice.sort} onChange={(sort) => change({ sort })} />
        </div>
        <div className={classes.selects}>
          <UnitSelect unitId={unitId} onChange={(id) => change({ unitId: id })} />
          <Select
            aria-label={membersText.filterState}
            placeholder={membersText.filterState}
            data={otherStates.map((state) => ({ value: state, label: memberStateText[state] }))}
            value={otherStates.find((state) => state === shown) ?? null}
            onChange={(state) => change({ shown: otherStates.find((known) => known === state) ?? 'active' })}
            clearable
            clearButtonProps={{ 'aria-label': membersText.clearFilters }}
            comboboxProps={{ width: '16rem', position: 'bottom-end' }}
          />
        </div>
      </div>
      <FilterChips<Shown>
        label={membersText.filterBy}
        options={choices}
        value={shown}
        onChange={(id) => change({ shown: id })}
      />
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
            return row === undefined ? null : (
              <MemberListRow
                row={row}
                unitNames={unitNames}
                today={today}
                rules={rules}
                years={isAboutPapers(choice) ? years : undefined}
              />
            );
          }}
          emptyState={
            isFiltered ? (
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

/** How complete a record is matters where the list is about that. */
function isAboutPapers({ shown, sort }: ListChoice): boolean {
  return shown === 'lacking' || sort === 'completeness';
}

function chipsOf(
  counts: MemberCounts | undefined,
  toChoose: number,
  isPrivate: boolean,
): readonly FilterOption<Shown>[] {
  const { filters } = membersText;
  const some = (id: Shown, label: string, count: number | undefined): readonly FilterOption<Shown>[] =>
    count === undefined || count === 0 ? [] : [{ id, label, count }];
  return [
    { id: 'active', label: filters.active, count: counts?.active },
    { id: 'probationary', label: filters.probationary, count: counts?.probationary },
    { id: 'candidate', label: filters.candidate, count: counts?.candidates },
    ...some('choose', filters.choose, toChoose),
    ...(isPrivate ? some('lacking', filters.lacking, counts?.lacking) : []),
    ...(isPrivate ? some('twins', filters.twins, counts?.twins) : []),
    ...some('not-at-province', filters.onlyHere, counts?.unsent),
    { id: 'all', label: filters.all },
  ];
}
