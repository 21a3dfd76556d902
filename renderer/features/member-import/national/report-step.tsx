import { Loader, SegmentedControl, Tabs } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ImportQuestion } from '#shared/domain/import/import-questions.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { formatCount } from '#renderer/messages/format-count.ts';
import { reconcileText as text } from '#renderer/messages/reconcile.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { QuestionList } from '../check/question-list.tsx';
import classes from '../member-import.module.css';
import { nationalWork as work } from '../work/import-work.ts';
import { ReportFoot } from './report-foot.tsx';
import { ReportView } from './report-view.tsx';
import { loadReport, useReport } from './report.ts';

type Tab = 'report' | 'questions';
/** Of a list that is only compared nobody has to say who is a man and who is hidden. */
const asked: ReadonlySet<ImportQuestion['kind']> = new Set([
  ...(['old-encoding', 'date-order', 'date-swapped', 'two-digit-year', 'serial-number'] as const),
  ...(['lost-zeros', 'date-for-schooling', 'unit'] as const),
]);

/** What differs between the list and our records, and what is decided about it. */
export function ReportStep(): ReactNode {
  const office = useOffice();
  const { summary, settings, version, code: checkCode } = work.use();
  const { lines, scope, code } = useReport();
  const [tab, setTab] = useState<Tab>('report');
  const isNoted = useRef(false);
  useEffect(() => void loadReport(office), [office, version, scope]);
  const people = lines === undefined ? 0 : new Set(lines.map(({ memberId, row }) => memberId ?? row)).size;
  useEffect(() => {
    if (lines === undefined || isNoted.current) return;
    isNoted.current = true;
    void noteAudit('member-read', { detail: `compared ${String(people)}` });
  }, [lines, people]);
  if (summary === null || settings === null) return null;
  const questions = summary.questions.filter(({ kind }) => asked.has(kind));
  return (
    <>
      {(code ?? checkCode) !== null && <ErrorNote code={code ?? checkCode ?? 'unexpected'} />}
      {questions.length > 0 && <p className={classes.doubt}>{text.questionsFirst(formatCount(questions.length))}</p>}
      <Tabs
        value={tab}
        onChange={(next) => setTab(next === 'questions' ? 'questions' : 'report')}
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
      >
        <div className={classes.head}>
          <Tabs.List aria-label={text.tabs.label}>
            <Tabs.Tab value="report">{text.tabs.report}</Tabs.Tab>
            {questions.length > 0 && (
              <Tabs.Tab value="questions">{text.tabs.questions(formatCount(questions.length))}</Tabs.Tab>
            )}
          </Tabs.List>
          <span className={classes.spacer} />
          <SegmentedControl
            size="xs"
            aria-label={text.scope.label}
            data={[
              { value: 'office', label: text.scope.office },
              { value: 'units', label: text.scope.units },
            ]}
            value={scope}
            onChange={(value) => useReport.setState({ scope: value === 'units' ? 'units' : 'office' })}
          />
        </div>
        <Tabs.Panel value="report">
          {lines === undefined ? <Loader size="sm" aria-label={text.busy} /> : <ReportView lines={lines} />}
        </Tabs.Panel>
        <Tabs.Panel value="questions">
          <QuestionList work={work} questions={questions} settings={settings} mayMakeUnits={false} />
        </Tabs.Panel>
      </Tabs>
      {lines !== undefined && <ReportFoot lines={lines} people={people} />}
    </>
  );
}
