import { Button, Group, Tabs } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importText } from '#renderer/messages/imports.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyInfo } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from '../member-import.module.css';
import { membersWork as work } from '../work/import-work.ts';
import { writeWork } from '../work/write-work.ts';
import { summaryWords, whyNotYet } from './check-words.ts';
import { listErrorRows, saveProblems } from './problem-table.ts';
import { QuestionList } from './question-list.tsx';
import { RowsView } from './rows-view.tsx';

const text = importText.check;
type Tab = 'questions' | 'rows';

/** What came of the check: what must be answered, every row with its problems, and what would be written. Nothing is written yet. */
export function CheckStep(): ReactNode {
  const office = useOffice();
  const { summary, settings, code, isChecking } = work.use();
  const [chosen, setChosen] = useState<Tab | null>(null);
  const { may: mayMakeUnits } = useMay('unit.edit');
  if (summary === null || settings === null) return null;
  const { questions, counts } = summary;
  const tab = chosen ?? (questions.length > 0 ? 'questions' : 'rows');
  const errors = counts.error + counts.ask;
  const writes = counts.make + counts.change;
  const refusal = whyNotYet(summary);
  const leaveErrors = async (): Promise<void> => {
    const count = formatCount(counts.error);
    const yes = await askConfirm({
      title: text.leaveErrorsTitle(count),
      body: text.leaveErrorsText,
      confirm: text.leaveErrors(count),
      cancel: importText.undo.cancel,
    });
    if (yes) work.settle(office, { left: [...settings.left, ...(await listErrorRows())] });
  };
  const write = async (): Promise<void> => {
    if ((await writeWork(office)) === 'changed') notifyInfo(importText.write.changedMeanwhile);
  };
  return (
    <>
      {code !== null && <ErrorNote code={code} />}
      <Tabs
        value={tab}
        onChange={(next) => setChosen(next === 'questions' ? 'questions' : 'rows')}
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
      >
        <Tabs.List aria-label={text.tabs.label}>
          <Tabs.Tab value="questions">{text.tabs.questions(formatCount(questions.length))}</Tabs.Tab>
          <Tabs.Tab value="rows">{text.tabs.rows}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="questions">
          <QuestionList work={work} questions={questions} settings={settings} mayMakeUnits={mayMakeUnits} />
        </Tabs.Panel>
        <Tabs.Panel value="rows">
          <RowsView summary={summary} settings={settings} />
        </Tabs.Panel>
      </Tabs>
      <div className={classes.foot}>
        <div role="status">
          <div>{summaryWords(summary)}</div>
          {refusal !== undefined && <div className={classes.problem}>{refusal}</div>}
        </div>
        <span className={classes.spacer} />
        <Group gap="xs">
          <Button variant="default" onClick={() => work.set({ phase: 'columns' })}>
            {text.back}
          </Button>
          {errors > 0 && (
            <Button variant="default" onClick={() => void saveProblems(work.state.fileName)}>
              {text.saveProblems}
            </Button>
          )}
          {counts.error > 0 && (
            <Button variant="default" onClick={() => void leaveErrors()}>
              {text.leaveErrors(formatCount(counts.error))}
            </Button>
          )}
          <WriteButton
            loading={isChecking}
            disabled={refusal !== undefined || writes === 0}
            onClick={() => void write()}
          >
            {text.write(formatCount(writes))}
          </WriteButton>
        </Group>
      </div>
    </>
  );
}
