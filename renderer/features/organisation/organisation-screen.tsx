import { formatCount } from '#renderer/messages/format-count.ts';
import { Tabs } from '@mantine/core';
import { IconHierarchy, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useRoute } from 'wouter';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { isLiving } from '#renderer/data/organisation/living-units.ts';
import { useTreeOnDay } from '#renderer/data/organisation/tree-on-day.ts';
import { useStaff, useUnitCounts, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { unitLifeText } from '#renderer/messages/unit-life.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { RecordSplit } from '#renderer/ui/record-split.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { ConcernsOverview } from './concerns-overview.tsx';
import { LateWorkNote } from './late-work-note.tsx';
import classes from './organisation-screen.module.css';
import { StaffDialog, type StaffTask } from './staff-dialog.tsx';
import { StaffFilter, type StaffView } from './staff-filter.tsx';
import { StaffPane } from './staff-pane.tsx';
import { TreeDay } from './tree-day.tsx';
import { UnitDialog, type UnitTask } from './unit-dialog.tsx';
import { UnitPage } from './unit-page.tsx';
import { UnitTree } from './unit-tree-view.tsx';

type Side = 'units' | 'staff';

/** Tổ chức: the tree of organisations with the chosen one beside it, and the people of the office. */
export function OrganisationScreen(): ReactNode {
  const [, params] = useRoute('/units/:id?');
  const navigate = useNavigate();
  const today = useToday();
  const units = useUnits();
  const counts = useUnitCounts();
  const staff = useStaff();
  const [staffView, setStaffView] = useState<StaffView>({ role: 'all', withInactive: false });
  const [side, setSide] = useState<Side>('units');
  const [day, setDay] = useState<PlainDate | null>(null);
  const past = useTreeOnDay(day);
  const isPast = day !== null;
  const shownUnits = isPast ? past?.units : units;
  const shownCounts = isPast ? past?.counts : counts;
  const [unitTask, setUnitTask] = useState<UnitTask | null>(null);
  const [staffTask, setStaffTask] = useState<StaffTask | null>(null);
  const { tabs } = organisationText;
  const id = params?.id;
  const chosen = shownUnits?.find((unit) => unit.id === id);
  useHelp(organisationText.help);
  const add = (): void =>
    side === 'units'
      ? setUnitTask({ kind: 'add', parentId: chosen?.id ?? null })
      : setStaffTask({ kind: 'add', unitId: chosen?.id ?? null });
  const { may: mayEditUnits } = useMay('unit.edit');
  const { may: mayEditStaff } = useMay('staff.edit');
  const mayAdd = side === 'units' ? mayEditUnits && !isPast : mayEditStaff;
  useCommand('new', add, mayAdd);
  const open = (shownUnits ?? []).filter((unit) => isPast || isLiving(unit, today));
  const people = open
    .filter(({ parentId }) => parentId === null)
    .reduce((sum, unit) => sum + (shownCounts?.get(unit.id)?.below ?? 0), 0);
  return (
    <>
      {mayAdd && (
        <ScreenActions>
          <WriteButton
            leftSection={<IconPlus size="1rem" aria-hidden />}
            rightSection={<KeyHint keys="Ctrl N" onDark />}
            onClick={add}
          >
            {side === 'units' ? organisationText.addUnit : organisationText.staff.add}
          </WriteButton>
        </ScreenActions>
      )}
      <RecordSplit
        recordLabel={side === 'units' ? organisationText.unitPage : organisationText.staff.list}
        list={
          <>
            <PageHeader
              title={organisationText.title}
              subtitle={
                shownUnits === undefined
                  ? isPast
                    ? unitLifeText.day.loading
                    : undefined
                  : organisationText.summary(words(open.length), words(people))
              }
            />
            <Tabs
              value={side}
              onChange={(next) => setSide(next === 'staff' ? 'staff' : 'units')}
              keepMounted={false}
              classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
            >
              <Tabs.List aria-label={organisationText.tabsLabel}>
                <Tabs.Tab value="units">{tabs.units}</Tabs.Tab>
                <Tabs.Tab value="staff">{tabs.staff}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="units">
                <LateWorkNote />
                <TreeDay day={day} onDay={setDay} />
                <UnitTree
                  units={shownUnits}
                  counts={shownCounts}
                  day={day}
                  selectedId={id}
                  onSelect={(unitId) => navigate(routes.unit(unitId), { replace: true })}
                />
              </Tabs.Panel>
              <Tabs.Panel value="staff">
                <StaffFilter staff={staff ?? []} view={staffView} onChange={setStaffView} />
              </Tabs.Panel>
            </Tabs>
          </>
        }
        record={
          side === 'staff' ? (
            <StaffPane
              staff={staff ?? []}
              view={staffView}
              onEdit={(staff) => setStaffTask({ kind: 'edit', staff })}
              onAdd={() => setStaffTask({ kind: 'add', unitId: null })}
            />
          ) : chosen === undefined && !isPast && open.length > 0 ? (
            <ConcernsOverview units={open} counts={counts} />
          ) : chosen === undefined ? (
            <EmptyState
              icon={IconHierarchy}
              title={units?.length === 0 ? organisationText.empty.title : organisationText.choose.title}
            >
              {units?.length === 0
                ? organisationText.empty.text
                : isPast && id !== undefined && past !== undefined
                  ? unitLifeText.day.notThere
                  : organisationText.choose.text}
            </EmptyState>
          ) : (
            <UnitPage
              key={chosen.id}
              unit={chosen}
              units={units ?? []}
              count={shownCounts?.get(chosen.id)}
              past={past}
              onChosen={(unitId) => navigate(routes.unit(unitId), { replace: true })}
              onEdit={() => setUnitTask({ kind: 'edit', unit: chosen })}
              onAddBelow={() => setUnitTask({ kind: 'add', parentId: chosen.id })}
              onEditStaff={(staff) => setStaffTask({ kind: 'edit', staff })}
              onAddStaff={() => setStaffTask({ kind: 'add', unitId: chosen.id })}
            />
          )
        }
      />
      {unitTask !== null && (
        <UnitDialog
          task={unitTask}
          units={units ?? []}
          onClose={() => setUnitTask(null)}
          onSaved={(unitId) => navigate(routes.unit(unitId), { replace: true })}
        />
      )}
      {staffTask !== null && <StaffDialog task={staffTask} units={units ?? []} onClose={() => setStaffTask(null)} />}
    </>
  );
}

function words(count: number): string {
  return formatCount(count);
}
