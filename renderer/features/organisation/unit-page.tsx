import { Menu, Title } from '@mantine/core';
import { IconChevronDown, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { concernsOf } from '#shared/domain/unit/unit-concerns.ts';
import { unitEventKindSchema, type UnitEventKind } from '#shared/domain/unit/unit-event-record.ts';
import { useAllPosts } from '#renderer/data/organisation/appointment-repository.ts';
import { isLiving } from '#renderer/data/organisation/living-units.ts';
import type { TreeOnDay } from '#renderer/data/organisation/tree-on-day.ts';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import { useEventsOfUnit, useUnitRules } from '#renderer/data/organisation/use-unit-events.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { StaffRow, UnitRow } from '#renderer/data/rows.ts';
import type { UnitCount } from '#renderer/data/search/search-port.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { unitConcernText, unitEventText, unitLifeText } from '#renderer/messages/unit-life.ts';
import { DetailPane } from '#renderer/ui/detail-pane.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { ChangeDialog } from './change/change-dialog.tsx';
import { PostsTab } from './posts/posts-tab.tsx';
import { RemoveUnitButton } from './remove-unit-button.tsx';
import { ReopenUnitButton } from './reopen-unit-button.tsx';
import { UnitFacts } from './unit-facts.tsx';
import { UnitHistory } from './unit-history.tsx';
import { UnitMembers } from './unit-members.tsx';
import { UnitMembersOnDay } from './unit-members-on-day.tsx';
import classes from './unit-page.module.css';

type UnitPageProps = {
  readonly unit: UnitRow;
  readonly units: readonly UnitRow[];
  readonly count: UnitCount | undefined;
  /** The tree of another day than today, when one is looked at. */
  readonly past: TreeOnDay | undefined;
  readonly onEdit: () => void;
  readonly onAddBelow: () => void;
  readonly onChosen: (unitId: string) => void;
  readonly onEditStaff: (staff: StaffRow) => void;
  readonly onAddStaff: () => void;
};

/** One organisation: what it is, its posts, its members, and what was decided about it. */
export function UnitPage(props: UnitPageProps): ReactNode {
  const { unit, units, past, onChosen } = props;
  const [tab, setTab] = useState('facts');
  const [act, setAct] = useState<UnitEventKind | null>(null);
  const { tabs } = unitLifeText;
  return (
    <>
      <DetailPane
        header={<UnitHeader {...props} onAct={setAct} />}
        activeTab={tab}
        onTabChange={setTab}
        tabs={[
          { id: 'facts', label: tabs.facts, content: <UnitFacts {...props} /> },
          { id: 'posts', label: tabs.posts, content: <PostsTab unit={unit} day={past?.day ?? null} /> },
          {
            id: 'members',
            label: tabs.members,
            content:
              past === undefined ? <UnitMembers unitId={unit.id} /> : <UnitMembersOnDay unitId={unit.id} tree={past} />,
          },
          { id: 'history', label: tabs.history, content: <UnitHistory unit={unit} units={units} /> },
        ]}
      />
      {act !== null && (
        <ChangeDialog key={act} kind={act} unit={unit} units={units} onClose={() => setAct(null)} onSaved={onChosen} />
      )}
    </>
  );
}

type UnitHeaderProps = UnitPageProps & { readonly onAct: (kind: UnitEventKind) => void };

function UnitHeader({ unit, units, count, past, onEdit, onAddBelow, onAct }: UnitHeaderProps): ReactNode {
  const today = useToday();
  const staff = (useStaff() ?? []).filter(({ unitId, active }) => active && unitId === unit.id);
  const rules = useUnitRules();
  const posts = useAllPosts();
  const events = useEventsOfUnit(unit.id);
  const { may: mayEdit } = useMay('unit.edit');
  const { may: mayRemove } = useMay('unit.remove');
  const { may: mayReorganise } = useMay('unit.reorganise');
  const isNow = past === undefined;
  const lives = isLiving(unit, today);
  const isBare =
    count?.below === 0 &&
    staff.length === 0 &&
    events.length === 0 &&
    !units.some(({ parentId }) => parentId === unit.id);
  const concerns =
    isNow && lives && count !== undefined && posts !== undefined
      ? concernsOf(unit, count.people, posts.get(unit.id) ?? [], today, rules)
      : [];
  return (
    <>
      <div className={classes.header}>
        <Title order={2} className={classes.name ?? ''}>
          {unit.name}
        </Title>
        {unit.validTo !== null && (
          <StatusChip tone="neutral">{organisationText.closedOn(formatDate(unit.validTo))}</StatusChip>
        )}
        {concerns.map((concern) => (
          <StatusChip key={concern.kind} tone="amber">
            {unitConcernText(concern)}
          </StatusChip>
        ))}
      </div>
      {isNow && mayEdit && (
        <div className={classes.buttons}>
          <WriteButton size="xs" variant="light" leftSection={<IconPencil size="1rem" aria-hidden />} onClick={onEdit}>
            {organisationText.edit}
          </WriteButton>
          {lives && (
            <WriteButton
              size="xs"
              variant="default"
              leftSection={<IconPlus size="1rem" aria-hidden />}
              onClick={onAddBelow}
            >
              {organisationText.addChild}
            </WriteButton>
          )}
          {lives && mayReorganise && <ActMenu onAct={onAct} />}
          {!lives && events.length === 0 && mayReorganise && <ReopenUnitButton unit={unit} />}
          {isBare && mayRemove && <RemoveUnitButton unit={unit} />}
        </div>
      )}
    </>
  );
}

function ActMenu({ onAct }: { readonly onAct: (kind: UnitEventKind) => void }): ReactNode {
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <WriteButton size="xs" variant="default" rightSection={<IconChevronDown size="1rem" aria-hidden />}>
          {unitLifeText.acts}
        </WriteButton>
      </Menu.Target>
      <Menu.Dropdown>
        {unitEventKindSchema.options.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAct(kind)}>
            {kind === 'founded' ? unitLifeText.foundBelow : unitEventText[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
