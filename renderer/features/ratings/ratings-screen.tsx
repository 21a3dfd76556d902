import { Alert, NumberInput, Select } from '@mantine/core';
import { IconAward } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { collectingKinds } from '#shared/domain/fee/fee-rules.ts';
import { periodsOf } from '#shared/domain/rating/rating-rules.ts';
import { findPresentUnit, isLiving } from '#renderer/data/organisation/living-units.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import type { RatingLine, RatingSheet } from '#renderer/data/ratings/read-rating-sheet.ts';
import { useRatingSheet } from '#renderer/data/ratings/use-ratings.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { ratingsText as text } from '#renderer/messages/ratings.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { RatingDialog } from './rating-dialog.tsx';
import { RatingTable } from './rating-table.tsx';
import { RatingsExport } from './ratings-export.tsx';
import { useRatingsView } from './ratings-view-store.ts';
import room from '#renderer/ui/chosen-span.module.css';
import classes from './ratings.module.css';

/** Đánh giá, xếp loại: the members of a cell for a year or quarter, from self-assessment to decision. */
export function RatingsScreen(): ReactNode {
  useHelp(text.help);
  const today = useToday();
  const person = useActingPerson();
  const view = useRatingsView();
  const all = useUnits() ?? [];
  const units = all.filter((each) => collectingKinds.includes(each.kind) && isLiving(each, today));
  const ownId = findPresentUnit(all, person?.unitId)?.id;
  const own = units.find(({ id, kind }) => id === ownId && kind === 'cell');
  const unit = units.find(({ id }) => id === view.unitId) ?? own;
  const period = view.period ?? today.slice(0, 4);
  const sheet = useRatingSheet(unit?.id ?? null, period);
  return (
    <div className={room.root}>
      <PageHeader title={text.title} subtitle={unit && text.subtitle(unit.name, text.periodName(period))} />
      <RatingControls units={units} unit={unit} period={period} />
      {unit === undefined && (
        <EmptyState icon={IconAward} title={text.chooseCell.title}>
          {text.chooseCell.text}
        </EmptyState>
      )}
      {unit !== undefined && sheet?.lines.length === 0 && (
        <EmptyState icon={IconAward} title={text.noLines.title}>
          {text.noLines.text}
        </EmptyState>
      )}
      {unit !== undefined && sheet !== undefined && sheet.lines.length > 0 && (
        <SheetOfPeriod key={`${unit.id} ${period}`} sheet={sheet} unit={unit} />
      )}
    </div>
  );
}

function RatingControls({
  units,
  unit,
  period,
}: {
  readonly units: readonly UnitRow[];
  readonly unit: UnitRow | undefined;
  readonly period: string;
}): ReactNode {
  const year = Number(period.slice(0, 4));
  return (
    <div className={room.controls}>
      <Select
        className={classes.cell ?? ''}
        label={text.cell}
        searchable
        value={unit?.id ?? null}
        data={units.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => useRatingsView.setState({ unitId: id })}
      />
      <NumberInput
        className={classes.year ?? ''}
        label={text.year}
        min={1930}
        max={2200}
        allowDecimal={false}
        value={year}
        onChange={(value) => {
          if (typeof value === 'number' && value >= 1930 && value <= 2200)
            useRatingsView.setState({ period: `${String(value)}${period.slice(4)}` });
        }}
      />
      <FilterChips
        label={text.period}
        value={period}
        options={periodsOf(year).map((each) => ({ id: each, label: text.periodShort(each) }))}
        onChange={(chosen) => useRatingsView.setState({ period: chosen })}
      />
    </div>
  );
}

function SheetOfPeriod({ sheet, unit }: { readonly sheet: RatingSheet; readonly unit: UnitRow }): ReactNode {
  const { may: mayRate } = useMay('rating.propose');
  const [rated, setRated] = useState<RatingLine | null>(null);
  const { count, rules } = sheet;
  const { excellent } = count.levels;
  return (
    <>
      <ScreenActions>
        <RatingsExport sheet={sheet} cell={unit.name} />
      </ScreenActions>
      <div className={classes.counts}>
        <span>{text.counts(count.rated, count.notRated, count.open)}</span>
        {!count.isOverCap && <span>{text.inCap(excellent, count.allowed)}</span>}
      </div>
      {count.isOverCap && <Alert color="red">{text.overCap(excellent, count.allowed, rules.capPercent)}</Alert>}
      <RatingTable sheet={sheet} mayRate={mayRate} onRate={setRated} />
      {rated !== null && <RatingDialog sheet={sheet} line={rated} onClose={() => setRated(null)} />}
    </>
  );
}
