import { Autocomplete, Select, TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { urgencySchema } from '#shared/domain/document/document-record.ts';
import { signModeSchema } from '#shared/domain/outgoing/outgoing-record.ts';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { formOf } from '#shared/domain/paper/paper-facts.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { urgencyText } from '#renderer/messages/record-fields.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { signingOf } from '#shared/domain/outgoing/signing-of.ts';
import { circulationWords, signBodyWords } from '#shared/domain/outgoing/signing-words-table.ts';
import { LinesField } from './lines-field.tsx';
import type { WritingTools } from './use-writing.ts';
import classes from './write.module.css';

type PaperFootProps = { readonly outgoing: OutgoingRow; readonly tools: WritingTools };

/** What stands below the body: recipients, who signs by what right, marks. */
export function PaperFoot({ outgoing, tools }: PaperFootProps): ReactNode {
  const { form, content } = tools.writing;
  const { regime } = outgoing;
  const staff = (useStaff() ?? []).filter(({ active, role }) => active && role !== 'cell-secretary');
  const units = useUnits() ?? [];
  const bodyKind = units.find(({ id }) => id === outgoing.bodyId)?.kind ?? null;
  const today = useToday();
  const choose = (id: string | null): void => {
    const person = staff.find((each) => each.id === id);
    if (person !== undefined)
      tools.setForm({ signerId: person.id, ...signingOf(person, { regime, typeId: form.typeId, bodyKind }) });
  };
  return (
    <div className={classes.part}>
      <div data-place="recipients">
        <LinesField
          label={text.recipients}
          hint={text.recipientsHint}
          lines={content.recipients}
          onChange={(recipients) => tools.setParts({ recipients: [...recipients] })}
          lineMax={300}
          linesMax={60}
        />
      </div>
      {(formOf(form.typeId) === 'minutes' || (content.recorder ?? '') !== '') && (
        <TextInput
          label={text.recorder}
          data-place="recorder"
          value={content.recorder ?? ''}
          maxLength={120}
          spellCheck={false}
          onChange={(event) => tools.setParts({ recorder: event.currentTarget.value })}
        />
      )}
      <div className={classes.grid} data-place="signature">
        <Select
          label={text.signer}
          value={form.signerId}
          data={staff.map(({ id, name, post }) => ({
            value: id,
            label: post === '' ? name.full : `${name.full}, ${post}`,
          }))}
          onChange={choose}
          searchable
        />
        <Select
          label={text.signMode}
          value={form.signMode}
          data={signModeSchema.options.map((mode) => ({ value: mode, label: text.signModes[regime][mode] }))}
          onChange={(signMode) => signMode !== null && tools.setForm({ signMode })}
          allowDeselect={false}
        />
        {form.signMode !== 'direct' && form.signMode !== 'acting' && (
          <Textarea
            label={text.signBody}
            value={form.signBody}
            placeholder={signBodyWords[regime][0] ?? ''}
            maxLength={200}
            onChange={(event) => tools.setForm({ signBody: event.currentTarget.value })}
            autosize
            minRows={1}
            maxRows={2}
            spellCheck={false}
          />
        )}
        <TextInput
          label={text.signPost}
          value={form.signPost}
          maxLength={120}
          onChange={(event) => tools.setForm({ signPost: event.currentTarget.value })}
          spellCheck={false}
        />
        <TextInput
          label={text.signerName}
          value={form.signer}
          maxLength={120}
          onChange={(event) => tools.setForm({ signer: event.currentTarget.value })}
          spellCheck={false}
        />
        <Select
          label={text.urgency}
          value={form.urgency}
          data={urgencySchema.options.map((value) => ({ value, label: urgencyText[value] }))}
          onChange={(urgency) => urgency !== null && tools.setForm({ urgency })}
          allowDeselect={false}
        />
        <Autocomplete
          label={text.circulation}
          value={form.circulation}
          data={[...circulationWords]}
          maxLength={120}
          onChange={(circulation) => tools.setForm({ circulation })}
        />
        <TextInput
          label={text.place}
          data-place="date"
          value={form.place}
          maxLength={80}
          onChange={(event) => tools.setForm({ place: event.currentTarget.value })}
        />
        <DateField label={text.dueOn} value={form.dueOn} today={today} onChange={(dueOn) => tools.setForm({ dueOn })} />
      </div>
    </div>
  );
}
