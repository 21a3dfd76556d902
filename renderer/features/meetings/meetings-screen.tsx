import { Button, Select } from '@mantine/core';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMeetings } from '#renderer/data/meetings/use-meetings.ts';
import { useHeldCells } from '#renderer/data/meetings/use-may-hold.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MeetingRow, UnitRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { meetingsText as text } from '#renderer/messages/meetings.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { RecordSplit } from '#renderer/ui/record-split.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { MeetingList } from './list/meeting-list.tsx';
import { MeetingPage } from './page/meeting-page.tsx';
import { AddMeetingDialog } from './plan/add-meeting-dialog.tsx';
import { OfficeActions } from './plan/office-actions.tsx';
import classes from './meetings-screen.module.css';

const ALL = 'all';

/** Buổi sinh hoạt: the meetings of a cell, or of all cells for the office, with the chosen one beside them. */
export function MeetingsScreen({ selectedId }: { readonly selectedId: string | undefined }): ReactNode {
  const held = useHeldCells();
  const units = useUnits();
  useHelp(text.help);
  if (!held.all && held.ownId === null)
    return (
      <EmptyState icon={IconCalendarEvent} title={text.noOwnCell.title}>
        {text.noOwnCell.text}
      </EmptyState>
    );
  if (units === undefined) return null;
  return <Meetings selectedId={selectedId} units={units} isOffice={held.all} ownId={held.ownId} />;
}

type MeetingsProps = {
  readonly selectedId: string | undefined;
  readonly units: readonly UnitRow[];
  readonly isOffice: boolean;
  readonly ownId: string | null;
};

function Meetings({ selectedId, units, isOffice, ownId }: MeetingsProps): ReactNode {
  const navigate = useNavigate();
  const thisYear = Number(useToday().slice(0, 4));
  const { mayHold } = useHeldCells();
  const { may: mayWrite } = useMay('meeting.hold');
  const cells = units.filter(({ id, kind }) => kind === 'cell' && (isOffice || mayHold(id)));
  const [unitId, setUnitId] = useState<string>(cells.length > 1 ? ALL : (cells[0]?.id ?? ownId ?? ALL));
  const [shown, setShown] = useState<'open' | 'done'>('open');
  const [year, setYear] = useState(thisYear);
  const [isAdding, setAdding] = useState(false);
  const cellId = unitId === ALL ? null : unitId;
  const found = useMeetings({ unitId: cellId, shown: shown === 'open' ? 'open' : year });
  // A cell's secretary sees the own cells only.
  const known = new Set(cells.map(({ id }) => id));
  const meetings = found?.filter((meeting) => isOffice || known.has(meeting.unitId));
  useCommand('new', () => setAdding(true), mayWrite);
  const chosenId = selectedId ?? chooseFirst(meetings ?? [])?.id;
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? '';
  const show = (id: string): void => navigate(routes.meeting(id), { replace: true });
  return (
    <>
      <ScreenActions>
        {isOffice && <OfficeActions cells={cells} />}
        {mayWrite && (
          <WriteButton
            leftSection={<IconPlus size="1rem" aria-hidden />}
            rightSection={<KeyHint keys="Ctrl N" onDark />}
            onClick={() => setAdding(true)}
          >
            {text.add}
          </WriteButton>
        )}
      </ScreenActions>
      <RecordSplit
        recordLabel={text.page}
        list={
          <>
            <PageHeader title={cells.length === 1 ? text.ownTitle(cells[0]?.name ?? '') : text.title} />
            {cells.length > 1 && (
              <Select
                aria-label={text.cell}
                searchable
                value={unitId}
                data={[
                  { value: ALL, label: text.allCells },
                  ...cells.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(value) => value !== null && setUnitId(value)}
              />
            )}
            <FilterChips<'open' | 'done'>
              label={text.filters}
              value={shown}
              onChange={setShown}
              options={[
                { id: 'open', label: text.shownOpen },
                { id: 'done', label: text.shownYear(String(year)) },
              ]}
              after={
                shown === 'done' && (
                  <Select
                    size="xs"
                    w="5.5rem"
                    aria-label={text.year}
                    value={String(year)}
                    data={Array.from({ length: 6 }, (_, i) => String(thisYear - i))}
                    onChange={(value) => value !== null && setYear(Number(value))}
                  />
                )
              }
            />
            {meetings?.length === 0 ? (
              <EmptyState
                icon={IconCalendarEvent}
                title={text.empty.title}
                action={mayWrite && <Button onClick={() => setAdding(true)}>{text.add}</Button>}
              >
                {shown === 'open' ? text.empty.text : text.empty.done}
              </EmptyState>
            ) : (
              meetings !== undefined && (
                <MeetingList
                  meetings={meetings}
                  cellName={cells.length > 1 ? nameOf : undefined}
                  selectedId={chosenId}
                  onSelect={show}
                />
              )
            )}
          </>
        }
        record={
          <div className={classes.record}>
            {chosenId === undefined ? (
              <EmptyState icon={IconCalendarEvent} title={text.choose.title}>
                {text.choose.text}
              </EmptyState>
            ) : (
              <MeetingPage key={chosenId} id={chosenId} />
            )}
          </div>
        }
      />
      {isAdding && (
        <AddMeetingDialog
          cells={cells}
          cellId={cellId ?? (cells.length === 1 ? (cells[0]?.id ?? null) : null)}
          onClose={() => setAdding(false)}
          onAdded={show}
        />
      )}
    </>
  );
}

/** What needs doing first: a meeting being held, else the next one. */
function chooseFirst(meetings: readonly MeetingRow[]): MeetingRow | undefined {
  return meetings.find(({ state }) => state === 'held') ?? meetings[0];
}
