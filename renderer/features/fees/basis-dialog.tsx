import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { feeCategories, isFeeCategory } from '#shared/domain/fee/fee-category-table.ts';
import { feeDue } from '#shared/domain/fee/fee-due.ts';
import { setFeeBasis } from '#renderer/data/fees/fee-repository.ts';
import type { FeeLine } from '#renderer/data/fees/read-fee-sheet.ts';
import { useFeeRules } from '#renderer/data/fees/use-fees.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { feesText as text } from '#renderer/messages/fees.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { readMoney, readMonth, showMonth } from '#shared/domain/fee/typed-month.ts';

type BasisDialogProps = { readonly line: FeeLine; readonly month: string; readonly onClose: () => void };

/** What a member's fee is computed from, from a month on; earlier months keep what they had. */
export function BasisDialog({ line, month, onClose }: BasisDialogProps): ReactNode {
  const office = useOffice();
  const rules = useFeeRules();
  const { member, basis } = line;
  const [from, setFrom] = useState(showMonth(month));
  const [category, setCategory] = useState(basis?.category ?? 'farmer');
  const [base, setBase] = useState(basis?.base === null || basis === undefined ? '' : String(basis.base));
  const [agreed, setAgreed] = useState(basis?.agreed === null || basis === undefined ? '' : String(basis.agreed));
  const [note, setNote] = useState(basis?.note ?? '');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const { basisForm: words } = text;
  const fromMonth = readMonth(from);
  const entry = {
    from: fromMonth ?? month,
    category,
    base: base.trim() === '' ? null : (readMoney(base) ?? null),
    agreed: agreed.trim() === '' ? null : (readMoney(agreed) ?? null),
  };
  const due = rules && feeDue(entry.from, 'official', [entry], rules);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (fromMonth === undefined) return;
    const saved = await setFeeBasis(office, { memberId: member.id, ...entry, decision: basis?.decision ?? null, note });
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(words.saved);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(member.name.full)}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Select
            data-autofocus
            label={words.category}
            allowDeselect={false}
            value={category}
            data={Object.entries(feeCategories).map(([value, label]) => ({ value, label }))}
            onChange={(chosen) => chosen !== null && isFeeCategory(chosen) && setCategory(chosen)}
          />
          <TextInput
            label={words.from}
            value={from}
            error={fromMonth === undefined ? words.fromBad : undefined}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            label={words.base}
            value={base}
            inputMode="numeric"
            error={base.trim() !== '' && readMoney(base) === undefined ? text.payForm.notMoney : undefined}
            onChange={(event) => setBase(event.currentTarget.value)}
          />
          <TextInput
            label={words.agreed}
            value={agreed}
            inputMode="numeric"
            error={agreed.trim() !== '' && readMoney(agreed) === undefined ? text.payForm.notMoney : undefined}
            onChange={(event) => setAgreed(event.currentTarget.value)}
          />
          <TextInput
            label={words.note}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Text aria-live="polite">{due?.kind === 'due' ? words.result(text.vnd(due.amount)) : words.noResult}</Text>
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit">{words.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
