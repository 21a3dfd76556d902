import { Checkbox, Group, Input, SegmentedControl, Select, TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { transferKindSchema } from '#shared/domain/transfer/member-transfer-record.ts';
import { findSpanFault, type TransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import type { AgencyRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { transferKindText, transfersText } from '#renderer/messages/transfers.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { OUTSIDE, type Lacks, type TypedTransfer } from './transfer-draft.ts';

const { form: text } = transfersText;

type TransferFieldsProps = {
  readonly typed: TypedTransfer;
  readonly onChange: (changes: Partial<TypedTransfer>) => void;
  readonly agencies: readonly AgencyRow[];
  readonly rules: TransferRules;
  /** What to point at; nothing before somebody tried to save. */
  readonly lacks: Lacks | undefined;
};

/** Kind, where to, why, since when: what the introduction paper will say. */
export function TransferFields({ typed, onChange, agencies, rules, lacks }: TransferFieldsProps): ReactNode {
  const today = useToday();
  const { kind, recipient, askedOn, until, isStudy } = typed;
  const isAbroad = kind === 'abroad';
  const fault = until === null || askedOn === null ? undefined : findSpanFault(askedOn, until, isStudy, rules);
  const needed = (isLacking: boolean | undefined): string | undefined => (isLacking === true ? text.needed : undefined);
  return (
    <>
      <Input.Wrapper label={text.kind}>
        <SegmentedControl
          fullWidth
          aria-label={text.kind}
          data={transferKindSchema.options.map((value) => ({ value, label: transferKindText[value] }))}
          value={kind}
          onChange={(value) => onChange({ kind: transferKindSchema.parse(value) })}
        />
      </Input.Wrapper>
      {!isAbroad && (
        <Select
          label={text.way}
          data={[
            ...agencies.map(({ code, name }) => ({ value: code, label: name })),
            { value: OUTSIDE, label: text.outside },
          ]}
          value={recipient}
          searchable
          allowDeselect={false}
          onChange={(value) => onChange({ recipient: value ?? OUTSIDE })}
        />
      )}
      {(isAbroad || recipient === OUTSIDE) && (
        <TextInput
          label={isAbroad ? text.abroadName : text.outsideName}
          description={isAbroad ? undefined : text.outsideHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          maxLength={200}
          value={typed.outsideName}
          error={needed(lacks?.recipient)}
          onChange={(event) => onChange({ outsideName: event.currentTarget.value })}
        />
      )}
      {!isAbroad && (
        <TextInput
          label={text.toUnit}
          maxLength={200}
          value={typed.toUnitName}
          onChange={(event) => onChange({ toUnitName: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={text.reason}
        autosize
        maxLength={500}
        value={typed.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
      <Group grow align="start">
        <DateField
          label={text.askedOn}
          value={askedOn}
          onChange={(value) => onChange({ askedOn: value })}
          today={today}
          required
          error={needed(lacks?.askedOn)}
        />
        <TextInput
          label={text.feePaidUntil}
          description={text.monthHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={typed.feePaidUntil}
          error={lacks?.feePaidUntil === true ? text.monthWrong : undefined}
          onChange={(event) => onChange({ feePaidUntil: event.currentTarget.value })}
        />
      </Group>
      {kind !== 'official' && (
        <DateField
          label={text.until}
          value={until}
          onChange={(value) => onChange({ until: value })}
          today={today}
          required={kind === 'temporary'}
          error={needed(lacks?.until)}
          hint={kind === 'temporary' && fault !== undefined && text.spanFaults[fault]}
        />
      )}
      {kind === 'temporary' && (
        <Checkbox
          label={text.isStudy}
          checked={isStudy}
          onChange={(event) => onChange({ isStudy: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
