import { Alert, Button, Select } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import {
  statForms,
  type StatColumn,
  type StatForm,
  type StatLine,
} from '#shared/domain/statistics/compute-statistics.ts';
import type { StatSpan } from '#shared/domain/statistics/stat-data.ts';
import { useStatistics, type StatisticsState } from '#renderer/data/statistics/use-statistics.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { EntriesCard } from './entries-card.tsx';
import { FormsExport } from './forms-export.tsx';
import { StatTable } from './stat-table.tsx';
import room from '#renderer/ui/chosen-span.module.css';
import classes from './statistics.module.css';

type ChosenFigure = { readonly line: StatLine; readonly column: StatColumn };

/** Thống kê: the statutory forms of members for any span, beside the same span a year earlier, with the people behind each figure. */
export function StatisticsScreen(): ReactNode {
  useHelp(text.help);
  const today = useToday();
  const year = Number(today.slice(0, 4));
  const [span, setSpan] = useState<StatSpan>(() => yearSpan(year));
  const [code, setCode] = useState('1-TCTW');
  const [chosen, setChosen] = useState<ChosenFigure | null>(null);
  const isFine = span.from <= span.to;
  const state = useStatistics(isFine ? span : null);
  const form = state.forms?.find((each) => each.code === code);
  return (
    <div className={room.root}>
      <PageHeader title={text.title} subtitle={text.subtitle(formatDate(span.from), formatDate(span.to))} />
      <div className={room.controls}>
        <SpanButtons
          year={year}
          onChoose={(next) => {
            setChosen(null);
            setSpan(next);
          }}
        />
        <SpanField label={text.from} day={span.from} today={today} onChange={(from) => setSpan({ ...span, from })} />
        <SpanField
          label={text.to}
          day={span.to}
          today={today}
          error={isFine ? undefined : text.badSpan}
          onChange={(to) => setSpan({ ...span, to })}
        />
        <Select
          className={classes.form ?? ''}
          label={text.form}
          allowDeselect={false}
          value={code}
          data={statForms.map((each) => ({ value: each.code, label: `${each.code}: ${each.title}` }))}
          onChange={(next) => {
            setChosen(null);
            if (next !== null) setCode(next);
          }}
        />
      </div>
      <p className={classes.status} role="status">
        {state.isOld && isFine ? (form === undefined ? text.computing : text.again) : ''}
      </p>
      {state.failed && (
        <Alert color="red" title={text.failed.title}>
          <p>{text.failed.text}</p>
          <Button variant="default" onClick={state.retry}>
            {text.failed.retry}
          </Button>
        </Alert>
      )}
      {form !== undefined && (
        <FormOfSpan
          key={`${span.from} ${span.to} ${form.code}`}
          form={form}
          state={state}
          span={span}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
    </div>
  );
}

function FormOfSpan({
  form,
  state,
  span,
  chosen,
  onChoose,
}: {
  readonly form: StatForm;
  readonly state: StatisticsState;
  readonly span: StatSpan;
  readonly chosen: ChosenFigure | null;
  readonly onChoose: (figure: ChosenFigure | null) => void;
}): ReactNode {
  const line = form.lines.find((each) => each.code === chosen?.line.code);
  const { findEntries } = state;
  const [column, lineCode] = [chosen?.column ?? 'now', line?.code ?? ''];
  const read = useCallback(
    () => findEntries({ column, form: form.code, code: lineCode }),
    [findEntries, column, form, lineCode],
  );
  return (
    <>
      <FormsExport form={form} forms={state.forms ?? []} span={span} />
      <div className={classes.body}>
        <StatTable form={form} onEntries={(each, of) => onChoose({ line: each, column: of })} />
        {line !== undefined && (
          <EntriesCard
            key={`${line.code} ${column}`}
            line={line}
            column={column}
            read={read}
            onClose={() => onChoose(null)}
          />
        )}
      </div>
    </>
  );
}

function SpanButtons({
  year,
  onChoose,
}: {
  readonly year: number;
  readonly onChoose: (span: StatSpan) => void;
}): ReactNode {
  const half = { ...yearSpan(year), to: toPlainDate(`${String(year)}-06-30`) };
  return (
    <>
      <Button variant="default" onClick={() => onChoose(half)}>
        {text.spans.half}
      </Button>
      <Button variant="default" onClick={() => onChoose(yearSpan(year))}>
        {text.spans.year}
      </Button>
      <Button variant="default" onClick={() => onChoose(yearSpan(year - 1))}>
        {text.spans.lastYear}
      </Button>
    </>
  );
}

function SpanField({
  label,
  day,
  today,
  error,
  onChange,
}: {
  readonly label: string;
  readonly day: PlainDate;
  readonly today: PlainDate;
  readonly error?: string | undefined;
  readonly onChange: (day: PlainDate) => void;
}): ReactNode {
  return (
    <div className={classes.day}>
      <DateField
        label={label}
        value={day}
        today={today}
        error={error}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
      />
    </div>
  );
}

function yearSpan(year: number): StatSpan {
  return { from: toPlainDate(`${String(year)}-01-01`), to: toPlainDate(`${String(year)}-12-31`) };
}
