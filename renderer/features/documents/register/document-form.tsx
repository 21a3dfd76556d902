import { Autocomplete, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { standardCalendar } from '#shared/domain/calendar/work-days.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import {
  ABSTRACT_MAX,
  channelSchema,
  petitionKindSchema,
  secrecySchema,
  urgencySchema,
} from '#shared/domain/document/document-record.ts';
import { useIssuers } from '#renderer/data/documents/use-documents.ts';
import { useWorkCalendar } from '#renderer/data/settings/use-work-calendar.ts';
import {
  channelText,
  documentFieldLabels as labels,
  secrecyText,
  urgencyText,
} from '#renderer/messages/record-fields.ts';
import { petitionKindText } from '#renderer/messages/routing.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { DateField, PartialDateField } from '#renderer/ui/date-field.tsx';
import type { DraftProblems } from './check-draft.ts';
import type { DocumentDraft, DraftField } from './document-draft.ts';
import { dueHint } from './due-hint.ts';
import { DueSuggestion } from './due-suggestion.tsx';
import classes from './register.module.css';
import { MoreFields } from './more-fields.tsx';
import { RoutingSelect } from './routing-select.tsx';
import { SymbolField } from './symbol-field.tsx';

type DocumentFormProps = {
  readonly values: DocumentDraft;
  readonly onChange: (change: Partial<DocumentDraft>) => void;
  /** A date field's text is no date: why, or null when it is one again. */
  readonly onDateProblem: (field: DraftField, problem: string | null) => void;
  readonly problems: DraftProblems;
  readonly marked: readonly DraftField[];
  readonly today: PlainDate;
  /** Secrecy decides the book, so it cannot change once registered. */
  readonly fixedSecrecy?: boolean;
};

const abstractRows = { minRows: 2, maxRows: 6 } as const;

/** The fields of an incoming paper, in the order they stand on it. */
export function DocumentForm({
  values,
  onChange,
  onDateProblem,
  problems,
  marked,
  today,
  fixedSecrecy = false,
}: DocumentFormProps): ReactNode {
  const issuers = useIssuers() ?? [];
  const calendar = useWorkCalendar() ?? standardCalendar;
  const isSecret = values.secrecy !== 'none';
  const isPetition = values.book === 'petition';
  const markedClass = (field: DraftField): string | undefined => (marked.includes(field) ? classes.marked : undefined);
  const tooLong = normalizeLine(values.abstract).length > ABSTRACT_MAX;
  return (
    <div className={classes.grid}>
      {!fixedSecrecy && (
        <SegmentedControl
          className={classes.three ?? ''}
          aria-label={text.bookChoice}
          value={values.book}
          data={(['incoming', 'petition'] as const).map((value) => ({ value, label: text.books[value] }))}
          onChange={(book) => onChange({ book })}
        />
      )}
      <SymbolField values={values} onChange={onChange} error={problems.symbol} className={markedClass('symbol')} />
      <PartialDateField
        label={isPetition ? text.petitionDay : labels.issuedOn}
        value={values.issuedOn}
        today={today}
        error={problems.issuedOn}
        className={markedClass('issuedOn')}
        onChange={(issuedOn, problem) => {
          onChange({ issuedOn });
          onDateProblem('issuedOn', problem);
        }}
      />
      <DateField
        label={labels.receivedOn}
        value={values.receivedOn}
        today={today}
        error={problems.receivedOn}
        onChange={(receivedOn, problem) => {
          onChange({ receivedOn });
          onDateProblem('receivedOn', problem);
        }}
      />
      <Autocomplete
        className={classes.two ?? ''}
        label={isPetition ? text.sender : labels.issuer}
        value={values.issuer}
        error={problems.issuer}
        onChange={(issuer) => onChange({ issuer })}
        data={isPetition ? [] : [...issuers]}
        limit={8}
      />
      {isPetition ? (
        <>
          <Select
            label={labels.petitionKind}
            value={values.petitionKind}
            error={problems.petitionKind}
            data={petitionKindSchema.options.map((value) => ({ value, label: petitionKindText[value] }))}
            onChange={(petitionKind) => onChange({ petitionKind })}
          />
          <TextInput
            className={classes.three ?? ''}
            label={labels.senderAddress}
            value={values.senderAddress}
            error={problems.senderAddress}
            onChange={(event) => onChange({ senderAddress: event.currentTarget.value })}
          />
        </>
      ) : (
        <TextInput
          className={classes.alone ?? ''}
          label={labels.signer}
          value={values.signer}
          error={problems.signer}
          onChange={(event) => onChange({ signer: event.currentTarget.value })}
        />
      )}
      <Textarea
        className={classes.three ?? ''}
        label={isPetition ? text.content : labels.abstract}
        value={values.abstract}
        error={problems.abstract}
        description={text.abstractCount(normalizeLine(values.abstract).length, ABSTRACT_MAX)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        classNames={tooLong ? { description: classes.over500 ?? '' } : {}}
        autosize
        {...abstractRows}
        onChange={(event) => onChange({ abstract: event.currentTarget.value })}
      />
      <Select
        label={labels.urgency}
        value={values.urgency}
        data={urgencySchema.options.map((value) => ({ value, label: urgencyText[value] }))}
        onChange={(urgency) => urgency !== null && onChange({ urgency })}
      />
      <Select
        label={labels.secrecy}
        value={values.secrecy}
        data={secrecySchema.options.map((value) => ({
          value,
          label: secrecyText[value],
          disabled: fixedSecrecy && (value === 'none') === isSecret,
        }))}
        description={isSecret ? text.secretBook : text.secretHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(secrecy) => secrecy !== null && onChange({ secrecy })}
      />
      <Select
        label={labels.channel}
        value={values.channel}
        data={channelSchema.options.map((value) => ({ value, label: channelText[value] }))}
        onChange={(channel) => channel !== null && onChange({ channel })}
      />
      <RoutingSelect className={classes.two} value={values.routing} onChange={(routing) => onChange({ routing })} />
      <DateField
        label={labels.dueOn}
        value={values.dueOn}
        today={today}
        error={problems.dueOn}
        disabled={values.routing === 'information'}
        hint={
          values.dueOn === null && values.routing !== 'information' && problems.dueOn === undefined ? (
            <DueSuggestion
              from={values.receivedOn ?? today}
              calendar={calendar}
              onTake={(dueOn) => {
                onChange({ dueOn });
                onDateProblem('dueOn', null);
              }}
            />
          ) : (
            dueHint(values.dueOn, values.receivedOn ?? today, calendar)
          )
        }
        onChange={(dueOn, problem) => {
          onChange({ dueOn });
          onDateProblem('dueOn', problem);
        }}
      />
      <TextInput
        className={classes.last ?? ''}
        label={labels.note}
        value={values.note}
        error={problems.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <MoreFields values={values} problems={problems} onChange={onChange} />
    </div>
  );
}
