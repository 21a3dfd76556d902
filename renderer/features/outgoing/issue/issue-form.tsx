import { Button, Checkbox, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import { NUMBER_MAX } from '#shared/domain/register/ledger-entry-record.ts';
import { soleBookOf } from '#shared/domain/outgoing/sole-book-of.ts';
import { symbolOf } from '#shared/domain/register/symbol-of.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { numberOutgoing } from '#renderer/data/outgoing/number-outgoing.ts';
import { recallOutgoing, saveOutgoing } from '#renderer/data/outgoing/outgoing-repository.ts';
import { takeBook } from '#renderer/data/registers/register-repository.ts';
import { useNumberPlan, type NumberPlan } from '#renderer/data/registers/use-number-plan.ts';
import type { OutgoingRow, RegisterRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { FormWarning } from './form-warning.tsx';
import classes from './issue.module.css';
import { storeIssuedPdf } from './issue-paper.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type IssueFormProps = {
  readonly outgoing: OutgoingRow;
  readonly content: PaperContent | undefined;
  /** Books of the paper's regime. */
  readonly registers: readonly RegisterRow[];
  readonly onClose: () => void;
};

/** Book, day and number; what will be given and why is said before it is given. */
export function IssueForm({ outgoing, content, registers, onClose }: IssueFormProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [registerId, setRegisterId] = useState(() => soleBookOf(registers, outgoing)?.id ?? null);
  const [issuedOn, setIssuedOn] = useState<PlainDate | null>(outgoing.issuedOn ?? today);
  const [own, setOwn] = useState(false);
  const [number, setNumber] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [copies, setCopies] = useState(outgoing.copies);
  const [keeper, setKeeper] = useState(outgoing.archiveKeeper);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const plan = useNumberPlan(registerId, outgoing.typeId, issuedOn);
  const register = registers.find(({ id }) => id === registerId);
  const code = findDocumentType(outgoing.typeId)?.code ?? '';
  // A block of this PC numbers without a holder; else somebody must hold the book before a paper can wait for it.
  const isNobodys = plan?.how === 'late' && plan.holder === 'nobody' && plan.fault === undefined;
  const asksReason = own || plan?.needsReason === true || refusal === 'reason-wanted';

  const issue = async (): Promise<ErrorCode | null> => {
    if (registerId === null || issuedOn === null) return 'bad-value';
    const kept = await saveOutgoing(office, outgoing.id, { copies, archiveKeeper: keeper }, outgoing.seq);
    if (!kept.ok) return kept.error.code;
    const numbered = await numberOutgoing(office, outgoing.id, {
      registerId,
      issuedOn,
      ...(own && number !== null ? { number } : {}),
      ...(reason.trim() === '' ? {} : { reason }),
    });
    if (!numbered.ok) return numbered.error.code;
    const { number: given, symbol } = numbered.value;
    if (given === null) {
      notifyInfo(text.issuedLate);
      return null;
    }
    // The number stands from here on: whatever fails now is said, and can be made good later.
    if (outgoing.replacesId !== null) await recallOutgoing(office, outgoing.replacesId, text.replacedReason(symbol));
    const stored = content === undefined ? undefined : await storeIssuedPdf(office, outgoing.id, content);
    if (stored?.ok === false) {
      notifyInfo(text.pdfNotStored);
      notifyError(stored.error.code);
    } else notifyDone(text.issuedAs(symbol));
    return null;
  };
  const take = async (): Promise<void> => {
    if (registerId === null) return;
    const asked = await takeBook(office, registerId);
    if (asked.ok) notifyDone(text.takeBookAsked);
    else notifyError(asked.error.code);
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const failure = await issue();
    setBusy(false);
    setRefusal(failure);
    if (failure === null) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select
            label={text.issueRegister}
            placeholder={text.chooseRegister}
            value={registerId}
            data={registers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setRegisterId}
            allowDeselect={false}
            openOnFocus={false}
            required
            data-autofocus
          />
          <DateField label={text.issueDate} value={issuedOn} today={today} onChange={setIssuedOn} required />
        </Group>
        {plan !== undefined && register !== undefined && (
          <div className={classes.plan} role="status">
            <span className={classes.planLabel}>{text.willGet}</span>
            <strong className={classes.planSymbol}>
              {own && number !== null
                ? symbolOf(register, code, number)
                : plan.next === null
                  ? text.awaiting
                  : symbolOf(register, code, plan.next)}
            </strong>
            <span className={classes.planWhy}>
              {plan.fault === undefined ? howOf(plan) : describeError(plan.fault).happened}
            </span>
            {isNobodys && (
              <WriteButton size="compact-sm" variant="light" onClick={() => void take()}>
                {text.takeBook}
              </WriteButton>
            )}
          </div>
        )}
        <Checkbox label={text.ownNumber} checked={own} onChange={(event) => setOwn(event.currentTarget.checked)} />
        {own && (
          <NumberInput
            label={text.ownNumberLabel}
            value={number ?? ''}
            min={1}
            max={NUMBER_MAX}
            allowDecimal={false}
            hideControls
            {...(plan === undefined || plan.reserved.length === 0
              ? {}
              : { description: text.reservedNumbers(plan.reserved.map(({ from, to }) => spanOf(from, to))) })}
            onChange={(value) => setNumber(typeof value === 'number' ? value : null)}
          />
        )}
        {asksReason && (
          <TextInput
            label={text.issueReason}
            description={text.issueReasonHint}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group grow>
          <NumberInput
            label={text.issueCopies}
            value={copies}
            min={0}
            max={10_000}
            allowDecimal={false}
            onChange={(value) => setCopies(Number(value) || 0)}
          />
          <TextInput
            label={text.issueKeeper}
            value={keeper}
            maxLength={200}
            onChange={(event) => setKeeper(event.currentTarget.value)}
          />
        </Group>
        {content !== undefined && <FormWarning outgoing={outgoing} content={content} />}
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit" loading={busy} disabled={issuedOn === null || register === undefined || isNobodys}>
            {text.issueNow}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}

function howOf({ how, holder, holderName }: NumberPlan): string {
  if (how !== 'late') return text.how[how];
  if (holder === 'nobody') return text.how.nobody;
  return holder === 'asked' ? text.how.asked : text.how.late(holderName);
}

function spanOf(from: number, to: number): string {
  return from === to ? String(from) : `${String(from)}–${String(to)}`;
}
