import { useMemo, useState, type ReactNode } from 'react';
import { yearOf } from '#shared/base/partial-date.ts';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import { allMembers, useMemberList, useMemberRows } from '#renderer/data/members/use-members.ts';
import { useIsInReach } from '#renderer/data/rights/use-reach.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import classes from './unit-page.module.css';

const present: readonly MemberState[] = ['probationary', 'official', 'exempt', 'temporarily-away'];

/** Members of a unit and of those below it, by name; Enter or a double click opens the record. */
export function UnitMembers({ unitId }: { readonly unitId: string }): ReactNode {
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string>();
  const [view, setView] = useState<readonly [number, number]>([0, 20]);
  const list = useMemberList(useMemo(() => ({ ...allMembers, unitId, states: present }), [unitId]));
  const rows = useMemberRows(useMemo(() => list?.ids.slice(view[0], view[1]) ?? [], [list, view]));
  const isInReach = useIsInReach();
  const { detail } = organisationText;
  return (
    <section className={classes.members} aria-label={detail.members}>
      <div className={classes.sectionHeader}>
        <h3 className={classes.sectionTitle}>{detail.members}</h3>
        {list !== undefined && list.ids.length > 0 && <span className={classes.grey}>{detail.openHint}</span>}
      </div>
      {list !== undefined && (
        <VirtualList
          label={detail.members}
          items={list.ids}
          getKey={(id) => id}
          rowHeight={2.25}
          selectedKey={selected}
          onSelect={setSelected}
          onOpen={(id) => navigate(routes.member(id))}
          onWindow={(from, to) => setView((known) => (known[0] === from && known[1] === to ? known : [from, to]))}
          emptyState={
            <p className={classes.grey}>
              {isInReach(unitId) ? organisationText.noMembers : organisationText.notYourCell}
            </p>
          }
          renderRow={(id) => {
            const row = rows.get(id);
            if (row === undefined) return null;
            return (
              <div className={classes.member}>
                <span>
                  <strong>{row.name.full}</strong>{' '}
                  <span className={classes.grey}>{row.bornOn === null ? '' : yearOf(row.bornOn)}</span>
                </span>
                {row.state !== 'official' && (
                  <StatusChip tone={row.state === 'probationary' ? 'blue' : 'neutral'}>
                    {memberStateText[row.state]}
                  </StatusChip>
                )}
              </div>
            );
          }}
        />
      )}
    </section>
  );
}
