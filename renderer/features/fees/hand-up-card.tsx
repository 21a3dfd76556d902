import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { handUpFees } from '#renderer/data/fees/fee-repository.ts';
import type { FeeSheet } from '#renderer/data/fees/read-fee-sheet.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useToday } from '#renderer/data/use-today.ts';
import { feesText as text } from '#renderer/messages/fees.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import classes from './fees.module.css';
import { readMoney } from '#shared/domain/fee/typed-month.ts';

/** What the cell keeps of a month and hands up; what was handed up already stands there. */
export function HandUpCard({ sheet, mayHandUp }: { readonly sheet: FeeSheet; readonly mayHandUp: boolean }): ReactNode {
  const { handUp: words } = text;
  return (
    <aside className={classes.side} aria-label={words.title}>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text className={classes.grey ?? ''} my="xs">
        {words.suggested(text.vnd(sheet.kept), text.vnd(sheet.collected - sheet.kept))}
      </Text>
      {sheet.handUps.map(({ id, handedUp, on }) => (
        <Text key={id}>{words.done(text.vnd(handedUp), formatDate(on))}</Text>
      ))}
      {mayHandUp && sheet.handUps.length === 0 && sheet.collected > 0 && (
        <HandUpForm key={`${sheet.unitId} ${sheet.month} ${String(sheet.collected)}`} sheet={sheet} />
      )}
    </aside>
  );
}

function HandUpForm({ sheet }: { readonly sheet: FeeSheet }): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { handUp: words } = text;
  const [kept, setKept] = useState(String(sheet.kept));
  const [handedUp, setHandedUp] = useState(String(sheet.collected - sheet.kept));
  const [on, setOn] = useState<PlainDate | null>(today);
  const [receiptNumber, setReceipt] = useState('');
  const [keptSum, upSum] = [readMoney(kept), readMoney(handedUp)];
  const isFine = keptSum !== undefined && upSum !== undefined && keptSum + upSum <= sheet.collected;

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (!isFine || on === null) return;
    const { unitId, month, collected } = sheet;
    const saved = await handUpFees(office, {
      unitId,
      month,
      collected,
      kept: keptSum,
      handedUp: upSum,
      on,
      receiptNumber,
      note: '',
    });
    if (saved.ok) notifyDone(words.saved);
    else notifyError(saved.error.code);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="xs">
        <TextInput
          label={words.kept}
          value={kept}
          inputMode="numeric"
          onChange={(event) => setKept(event.currentTarget.value)}
        />
        <TextInput
          label={words.handedUp}
          value={handedUp}
          inputMode="numeric"
          error={isFine ? undefined : words.tooMuch}
          onChange={(event) => setHandedUp(event.currentTarget.value)}
        />
        <DateField label={words.on} value={on} today={today} onChange={(date) => setOn(date)} />
        <TextInput
          label={words.receiptNumber}
          value={receiptNumber}
          maxLength={40}
          onChange={(event) => setReceipt(event.currentTarget.value)}
        />
        <Button type="submit" variant="light">
          {words.save}
        </Button>
      </Stack>
    </form>
  );
}
