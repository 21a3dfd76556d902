import { Anchor, Button, Select, TextInput } from '@mantine/core';
import { IconAward } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { formatDate, yearOf } from '#shared/base/partial-date.ts';
import { awardDays, nextAwardDay } from '#shared/domain/badge/award-days.ts';
import type { BadgeLine, BadgeList } from '#renderer/data/badges/read-badge-list.ts';
import { useBadgeList } from '#renderer/data/badges/use-badges.ts';
import { useMemberRules } from '#renderer/data/members/use-member-life.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useIsInReach, useReach } from '#renderer/data/rights/use-reach.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { badgesText as text } from '#renderer/messages/badges.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { BadgeActs } from './badge-acts.tsx';
import { BadgeTable } from './badge-table.tsx';
import { badgeViews, findLines, isChoosable, linesIn, openLine, sumOf } from './badge-views.ts';
import { BadgesExport } from './badges-export.tsx';
import { useBadgesView } from './badges-view-store.ts';
import room from '#renderer/ui/chosen-span.module.css';
import classes from './badges.module.css';
import { WithdrawModal } from './withdraw-modal.tsx';

/** Rows drawn at first, and with each further step. */
const STEP = 200;
/** Years before and after this one whose award days can be chosen. */
const SPAN = 2;

/** Huy hiệu Đảng: who is given which badge on an award day, from the list to the decision. */
export function BadgesScreen(): ReactNode {
  useHelp(text.help);
  const today = useToday();
  const rules = useMemberRules();
  const view = useBadgesView();
  const isInReach = useIsInReach();
  const { isPrivate } = useReach();
  const on = view.on ?? nextAwardDay(rules, today);
  const read = useBadgeList(on);
  const list = useMemo(
    () =>
      read && {
        ...read,
        lines: read.lines.filter(({ unitId }) => isInReach(unitId)).map((line) => (isPrivate ? line : openLine(line))),
        earlyAble: read.earlyAble.filter(({ unitId }) => isInReach(unitId)),
      },
    [read, isInReach, isPrivate],
  );
  const year = yearOf(today);
  const days = awardDays(rules, year - SPAN, year + SPAN);
  return (
    <div className={room.root}>
      <PageHeader
        title={text.title}
        subtitle={list && text.subtitle(formatDate(on), linesIn(list.lines, 'list').length)}
      />
      <div className={room.controls}>
        <Select
          className={classes.day ?? ''}
          label={text.day}
          allowDeselect={false}
          value={on}
          data={[...new Set([...days, on])].sort().map((day) => ({ value: day, label: formatDate(day) }))}
          onChange={(day) => useBadgesView.setState({ on: days.find((each) => each === day) ?? on })}
        />
        <TextInput
          className={classes.find ?? ''}
          label={text.find}
          value={view.query}
          onChange={(event) => useBadgesView.setState({ query: event.currentTarget.value })}
        />
      </div>
      {list !== undefined && <ListOfDay key={on} list={list} />}
    </div>
  );
}

function ListOfDay({ list }: { readonly list: BadgeList }): ReactNode {
  const navigate = useNavigate();
  const { view, query } = useBadgesView();
  const { may: mayRecord } = useMay('event.record');
  const { may: maySet } = useMay('setting.edit');
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(STEP);
  const [withdrawn, setWithdrawn] = useState<BadgeLine | null>(null);
  const { on } = list;
  const lines = findLines(linesIn(list.lines, view), query);
  const chosen = lines.filter((line) => keys.has(line.key)).filter(isChoosable);
  const { unpriced } = sumOf(view === 'date-needed' ? [] : lines);
  const empty = query.trim() === '' ? text.empty[view] : text.empty.found;
  return (
    <>
      <ScreenActions>
        <BadgesExport lines={lines} on={on} />
      </ScreenActions>
      <FilterChips
        label={text.views}
        value={view}
        options={badgeViews.map((id) => ({ id, label: text.view[id], count: linesIn(list.lines, id).length }))}
        onChange={(id) => {
          setKeys(new Set());
          useBadgesView.setState({ view: id });
        }}
      />
      {text.viewHint[view] !== '' && <span className={classes.grey}>{text.viewHint[view]}</span>}
      {view !== 'date-needed' && mayRecord && (
        <BadgeActs list={list} chosen={chosen} onDone={() => setKeys(new Set())} />
      )}
      {unpriced > 0 && (
        <span className={classes.grey}>
          {text.unpriced(unpriced)}.{' '}
          {maySet ? (
            <Anchor
              component="button"
              type="button"
              fz="inherit"
              onClick={() => navigate(routes.officeSettings('badge-rules'))}
            >
              {text.toSettings}
            </Anchor>
          ) : (
            text.unpricedHint
          )}
        </span>
      )}
      {lines.length === 0 ? (
        <EmptyState icon={IconAward} title={empty.title}>
          {empty.text}
        </EmptyState>
      ) : (
        <BadgeTable
          lines={lines.slice(0, shown)}
          on={on}
          chosen={mayRecord && view !== 'date-needed' ? keys : null}
          onChoose={setKeys}
          onWithdraw={setWithdrawn}
        />
      )}
      {lines.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + STEP)}>
          {text.more(Math.min(STEP, lines.length - shown))}
        </Button>
      )}
      {withdrawn !== null && <WithdrawModal line={withdrawn} onClose={() => setWithdrawn(null)} />}
    </>
  );
}
