import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconCoins, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { addToMonth, collectingKinds, monthOf } from '#shared/domain/fee/fee-rules.ts';
import { takeFees, type NewPayment } from '#renderer/data/fees/fee-repository.ts';
import type { FeeLine, FeeSheet } from '#renderer/data/fees/read-fee-sheet.ts';
import { useFeeSheet } from '#renderer/data/fees/use-fees.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { findPresentUnit, isLiving } from '#renderer/data/organisation/living-units.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { feesText as text } from '#renderer/messages/fees.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { BasisDialog } from './basis-dialog.tsx';
import { FeeTable } from './fee-table.tsx';
import room from '#renderer/ui/chosen-span.module.css';
import classes from './fees.module.css';
import { useFeesView } from './fees-view-store.ts';
import { HandUpCard } from './hand-up-card.tsx';
import { PayDialog } from './pay-dialog.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { SheetExport } from './sheet-export.tsx';
import { readMonth, showMonth } from '#shared/domain/fee/typed-month.ts';

/** Đảng phí: the sheet of a cell for a month, what is taken in and handed up. */
export function FeesScreen(): ReactNode {
  useHelp(text.help);
  const today = useToday();
  const person = useActingPerson();
  const all = useUnits() ?? [];
  const units = all.filter((each) => collectingKinds.includes(each.kind) && isLiving(each, today));
  const view = useFeesView();
  const ownId = findPresentUnit(all, person?.unitId)?.id;
  const own = units.find(({ id, kind }) => id === ownId && kind === 'cell');
  const unit = units.find(({ id }) => id === view.unitId) ?? own;
  const month = view.month ?? monthOf(today);
  const sheet = useFeeSheet(unit?.id ?? null, month);
  return (
    <div className={room.root}>
      <PageHeader title={text.title} subtitle={unit && text.subtitle(unit.name, showMonth(month))} />
      <FeeControls units={units} unit={unit} month={month} />
      {unit === undefined && (
        <EmptyState icon={IconCoins} title={text.chooseCell.title}>
          {text.chooseCell.text}
        </EmptyState>
      )}
      {unit !== undefined && sheet !== undefined && (
        <SheetOfMonth key={`${unit.id} ${month}`} sheet={sheet} unit={unit} />
      )}
    </div>
  );
}

function FeeControls({
  units,
  unit,
  month,
}: {
  readonly units: readonly UnitRow[];
  readonly unit: UnitRow | undefined;
  readonly month: string;
}): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const step = (count: number): void => {
    setTyped(null);
    useFeesView.setState({ month: addToMonth(month, count) });
  };
  return (
    <div className={room.controls}>
      <Select
        className={classes.cell ?? ''}
        label={text.cell}
        searchable
        value={unit?.id ?? null}
        data={units.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => useFeesView.setState({ unitId: id })}
      />
      <ActionIcon variant="default" size="input-sm" aria-label={text.before} onClick={() => step(-1)}>
        <IconChevronLeft size="1rem" aria-hidden />
      </ActionIcon>
      <TextInput
        className={classes.month ?? ''}
        label={text.month}
        value={typed ?? showMonth(month)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          const read = readMonth(event.currentTarget.value);
          if (read !== undefined) useFeesView.setState({ month: read });
        }}
        onBlur={() => setTyped(null)}
      />
      <ActionIcon variant="default" size="input-sm" aria-label={text.after} onClick={() => step(1)}>
        <IconChevronRight size="1rem" aria-hidden />
      </ActionIcon>
    </div>
  );
}

type Task = { readonly kind: 'take' | 'basis' | 'receipt'; readonly line: FeeLine };

function SheetOfMonth({ sheet, unit }: { readonly sheet: FeeSheet; readonly unit: UnitRow }): ReactNode {
  const { may: mayCollect } = useMay('fee.collect');
  const { may: mayBase } = useMay('fee.basis');
  const { may: mayHandUp } = useMay('fee.hand-up');
  const [task, setTask] = useState<Task | null>(null);
  const close = (): void => setTask(null);
  const receipt = task?.line.payments.at(-1);
  if (sheet.lines.length === 0)
    return (
      <EmptyState icon={IconCoins} title={text.noLines.title}>
        {text.noLines.text}
      </EmptyState>
    );
  return (
    <>
      <ScreenActions>
        <SheetExport sheet={sheet} cell={unit.name} />
        {mayCollect && <TakeAllButton sheet={sheet} />}
      </ScreenActions>
      <span className={classes.sums}>
        {text.totals(text.vnd(sheet.due), text.vnd(sheet.collected), text.vnd(sheet.owed))}
      </span>
      <div className={classes.body}>
        <FeeTable
          sheet={sheet}
          mayCollect={mayCollect}
          mayBase={mayBase}
          onTake={(line) => setTask({ kind: 'take', line })}
          onBasis={(line) => setTask({ kind: 'basis', line })}
          onReceipt={(line) => setTask({ kind: 'receipt', line })}
        />
        <HandUpCard sheet={sheet} mayHandUp={mayHandUp} />
      </div>
      {task?.kind === 'take' && (
        <PayDialog line={task.line} month={sheet.month} unitId={sheet.unitId} onClose={close} />
      )}
      {task?.kind === 'basis' && <BasisDialog line={task.line} month={sheet.month} onClose={close} />}
      {task?.kind === 'receipt' && receipt !== undefined && (
        <ReceiptDialog line={task.line} payment={receipt} cell={unit.name} onClose={close} />
      )}
    </>
  );
}

/** Takes in what all of the cell still owe of the month; asks once. */
function TakeAllButton({ sheet }: { readonly sheet: FeeSheet }): ReactNode {
  const office = useOffice();
  const today = useToday();
  const taker = useActingPerson()?.name.full ?? '';
  const owing = sheet.lines.filter(({ account }) => account.owed > 0);
  const total = text.vnd(owing.reduce((sum, { account }) => sum + account.owed, 0));
  const take = async (): Promise<void> => {
    const agreed = await askConfirm({
      title: text.takeAllTitle,
      body: text.takeAllText(owing.length, total),
      confirm: text.takeAllConfirm,
      cancel: text.cancel,
    });
    if (!agreed) return;
    const payments = owing.map(({ member, account }): NewPayment => ({
      memberId: member.id,
      unitId: sheet.unitId,
      month: sheet.month,
      due: account.due.kind === 'due' ? account.due.amount : account.owed,
      paid: account.owed,
      paidOn: today,
      way: 'cash',
      receivedBy: taker,
      note: '',
    }));
    const saved = await takeFees(office, payments);
    if (saved.ok) notifyDone(text.taken(payments.length, total));
    else notifyError(saved.error.code);
  };
  return (
    <WriteButton disabled={owing.length === 0} onClick={() => void take()}>
      {text.takeAll(owing.length)}
    </WriteButton>
  );
}
