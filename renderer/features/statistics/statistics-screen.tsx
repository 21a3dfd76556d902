import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { StatSpan } from '#shared/domain/statistics/population.ts';
import type { StatForm, StatLine } from '#shared/domain/statistics/stat-form.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { readStatistics } from '#renderer/data/statistics/read-statistics.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import { makeListFile } from '#renderer/paper/make-list-file.ts';
import { exportList } from '#renderer/platform/export-list.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { PeopleCard } from './people-card.tsx';
import { statBook } from './stat-book.ts';
import { StatTable } from './stat-table.tsx';
import classes from './statistics.module.css';

/** Thống kê: the statutory forms of members for any span, beside the same span a year earlier, with the people behind each figure. */
export function StatisticsScreen(): ReactNode {
  useHelp(text.help);
  const today = useToday();
  const year = Number(today.slice(0, 4));
  const [span, setSpan] = useState<StatSpan>(() => yearSpan(year));
  const [code, setCode] = useState('1-TCTW');
  const [line, setLine] = useState<StatLine | null>(null);
  const isFine = span.from <= span.to;
  const computed = useLive(
    async (office) => (isFine ? readStatistics(office, span) : undefined),
    [span.from, span.to, isFine],
  );
  const form = computed?.now.find((each) => each.code === code);
  const before = computed?.before.find((each) => each.code === code);
  const choose = (next: StatSpan): void => {
    setLine(null);
    setSpan(next);
  };
  return (
    <div className={classes.root}>
      <PageHeader title={text.title} subtitle={text.subtitle(formatDate(span.from), formatDate(span.to))} />
      <div className={classes.controls}>
        <Button
          variant="default"
          onClick={() => choose({ ...yearSpan(year), to: toPlainDate(`${String(year)}-06-30`) })}
        >
          {text.spans.half}
        </Button>
        <Button variant="default" onClick={() => choose(yearSpan(year))}>
          {text.spans.year}
        </Button>
        <Button variant="default" onClick={() => choose(yearSpan(year - 1))}>
          {text.spans.lastYear}
        </Button>
        <SpanField label={text.from} day={span.from} today={today} onChange={(from) => choose({ ...span, from })} />
        <SpanField
          label={text.to}
          day={span.to}
          today={today}
          error={isFine ? undefined : text.badSpan}
          onChange={(to) => choose({ ...span, to })}
        />
        <Select
          className={classes.form ?? ''}
          label={text.form}
          allowDeselect={false}
          value={code}
          data={(computed?.now ?? []).map((each) => ({ value: each.code, label: `${each.code}: ${each.title}` }))}
          onChange={(chosen) => {
            setLine(null);
            if (chosen !== null) setCode(chosen);
          }}
        />
      </div>
      {form === undefined ? (
        isFine && <span>{text.computing}</span>
      ) : (
        <>
          <FormExport form={form} before={before} span={span} />
          <div className={classes.body}>
            <StatTable form={form} before={before} onPeople={setLine} />
            {line !== null && <PeopleCard key={line.code} line={line} onClose={() => setLine(null)} />}
          </div>
        </>
      )}
    </div>
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
    <DateField
      label={label}
      value={day}
      today={today}
      error={error}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
    />
  );
}

function yearSpan(year: number): StatSpan {
  return { from: toPlainDate(`${String(year)}-01-01`), to: toPlainDate(`${String(year)}-12-31`) };
}

function FormExport({
  form,
  before,
  span,
}: {
  readonly form: StatForm;
  readonly before: StatForm | undefined;
  readonly span: StatSpan;
}): ReactNode {
  const office = useOffice();
  const { may } = useMay('member.export');
  if (!may) return null;
  const put = async (way: 'print' | 'xlsx'): Promise<void> => {
    const fileName = text.sheet.fileName(form.code, formatDate(span.from), formatDate(span.to));
    const left = await exportList({
      list: 'statistics',
      name: text.sheet.name,
      way,
      count: form.lines.length,
      fileName: way === 'xlsx' ? `${fileName}.xlsx` : fileName,
      make: async () => {
        const name = await readSetting(office, 'office-name');
        const body = name?.partyName ?? office.device.commune.name;
        return makeListFile(statBook(form, before, span, body), way, body);
      },
    });
    if (!left.ok) notifyError(left.error.code);
  };
  return (
    <ScreenActions>
      <Button variant="default" onClick={() => void put('print')}>
        {text.print}
      </Button>
      <Button variant="default" onClick={() => void put('xlsx')}>
        {text.excel}
      </Button>
    </ScreenActions>
  );
}
