import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { nameOn } from '#shared/domain/unit/unit-fields.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { voidUnitEvent } from '#renderer/data/organisation/unit-event-repository.ts';
import { useEventsOfUnit, useUnitEvents } from '#renderer/data/organisation/use-unit-events.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { UnitEventRow, UnitRow } from '#renderer/data/rows.ts';
import { unitLifeText } from '#renderer/messages/unit-life.ts';
import { EventTimeline } from '#renderer/ui/event-timeline.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './unit-page.module.css';

type UnitHistoryProps = { readonly unit: UnitRow; readonly units: readonly UnitRow[] };

/** Decisions about an organisation, newest first; one that was recorded wrongly is taken back here. */
export function UnitHistory({ unit, units }: UnitHistoryProps): ReactNode {
  const office = useOffice();
  const events = useEventsOfUnit(unit.id);
  const all = useUnitEvents() ?? [];
  const { may } = useMay('unit.reorganise');
  const [asked, setAsked] = useState<UnitEventRow>();
  const { history, voiding } = unitLifeText;
  const nameOf = (id: string, event: UnitEventRow): string => {
    const known = units.find((each) => each.id === id);
    return known === undefined ? history.unknown : nameOn(known, all, event.on);
  };
  if (events.length === 0) return <p className={classes.grey}>{history.empty}</p>;
  return (
    <div className={classes.tab}>
      <EventTimeline
        items={events.map((event, index) => ({
          key: event.id,
          title: <strong>{titleOf(event, (id) => nameOf(id, event))}</strong>,
          time: formatDate(event.on),
          current: index === 0,
          chip:
            event.voidReason === '' ? (
              may && (
                <WriteButton size="compact-xs" variant="subtle" color="gray" onClick={() => setAsked(event)}>
                  {history.void}
                </WriteButton>
              )
            ) : (
              <StatusChip tone="neutral">{history.voided}</StatusChip>
            ),
          quote: quoteOf(event),
        }))}
      />
      {asked !== undefined && (
        <ReasonModal
          opened
          onClose={() => setAsked(undefined)}
          words={{ title: voiding.title, body: voiding.body, label: voiding.label, confirm: voiding.confirm }}
          onGive={async (reason) => {
            const voided = await voidUnitEvent(office, asked.id, reason);
            if (!voided.ok) return voided.error.code;
            notifyDone(voiding.done);
            return null;
          }}
        />
      )}
    </div>
  );
}

function titleOf(event: UnitEventRow, nameOf: (id: string) => string): string {
  const { history } = unitLifeText;
  const { kind, fromUnitIds, toUnitIds, foundedUnitIds, formerName, name, formerParentId, parentId } = event;
  const [from, to] = [fromUnitIds.map(nameOf).join(', '), toUnitIds.map(nameOf).join(', ')];
  const parentName = (id: string | null): string => (id === null ? history.top : nameOf(id));
  switch (kind) {
    case 'founded':
      return history.founded(to);
    case 'renamed':
      return history.renamed(formerName, name);
    case 'moved':
      return history.moved(from, parentName(formerParentId), parentName(parentId));
    case 'merged':
      return foundedUnitIds.length > 0 ? history.joined(from, to) : history.merged(from, to);
    case 'split':
      return history.split(from, to);
    case 'dissolved':
      return history.dissolved(from, to);
  }
}

function quoteOf({ decision, note, voidReason }: UnitEventRow): string | undefined {
  const { history } = unitLifeText;
  const parts = [
    decision === null || decision.issuedOn === null
      ? ''
      : history.by(decision.symbol, formatDate(decision.issuedOn), decision.issuer),
    note,
    voidReason === '' ? '' : history.voidReason(voidReason),
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join('. ');
}
