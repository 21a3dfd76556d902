import { Button, Group, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { reconcileText as text } from '#renderer/messages/reconcile.ts';
import { makeListFile } from '#renderer/paper/make-list-file.ts';
import { exportList } from '#renderer/platform/export-list.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from '../member-import.module.css';
import { nationalWork as work } from '../work/import-work.ts';
import { reportBook } from './report-book.ts';
import { takeOver, useReport } from './report.ts';

type ReportFootProps = { readonly lines: readonly ReportLine[]; readonly people: number };

/** How much is decided, and what can be done with the whole report. */
export function ReportFoot({ lines, people }: ReportFootProps): ReactNode {
  const office = useOffice();
  const names = useRecordNames();
  const { may: mayExport } = useMay('member.export');
  const { chosen, progress } = useReport();
  const wanted = lines.filter(({ group }) => group !== 'lacks' && group !== 'fault' && group !== 'answered');
  const decided = wanted.filter(({ key, status }) => status !== 'open' || chosen.has(key)).length;
  const words = text.progress(formatCount(decided), formatCount(wanted.length));
  const write = async (): Promise<void> => {
    const taken = await takeOver(office);
    if (taken === undefined) return;
    const { made, changed, proposed } = taken;
    notifyDone(text.written(formatCount(made), formatCount(changed), formatCount(proposed)));
  };
  const save = async (): Promise<void> => {
    const { fileName } = work.state;
    const left = await exportList({
      list: 'national-report',
      name: text.exported.name,
      way: 'xlsx',
      count: people,
      fileName: `${text.exported.fileName}.xlsx`,
      make: async () => {
        const name = await readSetting(office, 'office-name');
        const body = name?.partyName ?? office.device.commune.name;
        return makeListFile(reportBook(lines, names, fileName, body), 'xlsx', body);
      },
    });
    if (!left.ok) notifyError(left.error.code);
  };
  return (
    <div className={classes.foot}>
      <div className={classes.progress}>
        <div role="status">
          {progress === null ? words : text.writing(formatCount(progress.done), formatCount(progress.total))}
        </div>
        <Progress
          value={(100 * (progress?.done ?? decided)) / Math.max(1, progress?.total ?? wanted.length)}
          aria-label={text.progressLabel}
        />
      </div>
      <span className={classes.spacer} />
      <Group gap="xs">
        {mayExport && (
          <Button variant="default" disabled={lines.length === 0} onClick={() => void save()}>
            {text.export}
          </Button>
        )}
        <WriteButton loading={progress !== null} disabled={chosen.size === 0} onClick={() => void write()}>
          {text.write(formatCount(chosen.size))}
        </WriteButton>
      </Group>
    </div>
  );
}
