import { Button, Tabs } from '@mantine/core';
import { IconListNumbers, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { countGaps } from '#shared/domain/register/series-report.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { releaseEntry } from '#renderer/data/registers/ledger-repository.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { numbersText as text } from '#renderer/messages/numbers.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { BooksPanel } from './books-panel.tsx';
import { ExplainDialog } from './explain-dialog.tsx';
import { GapsPanel } from './gaps-panel.tsx';
import { LedgerControls } from './ledger-controls.tsx';
import type { LedgerLine } from './ledger-lines.ts';
import { NumberTable } from './number-table.tsx';
import classes from './numbers.module.css';
import { printLedger } from './print-ledger.ts';
import { ReserveDialog } from './reserve-dialog.tsx';
import { wordsOfSeries } from './series-words.ts';
import { useLedger } from './use-ledger.ts';

type Tab = 'numbers' | 'gaps' | 'books';

/** Sổ số: every number of every series and what became of it, its gaps, the books and who numbers in them. */
export function NumbersScreen(): ReactNode {
  const office = useOffice();
  const names = useRecordNames();
  const ledger = useLedger();
  const { register, registers, lease, chosen, lines, terms } = ledger;
  const [tab, setTab] = useState<Tab>('numbers');
  const [explaining, setExplaining] = useState<LedgerLine>();
  const [isReserving, setReserving] = useState(false);
  const { may } = useMay('ledger.note');
  const mayNote = may && lease?.holder === 'this-pc';
  useHelp(text.help);
  useCommand('new', () => setReserving(true), mayNote);
  const gaps = formatCount(countGaps(lines));
  const release = async (entryId: string): Promise<void> => {
    const saved = await releaseEntry(office, entryId);
    if (saved.ok) notifyDone(text.released);
    else notifyError(saved.error.code);
  };
  const print = (): void => {
    if (register === undefined || chosen === undefined) return;
    const facts = { book: register.name, series: wordsOfSeries(chosen, terms), footer: office.device.commune.name };
    void printLedger(lines, names, facts);
  };
  const books = registers !== undefined && (
    <BooksPanel
      registers={registers}
      terms={terms}
      onChoose={(id) => {
        ledger.chooseRegister(id);
        setTab('numbers');
      }}
    />
  );
  const empty = (
    <EmptyState icon={IconListNumbers} title={text.noSeries.title}>
      {text.noSeries.text}
    </EmptyState>
  );
  return (
    <div className={classes.root}>
      <ScreenActions>
        {lines.length > 0 && (
          <Button variant="default" leftSection={<IconPrinter size="1rem" aria-hidden />} onClick={print}>
            {text.print.button}
          </Button>
        )}
        {mayNote && (
          <WriteButton
            leftSection={<IconPlus size="1rem" aria-hidden />}
            rightSection={<KeyHint keys="Ctrl N" onDark />}
            onClick={() => setReserving(true)}
          >
            {text.reserve.title}
          </WriteButton>
        )}
      </ScreenActions>
      <PageHeader
        title={text.title}
        subtitle={lines.length === 0 ? undefined : text.subtitle(formatCount(lines.at(-1)?.to ?? 0), gaps)}
      />
      {register !== undefined && registers !== undefined && (
        <LedgerControls
          registers={registers}
          register={register}
          onRegister={ledger.chooseRegister}
          series={ledger.series}
          chosen={chosen}
          onSeries={ledger.chooseSeries}
          terms={terms}
          lease={lease}
        />
      )}
      <Tabs
        value={tab}
        onChange={(next) => setTab(next === 'gaps' || next === 'books' ? next : 'numbers')}
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
      >
        <Tabs.List aria-label={text.tabsLabel}>
          <Tabs.Tab value="numbers">{text.tabs.numbers}</Tabs.Tab>
          <Tabs.Tab value="gaps">{text.tabs.gaps(gaps)}</Tabs.Tab>
          <Tabs.Tab value="books">{text.tabs.books}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="numbers">
          <NumberTable
            key={`${register?.id ?? ''} ${chosen ?? ''}`}
            lines={lines}
            mayNote={mayNote}
            onExplain={setExplaining}
            onRelease={(entryId) => void release(entryId)}
            emptyState={empty}
          />
        </Tabs.Panel>
        <Tabs.Panel value="gaps">
          <GapsPanel lines={lines} mayNote={mayNote} onExplain={setExplaining} />
        </Tabs.Panel>
        <Tabs.Panel value="books">{books}</Tabs.Panel>
      </Tabs>
      {explaining !== undefined && register !== undefined && chosen !== undefined && (
        <ExplainDialog
          registerId={register.id}
          series={chosen}
          from={explaining.from}
          to={explaining.to}
          onClose={() => setExplaining(undefined)}
        />
      )}
      {isReserving && register !== undefined && (
        <ReserveDialog register={register} terms={terms} series={chosen} onClose={() => setReserving(false)} />
      )}
    </div>
  );
}
