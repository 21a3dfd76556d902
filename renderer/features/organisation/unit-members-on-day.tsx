import type { ReactNode } from 'react';
import { formatDate, yearOf } from '#shared/base/partial-date.ts';
import type { TreeOnDay } from '#renderer/data/organisation/tree-on-day.ts';
import { useIsInReach } from '#renderer/data/rights/use-reach.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import classes from './unit-page.module.css';

/** Who belonged to an organisation itself on a day, with the standing of that day. */
export function UnitMembersOnDay({ unitId, tree }: { readonly unitId: string; readonly tree: TreeOnDay }): ReactNode {
  const navigate = useNavigate();
  const isInReach = useIsInReach();
  const { detail } = organisationText;
  const members = isInReach(unitId) ? (tree.members.get(unitId) ?? []) : [];
  return (
    <section className={classes.members} aria-label={detail.members}>
      <h3 className={classes.sectionTitle}>{`${detail.members}, ${formatDate(tree.day)}`}</h3>
      <VirtualList
        label={detail.members}
        items={members}
        getKey={({ id }) => id}
        rowHeight={2.25}
        selectedKey={undefined}
        onSelect={(id) => navigate(routes.member(id))}
        onOpen={(id) => navigate(routes.member(id))}
        emptyState={
          <p className={classes.grey}>
            {isInReach(unitId) ? organisationText.noMembers : organisationText.notYourCell}
          </p>
        }
        renderRow={({ row, state }) => (
          <div className={classes.member}>
            <span>
              <strong>{row.name.full}</strong>{' '}
              <span className={classes.grey}>{row.bornOn === null ? '' : yearOf(row.bornOn)}</span>
            </span>
            {state !== 'official' && <StatusChip tone="neutral">{memberStateText[state]}</StatusChip>}
          </div>
        )}
      />
    </section>
  );
}
